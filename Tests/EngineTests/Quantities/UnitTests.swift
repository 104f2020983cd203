import Testing

@testable import Engine

struct UnitTests {
  static let factors: [(String, Double)] = [
    ("GB", 1e9), ("GiB", 1_073_741_824), ("KB", 1000), ("kB", 1000), ("KiB", 1024), ("kb", 125),
    ("Mbit", 125_000),
    ("bps", 0.125), ("Gbps", 1.25e8), ("bit", 0.125), ("ms", 1e-3), ("us", 1e-6), ("µs", 1e-6), ("ns", 1e-9),
    ("min", 60), ("h", 3600), ("day", 86_400), ("year", 31_557_600), ("month", 2_629_800), ("TFLOPS", 1e12),
    ("TFLOP/s", 1e12), ("TOPS", 1e12), ("TOP/s", 1e12), ("GMAC", 1e9), ("Wh", 3600), ("kWh", 3.6e6),
    ("mW", 1e-3),
    ("pJ", 1e-12), ("USD", 1), ("kUSD", 1000), ("$/h", 1 / 3600), ("kg", 1), ("g", 1e-3), ("tCO2e", 1000),
    ("kgCO2e/kWh", 1 / 3.6e6), ("km", 1000), ("cm", 0.01), ("kHz", 1000), ("1/s", 1), ("%", 0.01),
    ("pp", 0.01),
    ("x", 1), ("mAh", 3.6), ("m^2", 1), ("m²", 1), ("cm^2", 1e-4), ("s⁻¹", 1), ("GB/s/W", 1e9), ("W·h", 3600),
  ]

  @Test(arguments: factors)
  func `A unit has its factor`(text: String, factor: Double) throws {
    let unit = try #require(UnitTable.standard.unit(text))
    #expect(abs(unit.factor - factor) <= 1e-12 * factor)
    #expect(unit.text == text)
  }

  static let alike: [(String, String)] = [
    ("TFLOPS", "OP/s"), ("W", "J/s"), ("kWh", "J"), ("Hz", "1/s"), ("W·h", "J"), ("bps", "B/s"), ("V", "W/A"),
    ("GB/s/W", "B/J"), ("m²", "cm^2"),
  ]

  @Test(arguments: alike)
  func `Units of one dimension`(first: String, second: String) throws {
    #expect(
      try #require(UnitTable.standard.unit(first)).dimension
        == #require(UnitTable.standard.unit(second)).dimension)
  }

  static let different: [(String, String)] = [
    ("FLOP", "MAC"), ("USD", "EUR"), ("B", "FLOP"), ("J", "W"), ("K", "J"), ("GB", "GB/s"), ("%", "s"),
  ]

  @Test(arguments: different)
  func `Units of two dimensions`(first: String, second: String) throws {
    #expect(
      try #require(UnitTable.standard.unit(first)).dimension
        != #require(UnitTable.standard.unit(second)).dimension)
  }

  @Test(arguments: [
    "", "foo", "GB/", "/s", "GB s", "GB*s", "GB-s", "mB", "kKB", "GB//s", "m^", "m^0", "kday", "GB/2", "if",
  ])
  func `What is no unit is refused`(text: String) { #expect(UnitTable.standard.unit(text) == nil) }

  @Test func `Degrees have an offset, and none within a product`() throws {
    #expect(try #require(UnitTable.standard.unit("°C")).offset == 273.15)
    #expect(try #require(UnitTable.standard.unit("°C/W")).offset == 0)
  }

  @Test func `A book declares units`() throws {
    var units = UnitTable.standard
    try units.declare(base: "token", aliases: ["tok", "tokens"])
    try units.declare(base: "image", aliases: ["img"])
    let rate = try #require(units.unit("tok/s"))
    #expect(rate.dimension == units.unit("tokens/s")?.dimension)
    #expect(rate.dimension != units.unit("img/s")?.dimension)
    #expect(throws: Diagnostic.self) { try units.declare(base: "GB", aliases: []) }
    #expect(throws: Diagnostic.self) { try units.declare(base: "sample", aliases: ["ms"]) }
    #expect(throws: Diagnostic.self) { try units.declare(base: "two words", aliases: []) }
    #expect(throws: Diagnostic.self) { try units.declare(base: "if", aliases: []) }
  }

  @Test func `Dimensions that grow without end are an error`() {
    let ten = Dimension.data.raised(to: 10)
    #expect(ten != nil)
    #expect(Dimension.data.raised(to: 11) == nil)
    #expect(ten?.multiplied(by: .data) == nil)
    #expect(Dimension.data.raised(to: 0.1) == nil)
    #expect(Dimension.data.raised(to: 0.5)?.raised(to: 2) == .data)
  }
}
