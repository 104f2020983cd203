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
    let left = lanes
    let right = other.lanes
    let sum = left &+ right
    let overflow = (left ^ sum) & (right ^ sum)
    return overflow.min() < 0 ? nil : Dimension(lanes: sum)
  }

  /// The quotient; nil when an exponent leaves the range of about ±10.
  @inline(__always)
  public func divided(by other: Dimension) -> Dimension? {
    if other == .one { return self }
    if self == .any || other == .any { return self == .any ? .any : self }
    let left = lanes
    let right = other.lanes
    let difference = left &- right
    let overflow = (left ^ right) & (left ^ difference)
    return overflow.min() < 0 ? nil : Dimension(lanes: difference)
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
