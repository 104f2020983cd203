/// A number with a dimension.
public struct Quantity: Hashable, Sendable {
  /// The value in base units: seconds, bytes, FLOP, MAC, joules, USD, kilograms, metres, kelvins, amperes, and 1 for
  /// every unit that a book declares.
  public var magnitude: Double
  /// What it measures.
  public var dimension: Dimension

  /// A quantity of `magnitude` base units; a plain number without a dimension.
  @inline(__always)
  public init(_ magnitude: Double, _ dimension: Dimension = .one) {
    self.magnitude = magnitude
    self.dimension = dimension
  }

  /// A quantity of `number` units.
  public init(_ number: Double, in unit: Unit) {
    self.init(number * unit.factor + unit.offset, unit.dimension)
  }

  /// How many of `unit` it is.
  public func number(in unit: Unit) -> Double { (magnitude - unit.offset) / unit.factor }

  /// A literal zero, which has every dimension.
  static let zero = Quantity(0, .any)

  var isWholeNumber: Bool { magnitude == magnitude.rounded() && abs(magnitude) < 1e15 }
}
