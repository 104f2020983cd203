import Content
import Testing
import Typesetting

@testable import TextbookUI

/// Whoever reads with the space bar sees each drawing, table and calculator whole, loses no line, and is never moved by
/// a few lines only.
@Suite struct PageTurnTests {
  /// A chapter of text, drawings, tables, formulas and calculators of many heights in an order that a seed gives.
  private static func session(seed: UInt64) throws -> Session {
    var state = seed
    func number(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    func words(_ count: Int) -> [Inline] {
      [.text((1...count).map { "word\($0)" }.joined(separator: " "))]
    }
    let blocks: [Block] = (0..<60).map { index in
      switch number(0...7) {
      case 0, 1:
        return .figure(
          FigureBlock(
            id: nil, number: "1.\(index)", caption: words(number(1...30)), alternative: "",
            lines: (1...number(2...21)).map { "figure \(index), line \($0)" }, range: TestBook.range))
      case 2:
        return .table(
          Table(
            alignments: [nil, nil], header: [words(1), words(2)],
            rows: (0..<number(1...14)).map { _ in [words(1), words(number(1...20))] }, caption: words(6),
            range: TestBook.range))
      case 3:
        return .calculator(CalculatorBlock(id: "t01-memory", title: "Memory", range: TestBook.range))
      case 4: return .formula(Formula(tex: #"\frac{a + b}{c}"#, range: TestBook.range))
      default: return .paragraph(Paragraph(content: words(number(10...90)), range: TestBook.range))
      }
    }
    return Self.session(try FixtureBook.book(), blocks)
  }

  private static func session(_ book: Book, _ blocks: [Block]) -> Session {
    var book = book
    book.chapters["01-memory"]?.blocks = blocks
    book.chapters["01-memory"]?.sections = [
      Section(id: "s", level: 2, number: "1.1", title: "All", block: 0)
    ]
    return Session(
      ReaderState(book: book, chapterID: "01-memory", size: .init(columns: 80, rows: 24), seed: 1))
  }

  /// The rows of the chapter that a screen shows.
  private static func shown(_ session: Session) -> [Page.Row] {
    let rows = session.page.rows(from: session.state.top, count: session.geometry.pageRows)
    guard let first = rows.first else { return [] }
    let head = session.page.pinnedHeader(at: first, rows: session.geometry.textRows)?.lines.count ?? 0
    return Array(rows.dropFirst(head))
  }

  /// All screens that a key leads through until it moves no more.
  private static func screens(of session: inout Session, key: String) -> [[Page.Row]] {
    var screens = [shown(session)]
    for _ in 0..<200 {
      let top = session.state.top
      session.press(key)
      if session.state.top == top { break }
      screens.append(shown(session))
    }
    return screens
  }

  private static func rowsOfText(_ page: Page) -> Set<Page.Row> {
    var rows: Set<Page.Row> = []
    for block in 0..<page.blockCount {
      for (line, text) in page.layout(block).lines.enumerated() where text.width > 0 {
        rows.insert(Page.Row(block: block, line: line))
      }
    }
    return rows
  }

  @Test(arguments: 1...12 as ClosedRange<UInt64>) func eachIsWholeOnAScreen(seed: UInt64) throws {
    var session = try Self.session(seed: seed)
    var tops = [session.state.top]
    var screens = [Self.shown(session)]
    while tops.count < 200 {
      session.press(" ")
      if session.state.top == tops.last { break }
      tops.append(session.state.top)
      screens.append(Self.shown(session))
    }
    let page = session.page
    let rows = session.geometry.pageRows
    for (index, top) in tops.enumerated().dropFirst().dropLast() {
      let row = Page.Row(block: top.block, line: top.line)
      let moved = try #require(page.distance(from: tops[index - 1], to: row, limit: rows))
      #expect(moved >= rows / 4, "turn \(index) moves by \(moved)")
    }
    #expect(Self.rowsOfText(page).subtracting(screens.joined()).isEmpty, "nothing is passed over")
    for block in 0..<page.blockCount {
      for lines in page.layout(block).kept where lines.count <= rows {
        let wanted = lines.map { Page.Row(block: block, line: $0) }
        #expect(screens.contains { Set(wanted).isSubset(of: $0) }, "block \(block), lines \(lines)")
      }
    }
    for top in tops.dropLast().reversed() {
      session.press("<PgUp>")
      #expect(session.state.top == top, "the way back leads to the same screens")
    }
  }

  /// The rows of a machine below a repeated header, on the screen that a turn leads to.
  @Test func theNameStandsBelowARepeatedHeader() throws {
    func cell(_ text: String) -> [Inline] { text.isEmpty ? [] : [.text(text)] }
    let long =
      "a figure of many words that takes two lines of its column because it is so very long that one is short"
    let table = Table(
      alignments: [nil, nil], header: [cell("Accelerators"), cell("Figure")],
      rows: (0..<40).map { [cell($0 % 20 == 0 ? "T\($0)" : ""), cell("figure \($0): \(long)")] },
      range: TestBook.range)
    var session = Self.session(try FixtureBook.book(), [.table(table)])
    session.press(" ")
    let lines = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[2].hasPrefix("  Accelerators  Figure"))
    #expect(lines[4].hasPrefix("  T0,  "))
    #expect(lines[5].hasPrefix("  continued  "))
    #expect(lines[4].contains("figure "), "no empty line below the header")
  }

  /// From the end, where no turn led.
  @Test(arguments: 1...4 as ClosedRange<UInt64>) func nothingIsLostOnTheWayBack(seed: UInt64) throws {
    var session = try Self.session(seed: seed)
    session.press("G")
    let screens = Self.screens(of: &session, key: "<PgUp>")
    #expect(session.state.top == PagePosition())
    #expect(Self.rowsOfText(session.page).subtracting(screens.joined()).isEmpty)
  }
}
