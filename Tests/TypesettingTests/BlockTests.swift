import Content
import Testing

@testable import Typesetting

@Suite struct BlockTests {
  @Test func headings() {
    let blocks = [
      heading(1, "Neural Computation", number: "5"), paragraph("Text."),
      heading(2, "Model size of a network that reads digits", number: "5.2"),
      heading(3, "Memory", number: "5.2.1"),
      paragraph("Text."), heading(4, "Aside"),
    ]
    expect(
      blocks, page(40),
      #"""
      5  Neural Computation
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

      Text.


      5.2 Model size of a network that reads
          digits
      ────────────────────────────────────────

      5.2.1 Memory

      Text.

      Aside
      """#)
    expect(
      blocks, page(20, isASCII: true),
      #"""
      5  Neural
         Computation
      ====================

      Text.


      5.2 Model size of
          a network that
          reads digits
      --------------------

      5.2.1 Memory

      Text.

      Aside
      """#)
  }

  @Test func lists() {
    let inner = bullets([[paragraph("forward")], [paragraph("backward, which needs them again")]])
    let blocks = [
      bullets([[paragraph("Parameters: one for each weight and bias.")], [paragraph("Activations"), inner]]),
      bullets([[paragraph("nine")], [paragraph("ten")]], ordered: 9),
      bullets([[paragraph("loose")], [paragraph("items"), paragraph("of two paragraphs")]], isTight: false),
      tasks([(true, "count parameters"), (false, "count multiplications and additions")]),
    ]
    expect(
      blocks, page(30),
      #"""
      • Parameters: one for each
        weight and bias.
      • Activations
        ◦ forward
        ◦ backward, which needs
          them again

       9. nine
      10. ten

      • loose

      • items

        of two paragraphs

      ☑ count parameters
      ☐ count multiplications and
        additions
      """#)
    expect(
      blocks, page(30, isASCII: true),
      #"""
      * Parameters: one for each
        weight and bias.
      * Activations
        - forward
        - backward, which needs
          them again

       9. nine
      10. ten

      * loose

      * items

        of two paragraphs

      [x] count parameters
      [ ] count multiplications and
          additions
      """#)
  }

  @Test func quotesRulesAndHTML() {
    let blocks = [
      quote(paragraph("A model is a function with numbers in it."), quote(paragraph("They take room."))),
      .rule(Rule(range: nowhere)), .html(HTMLBlock(text: "<div>\n\u{9}raw\n</div>\n", range: nowhere)),
    ]
    expect(
      blocks, page(24),
      #"""
      ▏ A model is a function
      ▏ with numbers in it.
      ▏
      ▏ ▏ They take room.

              ────────

      raw
      """#)
  }

  @Test func code() {
    let block = listing(
      "python",
      "class Net(nn.Module):\n    def forward(self, x):  # one pass\n\treturn self.out(torch.relu(self.hidden(x)))  # long\n"
    )
    expect(
      [block], page(64),
      #"""
        │ class Net(nn.Module):
        │     def forward(self, x):  # one pass
        │     return self.out(torch.relu(self.hidden(x)))  # long
      """#)
    expect(
      [block], page(32),
      #"""
      │ class Net(nn.Module):
      │     def forward(self, x):  # …
      │     return self.out(torch.rel…
      """#)
  }

  @Test func tables() {
    let block = table(
      ["Layer", "Parameters", "MACs", "Remark"],
      [
        ["784→128", "100,480", "100,352", "most of the model, in one matrix"],
        ["128→64", "8,256", "8,192", ""],
        ["64→10", "650", "640", "almost nothing, though it decides"],
      ], [.left, .right, .center], number: "5.1", caption: "Where the parameters are")
    expect(
      [block], page(76),
      #"""
      Layer    Parameters   MACs    Remark
      ───────  ──────────  ───────  ─────────────────────────────────
      784→128     100,480  100,352  most of the model, in one matrix
      128→64        8,256   8,192
      64→10           650    640    almost nothing, though it decides

      Table 5.1 · Where the parameters are
      """#)
    expect(
      [block], page(48),
      #"""
      Layer    Parameters   MACs    Remark
      ───────  ──────────  ───────  ──────────────────
      784→128     100,480  100,352  most of the model,
                                    in one matrix

      128→64        8,256   8,192

      64→10           650    640    almost nothing,
                                    though it decides

      Table 5.1 · Where the parameters are
      """#)
    expect(
      [block], page(20),
      #"""
      Layer: 784→128
        Parameters:
        100,480
        MACs: 100,352
        Remark: most of
        the model, in one
        matrix

      Layer: 128→64
        Parameters: 8,256
        MACs: 8,192

      Layer: 64→10
        Parameters: 650
        MACs: 640
        Remark: almost
        nothing, though it
        decides

      Table 5.1 · Where
      the parameters are
      """#)
  }

  @Test func tableOfWideCharacters() {
    let block = table(["名前", "Größe"], [["日本語", "12"], ["e\u{301}", "3"]], [nil, .right])
    expect(
      [block], page(40),
      #"""
      名前    Größe
      ──────  ─────
      日本語     12
      é           3
      """#)
  }

  @Test func formulas() {
    let block = Block.formula(
      Formula(tex: #"T = \frac{D}{BW} + L"#, id: "eq-a", number: "5.3", range: nowhere))
    expect(
      [block], page(40),
      #"""
                         D
                     T = ── + L          (5.3)
                         BW
      """#)
    expect(
      [block], page(40, isASCII: true),
      #"""
                         D
                     T = -- + L          (5.3)
                         BW
      """#)
    expect(
      [block], page(14),
      #"""
          D
      T = ── + L
          BW
               (5.3)
      """#)
    expect(
      [block], page(8),
      #"""
          D
      T = ──
          BW

          + L
         (5.3)
      """#)
  }

  @Test func figures() {
    let drawing = ["┌────┐   ┌─────┐", "│ in │──▶│ out │", "└────┘   └─────┘"]
    let block = Block.figure(
      FigureBlock(
        id: "fig-a", number: "5.1", caption: [.text("Two layers")],
        alternative: "The input feeds the output.",
        lines: drawing, range: nowhere))
    expect(
      [block], page(40),
      #"""
                  ┌────┐   ┌─────┐
                  │ in │──▶│ out │
                  └────┘   └─────┘

      Figure 5.1 · Two layers
      """#)
    expect(
      [block], page(40, isASCII: true),
      #"""
                  +----+   +-----+
                  | in |-->| out |
                  +----+   +-----+

      Figure 5.1 - Two layers
      """#)
    // Shades and Greek letters have no form of one column: there the words stand.
    let shaded = Block.figure(
      FigureBlock(
        id: nil, number: "5.2", caption: [], alternative: "A dark cell.", lines: ["┌─┐", "│▓│", "└─┘"],
        range: nowhere))
    #expect(picture([shaded], in: page(40, isASCII: true)).contains { $0.contains("A dark cell.") })
    expect(
      [block], page(15),
      #"""
      The input feeds
      the output.

      Figure 5.1 ·
      Two layers
      """#)
  }

  @Test func callouts() {
    let blocks = [
      division(
        .definition, "Activation function", number: "5.1",
        paragraph("A nonlinear function of each element."),
        bullets([[paragraph("ReLU")], [paragraph("sigmoid")]])),
      division(.pitfall, "", paragraph("More layers always help.")),
      division(
        .other("field-notes"), "", division(.warStory, "A night in the hall", paragraph("It was hot."))),
    ]
    expect(
      blocks, page(44),
      #"""
      ┌ Definition 5.1 · Activation function ─────
      │ A nonlinear function of each element.
      │
      │ • ReLU
      │ • sigmoid
      └──

      ┌ Pitfall ──────────────────────────────────
      │ More layers always help.
      └──

      ┌ Field notes ──────────────────────────────
      │ ┌ War story · A night in the hall ────────
      │ │ It was hot.
      │ └──
      └──
      """#)
    expect(
      blocks, page(20, isASCII: true),
      #"""
      + Definition 5.1 -
      |   Activation
      |   function -------
      | A nonlinear
      | function of each
      | element.
      |
      | * ReLU
      | * sigmoid
      +--

      + Pitfall ----------
      | More layers
      | always help.
      +--

      + Field notes ------
      | + War story -
      | |   A night in
      | |   the hall -----
      | | It was hot.
      | +--
      +--
      """#)
  }

  @Test func problems() {
    let block = Block.problem(
      ProblemBlock(
        message: "The cell has no id.", advice: "Write #| id: as its first line.",
        source: "input x = 3\noutput y = x\n",
        range: nowhere))
    expect(
      [block], page(44),
      #"""
      ┌ ! Not shown · line 7 ────────────────────┐
      │  The cell has no id.                     │
      │  Write #| id: as its first line.         │
      │                                          │
      │  input x = 3                             │
      │  output y = x                            │
      └──────────────────────────────────────────┘
      """#)
  }

  @Test func foldedInsight() {
    let block = division(.insight, "A kitchen", id: "in-a", paragraph("The fridge is far from the stove."))
    var context = page(44)
    expect(
      [block], context,
      #"""
      ▸ Insight · A kitchen
      """#)
    context.unfolded = ["in-a"]
    expect(
      [block], context,
      #"""
      ┌ ▾ Insight · A kitchen ────────────────────
      │ The fridge is far from the stove.
      └──
      """#)
    expect(
      [block], page(44, isPrinted: true),
      #"""
      ┌ Insight · A kitchen ──────────────────────
      │ The fridge is far from the stove.
      └──
      """#)
  }

  @Test func checkpointTakesTicks() {
    let block = division(
      .checkpoint, "Before you go on", id: "cp-a",
      tasks([(false, "I can count parameters."), (false, "I can say what a larger batch changes.")]))
    var context = page(34)
    context.ticked = ["cp-a#1"]
    expect(
      [block], context,
      #"""
      ┌ Checkpoint · Before you go on ──
      │ ☐ I can count parameters.
      │ ☑ I can say what a larger batch
      │   changes.
      └──
      """#)
    #expect(
      block.layout(in: context).targets == [
        Target(.tick("cp-a", 0), line: 1, columns: 2..<3), Target(.tick("cp-a", 1), line: 2, columns: 2..<3),
      ])
  }

  @Test func missingEquationsAndCalculatorsSaySo() {
    let blocks: [Block] = [
      .equation(EquationBlock(id: "iron_law", range: nowhere)),
      .calculator(CalculatorBlock(id: "ch05-none", title: "None", range: nowhere)),
    ]
    expect(
      blocks, page(60),
      #"""
      There is no equation “iron_law” in this book.

      There is no calculator “ch05-none” in this book.
      """#)
  }

  @Test func rowsOfSeveralLinesStandApart() {
    let words = "one two three four five six seven eight nine ten eleven twelve"
    let wrapped = table(["A", "B"], [["f", "g"], ["a", "b"], ["c", words], ["d", "e"]])
    #expect(
      picture([wrapped], in: page(30)) == [
        "A  B", "─  ───────────────────────────", "f  g", "a  b", "", "c  one two three four five six",
        "   seven eight nine ten eleven", "   twelve", "", "d  e",
      ])
    // All of it, its header with the first row, the row of several lines.
    #expect(wrapped.layout(in: page(30)).kept == [0..<10, 0..<3, 5..<8])
    #expect(picture([table(["A", "B"], [["a", "b"], ["d", "e"]])], in: page(30)).count == 4)
  }

  /// What a page is not turned in the middle of: of a figure the drawing, without its caption.
  @Test func aDrawingIsKeptWhole() {
    let drawing = Block.figure(
      FigureBlock(
        id: nil, number: "5.1", caption: [.text("A box")], alternative: "A box.",
        lines: ["┌──┐", "│  │", "└──┘"],
        range: nowhere))
    #expect(drawing.layout(in: page(40)).kept == [0..<3])
  }

  /// A column of long texts gets the columns that make the table low; of short ones, what their words need.
  @Test func columnsMakeTheTableLow() {
    let text = "Accuracy lost to small batches in batch normalization at most"
    let wide = table(
      ["Figure", "For", "Source"],
      [[text, "one network", "The contributors of it 2026"], ["Another", "a network", "Reddi 2026"]])
    #expect(
      picture([wide], in: page(62)) == [
        "Figure                          For          Source",
        "──────────────────────────────  ───────────  ─────────────────",
        "Accuracy lost to small batches  one network  The contributors",
        "in batch normalization at most               of it 2026", "",
        "Another                         a network    Reddi 2026",
      ])
  }

  /// Below a header that is repeated stands whose rows these are, where they say it once.
  @Test func theNameOfRowsIsSaidAgain() throws {
    let rows = [["NVIDIA T4", "memory"], ["", "power"], ["", "price"], ["Phone", "memory"]]
    let layout = table(["Machine name", "Figure"], rows).layout(in: page(40))
    let header = try #require(layout.headers.first)
    #expect(header.names.map(\.lines) == [3..<5])
    func below(_ line: Int) -> [String] {
      let lines = Array(layout.lines[line...])
      return (header.name(at: line)?.placed(on: lines, from: line) ?? lines).map(\.plain)
    }
    #expect(
      below(2) == [
        "NVIDIA T4     memory", "              power", "              price", "Phone         memory",
      ])
    // Here it takes two lines, and where there is one, the name alone.
    #expect(below(3) == ["NVIDIA T4,    power", "continued     price", "Phone         memory"])
    #expect(below(4) == ["NVIDIA T4     price", "Phone         memory"])
    #expect(below(5) == ["Phone         memory"])
  }

  @Test func theNameIsSaidAgainInAFrame() throws {
    let rows = [["T4", "memory"], ["", "power"]]
    let framed = division(.insight, "Box", table(["Machine, continued", "Figure"], rows))
    var context = page(60)
    context.isPrinted = true
    let layout = framed.layout(in: context)
    let header = try #require(layout.headers.first)
    let line = try #require(layout.lines.firstIndex { $0.text.contains("power") })
    let name = try #require(header.name(at: line))
    #expect(
      name.placed(on: [layout.lines[line]], from: line).map(\.plain) == ["│ T4, continued       power"])
  }

  @Test func everyCaptionBeginsWhereTheTextDoes() {
    let drawing = Block.figure(
      FigureBlock(
        id: nil, number: "5.1", caption: [.text("A box")], alternative: "A box.", lines: ["┌──┐", "└──┘"],
        range: nowhere))
    #expect(picture([drawing], in: page(40)).last == "Figure 5.1 · A box")
  }

  @Test(arguments: [(71, 4), (73, 3), (75, 1), (76, 0), (80, 4)])
  func aListingsIndentGivesWayToItsLines(columns: Int, indent: Int) {
    let text = String(repeating: "x", count: columns)
    var context = page(76)
    context.sideways = 0
    let layout = listing(nil, text).layout(in: context)
    let line = layout.lines[0].plain
    #expect(line.prefix { " │".contains($0) }.count == indent)
    #expect(line.contains("│") == (indent >= 2))
    #expect(layout.overflow == (columns > 76 ? columns - 72 : 0))
  }

  @Test func aTitleThatWrapsIsSetOffItsCallout() {
    let title = "Squared error will do for classes since it too is smallest"
    let callout = division(.fallacy, title, paragraph("Not so."))
    let lines = picture([callout], in: page(40))
    #expect(
      lines[1].hasPrefix("│   ") && lines[1].hasSuffix("──"), "the frame goes on behind its end: \(lines)")
    #expect(lines[2] == "│ Not so.")
    #expect(picture([division(.fallacy, "Short", paragraph("Not so."))], in: page(40))[1] == "│ Not so.")
  }

  @Test func emphasisIsMarkedWhereNothingIsSlanted() {
    let text = paragraph(.text("the "), .emphasis([.text("pump failed")]), .text(" today"))
    var context = page(40)
    #expect(picture([text], in: context) == ["the pump failed today"])
    context.marksEmphasis = true
    #expect(picture([text], in: context) == ["the _pump failed_ today"])
  }
}
