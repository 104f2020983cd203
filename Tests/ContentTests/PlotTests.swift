import Engine
import Testing

@testable import Content

/// The YAML of plots, and what their expressions give.
struct PlotTests {
  private static func cell(_ kind: String, _ body: String) -> String {
    "```{plot}\n#| kind: \(kind)\n#| alt: A.\n\(body)\n```\n"
  }

  /// The kind, the body, the findings of reading.
  static let problems: [(String, String, String)] = [
    (
      "pie", "a: 1",
      "! 2:10 error: `pie` is no kind of plot > the kinds are line, bar, histogram, heatmap, scatter, timeline, network, roofline"
    ),
    ("bars", "a: 1", "! 2:10 error: `bars` is no kind of plot > did you mean `bar`?"),
    ("bar", "", "! 4:1 error: the plot has no body > say below the options what it shows, in YAML"),
    ("bar", "- a", "! 4:1 error: a bar chart is a mapping, and this is a list > its keys are bars, axis"),
    ("bar", "axis: {unit: B}", "! 4:7 error: the plot has no `bars` > add `bars:` with a list"),
    (
      "bar", "bars: 3",
      "! 4:7 error: `bars` is a list, and this is the text `3` > write an entry a line, each after a dash"
    ),
    ("bar", "bars: [{label: a}]", "! 4:8 error: a bar has no `value` > add `value:` with an expression"),
    (
      "bar", "bars:\n  - {label: a, value: 1}\naxes: {}",
      "! 6:1 warning: a bar chart knows no `axes` > did you mean `axis`?"
    ),
    (
      "bar", "bars:\n  - {label: a, value: 1, colour: red}",
      "! 5:26 warning: a bar knows no `colour` > its keys are label, value"
    ),
    (
      "bar", "bars:\n  - {label: a, value: max(0, 1)}",
      "! 5:30 error: `1)` stands alone > put an expression with a comma in quotes"
    ),
    (
      "bar", "bars: [{value: {a: 1}}]",
      "! 4:16 error: an expression is a text, and this is a mapping > put it in quotes if it holds a colon"
    ),
    (
      "bar", "bars: [{value: 1}]\naxis: {log: yes}",
      "! 5:13 error: `log` is true or false, and this is the text `yes`"
    ),
    (
      "line", "series: [{y: z}]",
      "! 4:10 error: a curve needs a variable with its ends > write x: {name: z, from: -4, to: 4}, or give the series a list `x`"
    ),
    (
      "timeline", "entries: [{label: a, from: 1}]",
      "! 4:11 error: an entry is a moment or a span > write {label: …, at: …} or {label: …, from: …, to: …}"
    ),
    (
      "scatter", "series: []",
      "! 4:9 error: `series` is a list, and this is empty > write an entry a line, each after a dash"
    ),
    ("heatmap", "values: [[1]]\nrows: a", "! 5:7 error: `rows` is a list of texts, and this is the text `a`"),
  ]

  @Test(arguments: problems) func isReported(_ kind: String, _ body: String, _ expected: String) {
    let chapter = chapter(Self.cell(kind, body))
    #expect(report(chapter.findings) == [expected])
    guard expected.contains(" error: ") else { return }
    guard case .problem = chapter.blocks.first else {
      Issue.record("a plot that can not be read is a problem")
      return
    }
  }

  static let workbook: Workbook = {
    var workbook = Workbook(library: Library())
    let body = """
      input size = 2 KB
      input batch = 4
      let list = [1, 2, 4]
      output all = size * batch -> KB
      """
    workbook.add([Calculator(id: "c", title: "", body: body, units: .standard)])
    return workbook
  }()

  private static func evaluation(_ kind: String, _ body: String, in workbook: Workbook = workbook)
    throws -> PlotEvaluation
  {
    let chapter = chapter("```{calc}\n#| id: c\n#| display: inline\n```\n\n" + cell(kind, body))
    #expect(report(chapter.findings) == [])
    let plot = chapter.blocks.compactMap { if case .plot(let plot) = $0 { plot } else { nil } }.first
    return try #require(plot).evaluated(in: workbook)
  }

  /// The kind, the body, and what evaluating reports.
  static let failures: [(String, String, [String])] = [
    ("bar", "bars: [{label: a, value: al}]", ["9:26 `al`: there is no value named “al”"]),
    (
      "bar", "bars:\n  - {label: a, value: size}\n  - {label: b, value: 3 s}",
      ["11:23 `3 s` is 3 s, and the axis is in B > show one kind of unit"]
    ),
    (
      "bar", "bars: [{label: a, value: list}]",
      ["9:26 `list` is no single number > name a number, or an item of a list"]
    ),
    (
      "bar", "bars: [{value: size}]\naxis: {unit: KX}",
      [
        "10:14 `KX` is no unit > write one such as KB or FLOP/s"
      ]
    ),
    ("histogram", "values: size", ["9:9 `size` is no list > write [a, b, …]"]),
    (
      "histogram", "values: list\nbins: 0",
      ["10:7 `bins` is a count, and `0` is none > give a number of 1 or more"]
    ),
    (
      "line", "series: [{x: list, y: [1, 2]}]",
      ["9:23 `[1, 2]` has 2 values, and `list` has 3 > give each x its y"]
    ),
    // Beyond the domain a curve has a gap; without any value it is a mistake.
    ("line", "x: {name: z, from: -1, to: 1}\nseries: [{y: sqrt(z)}]", []),
    (
      "line", "x: {name: z, from: -2, to: -1}\nseries: [{y: sqrt(z)}]",
      ["10:14 `sqrt(z)`: the square root of a negative number is no real number"]
    ),
    (
      "line", "x: {name: z, from: -1, to: 1}\nseries: [{y: z + size}]",
      [
        "10:14 `z + size`: can not add a plain number and a data size (B) > multiplying the first by a data size (B) would make them alike"
      ]
    ),
    ("roofline", "hardware: [size]", ["9:12 `size` is no profile > name a profile of hardware, or an input"]),
    (
      "network", "layers: [{label: a, units: 3 s}]",
      ["9:28 `units` is a count, and `3 s` is none > give a number of 1 or more"]
    ),
  ]

