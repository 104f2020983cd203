import Content
import Foundation
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// What is chosen or typed and not answered yet.
@Suite struct AnswerDraftTests {
  private func session(_ id: String) -> Session {
    var session = TestBook.session()
    _ = session.perform(.scroll(0))
    session.act(on: .question(id))
    return session
  }

  private func drafts(_ effects: [Effect]) -> [String: AnswerDraft]? {
    for case .reading(.keepDrafts(let drafts)) in effects { return drafts }
    return nil
  }

  @Test(arguments: [("q-memory", "hb"), ("q-relu", "b"), ("q-order", "J")])
  func theEndOfTheTerminalKeepsIt(id: String, keys: String) throws {
    var left = session(id)
    left.press(keys)
    let kept = try #require(drafts(left.end()))
    var next = TestBook.session()
    var memory = RecordKeeper.Memory()
    memory.drafts = kept
    next.state.recall(memory)
    _ = next.perform(.scroll(0))
    next.act(on: .question(id))
    let (before, after) = (try #require(left.state.questions[id]), try #require(next.state.questions[id]))
    #expect(after.entries.map(\.text) == before.entries.map(\.text))
    #expect(after.chosen == before.chosen)
    #expect(after.order == before.order)
  }

  @Test func typingGoesOnWithIt() throws {
    let kept = try #require(
      {
        var left = session("q-memory")
        left.press("hb")
        return drafts(left.end())
      }())
    var next = TestBook.session()
    next.state.keptDrafts = kept
    _ = next.perform(.scroll(0))
    next.act(on: .question("q-memory"))
    next.press("m")
    #expect(next.state.questions["q-memory"]?.entries.first?.text == "hbm")
  }

  @Test func anAnswerEndsIt() throws {
    var session = session("q-relu")
    session.press("b<Esc>")
    #expect(session.state.keptDrafts.count == 1)
    session.act(on: .question("q-relu"))
    #expect(drafts(session.press("<Enter>")) == [:])
  }

  @Test func aLongAnswerIsRefusedAndNotCut() {
    var session = session("q-memory")
    session.press(String(repeating: "a", count: 401))
    #expect(session.state.questions["q-memory"]?.entries.first?.text.count == 400)
    #expect(session.state.message?.text.hasPrefix("An answer holds 400 characters") == true)
    session.press("<Enter>")
    #expect(session.state.questions["q-memory"]?.outcome == nil)
    #expect(session.state.message?.text.hasPrefix("More was typed than the 400 characters") == true)
    session.press(String(repeating: "<Enter>", count: TestBook.fill.body.entryCount))
    #expect(session.state.questions["q-memory"]?.outcome != nil)
  }

  @Test func paragraphsFitAndALetterDoesNotReplaceThem() {
    var session = session("q-short")
    session.press(String(repeating: "a", count: 1000))
    #expect(session.state.questions["q-short"]?.entries.first?.text.count == 1000)
    session.press("<Esc><Enter>b")
    #expect(session.state.questions["q-short"]?.entries.first?.text.count == 1001)
  }

  @Test func anUntouchedOrderIsNotAnAnswer() {
    var session = session("q-order")
    session.press("<Enter>")
    #expect(session.state.questions["q-order"]?.outcome == nil)
    #expect(session.state.message?.text.hasPrefix("Nothing was moved yet") == true)
    session.press("<Down><Enter>")
    #expect(session.state.questions["q-order"]?.outcome == nil, "another key in between asks again")
    session.press("<Enter>")
    #expect(session.state.questions["q-order"]?.outcome != nil)
  }

  @Test func keysDoNothingOnAScreenThatIsTooSmall() {
    var session = session("q-relu")
    session.press("b")
    let before = session.state.questions["q-relu"]
    _ = session.perform(.resize(ScreenSize(columns: 20, rows: 5)))
    session.press("a<Enter>c<Tab>")
    _ = session.perform(.click(row: 3, column: 3))
    #expect(session.state.questions["q-relu"] == before)
    #expect(session.request(for: .character("q")) == .quit)
    #expect(session.request(for: .control("c")) == .quit)
    _ = session.perform(.resize(ScreenSize(columns: 80, rows: 24)))
    session.press("<Enter>")
    #expect(session.state.questions["q-relu"]?.outcome != nil)
  }

  @Test func theVerdictIsOnASmallScreen() {
    var session = session("q-order")
    _ = session.perform(.resize(ScreenSize(columns: 40, rows: 10)))
    session.press("J<Enter>")
    let verdict = session.state.questions["q-order"]?.outcome?.verdict ?? "no verdict"
    #expect(session.screen.contains(verdict.prefix(12)))
  }
}
