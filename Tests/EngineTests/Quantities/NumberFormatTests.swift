import Testing

@testable import Engine

struct NumberFormatTests {
  static let library = TestLibrary.library
  static let format = NumberFormat(units: library.units)

  static let automatic: [(Double, String, String)] = [
    (437.5, "KB", "438 KB"), (1_880_000, "B", "1.88 MB"), (0.0418, "s", "41.8 ms"),
    (312e12, "FLOP/s", "312 TFLOP/s"),
    (80, "GB", "80 GB"), (3.35, "TB/s", "3.35 TB/s"), (512, "B", "512 B"), (0.5, "B", "0.5 B"),
    (999.96, "KB", "1.00 MB"), (1_234_567, "1", "1,234,567"), (25.6e6, "1", "25,600,000"),
    (0.1 + 0.2, "1", "0.3"),
    (2.0004, "1", "2.00"), (-0.0, "1", "0"), (-1234.5678, "1", "-1,235"), (0.125, "1", "0.125"),
    (1.005, "1", "1.01"), (2.675, "1", "2.68"), (9.094947e-13, "1", "9.09×10⁻¹³"), (1e-5, "1", "1×10⁻⁵"),
    (6.02214076e23, "1", "6.02×10²³"), (12_345_678.9, "1", "12,300,000"), (1 / 3.0, "1", "0.333"),
    (5, "s", "5 s"), (90, "s", "90 s"), (200, "s", "3.33 min"), (7200, "s", "2 h"),
    (277_000, "s", "3.21 days"),
    (86_400 * 2, "s", "2 days"), (5, "year", "5 years"), (1.5e-9, "s", "1.5 ns"), (2e-6, "s", "2 µs"),
    (640, "pJ", "640 pJ"),
    (2.5, "USD", "$2.50"), (3, "USD", "$3"), (-5, "USD", "-$5"), (1234.56, "USD", "$1,235"),
    (0.0000123, "USD", "$0.0000123"), (1e-6, "USD", "$0.000001"), (1e-9, "USD", "$1×10⁻⁹"),
    (0.5, "USD", "$0.50"),
    (0.12, "USD", "$0.12"), (0.0125, "USD", "$0.0125"), (2.5, "USD/h", "$2.50/h"),
    (1e6, "EUR", "1,000,000 EUR"),
    (700, "W", "700 W"), (1.2e7, "W", "12 MW"), (164, "kg", "164 kg"), (2500, "kg", "2.5 t"),
    (1.41e9, "Hz", "1.41 GHz"),
    (109_184, "MAC", "109 kMAC"), (140.2, "FLOP/B", "140 FLOP/B"), (160e-12, "J/B", "160 pJ/B"),
    (1200, "token/s", "1,200 token/s"), (3.14e23, "FLOP", "314 ZFLOP"), (3.14e29, "FLOP", "3.14×10²⁹ FLOP"),
    (0, "GB", "0 B"),
  ]

  @Test(arguments: automatic)
  func `A unit that fits is chosen`(number: Double, unit: String, expected: String) throws {
    let unit = try #require(Self.library.units.unit(unit))
    #expect(Self.format.text(Quantity(number, in: unit)) == expected)
  }

  static let wanted: [(Double, String, String, Int?, String)] = [
    (1.073741824e9, "B", "GB", nil, "1.07 GB"), (1.073741824e9, "B", "GiB", nil, "1 GiB"),
    (0.4538, "1", "%", nil, "45.4 %"), (0.45, "1", "%", nil, "45 %"), (0.015, "1", "pp", 2, "1.5 pp"),
    (0.01, "1", "pp", 2, "1.0 pp"), (4.537, "1", "x", nil, "4.54×"), (16, "1", "x", 2, "16×"),
    (437_544, "B", "KB", 4, "437.5 KB"), (6e9, "B", "GB", 2, "6.0 GB"), (1234.5, "GB", "GB", nil, "1,235 GB"),
    (277_000, "s", "day", 2, "3.2 days"), (86_400, "s", "day", nil, "1 day"),
    (70.00704e-6, "J", "uJ", 3, "70.0 µJ"),
    (109_184, "MAC", "MAC", 6, "109,184 MAC"), (1, "MAC", "MAC", 6, "1 MAC"),
    (298.15, "K", "°C", nil, "25 °C"),
    (12_345, "USD", "kUSD", nil, "12.3 kUSD"), (15, "Hz", "1/s", nil, "15/s"),
    (3, "USD/h", "$/h", nil, "$3/h"), (2.5, "USD", "USD", 2, "$2.50"), (0.5, "USD", "USD", 1, "$0.50"),
    (12.34, "USD", "USD", 3, "$12.34"), (12, "USD", "USD", 3, "$12"), (0.5, "USD/h", "USD/h", 1, "$0.50/h"),
    (5, "s", "GB", nil, "5 s"),
    (99_999, "1", "1", 2, "99,999"), (0.9999, "1", "%", nil, "100 %"),
  ]

