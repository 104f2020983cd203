import Testing

@testable import Engine

/// Laws of arithmetic on quantities of many dimensions, drawn with a seed.
struct QuantityTests {
  static let dimensions: [Dimension] = [
    .one, .time, .data, .operations, .macs, .energy, .money, .mass, .length, .temperature, .current,
  ]

  static func draw(_ generator: inout NumberFormatTests.Generator) -> Quantity {
    var dimension = dimensions.randomElement(using: &generator) ?? .one
    if Bool.random(using: &generator), let other = dimensions.randomElement(using: &generator)?.raised(to: 2)
    {
      dimension = dimension.divided(by: other) ?? dimension
    }
    return Quantity(Double.random(in: 0.1...1e6, using: &generator), dimension)
  }

  static func near(_ a: Quantity, _ b: Quantity) -> Bool {
    a.dimension == b.dimension && abs(a.magnitude - b.magnitude) <= 1e-12 * abs(b.magnitude)
  }

  @Test func `Products and quotients`() throws {
    var generator = NumberFormatTests.Generator(state: 1)
    for _ in 0..<2000 {
      let a = Self.draw(&generator)
      let b = Self.draw(&generator)
      let product = try a.multiplied(by: b)
      #expect(try product == b.multiplied(by: a))
      #expect(try Self.near(product.divided(by: b), a))
      #expect(try Self.near(a.divided(by: b), Quantity(1).divided(by: b.divided(by: a))))
      #expect(try Self.near(a.raised(to: Quantity(2)), a.multiplied(by: a)))
      #expect(try Self.near(a.multiplied(by: a).raised(to: Quantity(0.5)), a))
      #expect(try a.divided(by: a) == Quantity(1))
    }
  }

  @Test func `Sums need one dimension, and a literal zero fits each`() throws {
    var generator = NumberFormatTests.Generator(state: 2)
    for _ in 0..<2000 {
      let a = Self.draw(&generator)
      let b = Self.draw(&generator)
      #expect(try a.adding(.zero) == a)
      #expect(try Quantity.zero.adding(a) == a)
      #expect(try a.subtracting(a) == Quantity(0, a.dimension))
      if a.dimension == b.dimension {
        #expect(try a.adding(b) == b.adding(a))
        #expect(try Self.near(a.adding(b).subtracting(b), a) || b.magnitude > 1e3 * a.magnitude)
      } else {
        #expect(throws: Quantity.Failure.mismatch) { try a.adding(b) }
      }
    }
  }

  static let integers: [(Double, Double, Double, Double)] = [
    (7, 2, 3, 1), (-7, 2, -4, 1), (7, -2, -4, -1), (-7, -2, 3, -1), (6, 3, 2, 0), (0.5, 0.2, 2, 0.1),
  ]

  @Test(arguments: integers)
  func `Floor division and remainder go together`(a: Double, b: Double, floor: Double, remainder: Double)
    throws
  {
    #expect(try Quantity(a).floorDivided(by: Quantity(b)).magnitude == floor)
    #expect(abs(try Quantity(a).remainder(by: Quantity(b)).magnitude - remainder) < 1e-12)
  }

  @Test func `What has no value fails`() {
    #expect(throws: Quantity.Failure.divisionByZero) { try Quantity(1).divided(by: Quantity(0, .time)) }
    #expect(throws: Quantity.Failure.overflow) { try Quantity(1e300).multiplied(by: Quantity(1e300)) }
    #expect(throws: Quantity.Failure.undefined) { try Quantity(-1).raised(to: Quantity(0.5)) }
    #expect(throws: Quantity.Failure.exponent) { try Quantity(2, .data).raised(to: Quantity(0.1)) }
    #expect(throws: Quantity.Failure.notPlain) { try Quantity(2).raised(to: Quantity(1, .time)) }
    #expect(throws: Quantity.Failure.notPlain) { try Quantity(2, .time).floorDivided(by: Quantity(1, .time)) }
  }
}
