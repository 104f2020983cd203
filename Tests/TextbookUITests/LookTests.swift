import Content
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// The look of the page: widths, columns, margins, headers that stay, what is too wide.
@Suite struct LookTests {
  private static let code = Block.code(
    CodeBlock(
      language: "python",
      text: (1...12).map { "value_\($0) = " + String(repeating: "abc + ", count: 20) + "end_\($0)" }
        .joined(separator: "\n"), range: TestBook.range))

  private static func table(rows: Int, columns: Int) -> Block {
    .table(
      Table(
        alignments: Array(repeating: nil, count: columns),
        header: (0..<columns).map { [.text("Column \($0)")] },
        rows: (1...rows).map { row in (0..<columns).map { [.text("cell \(row) \($0)")] } },
        range: TestBook.range))
  }

  private static func session(_ block: Block, columns: Int = 80, rows: Int = 24) -> Session {
    var book = TestBook.book()
    book.chapters["01-one"] = TestBook.chapter("01-one", number: "1", title: "Wide", adding: [1: [block]])
    var session = TestBook.session(columns: columns, rows: rows, book: book)
    session.press("/\(isCode(block) ? "value_1 " : "Column 0")<Enter><Esc>d")
    return session
  }

  private static func isCode(_ block: Block) -> Bool { if case .code = block { true } else { false } }

  @Test func theTextIsMadeNarrowerAndWider() {
    var session = TestBook.session(columns: 110)
    session.press("9(")
    #expect(session.geometry.textWidth == 88)
    let effects = session.press("<")
    #expect(session.geometry.textWidth == 84)
    #expect(effects.contains(.reading(.keepSettings(session.state.settings))))
    session.press("3<")
    #expect(session.geometry.textWidth == 72)
    session.press("9>")
    #expect(session.geometry.textWidth == 106)
    session.press(">")
    #expect(session.state.message?.text == "The text is as wide as it can be.")
    session.press("99<")
    #expect(session.geometry.textWidth == 40)
  }

