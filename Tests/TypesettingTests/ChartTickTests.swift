import Testing

@testable import Typesetting

@Suite struct ChartTickTests {
  @Test(arguments: [
    (0.0, 10.0, 5, ["0", "2", "4", "6", "8", "10"]), (0, 1, 5, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-1, 1, 4, ["−1.0", "−0.5", "0", "0.5", "1.0"]), (2012, 2024, 4, ["2015", "2020"]),
    (0, 30000, 3, ["0", "10k", "20k", "30k"]), (0, 4e6, 4, ["0", "1M", "2M", "3M", "4M"]),
    (0, 2000, 4, ["0", "500", "1,000", "1,500", "2,000"]),
  ])
  func linearTicks(low: Double, high: Double, count: Int, texts: [String]) {
    let scale = Scale(Axis(lowest: low, highest: high), over: [])
    let text = TickText(scale.ticks(count), of: scale, unit: "", isASCII: false)
    #expect(text.texts == texts)
    #expect(text.unit == "")
  }

  /// Where no round value lies on the axis, its ends are written exactly enough.
  @Test func endsStandInForRoundValues() {
    let scale = Scale(Axis(lowest: 0, highest: 1000), over: [])
    #expect(TickText([0.37, 9.21], of: scale, unit: "", isASCII: false).texts == ["0.4", "9.2"])
    #expect(TickText([200], of: scale, unit: "", isASCII: false).texts == ["0.2k"])
  }

  @Test(arguments: [
    (0.04, "s", ["0", "20", "40"], "ms"), (4e9, "B", ["0", "2", "4"], "GB"),
    (4e3, "B", ["0", "2", "4"], "KB"),
    (4e3, "s", ["0", "2,000", "4,000"], "s"), (4e-6, "", ["0", "2", "4"], "×10⁻⁶"),
    (4e-12, "J", ["0", "2", "4"], "pJ"),
    (40, "%", ["0", "20", "40"], "%"), (4e12, "FLOP/s", ["0", "2", "4"], "TFLOP/s"),
    (4e20, "USD", ["0", "2", "4"], "×10²⁰ USD"),
  ])
  func unitsTakeThePrefix(high: Double, unit: String, texts: [String], shown: String) {
    let scale = Scale(Axis(lowest: 0, highest: high), over: [])
    let text = TickText(scale.ticks(2), of: scale, unit: unit, isASCII: false)
    #expect(text.texts == texts)
    #expect(text.unit == shown)
  }

  @Test(arguments: [
    (1.0, 1e3, "", ["1", "10", "100", "1k"]), (1e-6, 1e-3, "s", ["1 µs", "10 µs", "100 µs", "1 ms"]),
    (1e9, 1e12, "FLOP/s", ["1G", "10G", "100G", "1T"]), (0.01, 10, "FLOP/B", ["0.01", "0.1", "1", "10"]),
    (1e-7, 1e-4, "", ["10⁻⁷", "10⁻⁶", "10⁻⁵", "10⁻⁴"]), (1e3, 1e6, "B", ["1 KB", "10 KB", "100 KB", "1 MB"]),
    (1, 10, "", ["1", "2", "5", "10"]), (1e-12, 1e12, "", ["10⁻¹²", "10⁻⁵", "10²", "10⁹"]),
    (1e-3, 1e5, "", ["0.001", "1", "1,000"]), (1e-6, 1, "", ["10⁻⁶", "10⁻⁴", "10⁻²", "1"]),
    (1, 1e4, "GB", ["1 GB", "100 GB", "10 TB"]), (1e-3, 1, "ms", ["1 µs", "10 µs", "100 µs", "1 ms"]),
    (1e9, 1e30, "FLOP", ["1G", "1P", "1Z", "1R"]), (1, 1e3, "kg", ["1", "10", "100", "1,000"]),
  ])
  func logarithmicTicks(low: Double, high: Double, unit: String, texts: [String]) {
    let scale = Scale(Axis(isLogarithmic: true, lowest: low, highest: high), over: [])
    #expect(TickText(scale.ticks(4), of: scale, unit: unit, isASCII: false).texts == texts)
  }

  /// A unit has one prefix: none of its own where the ticks have theirs.
  @Test(arguments: [
    ("GMAC", "MAC", "1G"), ("TFLOP/s", "FLOP/s", "1T"), ("GB", "", "1 GB"), ("token", "token", "1"),
  ])
  func onePrefixOnAnAxis(unit: String, shown: String, first: String) {
    let scale = Scale(Axis(isLogarithmic: true, lowest: 1, highest: 1e6), over: [])
    let text = TickText(scale.ticks(4), of: scale, unit: unit, isASCII: false)
    #expect(text.unit == shown)
    #expect(text.texts.first == first)
  }

  @Test(arguments: [
    (312e12, "FLOP/s", "312 TFLOP/s"), (2.039e12, "B/s", "2.04 TB/s"), (0.00125, "s", "1.25 ms"),
    (999.96e9, "B", "1.00 TB"), (45, "%", "45 %"), (0, "J", "0 J"), (640e-12, "J", "640 pJ"),
    (86400, "s", "24 h"),
    (25.6e6, "", "25,600,000"), (1e-7, "", "1×10⁻⁷"), (1e40, "", "1×10⁴⁰"), (-2500, "", "−2,500"),
    (3.14e23, "FLOP", "314 ZFLOP"),
    (1e25, "FLOP", "10 YFLOP"), (1e29, "FLOP", "1×10²⁹ FLOP"),
    (.nan, "s", "no value"),
    (437_500, "B", "438 KB"), (1e-300, "s", "1×10⁻³⁰⁰ s"), (2500, "ms", "2,500 ms"),
    (3, "token/s", "3 token/s"),
  ])
  func values(value: Double, unit: String, text: String) {
    #expect(valueText(value, unit: unit) == text)
  }

  @Test(arguments: [(1e-7, "", "1e-7"), (2.5e-12, "", "2.5e-12"), (45, "%", "45 %")])
  func valuesInASCII(value: Double, unit: String, text: String) {
    #expect(valueText(value, unit: unit, isASCII: true) == text)
  }

  /// Round ends, no more than needed; values equal, missing or extreme give a scale too.
  @Test(arguments: [
    ([3.0, 97], 0.0, 100.0), ([5, 5], 2.5, 7.5), ([0], -0.5, 0.5), ([], 0, 1), ([.nan, .infinity], 0, 1),
    ([-1e300, 1e300], -1e300, 1e300), ([1e-300], -0.5, 0.5),
  ])
  func scalesHoldTheirValues(values: [Double], low: Double, high: Double) {
    let scale = Scale(Axis(), over: values)
    #expect(scale.lowest == low)
    #expect(scale.highest == high)
  }
}
