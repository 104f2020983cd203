import Content
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// The margin: how wide it is, and how the number in focus comes about.
@Suite struct MarginTests {
  private static func geometry(
    _ columns: Int, isShown: Bool? = nil, _ settings: ReadingSettings = ReadingSettings(), has: Bool = true
  ) -> Geometry {
    Geometry(
      size: ScreenSize(columns: columns, rows: 45), contents: ContentsState(isShown: isShown),
      settings: settings, hasMarginalia: has)
  }

  /// Columns of the screen, then of contents, text and margin.
  @Test(arguments: [
    (80, 0, 76, 0), (100, 0, 88, 0), (101, 0, 66, 28), (110, 0, 71, 32), (119, 0, 76, 36), (120, 34, 82, 0),
    (134, 34, 88, 0), (135, 34, 66, 28), (140, 35, 68, 30), (160, 40, 77, 36), (200, 42, 88, 44),
    (300, 42, 88, 44),
  ])
  func theScreenIsShared(_ columns: Int, _ pane: Int, _ text: Int, _ margin: Int) {
    let geometry = Self.geometry(columns)
    #expect([geometry.pane, geometry.textWidth, geometry.margin] == [pane, text, margin])
  }

  /// Columns of the screen without its contents, then of text and margin.
  @Test(arguments: [(120, 77, 36), (140, 88, 44), (200, 88, 44)])
  func hiddenContentsMakeRoom(_ columns: Int, _ text: Int, _ margin: Int) {
    let geometry = Self.geometry(columns, isShown: false)
    #expect([geometry.pane, geometry.textWidth, geometry.margin] == [0, text, margin])
  }

  @Test(arguments: [true, false, nil]) func textAndMarginGrowWithTheScreen(_ isShown: Bool?) {
    var before = Self.geometry(40, isShown: isShown)
    for columns in 41...260 {
      let geometry = Self.geometry(columns, isShown: isShown)
      #expect(geometry.textWidth <= Geometry.widestText)
      if geometry.margin > 0 {
        #expect(geometry.textWidth >= 66 && geometry.margin >= 28)
        #expect(geometry.marginColumn + geometry.margin <= columns)
      }
      if geometry.margin > 0, before.margin > 0, (before.pane > 0) == (geometry.pane > 0) {
        #expect(geometry.textWidth - before.textWidth >= 0 && geometry.textWidth - before.textWidth <= 1)
        #expect(geometry.margin - before.margin >= 0 && geometry.margin - before.margin <= 1)
      }
      before = geometry
    }
  }

  @Test func whatWasChosenStandsWhereItFits() {
    var settings = ReadingSettings()
    settings.margin = 0
    #expect(Self.geometry(140, settings).margin == 0)
    #expect(Self.geometry(140, settings).textWidth == 88)
    settings.margin = nil
    settings.textWidth = 72
    for columns in [80, 120, 140, 160, 200] { #expect(Self.geometry(columns, settings).textWidth == 72) }
    #expect(Self.geometry(140, settings).margin == 26)
    settings.textWidth = nil
    settings.margin = 40
    for (columns, margin) in [(120, 0), (140, 38), (160, 40), (200, 40)] {
      #expect(Self.geometry(columns, settings).margin == margin)
    }
    #expect(Self.geometry(140, ReadingSettings(), has: false).textWidth == 88)
  }

  @Test func eachKeyDoesWhatItSaysAndTheOtherSideYields() throws {
    var session = try FixtureBook.session(columns: 140, rows: 45)
    func widths() -> [Int] { [session.geometry.textWidth, session.geometry.margin] }
    #expect(widths() == [68, 30])
    session.press(">")
    #expect(widths() == [72, 26])
    session.press("<")
    #expect(widths() == [68, 30])
    session.press("3>")
    #expect(widths() == [80, 0])
    #expect(session.state.message?.text.contains("leaves no margin") == true)
    session.press("=")
    #expect(widths() == [68, 30])
    #expect(session.state.settings == ReadingSettings())
    session.press(")")
    #expect(widths() == [64, 34])
    session.press(">")
    #expect(widths() == [68, 30])
    session.press("9(")
    #expect(session.geometry.margin == 0)
    let effects = session.press("=")
    #expect(widths() == [68, 30])
    #expect(effects.contains(.reading(.keepSettings(ReadingSettings()))))
    #expect(!session.press("=").contains(.reading(.keepSettings(ReadingSettings()))))
    session.press("cc")
    #expect(widths() == [88, 44])
    session.press("c<Esc>")
    #expect(widths() == [68, 30])
  }

  @Test func aWideTableTakesColumnsOfTheMarginAndNotesKeepClearOfIt() throws {
    var book = TestBook.book()
    let cells = (0..<8).map { [Inline.text("Column \($0)")] }
    let table = Block.table(
      Table(
        alignments: Array(repeating: nil, count: 8), header: cells, rows: Array(repeating: cells, count: 5),
        range: TestBook.range))
    let reference = TestBook.paragraph(.text("With a caveat."), .footnote(label: "n"))
    book.chapters["01-one"] = TestBook.chapter(
      "01-one", number: "1", title: "Wide", paragraphs: 1, adding: [1: [reference, table]],
      footnotes: [
        "n": Footnote(
          label: "n", number: 1,
          blocks: [
            TestBook.paragraph(
              "Measured on one machine. "
                + Array(repeating: "Others would be slower.", count: 8).joined(separator: " "))
          ])
      ])
    let session = TestBook.session(columns: 140, rows: 45, book: book)
    #expect(session.geometry.textWidth == 68)
    let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let wide = rows.filter { $0.contains("Column 0") }
    #expect(wide.count == 6)
    #expect(wide.allSatisfy { $0.contains("Column 7") && !$0.contains("slower") && !$0.contains("Others") })
    #expect(!session.screen.contains("the rest"))
    #expect(rows.contains { $0.contains("Measured on one machine.") })
    #expect(rows.allSatisfy { $0.count <= 140 })
  }

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
