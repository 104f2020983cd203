import Testing

@testable import Typesetting

@Suite struct ChartMappingTests {
  /// The picture of one marked point between fixed ends: 21 columns from column 4, 11 rows from row 0.
  private func cell(_ x: Double, _ y: Double, isASCII: Bool) -> (column: Int, row: Int)? {
    let axis = Axis(lowest: 0, highest: 10)
    let chart = Chart(.line(LineChart([], markers: [DataPoint(x, y)], x: axis, y: axis)))
    let lines = chart.draw(width: 27, height: 13, isASCII: isASCII).map { Array($0.text) }
    for (row, line) in lines.enumerated() {
      if let column = line.firstIndex(of: isASCII ? "@" : "●") { return (column - 4, row) }
    }
    return nil
  }

  @Test(arguments: [
    (0.0, 0.0, 0, 10), (10, 10, 20, 0), (0, 10, 0, 0), (10, 0, 20, 10), (5, 5, 10, 5), (2.5, 7.5, 5, 2),
    (1, 1, 2, 9),
  ])
  func aPointIsWhereItsValueIs(x: Double, y: Double, column: Int, row: Int) {
    for isASCII in [false, true] {
      let cell = cell(x, y, isASCII: isASCII)
      #expect(cell?.column == column, "\(x), \(y), ASCII: \(isASCII)")
      // Between two rows of ASCII, a value may round to either.
      #expect(abs((cell?.row ?? -9) - row) <= (isASCII && y == 7.5 ? 1 : 0), "\(x), \(y), ASCII: \(isASCII)")
    }
  }

  @Test(arguments: [(-0.1, 5.0), (5, 10.1), (11, 11), (.nan, 5), (5, .infinity)])
  func aPointOutsideIsNotDrawn(x: Double, y: Double) {
    #expect(cell(x, y, isASCII: false) == nil)
  }

  /// A labelled point outside is named under the picture.
  @Test func aLabelOutsideIsWrittenOut() {
    let axis = Axis(unit: "B", lowest: 0, highest: 10)
    let chart = Chart(.line(LineChart([], markers: [DataPoint(3, 4e9, label: "A100")], x: axis, y: axis)))
    #expect(chart.draw(width: 60, height: 10).last?.text == "A100 lies outside: 3 B, 4 GB")
  }

  /// On a logarithmic axis equal factors are equal distances: 1, 10, 100, 1000 over 31 columns.
  @Test(arguments: [(1.0, 0), (10, 10), (100, 20), (1000, 30), (31.6, 15)])
  func logarithmsAreLinear(x: Double, column: Int) throws {
    let axis = Axis(isLogarithmic: true, lowest: 1, highest: 1000)
    let chart = Chart(
      .scatter(ScatterChart([Series("", [DataPoint(x, 5)])], x: axis, y: Axis(lowest: 0, highest: 10))))
    let lines = chart.draw(width: 37, height: 13)
    let row = try #require(lines.first { $0.text.contains("●") })
    #expect(Array(row.text).firstIndex(of: "●") == column + 4)
  }

  /// A mark at the value of a tick stands in the tick's row and column.
  @Test(arguments: [false, true])
  func ticksAreWhereTheirValuesAre(isLogarithmic: Bool) throws {
    let axis = Axis(isLogarithmic: isLogarithmic, lowest: isLogarithmic ? 1 : 0, highest: 1000)
    let scale = Scale(axis, over: [])
    let ticks = scale.ticks(5)
    let texts = TickText(ticks, of: scale, unit: "", isASCII: false).texts
    for (value, text) in zip(ticks, texts) {
      let chart = Chart(.line(LineChart([], markers: [DataPoint(value, value)], x: axis, y: axis)))
      let lines = chart.draw(width: 50, height: 20).map(\.text)
      let row = try #require(lines.firstIndex { $0.contains("●") })
      let column = try #require(Array(lines[row]).firstIndex(of: "●"))
      let ruler = try #require(lines.first { $0.contains("└") })
      #expect(Array(ruler)[column] == "┬", "\(value)")
      #expect(lines[row].drop { $0 == " " }.hasPrefix("\(text) ┤"), "\(value)")
    }
  }

