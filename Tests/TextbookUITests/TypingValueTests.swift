import Content
import Engine
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// Typing a value, and what else an open calculator takes.
@Suite struct TypingValueTests {
  private func calculator(_ id: String = "t01-memory", columns: Int = 80) throws -> Session {
    var session = try FixtureBook.session(columns: columns, rows: 40)
    session.act(on: .calculator(id))
    return session
  }

  private func isUsed(_ effects: [Effect]) -> Bool {
    effects.contains { if case .calculatorUsed = $0 { true } else { false } }
  }

  /// Enter offers the present value: the first letter typed takes its place, any other key keeps it.
  @Test(arguments: [
    ("<Enter>64<Enter>", "64"), ("<Enter><End>0<Enter>", "320"), ("<Enter><BS>1<Enter>", "31"),
    ("<Enter><Left>1<Enter>", "312"), ("<Enter><Enter>", "32"), ("<Enter>6<Esc>", "32"),
  ])
  func typingAfterEnterReplaces(keys: String, batch: String) throws {
    var session = try calculator()
    session.press(keys)
    #expect(session.state.book.workbook.result(of: "t01-memory")?.inputs.first?.text == batch)
  }

  @Test func theFrameAndTheLastLineSayWhatTakesAValue() throws {
    var session = try calculator(columns: 60)
    #expect(session.screen.contains("Tab next"))
    session.press("64")
    #expect(session.screen.contains("Enter take it · Esc leave it as it was"))
    #expect(!session.screen.contains("Tab next"))
    let last = session.screen.split(separator: "\n").last ?? ""
    #expect(last.contains("Enter take it   Esc leave it"))
  }

  @Test func openingIsNotUsing() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-memory"))
    #expect(session.state.calculatorsUsed.isEmpty)
    #expect(!isUsed(session.press("<Tab><Tab><S-Tab><S-Tab>x<Esc>w<Esc>")))
    #expect(isUsed(session.press("64<Enter>")))
    #expect(session.state.calculatorsUsed == ["t01-memory"])
  }

  @Test func goToIsAskedForInACalculator() throws {
    var session = try calculator()
    session.press(":")
    #expect(session.state.place == .goTo)
    session.press("1.2<Enter>")
    #expect(session.state.panel == nil)
    #expect(session.screen.contains("The machine holds far more"))
    var other = try calculator()
    other.press(":<Esc>")
    #expect(other.state.place == .panel)
  }

  /// A sweep shows a number that follows the input in focus, unless another was chosen.
  @Test(arguments: [("w", "activations"), ("<Tab><Tab>w", "share"), ("<Tab>w", "weights"), ("oow", "total")])
  func aSweepBeginsWithWhatFollows(keys: String, output: String) throws {
    var session = try calculator()
    session.press(keys)
    #expect(PageAddress(parsing: session.state.chapterID)?.subject?.value == output)
  }

  @Test(arguments: ["x", "w", "t"])
  func escapeComesBackToTheOpenCalculator(key: String) throws {
    var session = try calculator()
    session.press("<Tab>o\(key)")
    #expect(session.state.isWritten)
    session.press("<Esc>")
    #expect(session.state.chapterID == "01-memory")
    #expect(session.state.place == .panel)
    #expect(session.state.panel?.calculator == "t01-memory")
    #expect(session.state.panel?.input == "bytes")
    #expect(session.state.panel?.output == "activations")
    session.press("<Esc>")
    #expect(session.state.panel == nil)
  }

  /// The sentence whose number was opened can be read beside its calculator.
  @Test(arguments: [24, 30, 40])
  func aCalculatorOverThePageLeavesItsParagraph(rows: Int) throws {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 80, rows: rows)
    session.press("/photograph of<Enter>")
    for _ in 0..<30 {
      session.press("<Tab>")
      if session.screen.contains("height = 224") { break }
    }
    session.press("<Enter>")
    #expect(session.state.popup != nil)
    #expect(session.screen.contains("Layout has a price in traffic"))
    #expect(session.screen.contains("arithmetic."))
    #expect(session.screen.contains("▸ 224 ◂"))
  }

  @Test func aQuestionInFocusKnowsQuizAndChapters() {
    var session = TestBook.session()
    session.act(on: .question("q-relu"))
    session.press("}")
    #expect(session.state.chapterID == "02-two")
    session.press("{")
    session.act(on: .question("q-relu"))
    let effects = session.press("Q")
    #expect(effects.contains { if case .findQuiz = $0 { true } else { false } })
  }

  @Test func resultsOfAQuizHaveTheirFirstWayInFocus() throws {
    var session = try FixtureBook.session()
    let plan = QuizPlan(count: 1, kinds: ["choice"])
    _ = session.perform(
      .askQuiz(QuizRequest(chapter: "01-memory", plan: plan, seed: 7, continues: false)))
    session.press("a<Enter><Enter>")
    #expect(session.screen.contains("assed:"))
    let focus = try #require(session.state.focus)
    let action = session.page.layout(focus.block).targets[focus.target].action
    #expect([.link("napkin:quiz/retry"), .link("napkin:quiz/new")].contains(action))
  }

  /// The last line names numbers as the student sees them.
  @Test func theLastLineUsesLabels() throws {
    var session = try FixtureBook.session(columns: 120, rows: 40)
    session.press("/keeps 126<Enter><Tab>")
    for _ in 0..<10 where !session.screen.contains("activations = ") { session.press("<Tab>") }
    let last = session.screen.split(separator: "\n").last ?? ""
    #expect(last.contains("activations = 126 KB = “batch size” × values × “bytes a value” = 32 × 986 × 4 B"))
  }

  @Test func aFigureOfAProfileIsNamedInWords() throws {
    var session = try RealBook.session(chapter: "06-network-architectures", columns: 100, rows: 30)
    let live = LiveTarget(expression: "model.parameters", calculator: "ch06-kv-cache-7b")
    let line = StatusLine(state: session.state, target: Target(.live(live), line: 0, columns: 0..<1)).line(
      width: 100
    ).text
    #expect(line.contains("parameters of ") && line.contains("Enter open its calculator"))
    #expect(!line.contains("model.parameters"))
    _ = session.perform(.scroll(0))
  }

  @Test func machinesThatLeaveValuesEmptyComeLast() throws {
    var session = try RealBook.session(chapter: "06-network-architectures")
    session.press("W")
    let offers = (session.state.prompt?.index?.items ?? []).filter { $0.label == "hardware" }
    let counts = offers.map { item -> Int in
      let words = (item.detail ?? "").split(separator: " ")
      return words.suffix(2) == ["left", "empty"] ? words.dropLast(3).last.flatMap { Int($0) } ?? 0 : 0
    }
    #expect(counts == counts.sorted())
    #expect(counts.last ?? 0 > 20)
    #expect(offers.first { $0.id == "raspberry_pi_5" }?.detail?.contains("values left empty") == true)
  }
}
