/// Arithmetic that refuses what has no meaning. The messages name both dimensions in words.
extension Quantity {
  /// Why two quantities do not go together.
  enum Failure: Error {
    /// The dimensions differ.
    case mismatch
    /// An exponent of a dimension is too large or no fraction that can be kept.
    case exponent
    case divisionByZero
    /// The result is too large for a number.
    case overflow
    /// The result is no real number.
    case undefined
    /// The operation takes plain numbers.
    case notPlain
  }

  /// The dimension that two quantities share; a literal zero goes with every other.
  @inline(__always)
  func common(_ other: Quantity) throws(Failure) -> Dimension {
    if dimension == other.dimension { return dimension }
    if dimension == .any { return other.dimension }
    if other.dimension == .any { return dimension }
    throw .mismatch
  }

  @inline(__always)
  private func checked() throws(Failure) -> Quantity {
    if magnitude.isFinite { return self }
    throw magnitude.isNaN ? .undefined : .overflow
  }

  @inline(__always)
  func adding(_ other: Quantity) throws(Failure) -> Quantity {
    try Quantity(magnitude + other.magnitude, common(other)).checked()
  }

  @inline(__always)
  func subtracting(_ other: Quantity) throws(Failure) -> Quantity {
    try Quantity(magnitude - other.magnitude, common(other)).checked()
  }

  @inline(__always)
  func multiplied(by other: Quantity) throws(Failure) -> Quantity {
    guard let dimension = dimension.multiplied(by: other.dimension) else { throw .exponent }
    return try Quantity(magnitude * other.magnitude, dimension).checked()
  }

  @inline(__always)
  func divided(by other: Quantity) throws(Failure) -> Quantity {
    if other.magnitude == 0 { throw .divisionByZero }
    guard let dimension = dimension.divided(by: other.dimension) else { throw .exponent }
    return try Quantity(magnitude / other.magnitude, dimension).checked()
  }

  func raised(to power: Quantity) throws(Failure) -> Quantity {
    guard power.isPlain else { throw .notPlain }
    if magnitude == 0, power.magnitude < 0 { throw .divisionByZero }
    if dimension == .any, power.magnitude == 0 { return Quantity(1) }
    guard let dimension = dimension.raised(to: power.magnitude) else { throw .exponent }
    return try Quantity(Mathematics.power(magnitude, power.magnitude), dimension).checked()
  }

  /// Rounded down to a whole number, of plain numbers.
  func floorDivided(by other: Quantity) throws(Failure) -> Quantity {
    guard isPlain, other.isPlain else { throw .notPlain }
    if other.magnitude == 0 { throw .divisionByZero }
    return try Quantity((magnitude / other.magnitude).rounded(.down)).checked()
  }

  /// The remainder with the sign of the divisor, of plain numbers.
  func remainder(by other: Quantity) throws(Failure) -> Quantity {
    guard isPlain, other.isPlain else { throw .notPlain }
    if other.magnitude == 0 { throw .divisionByZero }
    let remainder = magnitude.truncatingRemainder(dividingBy: other.magnitude)
    let isAcross = remainder != 0 && (remainder < 0) != (other.magnitude < 0)
    return try Quantity(isAcross ? remainder + other.magnitude : remainder).checked()
  }

  /// Whether it has no dimension.
  var isPlain: Bool { dimension == .one || dimension == .any }
}
