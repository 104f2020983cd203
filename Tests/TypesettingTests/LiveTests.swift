import Content
import Engine
import Testing

@testable import Typesetting

@Suite struct LiveTests {
  /// A page with a calculator of one changed input, if `batch` is given.
  private func page(_ width: Int, batch: String? = nil, isPrinted: Bool = false) throws -> PageContext {
    var context = TypesettingTests.page(width, isPrinted: isPrinted)
    let memory = Calculator(
      id: "memory", title: "Activations of a batch",
      body: """
        input batch = 32 "images in a batch" 1...4096
        input size = 2 KB "bytes of one image"
        output all = batch * size -> KB "activations"
        output spare = 1 MB - all -> KB "left of a megabyte"
        output verdict = "fits" if spare > 0 KB else "is too large" "the batch"
        output wrong = all + 3 s "nonsense"
        note "the source counts 1,024 bytes in a KB"
        """, units: .standard)
    context.book.workbook.add([memory])
    if let batch { try context.book.workbook.setInput("batch", of: "memory", to: batch) }
    return context
  }

  private func live(_ name: String) -> Inline {
    .live(LiveValue(expression: name, calculator: "memory", range: nowhere))
  }

  private var sentence: Block {
    paragraph(
      .text("A batch of "), live("batch"), .text(" keeps "), live("all"), .text(" of activations, and "),
      live("spare"),
      .text(" of the megabyte are left."))
  }

