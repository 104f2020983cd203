import Testing

@testable import Typesetting

@Suite struct ChartWordsTests {
  @Test(arguments: [
    (
      Chart.Kind.line(
        LineChart(
          [Series("FP16", [DataPoint(1, 0.002), DataPoint(8, 0.0029), DataPoint(.nan, 1)])],
          markers: [DataPoint(8, 0.0029, label: "served")], x: Axis("batch size", isLogarithmic: true),
          y: Axis("latency", unit: "s"))),
      "Line chart of latency over batch size (logarithmic). "
        + "FP16: 2 ms at 1; 2.9 ms at 8; 1 without a place on the axes. Marked: served: 2.9 ms at 8."
    ),
    (
      .line(LineChart([Series("", (0...30).map { DataPoint(Double($0), Double($0 % 7)) })])),
      "Line chart. 31 points; 0 at 0; 5 at 5; 3 at 10; 1 at 15; 6 at 20; 4 at 25; 2 at 30; "
        + "lowest 0 at 0; highest 6 at 6."
    ),
    (
      .scatter(
        ScatterChart(
          [Series("CNN", [DataPoint(25.6e6, 76, label: "ResNet-50")])], y: Axis("accuracy", unit: "%"))),
      "Scatter chart of accuracy. CNN: ResNet-50: 76 % at 25,600,000."
    ),
    (
      .bar(
        BarChart(
          [
            BarChart.Bar("weights", 437.5e3), BarChart.Bar("state", 1, text: "one"),
            BarChart.Bar("lost", .nan),
          ],
          axis: Axis("memory", unit: "B"))),
      "Bar chart of memory. weights: 438 KB; state: one; lost: no value (no bar)."
    ),
    (
      .heatMap(
        HeatMap(rows: ["the"], columns: ["cat", "sat"], values: [[0.25, 0.75]], scale: Axis("attention"))),
      "Heat map of attention, 1 row by 2 columns. the: cat 0.25; sat 0.75."
    ),
    (
      .timeline(
        Timeline(
          [Timeline.Entry("compute", start: 0, end: 0.012), Timeline.Entry("save", start: 0.02)],
          axis: Axis("time", unit: "s"))),
      "Timeline over time. compute: 0 to 12 ms; save: at 20 ms."
    ),
    (
      .roofline(
        Roofline(
          [
            Roofline.Machine("A100", peak: 312e12, bandwidth: 2e12),
            Roofline.Machine("broken", peak: 0, bandwidth: 1),
          ],
          points: [
            Roofline.Point("decode", intensity: 1), Roofline.Point("GEMM", intensity: 400),
            Roofline.Point("measured", intensity: 100, performance: 90e12),
          ])),
      "Roofline: performance over arithmetic intensity, both logarithmic. "
        + "A100: 312 TFLOP/s, 2 TB/s, ridge 156 FLOP/B. broken: no roof. "
        + "decode: 1 FLOP/B, at most 2 TFLOP/s on A100, memory-bound. "
        + "GEMM: 400 FLOP/B, at most 312 TFLOP/s on A100, compute-bound. measured: 100 FLOP/B, 90 TFLOP/s."
    ),
    (
      .network(
        NetworkDiagram(
          [
            NetworkDiagram.Layer("in", units: 2, activations: [1, 0.5]),
            NetworkDiagram.Layer("out", units: 1),
          ],
          weights: [[[0.5, -2]]])),
      "Network of 2 layers. in: 2 units, activations 1; 0.5. out: 1 unit. in to out, weights into unit 1: 0.5, −2."
    ),
  ])
  func sayWhatThePictureShows(kind: Chart.Kind, words: String) {
    #expect(Chart(kind).alternative() == words)
  }

  /// A marked point is on a curve, and is said with its name.
  @Test func markedPointsNameTheirCurve() {
    let places = (0...40).map { Double($0) / 10 }
    let series = [
      Series("flat", places.map { DataPoint($0, 1) }), Series("steep", places.map { DataPoint($0, 2 * $0) }),
    ]
    let markers = [DataPoint(2, 1), DataPoint(2, 4, label: "here"), DataPoint(0.5, 1), DataPoint(3, 3)]
    let words = Chart(.line(LineChart(series, markers: markers))).alternative()
    #expect(words.hasSuffix("Marked: flat: 1 at 2; steep, here: 4 at 2; 1 at 0.5; 3 at 3."))
    #expect(words.contains("steep: 41 points; 0 at 0; 1 at 0.5; 2 at 1; 3 at 1.5; 4 at 2;"))
  }

  /// What a picture cuts is nowhere else in print.
  @Test(arguments: [20, 40, 60, 100], [false, true])
  func picturesKeepTheirWords(width: Int, isASCII: Bool) {
    let timeline = Timeline(
      [Timeline.Entry("load", start: 0, end: 0.005), Timeline.Entry("now", start: 0.003)],
      axis: Axis(unit: "s"))
    let spans = Chart(.timeline(timeline)).draw(width: width, height: 10, isASCII: isASCII).map(\.text)
    #expect(spans.contains { $0.contains(" 5 ms") && !$0.contains("now") }, "\(spans)")
    let label = "a very long label of a bar that says what the bar is about"
    let bars = Chart(.bar(BarChart([BarChart.Bar(label, 3), BarChart.Bar("b", 1)])))
    let text = bars.draw(width: width, height: 10, isASCII: isASCII).map(\.text).joined(separator: " ")
    for word in label.split(separator: " ") { #expect(text.contains(word), "\(text)") }
  }

  @Test(arguments: [
    Chart.Kind.line(LineChart([])), .scatter(ScatterChart([Series("", [])])), .bar(BarChart([])),
    .histogram(Histogram([.nan])), .heatMap(HeatMap(rows: ["a"], columns: [], values: [])),
    .timeline(Timeline([])), .roofline(Roofline([])), .network(NetworkDiagram([])),
    .bar(BarChart([BarChart.Bar("zero", 0)], axis: Axis(isLogarithmic: true))),
  ])
  func nothingIsCalledNoData(kind: Chart.Kind) {
    #expect(Chart(title: "Cost", kind).draw(width: 40, height: 10).map(\.text) == ["Cost", "no data"])
    #expect(Chart(title: "Cost", kind).alternative() == "Cost. No data.")
  }

  /// The roles of a picture are those that themes know, so that it can do without colour.
  @Test func seriesHaveTheirRoles() {
    let series = (0..<5).map { Series("s\($0)", [DataPoint(0, Double($0)), DataPoint(1, Double($0))]) }
    let lines = Chart(.line(LineChart(series))).draw(width: 60, height: 20)
    let roles = Set(lines.flatMap(\.runs).map(\.style.role))
    #expect(roles.isSuperset(of: [.series1, .series2, .series3, .series4, .frame, .label]))
    let legend = lines.suffix(2).map(\.text).joined(separator: "   ")
    for letter in ["A", "B", "C", "D", "E"] { #expect(legend.contains(" \(letter) s")) }
  }
}
