/// What an expression yields.
public enum Value: Hashable, Sendable {
  case quantity(Quantity)
  case truth(Bool)
  case text(String)
  case list([Value])
  /// A profile, named by its id.
  case profile(String)
}
