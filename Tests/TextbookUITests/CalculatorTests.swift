import Content
import Engine
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

@Suite struct CalculatorTests {
  /// Keys in the open calculator with its input `batch` (32, from 1 to 4096) in focus, and what the prose says then.
  @Test(arguments: [
    ("", "With a batch of 32, the forward pass keeps 126 KB of activations"),
    ("64<Enter>", "With a batch of 64, the forward pass keeps 252 KB of activations"),
    ("64<Esc>", "With a batch of 32, the forward pass keeps 126 KB of activations"),
    ("64<Tab>", "With a batch of 64, the forward pass keeps 252 KB of activations"),
    ("1,024<Enter>", "With a batch of 1,024, the forward pass keeps 4,039 KB of activations"),
    ("<Enter><BS><Enter>", "With a batch of 3, the forward pass keeps 11.8 KB of activations"),
    ("<Enter><C-u>8<Enter>", "With a batch of 8, the forward pass keeps 31.6 KB of activations"),
    ("<Enter><Left>1<Enter>", "With a batch of 312, the forward pass keeps 1,231 KB of activations"),
    ("<Right>", "With a batch of 64, the forward pass keeps 252 KB of activations"),
    ("<Left>", "With a batch of 16, the forward pass keeps 63.1 KB of activations"),
    ("<Right><Right>r", "With a batch of 32, the forward pass keeps 126 KB of activations"),
    ("<Down><Right>", "With a batch of 32, the forward pass keeps 63.1 KB of activations"),
    ("64<Enter><Tab><Right>R", "With a batch of 32, the forward pass keeps 126 KB of activations"),
    ("64<Enter><Esc>a", "With a batch of 32, the forward pass keeps 126 KB of activations"),
  ])
  func theProseFollows(keys: String, sentence: String) throws {
    var session = try FixtureBook.session(columns: 100, rows: 50)
    session.act(on: .calculator("t01-memory"))
    session.press(keys)
    #expect(session.screen.contains(sentence))
  }

  @Test func aWrongEntrySaysWhatIsExpectedAndKeepsWhatWasTyped() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-memory"))
    let effects = session.press("5000<Enter>")
    #expect(!effects.contains { if case .saveScenario = $0 { true } else { false } })
    #expect(session.state.panel?.entry?.text == "5000")
    #expect(session.state.panel?.message?.contains("4,096") == true)
    session.press("<BS><Enter>")
    #expect(session.state.panel?.entry == nil)
    #expect(session.screen.contains("▸ 500 ◂"))
  }

  @Test func everyChangeIsToBeKept() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-memory"))
    let effects = session.press("64<Enter>")
    #expect(effects.contains(.saveScenario(Scenario(inputs: ["t01-memory": ["batch": "64"]]))))
    #expect(session.press("r").contains(.saveScenario(Scenario())))
  }

  @Test func profilesAreWalked() throws {
    var session = try FixtureBook.session()
    session.act(on: .input(calculator: "t01-memory", name: "hw"))
    #expect(session.screen.contains("▸ Big GPU ◂"))
    session.press("<Right>")
    #expect(session.screen.contains("▸ Small GPU ◂"))
    session.press("<Right>")
    #expect(session.screen.contains("▸ Small GPU ◂"))
    session.press("<Left>")
    #expect(session.screen.contains("▸ Big GPU ◂"))
  }

  @Test func inputsAreWalkedRound() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-memory"))
    var visited: [String?] = []
    for _ in 0..<4 {
      visited.append(session.state.panel?.input)
      session.press("<Tab>")
    }
    #expect(visited == ["batch", "bytes", "hw", "batch"])
    session.press("<S-Tab>")
    #expect(session.state.panel?.input == "batch")
  }

  @Test func theCursorStandsInTheEntry() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-memory"))
    session.press("12<Left>")
    let cursor = try #require(session.frame.cursor)
    let row = session.screen.split(separator: "\n", omittingEmptySubsequences: false)[cursor.row]
    #expect(row.dropFirst(cursor.column).hasPrefix("2"))
  }

  @Test func escapeGoesBackToTheNumber() throws {
    var session = try FixtureBook.session()
    session.press("/with a batch<Enter><Tab>")
    let top = session.state.top
    let focus = try #require(session.state.focus)
    session.press("<Enter>")
    #expect(session.state.place == .panel)
    session.press("<Esc>")
    #expect(session.state.focus == focus)
    #expect(session.state.top == top)
  }

  @Test func aCalculatorWithoutAPanelOpensOverThePage() throws {
    var session = try FixtureBook.session()
    session.act(on: .calculator("t01-reads"))
    #expect(session.state.popup != nil)
    session.press("256<Enter>")
    session.press("<Esc>")
    #expect(session.state.popup == nil)
  }

  @Test func changesMadeWhileTheBookIsReadStay() throws {
    let book = try FixtureBook.book()
    var session = try FixtureBook.session()
    session.state.isComplete = false
    session.act(on: .calculator("t01-memory"))
    session.press("64<Enter>")
    _ = session.perform(.completed(CompletedBook(book: book, number: 1)))
    #expect(session.state.book.workbook.result(of: "t01-memory")?.inputs.first?.text == "64")
    #expect(session.screen.contains("▸ 64 ◂"))
  }
}
