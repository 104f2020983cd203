import Content
import Engine
import Testing

@testable import TextbookUI

/// The open calculator of the fixture book: batch 32, 4 B a value, weights 437 KB, activations 126 KB, total 563 KB.
@Suite struct LivePageTests {
  private static func open(columns: Int = 100, rows: Int = 40) throws -> Session {
    var session = try FixtureBook.session(columns: columns, rows: rows)
    session.act(on: .calculator("t01-memory"))
    return session
  }

  /// Keys in the calculator, and what stands on the screen then.
  @Test(arguments: [
    ("x", "Derivation: activations"),
    ("<Tab>x", "Derivation: weights"),
    ("oOx", "Derivation: weights"),
    ("<Tab><Tab>x", "Derivation: share of the machine"),
    ("t", "What “activations” depends on"),
    ("s", "What is “activations” to be?"),
    ("oO<Tab><Tab>w", "“weights” over “bytes a value”"),
    ("oO<Tab><Tab>w", "machine has no effect on weights · this is over bytes a value"),
    ("oOw<Tab>", "Machine has no effect on weights here."),
    ("ox", "Derivation: activations"),
    ("Ox", "Derivation: share of the machine"),
    ("ox", "= 32 × 986 × 4 B"),
    ("ox", "input: batch size"),
    ("oxw", "“activations” over “batch size”"),
    ("Ox", "Big GPU"),
    ("ow", "“activations” over “batch size”"),
    ("ow", "126 KB"),
    ("ow<Right>", "252 KB"),
    ("ow<Tab>", "“activations” over “bytes a value”"),
    ("ow<Tab>", "▸ 4 B"),
    ("ow<Tab><Right>", "▸ 2 B"),
    ("Ow<Tab><Tab>", "▸ Big GPU"),
    ("owo", "“total” over “batch size”"),
    ("owO", "“weights” over “batch size”"),
    ("ot", "What “activations” depends on"),
    ("ot", "+1"),
    ("oos1 MB<Enter>", "142 (gives 0.996784 MB) or 143 (gives 1.00073 MB)"),
    ("oos1MB<Enter>", "When is “total” 1 MB?"),
    ("oos1 MB<Enter>", "none of 4 B, 2 B, 1 B: 0.141 MB to 0.563 MB"),
    ("oos281.43 KB<Enter>", "Without effect on it: machine"),
    ("oos1 MB<Enter><Enter>", "batch size is 142 now"),
    ("os1 GB<Enter>", "No batch size gives activations = 1 GB."),
    ("os1 GB<Enter>", "(at batch size = 4,096)"),
    ("os", "What is “activations” to be?"),
    ("X", "memory"),
    ("W", "the author's"),
    ("<Right>c<Right>", "was 252 KB"),
    ("<Right>c<Right>c", "Compared with what you pinned"),
    ("<Right>c<Right>cC", "No longer pinned."),
    ("y", "the derivation in LaTeX"),
    ("a", "R brings back all of this calculator · Esc, then a, all of the book"),
    ("x", "from Calculator 1.1 · Where training memory goes."),
    ("x", "┌ Calculator 1.1 · Where training memory goes"),
  ])
  func shows(keys: String, text: String) throws {
    var session = try Self.open()
    session.press(keys)
    #expect(session.screen.contains(text), "\(session.screen)")
  }

  @Test func aSweepIsLogarithmicOrNot() throws {
    var session = try Self.open()
    session.press("ow")
    let logarithmic = session.screen
    session.press("L")
    #expect(session.screen != logarithmic)
    #expect(PageAddress(parsing: session.state.chapterID)?.options["scale"] == "linear")
    session.press("L")
    #expect(session.screen == logarithmic)
  }

  @Test func aWrongTargetStaysToBeCorrected() throws {
    var session = try Self.open()
    session.press("os5 s<Enter>")
    #expect(session.state.prompt?.entry.text == "5 s")
    #expect(session.state.message?.text.contains("a data size") == true)
    #expect(session.screen.contains("a data size"))
  }

