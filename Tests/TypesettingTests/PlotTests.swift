import Engine
import Testing

@testable import Content
@testable import Typesetting

/// Plots on a page: pictures of live values, and what stands in for them.
struct PlotTests {
  private static func page(_ width: Int, isASCII: Bool = false, _ inputs: [String: String] = [:]) throws
    -> PageContext
  {
    var context = TypesettingTests.page(width, isASCII: isASCII)
    let memory = Calculator(
      id: "memory", title: "Activations",
      body: """
        input batch = 32 "images in a batch" 1...4096
        input size = 2 KB "bytes of one image"
        input score = 1 "score" -8...8
        let weights = 20 KB
        output all = batch * size -> KB "activations"
        output time = all / (1 MB/s) -> ms
        output inverse = 1 MB / (size - 2 KB)
        """, units: .standard)
    context.book.workbook.add([memory])
    for (name, entry) in inputs { try context.book.workbook.setInput(name, of: "memory", to: entry) }
    return context
  }

  private static func plot(_ kind: String, _ body: String) throws -> Block {
    var reader = PlotReader()
    let specification = try reader.specification(
      kind: PlotExpression(kind, at: SourcePosition(line: 1)), body: body, at: SourcePosition(line: 2))
    #expect(reader.warnings.isEmpty)
    return .plot(
      PlotBlock(
        id: nil, number: "5.2", caption: [.text("What it shows")], alternative: "The author's words.",
        specification: specification, body: body, calculator: "memory", range: nowhere))
  }

  private static let bars = """
    axis: {label: memory}
    bars: [{label: weights, value: weights}, {label: activations, value: all}]
    """

