import Content
import Engine
import Testing

@testable import Typesetting

@Suite struct PanelTests {
  private let memory = Panel(
    id: "ch05-memory", title: "Where training memory goes", number: "5.1",
    fields: [
      .init(name: "layers", label: "layers", text: "784-128-64-10"),
      .init(name: "batch", label: "batch", text: "64", authored: "32"),
      .init(name: "optimizer", label: "optimizer", text: "Adam"),
      .init(name: "precision", label: "precision", text: "FP32 (4 B)"),
    ],
    readings: [
      .init(name: "parameters", label: "parameters", text: "437.5 KB", share: 0.5),
      .init(name: "activations", label: "activations", text: "252.4 KB", authored: "126.2 KB", share: 0.2885),
      .init(name: "gradients", label: "gradients", text: "437.5 KB", share: 0.5),
      .init(name: "optimizer", label: "optimizer", text: "875.1 KB", share: 1),
    ])

  private let mixed = Panel(
    id: "c", title: "Does it fit?", number: "5.2",
    fields: [.init(name: "hw", label: "accelerator", text: "NVIDIA T4")],
    readings: [
      .init(name: "share", label: "share", text: "45 %"),
      .init(name: "verdict", label: "verdict", text: "fits the cache of the phone, with room to spare"),
      .init(
        name: "time", label: "time", text: "",
        error: "bandwidth is not given for T4. Choose another accelerator."),
    ], notes: ["printed 16x; the inputs give 9.3x"])

  @Test func aLongInputGoesOnBelowItsFirstLine() {
    let panel = Panel(
      id: "c", title: "One", number: "5.3",
      fields: [.init(name: "w", label: "weights", text: "[[0.5, −0.3], [0.8, 0.2]]")],
      readings: [.init(name: "a", label: "a", text: "1")])
    let lines = panel.set(in: page(24)).lines.map(\.plain)
    #expect(lines.contains("│   [[0.5, −0.3],      │"), "\(lines)")
    #expect(lines.contains("│   [0.8, 0.2]]        │"), "\(lines)")
  }

  /// Digits of equal rank stand below one another, even where an author's value has no room beside the longest number.
  @Test(arguments: [
    (
      40,
      """
      ┌ Calculator · Prefixes ───────────────┐
      │ step from one prefix to        1,000 │
      │ the next                             │
      │                                      │
      │ kilobyte                     1,000 B │
      │ terabyte         1,000,000,000,000 B │
      │ a GiB is larger                7.4 % │
      │ than a GB by                         │
      └──────────────────────── Enter opens ─┘
      """
    ),
    (
      66,
      """
      ┌ Calculator · Prefixes ─────────────────────────────────────────┐
      │  step from one prefix to the next   1,000                      │
      │                                                                │
      │  kilobyte                                      1,000 B         │
      │  terabyte                          1,000,000,000,000 B         │
      │  a GiB is larger than a GB by                    7.4 %         │
      └────────────────────────────────────────────────── Enter opens ─┘
      """
    ),
    (
      76,
      """
      ┌ Calculator · Prefixes ───────────────────────────────────────────────────┐
      │  step from one prefix to the next   1,000                                │
      │                                                                          │
      │  kilobyte                                  1,000 B                       │
      │  terabyte                      1,000,000,000,000 B  ██████               │
      │  a GiB is larger than a GB by                7.4 %                       │
      └──────────────────────────────────────────────────────────── Enter opens ─┘
      """
    ),
    (
      88,
      """
      ┌ Calculator · Prefixes ───────────────────────────────────────────────────────────────┐
      │  step from one prefix to the next   1,000                                            │
      │                                                                                      │
      │  kilobyte                                      1,000 B                               │
      │  terabyte                          1,000,000,000,000 B  ██████████████               │
      │  a GiB is larger than a GB by                    7.4 %                               │
      └──────────────────────────────────────────────────────────────────────── Enter opens ─┘
      """
    ),
  ])
  func longNumbersStandInTheirColumn(width: Int, picture: String) {
    let panel = Panel(
      id: "c", title: "Prefixes", number: nil,
      fields: [.init(name: "step", label: "step from one prefix to the next", text: "1,000")],
      readings: [
        .init(name: "kb", label: "kilobyte", text: "1,000 B", share: 0),
        .init(name: "tb", label: "terabyte", text: "1,000,000,000,000 B", share: 1),
        .init(name: "gib", label: "a GiB is larger than a GB by", text: "7.4 %"),
      ])
    expect(panel.set(in: page(width)), picture)
  }

  /// A panel without inputs keeps no room for what they were.
  @Test func withoutInputsTheWholeWidthIsForTheNumbers() {
    let panel = Panel(
      id: "c", title: "Energy", number: nil, fields: [],
      readings: [
        .init(name: "a", label: "one", text: "1,000 pJ", share: 0.5),
        .init(name: "b", label: "two", text: "2,000,000,000,000 pJ", share: 1),
      ])
    expect(
      panel.set(in: page(48)),
      """
      ┌ Calculator · Energy ─────────────────────────┐
      │  one              1,000 pJ  ███████▌         │
      │  two  2,000,000,000,000 pJ  ███████████████  │
      └──────────────────────────────── Enter opens ─┘
      """)
  }

