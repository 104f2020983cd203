/// A number with a dimension.
public struct Quantity: Hashable, Sendable {
  /// The value in base units: seconds, bytes, FLOP, MAC, joules, USD, kilograms, metres, kelvins, amperes, and 1 for
  /// every unit that a book declares.
  public var magnitude: Double
  /// What it measures.
  public var dimension: Dimension

  /// A quantity of `magnitude` base units; a plain number without a dimension.
  public init(_ magnitude: Double, _ dimension: Dimension = .one) {
    self.magnitude = magnitude
    self.dimension = dimension
  }
}
