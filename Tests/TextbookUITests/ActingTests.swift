import Content
import Engine
import Foundation
import Learning
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

@Suite struct ActingTests {
  /// What Tab has in focus, as the status line says it.
  @Test(arguments: [
    ("<Tab>", " Section 2.2 · Section 2 of Machines   Enter go there"),
    ("<Tab><Tab>", " Section 1.3 · Section 3 of Introduction   Enter go there"),
    ("<Tab><Tab><Tab>", " Note 1   Enter read it"),
    ("<Tab><Tab><Tab><Tab>", " Question   Enter answer it"),
    ("<Tab><Tab><Tab><S-Tab>", " Section 1.3 · Section 3 of Introduction   Enter go there"),
    ("<Tab><Esc>", " Tab next   / find   c contents   : go to   ? keys"),
  ])
  func focus(keys: String, status: String) {
    var session = TestBook.session()
    session.press(keys)
    #expect(session.status == status)
  }

  /// A number on the way to an output has a derivation; what else can be asked is about outputs.
  @Test func aStepOfACalculatorIsOnlyDerived() throws {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 100, rows: 30)
    let chapter = session.state.chapterID
    let workbook = session.state.book.workbook
    var found: Focus?
    for block in 0..<session.page.blockCount where found == nil {
      let targets = session.page.layout(block).targets
      let index = targets.firstIndex { target in
        guard let subject = session.state.subject(of: target.action) else { return false }
        return workbook.calculator(subject.calculator)?.outputs.contains { $0.name == subject.value } == false
      }
      found = index.map { Focus(block: block, target: $0) }
    }
    #expect(found != nil)
    session.state.focus = found
    for key in ["w", "t", "s"] {
      session.press(key)
      #expect(session.status.hasPrefix(" A step of “"), "\(session.status)")
      #expect(session.status.hasSuffix("”, no output · x derives it"))
      #expect(session.state.chapterID == chapter && session.state.prompt == nil)
    }
    session.press("x")
    #expect(session.state.chapterID != chapter)
  }

  @Test func theFocusIsOnTheScreenWithTheCursorOnIt() throws {
    var session = TestBook.session()
    session.press("<Tab><Tab>")
    let cursor = try #require(session.frame.cursor)
    let row = session.screen.split(separator: "\n", omittingEmptySubsequences: false)[cursor.row]
    #expect(row.dropFirst(cursor.column).hasPrefix("Section 1.3"))
  }

  @Test func followingAReferenceAndComingBack() {
    var session = TestBook.session()
    session.press("<Tab>")
    let before = session.topLine
    session.press("<Enter>")
    #expect(session.topLine == "  2.2 Section 2 of Machines")
    session.press("<BS>")
    #expect(session.topLine == before)
    session.press("<BS>")
    #expect(session.status == " There is nowhere to go back to.")
  }

  @Test func aFootnoteShowsOverThePage() {
    var session = TestBook.session()
    session.press("<Tab><Tab><Tab><Enter>")
    #expect(session.screen.contains("│ Measured on one machine."))
    #expect(session.state.place == .popup)
    session.press("<Esc>")
    #expect(!session.screen.contains("Measured on one machine."))
  }

  @Test func tickingAnItem() {
    var session = TestBook.session()
    session.press("]<Tab>")
    let effects = session.press("<Enter>")
    #expect(effects == [.setTick("check-1#0", true)])
    #expect(session.screen.contains("☑ You can name the parts."))
    #expect(session.press("<Enter>") == [.setTick("check-1#0", false)])
  }

  @Test func searching() {
    var session = TestBook.session()
    session.press("/paragraph 4 of sec")
    #expect(session.screen.contains("Paragraph 4 of section 1"))
    #expect(session.state.place == .search)
    session.press("<Enter>nn")
    #expect(
      session.state.match == PagePosition(block: session.block(of: "Paragraph 4 of section 3"), line: 0))
    session.press("N")
    #expect(
      session.state.match == PagePosition(block: session.block(of: "Paragraph 4 of section 2"), line: 0))
    session.press("nnn")
    #expect(
      session.state.match == PagePosition(block: session.block(of: "Paragraph 4 of section 1"), line: 0))
    #expect(session.status == " From the top again · 1 of 4")
  }

  @Test func searchingWhatIsBrokenOverLines() {
    var session = TestBook.session()
    session.press("/batch. a layer reads its weights<Enter>")
    #expect(
      session.status
        != " “batch. a layer reads its weights” does not stand in this chapter · S searches the book")
    let marked = session.frame.rows.filter { $0.runs.contains { $0.style.emphasis.contains(.reverse) } }
    #expect(marked.count > 2)
  }

  @Test func searchingInVain() {
    var session = TestBook.session()
    session.press("jj")
    let top = session.topLine
    session.press("/zebra<Enter>")
    #expect(session.status == " “zebra” does not stand in this chapter · S searches the book")
    #expect(session.topLine == top)
  }

  @Test func escapeFromASearchGoesBack() {
    var session = TestBook.session()
    let top = session.topLine
    session.press("/section 4")
    #expect(session.topLine != top)
    session.press("<Esc>")
    #expect(session.topLine == top)
    #expect(session.state.search == nil)
  }

  @Test func helpShowsThePlaceItWasAskedFrom() {
    var session = TestBook.session()
    session.press("?")
    #expect(session.topLine == "  Reading")
    session.press("<Esc><Tab><Tab><Tab><Tab><Enter>?")
    #expect(session.topLine == "  A question with options")
    session.press("?")
    #expect(session.state.place == .options)
  }

  @Test func clickingActs() throws {
    var session = TestBook.session()
    session.press("<Tab>")
    let cursor = try #require(session.frame.cursor)
    session.press("<Esc>")
    _ = session.perform(.click(row: cursor.row, column: cursor.column + 3))
    #expect(session.topLine == "  2.2 Section 2 of Machines")
  }

  /// Keys that lead to a place, words that its frames and last line show there, and the key that these name.
  @Test(arguments: [
    ("", "Tab next", "<Tab>"), ("", "/ find", "/"), ("", "c contents", "c"), ("", "? keys", "?"),
    ("<Tab>", "Enter show its", "<Enter>"), ("", "contents   : go", "c"),
    ("c", "↑↓ choose", "<Up>"), ("c", "↓ choose", "<Down>"), ("c", "Enter go there", "<Enter>"),
    ("c", "Esc back", "<Esc>"), ("?", "j k scroll", "j"), ("?", "Esc close", "<Esc>"),
    (":sec", "Enter go there", "<Enter>"), (":sec", "Esc leave", "<Esc>"), (":sec", "↓ choose", "<Down>"),
    ("calculator", "r reset", "r"), ("calculator", "R all", "R"), ("calculator", "←→ step", "<Left>"),
    ("calculator", "→ step", "<Right>"), ("calculator", "Tab next", "<Tab>"),
    ("calculator", "Esc close", "<Esc>"), ("calculator", "x derivation", "x"),
    ("calculator", "s solve", "s"), ("calculator", "w sweep", "w"),
    ("calculator<Enter>", "Enter take it ·", "<Enter>"), ("calculator<Enter>", "Esc leave it as", "<Esc>"),
    ("calculator<Enter>", "Enter take it  ", "<Enter>"),
    ("number", "r reset", "r"), ("number", "Esc close", "<Esc>"),
    ("question", "a b choose", "a"), ("question", "b choose", "b"), ("question", "Enter answer", "<Enter>"),
    ("question", "s how sure", "s"), ("question", "Esc leave", "<Esc>"),
    ("greeting", "Tab    ", "<Tab>"), ("greeting", ":      ", ":"),
  ])
  func aClickOnAKeyThatIsNamedDoesWhatTheKeyDoes(way: String, words: String, key: String) throws {
    let isOfCalculator = way.hasPrefix("calculator") || way == "number"
    var session =
      isOfCalculator
      ? try FixtureBook.session(columns: 100, rows: way == "number" ? 20 : 50)
      : try RealBook.session(chapter: "05-neural-computation")
    switch way {
    case _ where way.hasPrefix("calculator"):
      session.act(on: .calculator("t01-memory"))
      session.press("<Right>" + Self.rest(of: way, after: "calculator"))
    case "number":
      // Over the page, as for a number whose calculator stands elsewhere.
      session.state.popup = nil
      session.go(to: Destination(chapter: PageAddress("progress").description))
      session.openPanel("t01-memory", input: nil)
      session.press("<Right>")
    case "question":
      let questions = session.state.chapter.questions
      let question = questions.first { if case .trueFalse = $0.body { true } else { false } }
      let id = try #require(question?.id)
      session.openQuestion(id)
    case "greeting": session.state.isGreeting = true
    default: session.press(way)
    }
    session.state.message = nil
    let lines = session.frame.rows.map(\.text)
    let row = try #require(lines.lastIndex { $0.contains(words) }, "\(session.screen)")
    let place = try #require(lines[row].range(of: words, options: .backwards))
    let column = DisplayWidth.of(String(lines[row][..<place.lowerBound]))
    var other = session
    let clicked = session.perform(.click(row: row, column: column))
    let pressed = other.press(key)
    #expect(session.frame.rows == other.frame.rows)
    #expect(session.state.place == other.state.place)
    #expect(clicked.count == pressed.count)
  }

  private static func rest(of text: String, after beginning: String) -> String {
    String(text.dropFirst(beginning.count))
  }

  @Test func clickingInTheContents() {
    var session = TestBook.session(columns: 140, rows: 30)
    _ = session.perform(.click(row: 4, column: 8))
    #expect(session.screen.contains("1.2 Section 2 of Introduction"))
    #expect(session.state.top.block == session.state.chapter.sections[1].block)
  }

  @Test func clickingAnOffer() {
    var session = TestBook.session()
    session.press(":section 3")
    #expect(session.state.prompt?.offers.map(\.label) == ["1.3", "2.3"])
    _ = session.perform(.click(row: 21, column: 10))
    #expect(session.topLine == "  2.3 Section 3 of Machines")
  }

  @Test func aMessageLastsUntilTheNextKey() {
    var session = TestBook.session()
    session.press("<BS>")
    #expect(session.status == " There is nowhere to go back to.")
    session.press("j")
    #expect(session.status != " There is nowhere to go back to.")
  }
}

extension Session {
  /// The first block whose text begins so.
  func block(of text: String) -> Int {
    state.chapter.blocks.indices.first { state.chapter.firstWords(of: $0)?.hasPrefix(text) == true } ?? -1
  }
}