  @Test func barsFollowAnInput() throws {
    let plot = try Self.plot("bar", Self.bars)
    expect(
      [plot], try Self.page(76),
      #"""
      memory
      weights     │█████████████████▎ 20 KB
      activations │███████████████████████████████████████████████████████ 64 KB

      Figure 5.2 · What it shows
      """#)
    expect(
      [plot], try Self.page(76, ["batch": "100"]),
      #"""
      memory                                                                     ┊
      weights     │█████▍ 20 KB                                                  ┊
      activations │██████████████████████████████████████████████████████ 200 KB ┊

      Figure 5.2 · What it shows
      """#)
    expect(
      [plot], try Self.page(76, isASCII: true, ["batch": "100"]),
      #"""
      memory                                                                     :
      weights     |##### 20 KB                                                   :
      activations |###################################################### 200 KB :

      Figure 5.2 - What it shows
      """#)
  }

  @Test func curvesHaveLivePoints() throws {
    let plot = try Self.plot(
      "line",
      """
      x: {name: z, from: -4, to: 4, label: score}
      series:
        - {label: sigmoid, y: 1 / (1 + exp(-z))}
        - {label: tanh, y: tanh(z)}
      points: [{label: now, x: score, y: tanh(z)}]
      """)
    expect(
      [plot], try Self.page(76),
      #"""
       1.0 ┤                                            ⣀⡀ ⠔⢒⣀⣐⣒⠦⠬⠭⠥⠖⠛⠛⠒⠚⠛⠓⠒⠛⠋
           │                                        ⢀●⣠⠬⠖⠒⠋⠉⠉
           │                                   ⢀⣀⠤⣖⠚⠉ now    A
       0.5 ┤                               ⣀⠤⠔⠊⠁ ⠐⠁
           │                         ⢀⣀⠤⠔⠊⠉    ⣀⠆ B
           │                  ⢀⣀⡠⠤⠔⠒⠉⠉        ⡀
           │⣀⣀⣀⣀⣀⣀⠤⠤⠤⠤⠤⠤⠒⠒⠒⠚⠉⠉⠁              ⠰⠁
         0 ┤┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄⢀⠆┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄
           │                               ⠈
           │                             ⠰⠉
      −0.5 ┤                           ⢀⠄
           │                           ⠉
           │                      ⡀ ⠚⠁
      −1.0 ┤⣀⣀ ⢀⣀⡀ ⣀⣀ ⢀⣀⡀⠠⠤⠄ ⠤⠔ ⠈⠉
           └┬───────┬───────┬───────┬────────┬───────┬───────┬───────┬───────┬
           −4      −3      −2      −1        0       1       2       3       4
                                          score
      ⠤⠤⠤⠤ A sigmoid   ⠤⠤ ⠠ B tanh

      Figure 5.2 · What it shows
      """#)
    expect(
      [plot], try Self.page(76, isASCII: true, ["score": "-2"]),
      #"""
       1.0 +                                              oooooooooooooooooooo   :
           |                                         oooooo*******               :
           |                                     *oooo*                          :
       0.5 +                               ******oo                              :
           |                          ******   oo                                :
           |                   ********       oo                                 :
           |*******************              oo                                  :
         0 +-------------------------------ooo--------------------------------   :
           |                              oo                                     :
           |                             oo                                      :
      -0.5 +                           oo                                        :
           |                        oooo                                         :
           |             now    ooooo                                            :
      -1.0 +oooooooooooooooo@ooo                                                 :
           ++-------+-------+-------+--------+-------+-------+-------+-------+   :
           -4      -3      -2      -1        0       1       2       3       4   :
                                          score                                  :
      * sigmoid   o tanh                                                         :

      Figure 5.2 - What it shows
      """#)
  }

  @Test func timelinesHaveLogarithmicAxes() throws {
    let plot = try Self.plot(
      "timeline",
      """
      axis: {label: time, log: true}
      entries: [{label: load, at: 1 ms}, {label: run, from: 10 ms, to: time}]
      """)
    expect(
      [plot], try Self.page(76),
      #"""
      load │◆ 1 ms
      run  │                   10 ms – 64 ms ▐██████████████████████████▌
           └┬────────────────────────────────┬────────────────────────────────┬
          1 ms                             10 ms                          100 ms
                                           time

      Figure 5.2 · What it shows
      """#)
  }

  @Test func rooflinesHavePoints() throws {
    let plot = try Self.plot(
      "roofline",
      """
      hardware: [{label: mine, peak: 2 TFLOP/s, bandwidth: 100 GB/s}]
      points: [{label: decode, x: 2 FLOP/B}]
      """)
    expect(
      [plot], try Self.page(76),
      #"""
      performance (FLOP/s)
        5T ┤
           │
           │                                           20 FLOP/B
        2T ┤                                       ⣀⠤⠒◇⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉
           │                                  ⢀⡠⠤⠒⠉
        1T ┤                              ⣀⡠⠔⠊⠁
           │                          ⣀⠤⠒⠉
      500G ┤                     ⢀⡠⠔⠒⠉
           │                 ⣀⠤⠔⠊⠁
           │             ⣀⠤⠒⠉
      200G ┤        ⢀⡠●⠊⠉
           │    ⣀⠤⠒⠊⠁  decode
      100G ┤⣀⠤⠒⠉
           └┬────────────────────────────────┬───────────────────────────────┬
            1                               10                              100
                              arithmetic intensity (FLOP/B)
      ⠤⠤⠤⠤ mine: 2 TFLOP/s, 100 GB/s, ridge 20 FLOP/B

      Figure 5.2 · What it shows
      """#)
  }

  @Test func whatFailsIsNamed() throws {
    let one = try Self.plot("bar", "bars: [{label: a, value: weights}, {label: b, value: inverse}]")
    expect(
      [one], try Self.page(40),
      #"""
      a │██████████████████████████ 20 KB
      b │ no value
      `inverse`: division by zero

      Figure 5.2 · What it shows
      """#)
    let all = try Self.plot("bar", "bars: [{label: b, value: inverse}]")
    expect(
      [all], try Self.page(40, isASCII: true),
      #"""
      +------------------------------------+
      | The author's words.                |
      +------------------------------------+
      `inverse`: division by zero

      Figure 5.2 - What it shows
      """#)
  }

  @Test func wordsStandInWhereThereIsNoRoom() throws {
    let plot = try Self.plot("bar", Self.bars)
    expect(
      [plot], try Self.page(20),
      #"""
      ┌──────────────────┐
      │ The author's     │
      │ words.           │
      └──────────────────┘

      Figure 5.2 · What
      it shows
      """#)
    expect(
      [plot], try Self.page(20, ["batch": "100"]),
      #"""
      ┌──────────────────┐
      │ Bar chart        │
      │ of memory.       │
      │ weights: 20 KB;  │
      │ activations:     │
      │ 200 KB.          │
      └──────────────────┘

      Figure 5.2 · What
      it shows
      """#)
  }

  /// One of every kind.
  static let kinds: [(String, String)] = [
    ("line", "series: [{x: [1, 2, 3], y: [score, 4, 9]}]"),
    ("scatter", "points: [{label: a, x: 1, y: all}, {label: b, x: 2, y: weights}]"),
    ("bar", bars),
    ("histogram", "values: [1, 2, 2, 3, score]\nbins: 3"),
    ("heatmap", "rows: [a, b]\ncolumns: [c, d]\nvalues: [[score, 2], [3, 4]]\nnumbers: true"),
    ("timeline", "entries: [{label: a, at: 1998}, {label: b, from: 2000, to: 2010}]"),
    (
      "network",
      "layers: [{label: in, units: 3}, {label: out, units: 2}]\nweights: [[[1, 2, 3], [4, 5, score]]]"
    ),
    ("roofline", "hardware: [{label: m, peak: 2 TFLOP/s, bandwidth: 100 GB/s}]"),
  ]

  @Test(arguments: kinds, [30, 76, 120]) func isDrawn(_ kind: (name: String, body: String), _ width: Int)
    throws
  {
    let plot = try Self.plot(kind.name, kind.body)
    for isASCII in [false, true] {
      let lines = picture([plot], in: try Self.page(width, isASCII: isASCII))
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
      #expect(lines.count > 4 && !lines.contains { $0.contains("author") || $0.contains("no data") })
      if isASCII { #expect(lines.joined().utf8.allSatisfy { $0 < 0x80 }) }
    }
  }
}