  @Test(arguments: wanted)
  func `A wanted unit is kept`(number: Double, unit: String, wanted: String, digits: Int?, expected: String)
    throws
  {
    let quantity = Quantity(number, in: try #require(Self.library.units.unit(unit)))
    #expect(Self.format.text(quantity, unit: Self.library.units.unit(wanted), digits: digits) == expected)
  }

  @Test(arguments: [
    ("-0.46 ms", "−0.46 ms"), ("-$5", "−$5"), ("[1, -2, -.5]", "[1, −2, −.5]"), ("-1×10⁻⁶", "−1×10⁻⁶"),
    ("(-3)", "(−3)"), ("x = -3", "x = −3"), ("GPT-3", "GPT-3"), ("A-100 - B", "A-100 - B"), ("1e-5", "1e-5"),
    ("- none", "- none"), ("2.5 ms", "2.5 ms"),
  ])
  func `Negative numbers are read with a minus sign`(text: String, shown: String) {
    #expect(text.withMinusSigns == shown)
  }

  @Test func `Amounts that are typed have cents`() {
    #expect(Self.format.exactText(.quantity(Quantity(0.5, in: Self.library.units.unit("USD")!))) == "$0.50")
    #expect(Self.format.exactText(.quantity(Quantity(20, in: Self.library.units.unit("USD")!))) == "$20")
  }

  @Test func `Lists, truth and texts`() {
    let list = Value.list([
      .quantity(Quantity(784)), .list([.quantity(Quantity(0.5)), .truth(true)]), .text("a"),
    ])
    #expect(Self.format.text(list) == "[784, [0.5, true], a]")
  }

  static let fixed: [(Double, String, String?, Double, String)] = [
    (80, "GB", nil, 80e9, "B"), (0.45, "1", "%", 45, "%"), (3, "h", nil, 10_800, "s"),
    (2.5, "$/h", nil, 2.5, "USD/h"),
    (3.35, "TB/s", "TB/s", 3.35, "TB/s"), (1, "kWh", nil, 3.6e6, "J"), (15, "FLOP/B", nil, 15, "FLOP/B"),
    (2, "token/s", nil, 2, "token/s"), (0.1 + 0.2, "1", nil, 0.3, "1"), (5, "TOPS", nil, 5e12, "FLOP/s"),
  ]

  @Test(arguments: fixed)
  func `Programs read one unit for a dimension`(
    number: Double, unit: String, wanted: String?, expected: Double, name: String
  ) throws {
    let quantity = Quantity(number, in: try #require(Self.library.units.unit(unit)))
    let found = Self.format.number(quantity, unit: wanted.flatMap { Self.library.units.unit($0) })
    #expect(found.number == expected)
    #expect(found.unit == name)
  }

  static let halves: [(Double, Int, String)] = [
    (0.5, 0, ""), (2.5, 1, "3"), (0.125, 2, "13"), (1.005, 3, "101"), (999.5, 3, "1"), (123_456, 3, "123"),
    (2.4999999999999996, 1, "2"), (1e300, 2, "1"), (2.5e-300, 3, "25"), (9.995, 3, "1"),
  ]

  @Test(arguments: halves)
  func `Halves are rounded up on the decimal digits`(number: Double, count: Int, expected: String) {
    var digits = DecimalDigits(number)
    digits.round(toSignificant: count)
    let found = digits.digits.map(String.init).joined()
    #expect(count == 0 ? found == "1" : found == expected)
  }

  /// A small generator with a seed, so that a failure comes again.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var x = state
      x ^= x >> 33
      x &*= 0xff51_afd7_ed55_8ccd
      x ^= x >> 33
      return x
    }
  }

  @Test func `What is printed reads back to the digits printed`() throws {
    var generator = Generator(state: 42)
    let units = [
      "B", "s", "FLOP", "FLOP/s", "J", "W", "USD", "1", "kg", "m", "MAC", "token/s", "B/s", "USD/h", "FLOP/B",
      "Hz", "EUR", "J/B",
    ]
    let reader = EntryReader(library: Self.library)
    for _ in 0..<4000 {
      let unit = try #require(Self.library.units.unit(units.randomElement(using: &generator) ?? "B"))
      let sign: Double = Bool.random(using: &generator) ? 1 : -1
      let magnitude =
        Double.random(in: 1...10, using: &generator)
        * Mathematics.power(10, Double.random(in: -14...20, using: &generator).rounded())
      let digits = Int.random(in: 3...6, using: &generator)
      let quantity = Quantity(sign * magnitude, in: unit)
      let text = Self.format.text(quantity, digits: digits)
      let value = try reader.read(text, unit: nil, expected: unit.dimension)
      guard case .quantity(let found) = value else { Issue.record("\(text) reads as \(value)"); continue }
      #expect(found.dimension == quantity.dimension, "\(text)")
      let slack = abs(quantity.magnitude) * 0.6 * Mathematics.power(10, Double(1 - digits))
      #expect(
        abs(found.magnitude - quantity.magnitude) <= slack, "\(quantity.magnitude) \(unit.text): \(text)")
    }
  }

  @Test func `Entries read back exactly`() throws {
    var generator = Generator(state: 7)
    let reader = EntryReader(library: Self.library)
    for unit in [
      "GB", "%", "ms", "1", "x", "USD/h", "$/h", "$", "kUSD", "1/s", "%/year", "us", "µs", "°C", "km^2",
      "kgCO2e/kWh",
    ] {
      let unit = try #require(Self.library.units.unit(unit))
      for _ in 0..<200 {
        let number = (Double.random(in: 1...1e6, using: &generator) * 1000).rounded() / 1000
        let text = Self.format.entry(.quantity(Quantity(number, in: unit)), unit: unit)
        guard case .quantity(let found) = try reader.read(text, unit: nil, expected: unit.dimension) else {
          continue
        }
        #expect(abs(found.number(in: unit) - number) <= 1e-12 * number, "\(text)")
      }
    }
  }
}
