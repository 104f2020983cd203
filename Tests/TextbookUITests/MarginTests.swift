import Content
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// The margin: how wide it is, and how the number in focus comes about.
@Suite struct MarginTests {
  @Test func theTextMakesRoomForTheMargin() throws {
    var session = try FixtureBook.session(columns: 100)
    #expect(session.geometry.margin == 0)
    let effects = session.press(")")
    #expect(session.geometry.margin == 20)
    #expect(session.geometry.textWidth == 73)
    #expect(effects.contains(.reading(.keepSettings(session.state.settings))))
    session.press("2)")
    #expect(session.geometry.margin == 28)
    #expect(session.geometry.textWidth == 65)
    session.press("9(")
    #expect(session.geometry.margin == 0)
    #expect(session.geometry.textWidth == 88)
    session.press("99)")
    #expect(session.geometry.textWidth == 60)
    #expect(session.geometry.margin == 33)
    _ = session.perform(.resize(ScreenSize(columns: 80, rows: 24)))
    #expect(session.geometry.margin == 0)
    #expect(session.geometry.textWidth == 76)
  }

  @Test func whereThereIsNoRoomOrNothingToShowThatIsSaid() throws {
    var narrow = try FixtureBook.session(columns: 60)
    narrow.press(")")
    #expect(narrow.geometry.margin == 0)
    #expect(narrow.state.message?.text == "The screen is too narrow for a margin.")
    var empty = TestBook.session(columns: 100)
    empty.state.book.chapters["01-one"]?.footnotes = [:]
    empty.press(")")
    #expect(empty.state.message?.text.hasPrefix("This page has nothing for the margin") == true)
    #expect(empty.state.settings.margin == nil)
  }

  /// The margin's part of the screen, without the marks of the text.
  private func margin(of session: Session) -> String {
    let column = session.geometry.marginColumn
    return session.frame.rows.map { row in
      var text = row.columns(column..<session.state.size.columns).text
      while text.last == " " { text.removeLast() }
      return text + "\n"
    }.joined()
  }

  @Test func theNumberInFocusIsDerivedBesideIt() throws {
    var session = try FixtureBook.session(columns: 100, rows: 40)
    session.press("8)")
    #expect(!margin(of: session).contains("batch × values × bytes"))
    var steps = 0
    while session.focused?.action != nil || steps == 0, steps < 60 {
      session.press("<Tab>")
      steps += 1
      if case .live(let live)? = session.focused?.action, live.expression == "activations" { break }
    }
    let shown = margin(of: session)
    #expect(shown.contains("activations"))
    #expect(shown.contains("32 × 986 × 4 B"))
    #expect(shown.contains("with batch = 32, bytes = 4 B"))
    session.press("<Esc>")
    #expect(!margin(of: session).contains("32 × 986 × 4 B"))
  }

  @Test func aChangedCalculatorStaysDerivedAfterItIsClosed() throws {
    var session = try FixtureBook.session(columns: 100, rows: 50)
    session.press("8)")
    session.act(on: .calculator("t01-memory"))
    // The first output does not follow from the batch.
    session.press("64<Enter>")
    #expect(margin(of: session).contains("64 × 986 × 4 B"))
    session.press("O")
    #expect(margin(of: session).contains("share of the machine"))
    session.press("oo")
    #expect(margin(of: session).contains("64 × 986 × 4 B"))
    session.press("<Esc><Esc>")
    #expect(session.state.panel == nil)
    #expect(margin(of: session).contains("64 × 986 × 4 B"))
    session.press("a")
    #expect(!margin(of: session).contains("986"))
  }

  @Test func linesAreFilledOrRagged() throws {
    var session = try FixtureBook.session(columns: 80)
    let ragged = session.screen
    let effects = session.press("J")
    #expect(session.state.settings.isJustified)
    #expect(effects.contains(.reading(.keepSettings(session.state.settings))))
    session.state.message = nil
    #expect(session.screen != ragged)
    session.press("J")
    session.state.message = nil
    #expect(session.screen == ragged)
  }
}