  @Test func changedNumbersAreMarkedAndMoveNothing() throws {
    expect(
      [sentence], try page(44),
      #"""
      A batch of 32 keeps 64 KB of activations,
      and 936 KB of the megabyte are left.
      """#)
    expect(
      [sentence], try page(44, batch: "64"),
      #"""
      A batch of 64 keeps 128 KB of activations, ┊
      and 872 KB of the megabyte are left.       ┊
      """#)
    let runs = sentence.layout(in: try page(80, batch: "64")).lines[0].runs
    #expect(runs[1] == Run("64", Style(.changed, .bold)))
    #expect(sentence.layout(in: try page(80)).lines[0].runs[1] == Run("32", Style(.live)))
  }

  @Test func negativeNumbersHaveAMinusSignWhereThereIsOne() throws {
    var context = try page(60, batch: "1,024")
    let sentence = paragraph(.text("Left: "), live("spare"))
    #expect(picture([sentence], in: context)[0].hasPrefix("Left: −1,048 KB"))
    context.isASCII = true
    #expect(picture([sentence], in: context)[0].hasPrefix("Left: -1,048 KB"))
  }

  @Test func wordsThatAreComputedBreakAtTheirSpaces() throws {
    let sentence = paragraph(.text("It "), live("verdict"), .text("."))
    var context = try page(10, batch: "1,024")
    context.showsChanges = false
    #expect(picture([sentence], in: context) == ["It is too", "large."])
    // A number and its unit do not.
    let size = paragraph(.text("It is "), live("size"), .text("."))
    context.width = 8
    #expect(picture([size], in: context) == ["It is", "2 KB."])
  }

  @Test func tablesMarkTheirChangedRows() throws {
    let table = Block.table(
      Table(
        alignments: [nil, nil], header: [[.text("Part")], [.text("Size")]],
        rows: [[[.text("image")], [live("size")]], [[.text("batch")], [live("all")]]], range: nowhere))
    expect(
      [table], try page(30, batch: "64"),
      #"""
      Part     Size
      ─────  ──────
      image    2 KB
      batch  128 KB                ┊
      """#)
  }

  @Test func unknownNamesAreErrors() throws {
    let block = paragraph(.text("It is "), live("nothing"), .text("."))
    let layout = block.layout(in: try page(60))
    #expect(layout.lines[0].runs.contains { $0.style.role == .error && !$0.text.isEmpty })
  }

  @Test func panelOfACalculator() throws {
    let block = Block.calculator(
      CalculatorBlock(id: "memory", title: "Activations of a batch", number: "5.1", range: nowhere))
    expect(
      [block], try page(76),
      #"""
      ┌ Calculator 5.1 · Activations of a batch ─────────────────────────────────┐
      │  images in a batch    32                                                 │
      │  bytes of one image   2 KB                                               │
      │                                                                          │
      │  activations          64 KB  █▏                                          │
      │  left of a megabyte  936 KB  ████████████████                            │
      │  the batch           fits                                                │
      │  nonsense            ✗ can not add a data size (B) and a time (s);       │
      │                      dividing the first by a data rate (B/s) would make  │
      │                      them alike                                          │
      │                                                                          │
      │  Note: the source counts 1,024 bytes in a KB                             │
      └──────────────────────────────────────────────────────────── Enter opens ─┘
      """#)
    expect(
      [block], try page(76, batch: "1000"),
      #"""
      ┌ Calculator 5.1 · Activations of a batch ─────────────────────────────────┐
      │  images in a batch    1,000  (32)                                        │
      │  bytes of one image   2 KB                                               │
      │                                                                          │
      │  activations          2,000 KB  was 64 KB                                │
      │  left of a megabyte  −1,000 KB  was 936 KB                               │
      │  the batch           is too large  was fits                              │
      │  nonsense            ✗ can not add a data size (B) and a time (s);       │
      │                      dividing the first by a data rate (B/s) would make  │
      │                      them alike                                          │
      │                                                                          │
      │  Note: the source counts 1,024 bytes in a KB                             │
      └──────────────────────────────────────────────────────────── Enter opens ─┘
      """#)
  }

  @Test func moreNumbers() throws {
    let block = Block.moreNumbers(MoreNumbers(calculators: ["memory", "absent"], range: nowhere))
    var context = try page(60)
    expect(
      [block], context,
      #"""
      ▸ More numbers · 2 calculations
      """#)
    context.unfolded = ["05-test:7:numbers"]
    expect(
      [block], context,
      #"""
      ▾ More numbers · 2 calculations
        Activations of a batch
          activations         64 KB
          left of a megabyte  936 KB
          the batch           fits
          nonsense            can not add a data size (B) and
                              a time (s); dividing the first
                              by a data rate (B/s) would make
                              them alike
        absent: no such calculator
      """#)
    expect(
      [block], try page(60, isPrinted: true),
      #"""
      More numbers · 2 calculations
        Activations of a batch
          activations         64 KB
          left of a megabyte  936 KB
          the batch           fits
          nonsense            can not add a data size (B) and
                              a time (s); dividing the first
                              by a data rate (B/s) would make
                              them alike
        absent: no such calculator
      """#)
  }

  @Test func questionsAskAboutTheAuthorsValuesAndThoseDrawn() throws {
    let question = Block.question(
      Question(
        id: "q-1", section: nil, objective: nil,
        stem: [paragraph(.text("How much do "), live("batch"), .text(" images keep?"))],
        body: .numeric(NumericAnswer(answer: "memory.all", vary: ["batch"])),
        explanation: [paragraph(.text("It is "), live("all"), .text("."))],
        file: "", range: nowhere))
    var context = try page(44, batch: "64")
    expect(
      [question], context,
      #"""
      ? How much do 32 images keep?

          Answer: __________
      """#)
    context.questions["q-1"] = QuestionState(
      drawn: ["batch": "100"], outcome: .init(credit: 1, verdict: "Right."))
    expect(
      [question], context,
      #"""
      ? How much do 100 images keep?

          Answer: __________

        ✓ Right.

        It is 200 KB.

        With these numbers:

                    all = batch × size
                        = 100 × 2 KB
                        = 200 KB
      """#)
  }

  @Test func equations() throws {
    var library = Library()
    _ = library.add(
      Equation(
        id: "iron_law", name: "Iron law of ML systems", tex: #"T = \frac{D_{vol}}{BW} + L_{lat}"#,
        symbols: [
          ("D_vol", "bytes moved"), ("BW", "bandwidth"), ("eta", "utilisation, which no data sheet gives"),
        ],
        assumes: "the terms do not overlap", source: "chapter 1"))
    var context = TypesettingTests.page(44)
    context.book.workbook = Workbook(library: library)
    expect(
      [.equation(EquationBlock(id: "iron_law", number: "5.1", range: nowhere))], context,
      #"""
      ┌ Iron law of ML systems ───────────────────
      │                  Dᵥₒₗ
      │              T = ──── + Lₗₐₜ         (5.1)
      │                   BW
      │
      │ Dᵥₒₗ  bytes moved
      │ BW    bandwidth
      │ η     utilisation, which no data
      │       sheet gives
      │
      │ Assumes: the terms do not overlap
      │ Source: chapter 1
      └──
      """#)
  }
}
