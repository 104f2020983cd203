/// What a quantity measures: a product of base dimensions with rational exponents.
///
/// Base dimensions are time, data, operations, multiply-accumulates, energy, money, mass, length, temperature and
/// current, and those that a book declares (token, image, …).
public struct Dimension: Hashable, Sendable {
  /// The dimension of a plain number.
  public static let one = Dimension()

  init() {}
}