  /// However short a list is, it breaks behind a comma.
  @Test(arguments: [18, 20, 22, 24]) func aListBreaksBehindAComma(columns: Int) {
    let panel = Panel(
      id: "c", title: "One", number: "5.3",
      fields: [.init(name: "w", label: "w", text: "[784, 128, 64, 10]")],
      readings: [.init(name: "a", label: "a", text: "1")])
    let text = panel.set(in: page(columns)).lines.map(\.plain).joined()
    let words = text.split { " │─┌┐└┘".contains($0) }
    for word in ["[784,", "128,", "64,", "10]"] { #expect(words.contains { $0 == word }, "\(text)") }
  }

  @Test func aValueThatIsWrittenAlikeWasNoOther() throws {
    var workbook = Workbook(library: Library())
    let body = "input n = 1000 \"n\"\noutput part = 1.7 + 1 / n / n \"part\"\noutput twice = 2 * n \"twice\""
    workbook.add([Calculator(id: "a", title: "A", body: body, units: .standard)])
    try workbook.setInput("n", of: "a", to: "2000")
    let result = try #require(workbook.result(of: "a"))
    #expect(result.outputs[0].isChanged)
    let panel = Panel(id: "a", title: "A", number: nil, result: result, notes: [])
    #expect(panel.readings.map(\.authored) == [nil, "2,000"])
  }

  @Test func closed() {
    expect(
      memory.set(in: page(88)),
      #"""
      ┌ Calculator 5.1 · Where training memory goes ─────────────────────────────────────────┐
      │  layers      784-128-64-10      parameters   437.5 KB  ███████                       │
      │  batch       64  (32)           activations  252.4 KB  ████            was 126.2 KB  │
      │  optimizer   Adam               gradients    437.5 KB  ███████                       │
      │  precision   FP32 (4 B)         optimizer    875.1 KB  ██████████████                │
      └──────────────────────────────────────────────────────────────────────── Enter opens ─┘
      """#)
    expect(
      memory.set(in: page(76)),
      #"""
      ┌ Calculator 5.1 · Where training memory goes ─────────────────────────────┐
      │  layers      784-128-64-10      parameters   437.5 KB                    │
      │  batch       64  (32)           activations  252.4 KB  was 126.2 KB      │
      │  optimizer   Adam               gradients    437.5 KB                    │
      │  precision   FP32 (4 B)         optimizer    875.1 KB                    │
      └──────────────────────────────────────────────────────────── Enter opens ─┘
      """#)
    expect(
      memory.set(in: page(40)),
      #"""
      ┌──────────────────────────────────────┐
      │ Calculator 5.1 · Where training      │
      │ memory goes                          │
      │                                      │
      │ layers        784-128-64-10          │
      │ batch         64  (32)               │
      │ optimizer     Adam                   │
      │ precision     FP32 (4 B)             │
      │                                      │
      │ parameters   437.5 KB                │
      │ activations  252.4 KB  was 126.2 KB  │
      │ gradients    437.5 KB                │
      │ optimizer    875.1 KB                │
      └──────────────────────── Enter opens ─┘
      """#)
    expect(
      memory.set(in: page(20)),
      #"""
      ┌──────────────────┐
      │ Calculator 5.1 · │
      │ Where training   │
      │ memory goes      │
      │                  │
      │ layers           │
      │   784-128-64-10  │
      │ batch            │
      │   64  (32)       │
      │ optimizer        │
      │   Adam           │
      │ precision        │
      │   FP32 (4 B)     │
      │                  │
      │ parameters       │
      │   437.5 KB       │
      │ activations      │
      │   252.4 KB       │
      │   was 126.2 KB   │
      │ gradients        │
      │   437.5 KB       │
      │ optimizer        │
      │   875.1 KB       │
      └──── Enter opens ─┘
      """#)
  }

  @Test func open() {
    var context = page(76)
    context.panel = PanelState(calculator: "ch05-memory", input: "batch")
    expect(
      memory.set(in: context),
      #"""
      ┌ Calculator 5.1 · Where training memory goes ─────────────────────────────┐
      │  layers      784-128-64-10      parameters   437.5 KB                    │
      │  batch     ▸ 64 ◂  (32)         activations  252.4 KB  was 126.2 KB      │
      │  optimizer   Adam               gradients    437.5 KB                    │
      │  precision   FP32 (4 B)         optimizer    875.1 KB                    │
      └──────── Tab next · type a value · ←→ step · r reset · R all · Esc close ─┘
      """#)
    context.width = 40
    context.isASCII = true
    expect(
      memory.set(in: context),
      #"""
      +--------------------------------------+
      | Calculator 5.1 - Where training      |
      | memory goes                          |
      |                                      |
      | layers        784-128-64-10          |
      | batch       > 64 <  (32)             |
      | optimizer     Adam                   |
      | precision     FP32 (4 B)             |
      |                                      |
      | parameters   437.5 KB                |
      | activations  252.4 KB  was 126.2 KB  |
      | gradients    437.5 KB                |
      | optimizer    875.1 KB                |
      + Tab next - type a value - Esc close -+
      """#)
  }

  @Test func typing() {
    var context = page(60)
    context.panel = PanelState(
      calculator: "ch05-memory", input: "batch", entry: EntryState(text: "9999", cursor: 4),
      message: "batch takes 1 to 4096, found 9999.")
    let layout = memory.set(in: context)
    expect(
      layout,
      #"""
      ┌ Calculator 5.1 · Where training memory goes ─────────────┐
      │  layers        784-128-64-10                             │
      │  batch       ▸ 9999  ◂  (32)                             │
      │  optimizer     Adam                                      │
      │  precision     FP32 (4 B)                                │
      │                                                          │
      │  ! batch takes 1 to 4096, found 9999.                    │
      │                                                          │
      │  parameters   437.5 KB  ████████                         │
      │  activations  252.4 KB  ████▋             was 126.2 KB   │
      │  gradients    437.5 KB  ████████                         │
      │  optimizer    875.1 KB  ████████████████                 │
      └───────────────── Enter take it · Esc leave it as it was ─┘
      """#)
    #expect(layout.cursor == Place(line: 2, column: 21))
  }

  @Test func errorsTextsAndNotes() {
    expect(
      mixed.set(in: page(60, isPrinted: true)),
      #"""
      ┌ Calculator 5.2 · Does it fit? ───────────────────────────┐
      │  accelerator   NVIDIA T4                                 │
      │                                                          │
      │  share        45 %                                       │
      │  verdict      fits the cache of the phone, with room     │
      │               to spare                                   │
      │  time         ✗ bandwidth is not given for T4. Choose    │
      │               another accelerator.                       │
      │                                                          │
      │  Note: printed 16x; the inputs give 9.3x                 │
      └──────────────────────────────────────────────────────────┘
      """#)
    expect(
      mixed.set(in: page(40, isPrinted: true)),
      #"""
      ┌ Calculator 5.2 · Does it fit? ───────┐
      │ accelerator   NVIDIA T4              │
      │                                      │
      │ share        45 %                    │
      │ verdict      fits the cache of       │
      │              the phone, with room    │
      │              to spare                │
      │ time         ✗ bandwidth is not      │
      │              given for T4. Choose    │
      │              another accelerator.    │
      │                                      │
      │ Note: printed 16x; the inputs        │
      │ give 9.3x                            │
      └──────────────────────────────────────┘
      """#)
  }

  @Test func nothingMovesWhenAnInputChanges() {
    var authored = memory
    authored.fields[1].text = "32"
    authored.fields[1].authored = nil
    authored.readings[1].text = "126.2 KB"
    authored.readings[1].authored = nil
    for width in [20, 40, 60, 76, 88] {
      let before = authored.set(in: page(width)).lines.map(\.text)
      let after = memory.set(in: page(width)).lines.map(\.text)
      if width >= 30 { #expect(before.count == after.count) }
      for (line, changed) in zip(before, after)
      where line.contains("gradients") && changed.contains("gradients") {
        #expect(line == changed)
      }
    }
  }

  @Test func targetsStandOnWhatTheyMean() {
    var context = page(76)
    #expect(memory.set(in: context).targets.map(\.action) == [.calculator("ch05-memory")])
    context.panel = PanelState(calculator: "ch05-memory", input: "batch")
    let layout = memory.set(in: context)
    let texts = layout.targets.map { layout.lines[$0.line].columns($0.columns).text }
    #expect(
      texts == [
        "Calculator 5.1 · Where training memory goes", "layers      784-128-64-10", "batch     ▸ 64 ◂  (32)",
        "optimizer   Adam", "precision   FP32 (4 B)", "parameters   437.5 KB", "activations  252.4 KB",
        "gradients    437.5 KB", "optimizer    875.1 KB",
      ])
    #expect(layout.targets[2].action == .input(calculator: "ch05-memory", name: "batch"))
    #expect(layout.targets[6].action == .output(calculator: "ch05-memory", name: "activations"))
  }

  @Test func valuesDifferWithoutColour() {
    var context = page(76)
    context.panel = PanelState(calculator: "ch05-memory", input: "layers")
    let runs = memory.set(in: context).lines.flatMap(\.runs)
    #expect(runs.contains(Run("64", Style(.changed, .bold))))
    #expect(runs.contains { $0.text.contains("was 126.2 KB") })
    #expect(runs.contains { $0.text.hasPrefix("▸") })
  }
}
