/// What an expression yields.
public enum Value: Hashable, Sendable {
  case quantity(Quantity)
  case truth(Bool)
  case text(String)
  case list([Value])
  /// A profile, named by its id.
  case profile(String)
}

extension Value {
  /// A literal zero as a plain number.
  var normalized: Value {
    switch self {
    case .quantity(let quantity) where quantity.dimension == .any: .quantity(Quantity(quantity.magnitude))
    case .list(let items): .list(items.map(\.normalized))
    default: self
    }
  }
}