  @Test(arguments: ["w", "t", "x", "xw", "xwt"]) func oneStepLeadsBack(keys: String) throws {
    var session = try FixtureBook.session(columns: 100, rows: 40)
    session.press("/of activations<Enter><Tab>")
    let focus = try #require(session.state.focus)
    session.press(keys)
    #expect(session.state.isWritten)
    session.press("<Esc>")
    #expect(session.state.chapterID == "01-memory")
    #expect(session.state.focus == focus)
    #expect(session.state.panel == nil)
  }

  @Test func enterOnANumberOpensItsDerivation() throws {
    var session = try FixtureBook.session(columns: 100, rows: 40)
    session.press("/the forward pass keeps<Enter><Tab><Tab>")
    #expect(
      session.screen.contains(
        "activations = 126 KB = “batch size” × values × “bytes a value” = 32 × 986 × 4 B"))
    session.press("<Enter>")
    #expect(session.state.chapterID == "napkin:derivation/t01-memory.activations")
  }

  @Test func inputsChangeOnTheDerivation() throws {
    var session = try Self.open()
    session.press("ox")
    session.act(on: .link("napkin:input/t01-memory.batch"))
    session.press("64<Enter>")
    #expect(session.screen.contains("= 64 × 986 × 4 B"))
    session.press("<Esc>")
    #expect(session.state.chapterID == "napkin:derivation/t01-memory.activations")
  }

  @Test func theWorkbenchIsChosenByTyping() throws {
    var session = try Self.open(columns: 140)
    let effects = session.press("<Esc>Wsmall<Enter>")
    #expect(effects.contains(.saveScenario(Scenario(workbench: ["hardware": "small_gpu"]))))
    #expect(session.screen.split(separator: "\n")[0].contains("Small GPU"))
    #expect(session.state.book.workbook.result(of: "t01-memory")?.inputs[2].text == "Small GPU")
    session.press("a")
    #expect(session.state.book.workbook.scenario.isEmpty)
  }

  @Test func aFigureCanBeSomethingElse() throws {
    var session = try FixtureBook.session(columns: 100, rows: 40)
    session.act(on: .link("napkin:override/big_gpu.memory.capacity"))
    #expect(session.state.prompt?.entry.text == "80 GB")
    session.press("<C-u>5 s<Enter>")
    #expect(session.state.prompt?.entry.text == "5 s")
    #expect(session.state.message?.text.hasPrefix("“memory of Big GPU” takes a data size") == true)
    session.press("<C-u>")
    #expect(session.status.hasPrefix(" memory of Big GPU = "))
    let effects = session.press("160 GB<Enter>")
    #expect(session.status.hasPrefix(" memory of Big GPU is 160 GB: "))
    #expect(
      effects.contains(.saveScenario(Scenario(overrides: ["big_gpu.memory.capacity": "160 GB"]))))
    session.press("X")
    #expect(session.screen.contains("0.5×"))
    session.act(on: .link("napkin:override/big_gpu.memory.capacity"))
    session.press("<C-u>80 GB<Enter>")
    #expect(session.state.book.workbook.scenario.isEmpty)
  }

  @Test(arguments: [
    ("y<Enter>", "126 KB"),
    (
      "ytext<Enter>",
      "values = 784 + 128 + 64 + 10 = 986\nactivations = batch × values × bytes = 32 × 986 × 4 B = 126 KB\n"
        + "with batch = 32, bytes = 4 B\n"
    ),
    (
      "ylatex<Enter>",
      #"""
      \begin{aligned}
        \text{values} &= 784 + 128 + 64 + 10 \\
        &= 986
      \end{aligned}
      \begin{aligned}
        \text{activations} &= \text{batch} \times \text{values} \times \text{bytes} \\
        &= 32 \times 986 \times 4\ \text{B} \\
        &= 126\ \text{KB}
      \end{aligned}

      """#
    ),
  ])
  func copies(keys: String, text: String) throws {
    var session = try Self.open()
    #expect(session.press("o" + keys).contains(.copy(text)))
  }

  /// A name of a column sorts, then the other way round, and keeps the focus for that.
  @Test(arguments: [
    ("year", "the newest first", "the oldest first"), ("name", "from A to Z", "from Z to A"),
  ])
  func aColumnSortsBothWays(key: String, first: String, second: String) throws {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 100, rows: 60)
    session.act(on: .link("napkin:hardware"))
    session.focusFirst { $0.options["sort"] == key }
    var orders: [[String]] = []
    for words in [first, second, first] {
      session.press("<Enter>")
      #expect(session.screen.contains("Sorted by \(key), \(words)"), "\(session.screen)")
      guard let table = session.state.chapter.blocks.compactMap(\.asTable).first else { return }
      orders.append(table.rows.map { $0[0].plainText })
    }
    #expect(orders[0].count > 5 && orders[0] != orders[1])
    #expect(orders[0] == Array(orders[1].reversed()) && orders[0] == orders[2])
  }

  @Test func scenariosAreKeptLoadedAndDeleted() throws {
    var session = try Self.open()
    session.press("64<Enter><Esc>")
    let scenario = Scenario(inputs: ["t01-memory": ["batch": "64"]])
    session.act(on: .link("napkin:scenarios/keep"))
    #expect(session.press("large<Enter>").contains(.keepScenario("large", scenario)))
    session.press("a")
    session.press(":Scenarios<Enter>")
    #expect(session.screen.contains("large"))
    session.act(on: .link("napkin:scenario/large"))
    #expect(session.state.book.workbook.scenario == scenario)
    session.act(on: .link("napkin:scenarios/write/large"))
    let text = "title: large\nbook: fixture\ninputs:\n  t01-memory:\n    batch: 64\n"
    let written = session.press("<C-u>large.yaml<Enter>").compactMap { effect -> String? in
      if case .writeFile("large.yaml", let text) = effect { text } else { nil }
    }
    #expect(written.map { $0.replacing(session.state.book.manifest.id, with: "fixture") } == [text])
    session.effects = []
    session.act(on: .link("napkin:scenarios/delete/large"))
    #expect(session.effects.contains(.keepScenario("large", nil)))
  }

  /// What a scenario replaces is not lost.
  @Test func aScenarioKeepsWhatWasChangedBefore() throws {
    var session = try Self.open()
    session.press("64<Enter><Esc>")
    session.load(ScenarioFile(title: "Small", scenario: Scenario(workbench: ["hardware": "small_gpu"])))
    #expect(session.state.scenarios["before"] == Scenario(inputs: ["t01-memory": ["batch": "64"]]))
    session.act(on: .link("napkin:scenario/before"))
    #expect(session.state.book.workbook.result(of: "t01-memory")?.inputs[0].text == "64")
  }

  /// Every page that the program offers can be opened and left.
  @Test(arguments: [
    "napkin:hardware", "napkin:hardware?sort=year", "napkin:hardware/big_gpu", "napkin:hardware?with=big_gpu",
    "napkin:hardware?compare=big_gpu,small_gpu", "napkin:model", "napkin:equations", "napkin:constants",
    "napkin:glossary", "napkin:whatif", "napkin:scenarios", "napkin:hardware/none", "napkin:equation/none",
    "napkin:derivation/none.x", "napkin:sweep/none", "napkin:solve/t01-memory.total",
    "napkin:solve/t01-memory.total?target=9%20s", "napkin:sensitivity/t01-reads.reads",
    "napkin:derivation/t01-memory.values", "napkin:sweep/t01-memory.share?over=hw",
  ])
  func everyPageOpens(address: String) throws {
    var session = try FixtureBook.session()
    session.act(on: .link(address))
    #expect(session.state.chapterID == address)
    #expect(session.frame.rows.allSatisfy { $0.width <= 80 })
    session.press("<Tab><Tab>Gg<Esc><Esc>")
    #expect(session.state.chapterID == "01-memory")
  }
}

extension Block {
  fileprivate var asTable: Table? { if case .table(let table) = self { table } else { nil } }
}
