/// What a quantity measures: a product of base dimensions with rational exponents.
///
/// Base dimensions are time, data, operations, multiply-accumulates, energy, money, mass, length, temperature and
/// current, and those that a book declares (token, image, …).
///
/// ```swift
/// let rate = Dimension.data.divided(by: .time)      // bytes per second
/// ```
public struct Dimension: Hashable, Sendable {
  // 32 exponents of eight bits each, in twelfths. Words rather than a vector, so that a quantity takes 40 bytes.
  private var first: UInt64 = 0
  private var second: UInt64 = 0
  private var third: UInt64 = 0
  private var fourth: UInt64 = 0

  /// The dimension of a plain number.
  public static let one = Dimension()

  init() {}

  init(base lane: Int) {
    var lanes = SIMD32<Int8>()
    lanes[lane] = Self.whole
    self.init(lanes: lanes)
  }

  private init(lanes: SIMD32<Int8>) { self = unsafeBitCast(lanes, to: Dimension.self) }

  private var lanes: SIMD32<Int8> { unsafeBitCast(self, to: SIMD32<Int8>.self) }

  /// The exponent 1, in twelfths.
  private static let whole: Int8 = 12
  /// How many base dimensions there can be; the last lane marks `any`.
  static let laneCount = 31
  /// Lanes from here on belong to the units that a book declares.
  static let firstDeclaredLane = 11

  public static let time = Dimension(base: 0)
  public static let data = Dimension(base: 1)
  public static let operations = Dimension(base: 2)
  /// Multiply-accumulates.
  public static let macs = Dimension(base: 3)
  public static let energy = Dimension(base: 4)
  /// US dollars.
  public static let money = Dimension(base: 5)
  public static let euros = Dimension(base: 6)
  public static let mass = Dimension(base: 7)
  public static let length = Dimension(base: 8)
  public static let temperature = Dimension(base: 9)
  public static let current = Dimension(base: 10)

  /// The dimension of a literal zero, which fits everywhere.
  static let any = Dimension(base: laneCount)

  /// The exponents that are not zero, by base dimension.
  var exponents: [(lane: Int, exponent: Double)] {
    let lanes = lanes
    return (0..<Self.laneCount).compactMap { lane in
      lanes[lane] == 0 ? nil : (lane, Double(lanes[lane]) / Double(Self.whole))
    }
  }

  /// The product; nil when an exponent leaves the range of about ±10.
  @inline(__always)
  public func multiplied(by other: Dimension) -> Dimension? {
    if other == .one { return self }
    if self == .one { return other }
    if self == .any || other == .any { return .any }
    var result = Dimension()
    var overflow = Self.add(first, other.first, &result.first)
    overflow |= Self.add(second, other.second, &result.second)
    overflow |= Self.add(third, other.third, &result.third)
    overflow |= Self.add(fourth, other.fourth, &result.fourth)
    return overflow == 0 ? result : nil
  }

  /// The quotient; nil when an exponent leaves the range of about ±10.
  @inline(__always)
  public func divided(by other: Dimension) -> Dimension? {
    if other == .one { return self }
    if self == .any || other == .any { return self }
    var result = Dimension()
    var overflow = Self.subtract(first, other.first, &result.first)
    overflow |= Self.subtract(second, other.second, &result.second)
    overflow |= Self.subtract(third, other.third, &result.third)
    overflow |= Self.subtract(fourth, other.fourth, &result.fourth)
    return overflow == 0 ? result : nil
  }

  // Eight exponents at once: the sign bits are kept out of the addition, so that no carry crosses a byte.
  private static let signs: UInt64 = 0x8080_8080_8080_8080

  /// Adds eight exponents; a bit is set for each that overflows.
  @inline(__always)
  private static func add(_ a: UInt64, _ b: UInt64, _ sum: inout UInt64) -> UInt64 {
    sum = ((a & ~signs) &+ (b & ~signs)) ^ ((a ^ b) & signs)
    return ~(a ^ b) & (a ^ sum) & signs
  }

  /// Subtracts eight exponents; a bit is set for each that overflows.
  @inline(__always)
  private static func subtract(_ a: UInt64, _ b: UInt64, _ difference: inout UInt64) -> UInt64 {
    difference = ((a | signs) &- (b & ~signs)) ^ ((a ^ ~b) & signs)
    return (a ^ b) & (a ^ difference) & signs
  }

  /// The power; nil when an exponent would be no multiple of 1/12 or leaves the range of about ±10.
  public func raised(to power: Double) -> Dimension? {
    if self == .one || self == .any { return self }
    var result = SIMD32<Int8>()
    let lanes = lanes
    for lane in 0..<Self.laneCount where lanes[lane] != 0 {
      let exponent = Double(lanes[lane]) * power
      let rounded = exponent.rounded()
      guard abs(exponent - rounded) < 1e-9, let exact = Int8(exactly: rounded) else { return nil }
      result[lane] = exact
    }
    return Dimension(lanes: result)
  }
}
