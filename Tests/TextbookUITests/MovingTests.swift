import Content
import Foundation
import Terminal
import Testing

@testable import TextbookUI

@Suite struct MovingTests {
  /// Keys from the beginning of the first chapter, and the line at the top of the text afterwards.
  @Test(arguments: [
    ("", "  1.1 Section 1 of Introduction"),
    ("jjj", "  Paragraph 1 of section 1. A layer reads its weights once for each batch. A"),
    ("3j", "  Paragraph 1 of section 1. A layer reads its weights once for each batch. A"),
    ("3jk", ""),
    ("k", "  1.1 Section 1 of Introduction"),
    ("]", "  1.2 Section 2 of Introduction"),
    ("]]", "  1.3 Section 3 of Introduction"),
    ("2]", "  1.3 Section 3 of Introduction"),
    ("]][", "  1.2 Section 2 of Introduction"),
    ("]j[", "  1.2 Section 2 of Introduction"),
    ("Gg", "  1.1 Section 1 of Introduction"),
    ("}", "  2.1 Section 1 of Machines"),
    ("}{", "  1.1 Section 1 of Introduction"),
    (":1.3<Enter>", "  1.3 Section 3 of Introduction"),
    (":2.2<Enter>", "  2.2 Section 2 of Machines"),
    (":2<Enter>", "  2.1 Section 1 of Machines"),
    (":sec 3 intro<Enter>", "  1.3 Section 3 of Introduction"),
    (":1.3<Esc>", "  1.1 Section 1 of Introduction"),
    (":1.3<Enter><BS>", "  1.1 Section 1 of Introduction"),
    (":1.3<Enter><C-o>L", "  1.3 Section 3 of Introduction"),
    ("}<BS>", "  1.1 Section 1 of Introduction"),
    ("jjj}HL<BS>", "  Paragraph 1 of section 1. A layer reads its weights once for each batch. A"),
    ("c<Down><Enter>", "  1.2 Section 2 of Introduction"),
    ("c<Down><Down><Down><Down><Enter>", "  2.1 Section 1 of Machines"),
    ("c<Down><Esc>", "  1.1 Section 1 of Introduction"),
  ])
  func topLine(keys: String, line: String) {
    var session = TestBook.session()
    session.press(keys)
    #expect(session.topLine == line)
  }

  @Test func theEndStopsAtTheLastScreen() {
    var session = TestBook.session()
    session.press("G")
    let end = session.state.top
    #expect(session.screen.contains("100 %"))
    session.press("jd<PgDn>")
    #expect(session.state.top == end)
  }

  @Test func aPageKeepsTwoLines() {
    var session = TestBook.session()
    let before = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    session.press(" ")
    let after = session.screen.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(after[2...3] == before[21...22])
    session.press("b")
    #expect(session.screen.split(separator: "\n", omittingEmptySubsequences: false)[2...] == before[2...])
  }

  static func bookOfFigures(lines: Int) -> Book {
    var book = TestBook.book()
    let figures = (1...4).map { number in
      Block.figure(
        FigureBlock(
          id: nil, caption: [.text("The end of figure \(number)")], alternative: "",
          lines: (1...lines).map { "figure \(number), line \($0)" }, range: TestBook.range))
    }
    book.chapters["01-one"] = TestBook.chapter(
      "01-one", number: "1", title: "Introduction",
      adding: Dictionary(uniqueKeysWithValues: figures.enumerated().map { ($0.offset + 1, [$0.element]) }))
    return book
  }

