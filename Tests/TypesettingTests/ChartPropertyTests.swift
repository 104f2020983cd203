import Testing

@testable import Typesetting

/// The same numbers on every run.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// Charts of awkward values.
private struct Awkward {
  var generator: Generator

  private static let numbers: [Double] = [
    0, -0.0, 1, -1, 0.1, 1e-3, 12345, 1e6, 99.95, 999.96, -2.5e9, 1e15, 1e300, -1e300, 1e-300, 1.7e308,
    -1.7e308,
    .leastNonzeroMagnitude, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, .leastNormalMagnitude,
    1e301, 1 + 1e-12,
  ]
  private static let texts = [
    "", "A", "ResNet-50", "a rather long label of many words that fits nowhere", "日本語の名前",
    "👩\u{200D}💻 e\u{301}",
    "tab\tand\u{1B}[31m escape\nline", "\u{200B}", "soft\u{AD}hyphen", "no\u{A0}break", "ﷺ", "µ",
  ]
  private static let units = ["", "s", "B", "FLOP/s", "B/s", "%", "token/s", "J", "USD", "日本"]

  mutating func number() -> Double {
    if Int.random(in: 0..<3, using: &generator) > 0 { return Double.random(in: -50...100, using: &generator) }
    return Self.numbers.randomElement(using: &generator) ?? 0
  }

  mutating func text() -> String { Self.texts.randomElement(using: &generator) ?? "" }

  mutating func count(_ most: Int) -> Int { Int.random(in: 0...most, using: &generator) }

  mutating func maybe() -> Double? { count(2) == 0 ? number() : nil }

  mutating func numbers(_ most: Int) -> [Double] { (0..<count(most)).map { _ in number() } }

  mutating func points() -> [DataPoint] {
    let isLabelled = count(1) == 0
    return (0..<count(14)).map { _ in DataPoint(number(), number(), label: isLabelled ? text() : "") }
  }

  mutating func series() -> [Series] { (0..<count(6)).map { _ in Series(text(), points()) } }

  mutating func axis() -> Axis {
    Axis(
      text(), unit: Self.units.randomElement(using: &generator) ?? "", isLogarithmic: count(2) == 0,
      lowest: maybe(), highest: maybe())
  }

  mutating func chart(_ kind: Int) -> Chart {
    Chart(title: text(), self.kind(kind))
  }

  private mutating func kind(_ kind: Int) -> Chart.Kind {
    switch kind {
    case 0: return .line(LineChart(series(), markers: points(), x: axis(), y: axis()))
    case 1: return .scatter(ScatterChart(series(), x: axis(), y: axis()))
    case 2:
      let bars = (0..<count(30)).map { _ in
        BarChart.Bar(text(), number(), text: count(3) == 0 ? text() : nil)
      }
      return .bar(BarChart(bars, axis: axis(), isHorizontal: count(1) == 0))
    case 3: return .histogram(Histogram(numbers(200), bins: count(1) == 0 ? count(300) - 20 : nil, x: axis()))
    case 4:
      let rows = (0..<count(40)).map { _ in numbers(count(3) == 0 ? 150 : 8) }
      let names = (0..<count(12)).map { _ in text() }
      return .heatMap(
        HeatMap(rows: names, columns: names, values: rows, scale: axis(), showsValues: count(1) == 0))
    case 5:
      let entries = (0..<count(20)).map { _ in Timeline.Entry(text(), start: number(), end: maybe()) }
      return .timeline(Timeline(entries, axis: axis()))
    case 6:
      let machines = (0..<count(6)).map { _ in
        Roofline.Machine(text(), peak: number(), bandwidth: number())
      }
      let points = (0..<count(8)).map { _ in
        Roofline.Point(text(), intensity: number(), performance: maybe())
      }
      return .roofline(Roofline(machines, points: points))
    default:
      let layers = (0..<count(8)).map { _ in
        NetworkDiagram.Layer(
          text(), units: [-1, 0, 1, 3, 9, 784, Int.max].randomElement(using: &generator) ?? 1,
          activations: numbers(9))
      }
      let weights = (0..<count(8)).map { _ in (0..<count(9)).map { _ in numbers(9) } }
      return .network(NetworkDiagram(layers, weights: weights))
    }
  }
}

@Suite struct ChartPropertyTests {
  @Test(arguments: 0..<8, [false, true])
  func noLineIsWiderThanThePage(kind: Int, isASCII: Bool) {
    var awkward = Awkward(generator: Generator(state: UInt64(kind * 2 + (isASCII ? 1 : 0))))
    for round in 0..<120 {
      let chart = awkward.chart(kind)
      let width = round % 10 == 0 ? awkward.count(16) : 16 + awkward.count(90)
      let height = awkward.count(30)
      let lines = chart.draw(width: width, height: height, isASCII: isASCII)
      for line in lines {
        if line.width > width { Issue.record("round \(round): \(line.width) > \(width): \(line.text)") }
        if line.text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) {
          Issue.record("round \(round): a control character in \(line.text)")
        }
        if isASCII && !line.text.utf8.allSatisfy({ $0 < 0x80 }) {
          Issue.record("round \(round): not ASCII: \(line.text)")
        }
        if line.text.hasSuffix(" ") { Issue.record("round \(round): blanks at the end of \(line.text)") }
      }
      #expect(!chart.alternative().isEmpty)
    }
  }

  @Test(arguments: 0..<8)
  func theSameChartGivesTheSamePicture(kind: Int) {
    var awkward = Awkward(generator: Generator(state: UInt64(kind + 100)))
    for _ in 0..<10 {
      let chart = awkward.chart(kind)
      let lines = chart.draw(width: 60, height: 16, isASCII: false)
      #expect(lines == chart.draw(width: 60, height: 16, isASCII: false))
    }
  }
}