  @Test(arguments: failures) func failure(_ kind: String, _ body: String, _ expected: [String]) throws {
    let problems = try Self.evaluation(kind, body).problems.map { problem in
      "\(problem.position.outline) \(problem.message)" + (problem.advice.map { " > \($0)" } ?? "")
    }
    #expect(problems == expected)
  }

  @Test func valuesFollowTheirInputs() throws {
    let body = "axis: {unit: KB}\nbars: [{label: all, value: all}, {label: none, value: 0}]"
    func bars(_ workbook: Workbook) throws -> ([Double], [String?], Bool) {
      let evaluation = try Self.evaluation("bar", body, in: workbook)
      #expect(evaluation.problems == [])
      guard case .bar(let bars, let axis) = evaluation.data else { return ([], [], false) }
      #expect(axis.unit == "KB")
      return (bars.map(\.x), bars.map(\.text), evaluation.isChanged)
    }
    var workbook = Self.workbook
    #expect(try bars(workbook) == ([8, 0], ["8 KB", "0 KB"], false))
    try workbook.setInput("batch", of: "c", to: "16")
    #expect(try bars(workbook) == ([32, 0], ["32 KB", "0 KB"], true))
  }

  @Test func curvesFollowAnInputOfTheCalculator() throws {
    let body = "x: {name: batch, from: 1, to: 100, log: true}\nseries: [{y: all}]\npoints: [{x: 10, y: all}]"
    let evaluation = try Self.evaluation("line", body)
    guard case .line(let series, let points, let x, let y) = evaluation.data else { return }
    #expect(series[0].points.count == PlotEvaluator.placeCount)
    #expect(series[0].points.first?.y == 2000)
    #expect(series[0].points.last?.y == 200_000)
    #expect(points.map(\.y) == [20_000])
    #expect((x.unit, x.isLogarithmic, y.unit) == ("", true, "B"))
  }

  @Test func rooflinesReadProfilesAndTheirOverrides() throws {
    let files = try TemporaryBook.small(with: [:])
    let loader = try BookLoader(folder: files.folder)
    var workbook = loader.rest(of: try loader.open(chapter: nil)).workbook
    try workbook.setOverride("h100.memory.bandwidth", to: "4 TB/s")
    let body = """
      hardware: [h100, {label: mine, peak: 2 TFLOP/s, bandwidth: 100 GB/s}]
      points: [{label: a, x: 2 FLOP/B}, {label: b, x: 4 FLOP/B, y: 1 GFLOP/s}]
      """
    let evaluation = try Self.evaluation("roofline", body, in: workbook)
    #expect(evaluation.problems == [])
    #expect(evaluation.isChanged)
    #expect(
      evaluation.data
        == .roofline(
          [
            .init(label: "H100", peak: 989e12, bandwidth: 4e12),
            .init(label: "mine", peak: 2e12, bandwidth: 100e9),
          ],
          points: [.init(label: "a", x: 2), .init(label: "b", x: 4, y: 1e9)]))
    let missing = try Self.evaluation("roofline", body + "\nprecision: int4", in: workbook)
    #expect(missing.problems.map(\.message) == ["`h100.peak.int4`: peak.int4 is not given for H100"])
  }

  /// Lines between other units than the author's would mislead, so that such a network is not drawn at all.
  @Test(arguments: [
    ("[[1, 2], [3, 4]], [[1, -2]]", nil),
    ("[[1, 2], [3, 4]], [[1], [-2]]", "the weights `[[1], [-2]]` are 2×1, expected 1×2"),
    ("[[1, 2]], [[1, -2]]", "the weights `[[1, 2]]` are 1×2, expected 2×2"),
    ("[[1, 2], [3]], [[1, -2]]", "the weights `[[1, 2], [3]]` are 2 rows of unequal length, expected 2×2"),
  ])
  func weightsHaveTheShapeOfTheirLayers(weights: String, problem: String?) throws {
    let list = weights.replacing("]], [[", with: "]]\", \"[[")
    let body =
      "layers: [{label: in, units: 2}, {label: hidden, units: 2}, {label: out, units: 1}]\nweights: [\"\(list)\"]"
    let evaluation = try Self.evaluation("network", body, in: Workbook(library: Library()))
    #expect(evaluation.problems.map(\.message) == [problem].compactMap(\.self))
    guard case .network(let layers, _, _) = evaluation.data else {
      Issue.record("no network")
      return
    }
    #expect(layers.count == (problem == nil ? 3 : 0))
  }

  @Test func checkReportsWhatFails() throws {
    let text = """
      ---
      title: Second
      ---

      ## More {#sec-second}

      ```{plot}
      #| kind: bar
      #| alt: A.
      bars: [{label: a, value: c01-weights.sizes}]
      ```
      """
    let files = try TemporaryBook.small(with: ["chapters/02-second.md": text])
    let loader = try BookLoader(folder: files.folder)
    let findings = BookCheck(loader.rest(of: try loader.open(chapter: nil))).findings
    #expect(
      report(findings) == [
        "! 10:26 error: in the plot, `c01-weights.sizes`: c01-weights has no value named “sizes” > did you mean size?"
      ])
  }
}
