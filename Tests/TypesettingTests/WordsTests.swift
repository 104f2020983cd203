import Content
import Engine
import Testing

@testable import Typesetting

/// What blocks say in line mode.
@Suite struct WordsTests {
  static let formula = Block.formula(
    Formula(tex: #"T = \frac{D}{BW}"#, id: nil, number: "5.1", range: nowhere))

  static let cases: [(Block, [String])] = [
    (heading(2, "Model size", number: "5.2"), ["5.2. Model size"]),
    (
      paragraph(
        .text("See "), .reference(Reference(id: "sec-size", range: nowhere)), .text(", "),
        .emphasis([.text("twice")]), .text(" "), .mathematics("x^2"), .footnote(label: "b"), .text(" by "),
        .citation(["horowitz-2014"]), .lineBreak, .text("H"), .html("<sub>"), .text("2"), .html("</sub>"),
        .text("O")),
      ["See Section 5.2, twice x squared (note 12) by (Horowitz 2014) H sub 2 O"]
    ),
    (paragraph(.mathematics("p(1 - p)")), ["p times open paren 1 minus p close paren"]),
    (paragraph(.mathematics("g(1 - t^2)")), ["g times open paren 1 minus t squared close paren"]),
    (paragraph(.mathematics("f(x - 1)")), ["f of open paren x minus 1 close paren"]),
    (paragraph(.mathematics(#"-\ln"#), .text(" of 2")), ["minus the natural log of 2"]),
    (formula, ["Formula 5.1: T equals the fraction D over B W end fraction."]),
    (paragraph(.mathematics("f(x, y)")), ["f of open paren x, y close paren"]),
    (
      bullets([[paragraph("one")], [paragraph("two"), bullets([[paragraph("inner")]])]]),
      ["- one", "- two", "  - inner"]
    ),
    (bullets([[paragraph("seventh")], [paragraph("eighth")]], ordered: 7), ["7. seventh", "8. eighth"]),
    (tasks([(true, "count"), (false, "multiply")]), ["- done: count", "- to do: multiply"]),
    (
      .list(
        ListBlock(
          isOrdered: true,
          items: [(true, "count"), (false, "multiply")].map {
            ListItem(task: $0.0, blocks: [paragraph($0.1)], range: nowhere)
          }, range: nowhere)),
      ["1. done: count", "2. to do: multiply"]
    ),
    (
      quote(paragraph(.text("[!WARNING]"), .softBreak, .text("Careful."))),
      ["Warning:", "  Careful.", "End of warning."]
    ),
    (
      paragraph(
        .strikethrough([.text("struck")]), .text(", a "),
        .link(destination: "https://x.org/a", title: nil, content: [.text("link")]), .text(", "),
        .link(destination: "https://x.org", title: nil, content: [.text("https://x.org")]), .text(", mc"),
        .html("<sup>"), .text("2"), .html("</sup>"), .text(".")),
      ["(struck out: struck), a link (link to https://x.org/a), https://x.org, mc to the 2."]
    ),
    (
      quote(paragraph("So it is."), paragraph("Is it?")),
      ["Quote:", "  So it is.", "  Is it?", "End of quote."]
    ),
    (
      listing("python", "def f():\n    pass\n"),
      ["Code, python, 2 lines:", "  def f():", "      pass", "End of code."]
    ),
    (
      table(
        ["Machine", "Memory", "Rate"], [["T4", "16 GB", "320 GB/s"], ["H100", "80 GB", ""]], number: "5.1",
        caption: "Two machines"),
      [
        "Table 5.1: Two machines (3 columns, 2 rows by Machine)", "- T4: Memory: 16 GB; Rate: 320 GB/s",
        "- H100: Memory: 80 GB",
      ]
    ),
    (
      division(.definition, "Layer", number: "5.2", paragraph("A row of neurons.")),
      ["Definition 5.2, Layer:", "  A row of neurons.", "End of definition."]
    ),
    (
      .figure(
        FigureBlock(
          id: nil, number: "5.3", caption: [.text("Three stages")], alternative: "A box leads to a box.",
          lines: ["┌┐"], range: nowhere)),
      ["Figure 5.3: Three stages", "A box leads to a box."]
    ),
    (.rule(Rule(range: nowhere)), []),
    (.html(HTMLBlock(text: "<!-- note --><p><b>Bold</b> text</p>", range: nowhere)), ["Bold text"]),
  ]

  @Test(arguments: cases)
  func blocks(block: Block, lines: [String]) {
    #expect(block.words(in: page(80)) == lines)
    for line in block.words(in: page(80, isASCII: true)) {
      #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
    }
  }

  @Test func blocksStandApart() {
    #expect(words(of: [paragraph("One."), paragraph("Two.")], in: page(80)) == ["One.", "", "Two."])
  }

  /// Any tree can be said.
  @Test func anyTree() {
    for seed in UInt64(1)...60 {
      var tree = RandomTree(seed: seed)
      for block in tree.blocks() {
        for line in block.words(in: page(40)) {
          #expect(!line.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F })
        }
      }
    }
  }

  @Test(arguments: [
    ("9.54×10⁻⁷", "9.54 times 10 to the minus 7"), ("1×10¹² FLOP", "1 times 10 to the 12 FLOP"),
    ("4.25×", "4.25 times"), ("3×3", "3×3"), ("437 KB", "437 KB"),
    ("3.4 × 10⁹ B", "3.4 times 10 to the 9 B"), ("10¹¹–10¹²", "10 to the 11 to 10 to the 12"),
    ("-0.460", "minus 0.460"), ("[[0.5, −0.3]]", "[[0.5, minus 0.3]]"), ("at −4", "at minus 4"),
    ("GPT-2, 8-bit", "GPT-2, 8-bit"), ("a − b", "a minus b"),
    ("900² m³ 2¹⁰", "900 squared m cubed 2 to the 10"), ("2 × faster", "2 times faster"),
    ("forward → output", "forward to output"), ("→ right", "to right"),
    ("ŷ, prediction", "y hat, prediction"),
    ("x\u{304}", "x bar"), ("née Côté", "née Côté"), ("§5.4.5.2 Batches", "Section 5.4.5.2 Batches"),
    ("x₁, hₙ", "x sub 1, h sub n"),
    ("2018 · datasheet\u{A0}· x·y", "2018, datasheet, x·y"),
    ("a⁽ˡ⁾ Wᵀ", "a superscript l W transpose"), ("2019–2024", "2019 to 2024"),
  ])
  func numbersAreReadAloud(text: String, spoken: String) {
    #expect(spokenText(text, isASCII: false) == spoken)
  }

  /// A label in ASCII has no question mark in the place of a letter.
  @Test func lettersWithMarksHaveAnASCIIForm() {
    #expect(shown("ŷ, prediction", isASCII: true) == "y^, prediction")
    #expect(spokenText("ŷ, prediction", isASCII: true) == "y hat, prediction")
    #expect(shown("x\u{302}", isASCII: true) == "x^")
  }

  /// A sentence goes on behind a displayed formula, and one mark ends it.
  @Test func formulasStandInTheirSentences() {
    let ended = Block.formula(Formula(tex: "a = b,", id: nil, number: nil, range: nowhere))
    #expect(
      words(of: [ended, paragraph("and the rest goes on.")], in: page(80))
        == ["Formula: a equals b,", "", "and the rest goes on."])
    #expect(words(of: [ended, paragraph("Then.")], in: page(80)) == ["Formula: a equals b.", "", "Then."])
  }

  private static let options = ["red", "green"].map {
    QuestionOption(content: [paragraph(.text($0))], isCorrect: $0 == "red", feedback: [])
  }

  /// What a question says on the page: what there is to choose from, in no order that tells the answer.
  @Test(arguments: [
    (QuestionBody.choice(options), ["Question: Which?", "  - red", "  - green"]),
    (.trueFalse(answer: true, feedback: []), ["Question: Which?", "  - true", "  - false"]),
    (
      .order(["two", "one"].map { [paragraph(.text($0))] }),
      ["Question: Which?", "  To put in order:", "  - one", "  - two"]
    ),
  ])
  func questionsSayTheirChoices(body: QuestionBody, lines: [String]) {
    let question = Question(
      id: "q", section: nil, objective: nil, stem: [paragraph(.text("Which?"))], body: body, file: "",
      range: nowhere)
    #expect(Block.question(question).words(in: page(80)) == lines)
  }
}