  /// Every dot of a straight line lies within one dot of it.
  @Test(arguments: [(0.0, 0.0, 1.0, 1.0), (0, 1, 1, 0), (0, 0.2, 1, 0.4), (-3, -2, 4, 3), (0.5, -9, 0.5, 9)])
  func dotsLieOnTheLine(x0: Double, y0: Double, x1: Double, y1: Double) {
    var raster = Raster(columns: 40, rows: 15, isASCII: false)
    var phase = 0
    raster.line(from: (x0, y0), to: (x1, y1), series: 0, phase: &phase)
    let space = ChartSpace(width: 40, height: 15, isASCII: false)
    let bits: [(UInt32, Int, Int)] = [
      (0x01, 0, 0), (0x02, 0, 1), (0x04, 0, 2), (0x40, 0, 3), (0x08, 1, 0), (0x10, 1, 1), (0x20, 1, 2),
      (0x80, 1, 3),
    ]
    let length = ((x1 - x0) * (x1 - x0) * 79 * 79 + (y1 - y0) * (y1 - y0) * 59 * 59).squareRoot()
    var count = 0
    for row in 0..<15 {
      for column in 0..<40 {
        guard let ink = raster.ink(column: column, row: row, in: space),
          let scalar = ink.text.unicodeScalars.first
        else { continue }
        for (bit, across, down) in bits where (scalar.value - 0x2800) & bit != 0 {
          let x = Double(column * 2 + across) / 79
          let y = 1 - Double(row * 4 + down) / 59
          let distance = abs((x - x0) * 79 * (y1 - y0) * 59 - (y - y0) * 59 * (x1 - x0) * 79) / length
          #expect(distance < 1, "\(x), \(y)")
          count += 1
        }
      }
    }
    #expect(count >= 58)
  }

  /// A bar is as long as its part of the longest, to an eighth of a column.
  @Test func barsAreAsLongAsTheirValues() {
    let bars = [80.0, 40, 10, 1, 0.001, 0].map { BarChart.Bar("", $0, text: "") }
    let lines = Chart(.bar(BarChart(bars))).draw(width: 44, height: 10).map { $0.text.dropFirst() }
    // 44 columns less the line and a blank leave 42.
    #expect(lines.map { $0.filter { $0 == "█" }.count } == [42, 21, 5, 0, 0, 0])
    #expect(lines.map { $0.last { $0 != "█" } } == [nil, nil, "▎", "▌", "▏", nil])
  }

  /// Every value is in one part, the largest in the last.
  @Test func histogramsCountEveryValueOnce() {
    let values = [0.0, 0.5, 1, 1, 2.5, 3, 9.99, 10]
    let chart = Chart(.histogram(Histogram(values, bins: 10, x: Axis(lowest: 0, highest: 10))))
    #expect(
      chart.alternative()
        == "Histogram, 8 values. 0 to 1: 2; 1 to 2: 2; 2 to 3: 1; 3 to 4: 1; 9 to 10: 2.")
  }

  /// The four shades divide the range into equal parts.
  @Test func shadesAreQuarters() {
    let chart = HeatMap(rows: [], columns: [], values: [[0, 24, 25, 49, 50, 74, 75, 100, .nan]])
    let lines = Chart(.heatMap(chart)).draw(width: 20, height: 10)
    #expect(lines[0].text == "░░░░▒▒▒▒▓▓▓▓████××")
  }

  /// The ridge is where the slope meets the peak.
  @Test func roofsMeetAtTheRidge() {
    let machine = Roofline.Machine("A100", peak: 312e12, bandwidth: 2.0e12)
    #expect(machine.ridge == 156)
    #expect(machine.attainable(at: 1) == 2e12)
    #expect(machine.attainable(at: 156) == 312e12)
    #expect(machine.attainable(at: 1000) == 312e12)
  }
}
