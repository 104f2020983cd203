import Content
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// The wheel moves what the pointer stands over.
@Suite struct WheelTests {
  /// The contents beside the text, and more of them than there are rows.
  private func session() throws -> Session {
    let session = TestBook.session(columns: 140, rows: 11, book: TestBook.book(sections: 12))
    try #require(ContentsList(session.state).items.count > session.geometry.textRows + 1)
    return session
  }

  /// The beginnings of the lines: at their ends stands whether the list goes on.
  private func pane(_ session: Session) -> [Substring] {
    session.screen.split(separator: "\n").dropFirst(2).dropLast().map { $0.prefix(18) }
  }

  @Test func overTheContentsItMovesThemAlone() throws {
    var session = try session()
    let before = (pane(session), session.state.top)
    _ = session.perform(.wheel(1, row: 4, column: 10))
    #expect(session.state.top == before.1)
    #expect(pane(session).dropLast() == before.0.dropFirst())
    _ = session.perform(.wheel(-3, row: 4, column: 10))
    #expect(pane(session) == before.0, "no further than to the first line")
    _ = session.perform(.wheel(1000, row: 4, column: 10))
    let last = try #require(ContentsList(session.state).items.last?.title)
    #expect(pane(session).last?.contains(last.prefix(9)) == true)
    #expect(session.state.message == nil)
  }

  @Test func aClickGoesToTheLineUnderThePointer() throws {
    var session = try session()
    _ = session.perform(.wheel(1000, row: 4, column: 10))
    let items = ContentsList(session.state).items
    _ = session.perform(.click(row: session.geometry.textRow + session.geometry.textRows - 1, column: 10))
    #expect(items.last?.destination?.chapter == session.state.chapterID)
  }

  @Test func theContentsFollowTheReaderAgain() throws {
    var session = try session()
    let before = pane(session)
    _ = session.perform(.wheel(1000, row: 4, column: 10))
    #expect(pane(session) != before)
    session.press("c")
    #expect(pane(session) == before, "they are where the reader is when they get the keys")
    session.press("<Esc>")
    _ = session.perform(.wheel(1000, row: 4, column: 10))
    session.press("}{")
    #expect(pane(session) == before)
  }

  @Test func overTheTextItMovesTheText() throws {
    var session = try session()
    let before = (pane(session), session.state.top)
    _ = session.perform(.wheel(3, row: 4, column: 80))
    #expect(session.state.top != before.1)
    _ = session.perform(.wheel(-3, row: 4, column: 80))
    #expect(session.state.top == before.1 && pane(session) == before.0)
  }

  /// Keys that lay a list over the text.
  @Test(arguments: [":", "W"]) func overAListItMovesTheList(keys: String) throws {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 140, rows: 30)
    session.press(keys)
    let (top, offers) = (session.state.top, try #require(session.state.prompt?.offers))
    try #require(offers.count > 4)
    let row = session.geometry.textRow + session.geometry.textRows - 3
    _ = session.perform(.wheel(3, row: row, column: 90))
    #expect(session.state.prompt?.cursor == 3)
    #expect(session.state.top == top)
    _ = session.perform(.wheel(3000, row: row, column: 90))
    #expect(session.state.prompt?.cursor == offers.count - 1, "no further than to the last one")
    _ = session.perform(.wheel(-3000, row: row, column: 90))
    #expect(session.state.prompt?.cursor == 0)
    session.press("<Enter>")
    #expect(session.state.prompt == nil)
  }

  @Test func overWhatWasFoundItMovesFromOneToTheNext() throws {
    var session = try session()
    let index = try SearchIndex(path: nil)
    try index.update(session.state.book, stamps: ["01-one": "1"], formulas: .typeset)
    let hits = Array(try index.hits(for: "weights").prefix(3))
    try #require(hits.count == 3)
    session.press("Sweights")
    _ = session.perform(.found("weights", hits))
    for cursor in [1, 2, 2] {
      _ = session.perform(.wheel(3, row: 8, column: 90))
      #expect(session.state.prompt?.cursor == cursor)
    }
  }

  @Test(arguments: [":", "S", "'", "M"]) func aClickOnTheContentsClosesAListAndNothingElse(keys: String)
    throws
  {
    var session = try session()
    session.press("Mx" + keys)
    let before = (session.state.top, session.state.chapterID, session.state.history)
    _ = session.perform(.click(row: 7, column: 10))
    #expect(session.state.prompt == nil && session.state.naming == nil)
    if keys == ":" || keys == "S" {
      #expect((session.state.top, session.state.chapterID) == (before.0, before.1))
      #expect(session.state.history == before.2)
    }
  }

  @Test func aNoteThatIsWrittenStaysWhereItIsWritten() throws {
    var session = try session()
    session.press("AHalf a thought")
    let before = session.state.top
    _ = session.perform(.click(row: 7, column: 10))
    #expect(session.state.prompt?.entry.text == "Half a thought")
    #expect(session.state.top == before)
  }
}