  @Test func twoColumnsShowTwiceAsMuch() {
    var session = TestBook.session(columns: 110, rows: 24)
    let one = session.page.rows(from: session.state.top, count: session.geometry.pageRows)
    session.press("|")
    #expect(session.geometry.columnCount == 2)
    #expect(session.geometry.pageRows == 2 * one.count)
    let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.allSatisfy { $0.count <= 110 })
    session.press(" ")
    #expect(session.state.top.block > one.last?.block ?? 0)
    session.press("g<Tab>")
    // The cursor stands on the focus, in whichever column it is.
    let cursor = session.frame.cursor
    #expect(cursor != nil)
    session.press("|")
    #expect(session.geometry.columnCount == 1)
  }

  @Test func aClickInTheSecondColumnActsThere() {
    var session = TestBook.session(columns: 120, rows: 12)
    session.press("|<Tab>")
    guard let cursor = session.frame.cursor, let focus = session.state.focus else {
      Issue.record("no focus")
      return
    }
    session.press("<Esc>")
    _ = session.perform(.click(row: cursor.row, column: cursor.column))
    let isThere =
      session.state.focus == focus || session.state.chapterID != "01-one"
      || !session.state.history.back.isEmpty
    #expect(isThere)
  }

  @Test func aNarrowScreenSaysThatThereIsNoRoomForTwoColumns() {
    var session = TestBook.session()
    session.press("|")
    #expect(session.geometry.columnCount == 1)
    #expect(session.state.message?.text.contains("here are 80") == true)
  }

  @Test func aTableMovedSidewaysKeepsItsNamesAndItsFocus() throws {
    var session = try RealBook.session(chapter: "05-neural-computation", columns: 60, rows: 20)
    session.press(":hardware<Enter>/NVIDIA T4<Enter><Tab>")
    let action = try #require(session.focused?.action)
    #expect(!session.screen.contains("GB/s"))
    session.press("<Right><Right><Right>")
    let row = session.screen.split(separator: "\n").first { $0.contains("NVIDIA T4") }
    #expect(row?.contains("320 GB/s") == true, "\(session.screen)")
    #expect(session.focused?.action == action)
    session.press("<Tab>")
    #expect(session.focused != nil && session.focused?.action != action)
    #expect(session.state.sideways > 0, "what is in sight anyway moves nothing")
  }

  /// What has the focus comes back into sight where it was moved out of it.
  @Test func theFocusIsBroughtIntoSight() throws {
    let link = Inline.link(destination: "#sec-02-two-1", title: nil, content: [.text("a link")])
    let words = Inline.text("unbreakable")
    let table = Table(
      alignments: Array(repeating: nil, count: 7), header: (0..<7).map { [.text("Column \($0)")] },
      rows: [[[words], [words], [words], [words], [link], [words], [link]]], range: TestBook.range)
    var session = Self.session(.table(table), columns: 50)
    #expect(session.screen.contains("unbreakable") && !session.screen.contains("a link"), "\(session.screen)")
    for _ in 0..<2 {
      session.press("<Tab>")
      #expect(session.focused?.columns.isEmpty == false)
      #expect(session.screen.contains("a link"), "\(session.screen)")
    }
    session.press("<S-Tab>")
    #expect(session.focused?.columns.isEmpty == false)
  }

  @Test func longLinesAreMovedSideways() {
    var session = Self.session(Self.code)
    #expect(!session.screen.contains("end_1"))
    #expect(session.screen.contains("→ the rest"))
    for _ in 0..<8 { session.press("<Right>") }
    #expect(session.screen.contains("end_1"))
    #expect(session.state.message?.text == "This is the right end.")
    session.state.message = nil
    #expect(!session.screen.contains("the rest"))
    for _ in 0..<8 { session.press("<Left>") }
    #expect(session.screen.contains("value_1 = abc"))
  }

  @Test func whereNothingIsTooWideThatIsSaid() {
    var session = TestBook.session()
    session.press("<Right>")
    #expect(session.state.message?.text == "Nothing here is wider than the text.")
  }

  @Test func linesOfListingsAreNumbered() {
    var session = Self.session(Self.code)
    #expect(!session.screen.contains(" 7  value_7"))
    session.press("#")
    #expect(session.screen.contains(" 7  value_7"))
    #expect(session.screen.contains("12  value_12"))
  }

  @Test func theHeaderOfATableStays() {
    var session = Self.session(Self.table(rows: 60, columns: 3))
    session.press("  ")
    let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[2].contains("Column 0") && rows[2].contains("Column 2"))
    #expect(rows[3].contains("────"))
    #expect(rows[4].contains("cell"))
    #expect(!session.screen.contains("cell 1 0"))
  }

  @Test func noRowIsMissedUnderAHeader() {
    var session = Self.session(Self.table(rows: 60, columns: 3))
    var seen: Set<String> = []
    for _ in 0..<6 {
      for row in session.screen.split(separator: "\n") {
        if let range = row.firstRange(of: "cell ") {
          seen.insert(String(row[range.upperBound...].prefix { $0 != " " }))
        }
      }
      session.press(" ")
    }
    #expect(seen.count == 60)
  }

  private static func wrappingTable(rows: Int) -> Block {
    .table(
      Table(
        alignments: [nil, nil], header: [[.text("Column 0")], [.text("Column 1")]],
        rows: (1...rows).map { row in
          [
            [.text("cell \(row)")],
            [.text((1...30).map { "word\($0)" }.joined(separator: " ") + " end of row \(row)")],
          ]
        }, range: TestBook.range))
  }

  @Test func aPageTurnShowsEachRowOfATableWhole() {
    var session = Self.session(Self.wrappingTable(rows: 12))
    var whole: Set<Int> = []
    for _ in 0..<12 {
      let rows = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
      for row in 1...12 {
        let first = rows.firstIndex { $0.contains("cell \(row) ") }
        let last = rows.firstIndex { $0.contains("end of row \(row)") && !$0.contains("end of row \(row)1") }
        if let first, let last, first < last { whole.insert(row) }
      }
      // Under the pinned head a row begins, none goes on.
      if rows[2].contains("Column 0"), rows[3].contains("──") {
        #expect(rows[4].contains("cell") || rows[4].isEmpty && rows[5].contains("cell"))
      }
      session.press(" ")
    }
    #expect(whole == Set(1...12))
  }

  @Test func whatIsTooWideTakesTheMarginsOfThePage() {
    let text = String(repeating: "x", count: 60)
    let listing = Block.code(
      CodeBlock(language: nil, text: "value_1 " + text + "\nend", range: TestBook.range))
    var session = Self.session(listing)
    for _ in 0..<4 { session.press("<") }
    #expect(session.geometry.textWidth == 60)
    let row = session.screen.split(separator: "\n").first { $0.contains("value_1") }
    #expect(row?.hasSuffix(text) == true)
    #expect(row.map { $0.prefix { $0 == " " }.count } ?? 99 < session.geometry.textColumn)
    #expect(session.screen.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(!session.screen.contains("the rest"))
  }

  /// A sentence that stands in both columns of a table beside a text of 64 columns on a screen of 80, and whether its cells
  /// are broken.
  @Test(arguments: [
    ("one comparison of a number with zero", false),
    ("one comparison of a number with zero and no exponential", true),
  ])
  func cellsAreNotBrokenWhereTheMarginsHaveRoom(_ sentence: String, _ isBroken: Bool) {
    let table = Block.table(
      Table(
        alignments: [nil, nil], header: [[.text("Column 0")], [.text("Column 1")]],
        rows: [[[.text(sentence)], [.text(sentence)]]], range: TestBook.range))
    var session = Self.session(table)
    for _ in 0..<3 { session.press("<") }
    #expect(session.geometry.textWidth == 64)
    let row = session.screen.split(separator: "\n").first { $0.contains("one comparison") }
    #expect(row?.hasSuffix("  " + sentence) == !isBroken)
    #expect(session.screen.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func aTableTooWideKeepsItsFirstColumn() {
    var session = Self.session(Self.table(rows: 5, columns: 12))
    #expect(session.screen.contains("Column 0"))
    #expect(!session.screen.contains("Column 11"))
    for _ in 0..<9 { session.press("<Right>") }
    #expect(session.screen.contains("Column 11"))
    #expect(session.screen.contains("cell 3 0"))
    #expect(session.screen.contains("cell 3 11"))
  }

  @Test func footnotesStandAtTheFootOfTheirSectionOrInTheMargin() {
    let narrow = TestBook.session(columns: 80, rows: 60)
    let lines = narrow.screen.split(separator: "\n").map(String.init)
    let note = lines.firstIndex { $0.contains("¹ Measured on one machine.") }
    let next = lines.firstIndex { $0.contains("1.2 Section 2") }
    #expect(note != nil && next != nil && note ?? 0 < next ?? 0)

    var wide = TestBook.session(columns: 118, rows: 60)
    wide.press("<")
    wide.press("<")
    let row = wide.screen.split(separator: "\n").first { $0.contains("Measured on one") }
    #expect(row?.contains("with a caveat") == true || row?.contains("More stands in") == true)
  }

  @Test func coloursAreChosenByKey() {
    var session = TestBook.session()
    #expect(session.press("T").contains(.reading(.setTheme("light"))))
    #expect(session.press("T").contains(.reading(.setTheme("terminal"))))
  }

  @Test func theFirstStartShowsTheKeysThatMatter() {
    var session = TestBook.session()
    session.state.isGreeting = true
    #expect(session.screen.contains("Welcome to A test"))
    #expect(session.screen.contains("Space"))
    session.press("j")
    #expect(!session.screen.contains("Welcome"))
  }

  @Test func thePaletteOffersCommandsTermsAndPages() {
    var book = TestBook.book()
    book.glossary = [
      Term(id: "term-kv", name: "KV cache", synonyms: [], definition: [TestBook.paragraph("Keys.")])
    ]
    var session = TestBook.session(book: book)
    session.press(":kv cache")
    #expect(
      session.screen.split(separator: "\n").contains {
        $0.contains("│   KV cache ") && $0.hasSuffix(" term │")
      })
    session.press("<Enter>")
    #expect(session.state.popup?.title == "KV cache")
    session.press("<Esc>:two columns")
    #expect(session.screen.contains("command"))
    session.press("<Enter>")
    #expect(session.state.settings.hasColumns)
    session.press(":glossary<Enter>")
    #expect(session.state.chapterID == "napkin:glossary")
  }
}
