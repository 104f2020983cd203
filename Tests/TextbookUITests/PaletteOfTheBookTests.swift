import Content
import Testing

@testable import TextbookUI

/// What `:` offers in the book itself, and what commands find by the same names.
@Suite struct PaletteOfTheBookTests {
  private static let index = Result {
    GoToIndex(try RealBook.session(chapter: "05-neural-computation").state)
  }

  private func offers(_ typed: String) throws -> [String] {
    try Self.index.get().offers(for: typed, chapter: "05-neural-computation").map { offer in
      [offer.label, offer.title, offer.kind.map { "(\($0))" } ?? ""].filter { !$0.isEmpty }.joined(
        separator: " ")
    }
  }

  /// What is typed, and how the first offers begin.
  @Test(arguments: [
    ("figure 6.2", ["Figure 6.2 "]), ("fig 6.2", ["Figure 6.2 "]), ("fig. 6.2", ["Figure 6.2 "]),
    ("fig6.2", ["Figure 6.2 "]), ("figure 6.1", ["Figure 6.1 "]), ("figure 5.1", ["Figure 5.1 "]),
    ("table 6.1", ["Table 6.1 "]), ("table 6.2", ["Table 6.2 "]), ("table 5.2", ["Table 5.2 "]),
    ("calculator 6.1", ["Calculator 6.1 "]), ("calculator 5.2", ["Calculator 5.2 "]),
    ("calc 5.2", ["Calculator 5.2 "]), ("table a.1", ["Table A.1 "]), ("Table A.1", ["Table A.1 "]),
    ("a.1", ["A.1 "]), ("5.4", ["5.4 The learning process"]), ("figure 3", ["Figure 5.3 ", "Figure 6.3 "]),
    ("3", ["5.3 ", "6.3 "]), ("5", ["Chapter 5 Neural Computation", "5.1 "]), ("section 5.4", ["5.4 "]),
    ("chapter 6", ["Chapter 6 "]), ("appendix a", ["Chapter A "]), ("A", ["Chapter A "]),
    ("napkin math 5.2", ["Napkin math 5.2 "]), ("insight 5.1", ["Insight 5.1 A vote with weights"]),
    ("checkpoint 5.2", ["Checkpoint 5.2 "]), ("a vote with weights", ["Insight 5.1 "]),
    ("equation 5.4", ["Equation 5.4 in 5."]),
    ("(5.10)", ["Equation 5.10 "]), ("appendix", ["Chapter A "]), ("appendices", ["Chapter A "]),
    ("sofmtax", ["5.3.4.5 Softmax", "Softmax (term)"]), ("bakcpropagation", ["Backpropagation (term)"]),
    ("a100", ["NVIDIA A100 80GB (machine)", "NVIDIA A100 40GB (machine)"]), ("h100", ["NVIDIA H100"]),
    ("h100_sxm", ["NVIDIA H100 SXM (machine)"]), ("gpt-3", ["GPT-3 (model)"]), ("gpt3", ["GPT-3 (model)"]),
    ("kv cache", ["KV cache (term)"]), ("kv", ["KV cache (term)"]),
    ("transformer", ["Transformer (term)", "Definition 6.6 Transformer"]), ("switch-c", ["Switch-C"]),
    ("figures", ["Figures and tables (page)", "Figure 5.1 ", "Figure 5.2 "]),
    ("fig", ["Figure 5.1 ", "Figure 5.2 "]),
    ("list of figures", ["Figures and tables (page)", "Figure 5.1 "]),
    ("tables", ["Figures and tables (page)", "Table 5.1 ", "Table 5.2 "]),
    ("calculators", ["Calculator 5.1 ", "Calculator 5.2 "]), ("checkpoints", ["Checkpoint 5.1 "]),
    ("hardware", ["Hardware (page)"]), ("models", ["Models (page)"]), ("constants", ["Constants (page)"]),
    ("equations", ["Equations (page)"]), ("notes", ["Notes and marked paragraphs (page)"]),
    ("q", ["q quit"]), ("quit", ["q quit"]), ("exit", ["q quit"]), ("help", ["? these keys"]),
    ("keys", ["? these keys"]), ("theme", ["T other colours"]), ("colours", ["T other colours"]),
    ("colors", ["T other colours"]), ("dark", ["theme dark"]), ("light", ["theme light"]),
    ("night", ["theme dark"]), ("theme light", ["theme light"]), ("theme dark", ["theme dark"]),
    ("dark mode", ["theme dark"]), ("high contrast", ["theme contrast"]), ("monochrome", ["theme mono"]),
    ("bookmark", ["M set a mark"]), ("mark", ["M set a mark"]),
    ("search", ["/ search in the chapter", "S search the book"]),
    ("find", ["/ search in the chapter", "S search the book"]), ("quiz", ["Q a quiz"]),
    ("test", ["Q a quiz"]), ("review", ["V review what is due"]),
    ("progress", ["Your progress (page)", "P your"]),
    ("contents", ["c contents"]), ("toc", ["c contents"]), ("boo", ["M set a mark"]),
    ("gradient descent", ["Gradient descent (term)"]), ("memory wall", ["Memory wall (term)"]),
    ("roofline", ["Roofline"]),
    ("energy of a read from dram", ["Energy of a read from DRAM (constant)"]),
    ("dram_access", ["Energy of a read from DRAM (constant)"]),
    ("dram access", ["Energy of a read from DRAM (constant)"]),
    ("0.01 pJ", ["Energy of a register read (constant)"]),
  ])
  func whatWasMeantComesFirst(_ typed: String, _ first: [String]) throws {
    let offers = try offers(typed)
    for (index, beginning) in first.enumerated() {
      let offer = offers.indices.contains(index) ? offers[index] : "nothing"
      #expect(
        (offer + " ").hasPrefix(beginning), "\(typed): \(offers.prefix(6).joined(separator: " | "))")
    }
  }

  /// What is typed, and what must be among the first ten.
  @Test(arguments: [
    ("kv", "Calculator 6.14"), ("A", "A write a note on the paragraph"), ("roofline model", "Roofline"),
    ("bookmark", "' go to a mark"), ("hardware", "5.2.6 Hardware"),
  ])
  func isAmongTheFirst(_ typed: String, _ wanted: String) throws {
    let offers = try offers(typed).prefix(10)
    #expect(offers.contains { $0.hasPrefix(wanted) }, "\(typed): \(offers.joined(separator: " | "))")
  }

  @Test func aConstantStandsWithItsValueAndLeadsToItsLine() throws {
    var session = try RealBook.session(chapter: "05-neural-computation")
    session.press(":dram_access")
    let row = session.screen.split(separator: "\n").first { $0.contains("Energy of a read from DRAM ") }
    #expect(row?.contains("640 pJ  constant") == true)
    session.press("<Enter>")
    #expect(session.state.chapterID == "napkin:constants")
    let cursor = try #require(session.frame.cursor)
    #expect(session.frame.rows[cursor.row].text.contains("Energy of a read from DRAM"))
  }

  @Test func everyConstantIsFoundByItsLabelAndByItsName() throws {
    let index = try Self.index.get()
    let constants = index.items.filter { $0.kind == "constant" }
    #expect(constants.count > 200)
    for constant in constants {
      let name = try #require(constant.id)
      for typed in [constant.title, name] {
        let offers = index.offers(for: typed, chapter: "05-neural-computation")
        #expect(offers.prefix(10).contains { $0.id == name && $0.kind == "constant" }, "\(typed)")
      }
    }
  }

  @Test(arguments: ["zzzz", "qxj", "xyzzy plugh"]) func nothingIsCalledThat(_ typed: String) throws {
    #expect(try offers(typed).isEmpty)
  }

  @Test(arguments: ["a100", "model", "parameters", "figure", "memory", "what"])
  func questionsComeLastAndNoCalculatorIsCalledByItsRawName(_ typed: String) throws {
    let offers = try offers(typed)
    let questions = offers.indices.filter { offers[$0].hasSuffix("(question)") }
    #expect(questions.allSatisfy { $0 >= offers.count - questions.count })
    for offer in offers { #expect(!offer.contains("ch05-") && !offer.contains("ch06-"), "\(offer)") }
  }

  /// What a command is given, and where it leads: the chapter or page, and the beginning of its name.
  @Test(
    arguments: [
      ("5.4", "05-neural-computation", "5.4"), ("figure 5.13", "05-neural-computation", "Figure 5.13"),
      ("Calculator 5.10", "05-neural-computation", "Calculator 5.10"), ("a.1", "a-assumptions", "A.1"),
      ("a100", "napkin:hardware/a100_80gb", "NVIDIA A100 80GB"),
      ("h100_sxm", "napkin:hardware/h100_sxm", "NVIDIA"),
      ("gpt-3", "napkin:model/gpt3_175b", "GPT-3"), ("memory wall", "napkin:glossary", "Memory wall"),
      ("hardware", "napkin:hardware", "Hardware"), ("figure 99.1", nil, nil),
      ("checkpoint 5.2", "05-neural-computation", "Checkpoint 5.2"),
      ("insight 5.1", "05-neural-computation", "Insight 5.1"),
      ("zzzz", nil, nil), ("", nil, nil), ("6.77", nil, nil),
    ] as [(String, String?, String?)])
  func commandsFindWhatThePaletteDoes(_ typed: String, _ chapter: String?, _ name: String?) throws {
    let place = PlaceFinder(try RealBook.whole.get()).place(named: typed)
    #expect(place?.chapter == chapter)
    if let name { #expect(place?.name.hasPrefix(name) == true) }
  }

  /// What is typed wrongly, and what is offered.
  @Test(
    arguments: [("hardwire", "Hardware"), ("5.44", nil), ("gradient desent", "Gradient descent")]
      as [(String, String?)])
  func whatCouldHaveBeenMeantIsNamed(_ typed: String, _ name: String?) throws {
    let names = PlaceFinder(try RealBook.whole.get()).names(like: typed)
    #expect(names.first == name, "\(names)")
  }

  @Test func chaptersAreNamedAsOneTypesThem() throws {
    #expect(PlaceFinder(try RealBook.whole.get()).chapters.suffix(3) == ["5", "6", "A"])
  }
}