  /// Whoever reads page by page sees each figure whole once, and all lines of the chapter.
  @Test(arguments: [4, 9, 12, 19]) func noFigureIsCutOnEveryPage(lines: Int) throws {
    var session = TestBook.session(book: Self.bookOfFigures(lines: lines))
    var screens = [session.screen]
    var tops = [session.state.top]
    while tops.count < 100 {
      session.press(" ")
      if session.state.top == tops.last { break }
      tops.append(session.state.top)
      screens.append(session.screen)
    }
    // At the end of the chapter a note covers the last lines. The caption may be on the next screen.
    for number in 1...3 {
      let last = "figure \(number), line \(lines)\n"
      #expect(
        screens.contains { $0.contains("figure \(number), line 1\n") && $0.contains(last) },
        "figure \(number)")
      #expect(screens.contains { $0.contains(last) && $0.contains("The end of figure \(number)") })
    }
    for (before, after) in zip(tops, tops.dropFirst()) {
      let next = Page.Row(block: after.block, line: after.line)
      let distance = try #require(session.page.distance(from: before, to: next, limit: 100))
      #expect(distance < session.geometry.pageRows, "nothing is passed over")
    }
    for top in tops.dropLast().reversed() {
      session.press("b")
      #expect(session.state.top == top)
    }
  }

  /// What is larger than a screen is read through as text is.
  @Test func aFigureLargerThanAScreenIsReadThrough() {
    var session = TestBook.session(book: Self.bookOfFigures(lines: 50))
    var seen = ""
    for _ in 0..<30 {
      seen += session.screen
      session.press(" ")
    }
    for line in 1...50 { #expect(seen.contains("figure 2, line \(line)\n")) }
    #expect(seen.contains("100 %"))
  }

  @Test func resizingKeepsTheBlockAtTheTop() {
    var session = TestBook.session()
    session.press("]dd")
    let block = session.state.top.block
    let line = session.topLine
    for (columns, rows) in [(140, 45), (41, 12), (100, 30), (80, 24)] {
      _ = session.perform(.resize(ScreenSize(columns: columns, rows: rows)))
      #expect(session.state.top.block == block)
    }
    #expect(session.topLine == line)
  }

  @Test func onlyWhatIsNearTheScreenIsLaidOut() {
    var session = TestBook.session(book: TestBook.book(sections: 300))
    _ = session.frame
    session.press("jjjjj ")
    _ = session.frame
    #expect(session.cache.layoutCount < 40)
  }

  @Test func theContentsMarkTheSectionFrom120Columns() {
    var session = TestBook.session(columns: 120, rows: 24)
    session.press("]]")
    #expect(session.screen.contains("▸  1.3 Section 3"))
    session.press("cc")
    #expect(!session.screen.contains("▸  1.3 Section 3"))
    session.press("c")
    #expect(session.screen.contains("▸  1.3 Section 3"))
  }

  @Test func aSectionIsReadWhenItsEndWasScrolledTo() {
    var session = TestBook.session(columns: 120, rows: 24)
    #expect(!session.press("]").contains(.setRead(section: "sec-01-one-1", chapter: "01-one")))
    #expect(session.press("g  ").contains(.setRead(section: "sec-01-one-1", chapter: "01-one")))
    session.press("]")
    #expect(session.screen.contains("✓ 1.1 Section 1"))
  }

  @Test func aChapterThatIsNotReadYetIsShownWhenItIs() {
    let whole = TestBook.book()
    var part = whole
    part.chapters["02-two"] = nil
    var session = TestBook.session(book: part)
    session.state.isComplete = false
    session.press("}")
    #expect(session.screen.contains("Reading the book …"))
    #expect(session.state.chapterID == "01-one")
    _ = session.perform(.completed(CompletedBook(book: whole, number: 1)))
    #expect(session.topLine == "  2.1 Section 1 of Machines")
  }

  @Test func aChapterOfALargeBookIsReadWhenItIsVisited() throws {
    let folder = NSTemporaryDirectory() + "napkin-test-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let files = [
      "book.yaml": "id: a\ntitle: b\nparts: [{id: p, title: P, chapters: [1-one, 2-two]}]\n",
      "chapters/1-one.md": "# One\n\n## First\n\nText.\n",
      "chapters/2-two.md": "# Two\n\n## Second\n\nMore text.\n",
    ]
    for (name, text) in files {
      let file = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let loader = try BookLoader(folder: folder)
    let book = loader.rest(of: try loader.open(chapter: nil), limit: 1)
    var session = TestBook.session(book: book)
    session.state.chapterID = "1-one"
    #expect(session.perform(.chapter(1)) == [.read(chapter: "2-two")])
    #expect(session.state.chapterID == "1-one")
    let complete = loader.complete("2-two", of: book)
    _ = session.perform(.completed(CompletedBook(book: complete, number: 2)))
    #expect(session.state.chapterID == "2-two")
    #expect(session.screen.contains("More text."))
  }

  @Test func aChapterWithoutTextCanBeRead() {
    var book = TestBook.book()
    book.chapters["01-one"]?.blocks = []
    book.chapters["01-one"]?.sections = []
    var session = TestBook.session(book: book)
    session.press("jkGg ]<Tab>/x<Enter>nc<Esc>")
    #expect(session.frame.rows.count == 24)
    #expect(session.state.top == PagePosition())
  }

  @Test func tooSmallAScreenSaysSoAndWorksAgain() {
    var session = TestBook.session()
    _ = session.perform(.resize(ScreenSize(columns: 20, rows: 5)))
    #expect(
      session.screen == """
        Too small: 20x5, at
        least 40x10 is
        needed



        """)
    _ = session.perform(.resize(ScreenSize(columns: 80, rows: 24)))
    #expect(session.topLine == "  1.1 Section 1 of Introduction")
  }
}

extension Session {
  /// The first row of text.
  var topLine: String {
    String(screen.split(separator: "\n", omittingEmptySubsequences: false)[2])
  }

  /// The last row.
  var status: String {
    String(screen.split(separator: "\n", omittingEmptySubsequences: false)[state.size.rows - 1])
  }
}
