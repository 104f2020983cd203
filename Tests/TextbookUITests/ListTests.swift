import Content
import Terminal
import Testing
import Typesetting

@testable import TextbookUI

/// Lists over the page and beside it, on small screens: what is chosen is in view, what is cut says so, counts are right.
@Suite struct ListTests {
  private static let sizes = [ScreenSize(columns: 80, rows: 24), ScreenSize(columns: 40, rows: 10)]

  private static func session(_ size: ScreenSize) throws -> Session {
    try RealBook.session(chapter: "05-neural-computation", columns: size.columns, rows: size.rows)
  }

  /// The text of the row that is in reverse.
  private func chosen(_ session: Session) -> String? {
    session.frame.rows.dropFirst(2).dropLast().first { row in
      row.runs.contains { $0.style.emphasis.contains(.reverse) }
    }?.text
  }

  /// Whether a row shows a text, or its beginning with a sign that it goes on.
  private func shows(_ row: String, _ text: String, isASCII: Bool = false) -> Bool {
    if row.contains(text) { return true }
    guard let end = row.firstRange(of: isASCII ? "..." : "…") else { return false }
    let shown = row[..<end.lowerBound]
    return (1...text.count).contains { shown.hasSuffix(text.prefix($0)) }
  }

  @Test(arguments: sizes, ["", "table", "energy", "figure 5", "what"])
  func thePalette(size: ScreenSize, typed: String) throws {
    var session = try Self.session(size)
    session.press(":" + typed)
    let offers = try #require(session.state.prompt?.offers)
    let view = OffersView(state: session.state)
    let isCut = offers.count > view.layout.lines.count - 2
    #expect(offers.count > 3)
    for (index, offer) in offers.enumerated() {
      let row = try #require(chosen(session))
      // Captions stand without their full stop.
      let title = offer.title.hasSuffix(".") ? String(offer.title.dropLast()) : offer.title
      #expect(shows(row, title), "\(offer.title): \(row)")
      #expect(session.screen.contains("Go to: \(index + 1) of \(offers.count)") == isCut)
      #expect(session.screen.split(separator: "\n").allSatisfy { $0.count <= size.columns })
      session.press("<Down>")
    }
    #expect(session.state.prompt?.cursor == 0)
  }

  /// On a wide screen everything by which machines and models are compared is there, how many values they leave empty too.
  @Test(arguments: [false, true]) func theWorkbench(hasColumns: Bool) throws {
    var session = try Self.session(ScreenSize(columns: 140, rows: 45))
    session.state.settings.hasColumns = hasColumns
    session.press("W")
    let offers = try #require(session.state.prompt?.offers)
    #expect(offers.contains { $0.detail?.hasSuffix("values left empty") == true })
    for offer in offers {
      let row = try #require(chosen(session))
      #expect(shows(row, offer.title), "\(row)")
      #expect(row.contains(offer.detail ?? ""), "\(row)")
      #expect(row.count <= 140)
      session.press("<Down>")
    }
    // The frame covers what stands at its right, and the contents stay.
    let frame = session.frame.rows.map(\.text).filter { $0.contains("│ NVIDIA") }
    #expect(!frame.isEmpty)
    #expect(frame.allSatisfy { $0.hasSuffix("│") })
  }

  @Test(arguments: sizes, [false, true]) func theContents(size: ScreenSize, isASCII: Bool) throws {
    var session = try Self.session(size)
    session.state.isASCII = isASCII
    session.press("c")
    session.press("g")
    var seen: Set<Int> = []
    let count = ContentsList(session.state).items.count
    #expect(count > 10)
    for _ in 0..<count {
      let item = ContentsList(session.state).items[session.state.contents.cursor]
      let row = try #require(chosen(session))
      #expect(shows(row, item.title, isASCII: isASCII), "\(item.title): \(row)")
      let rows = session.frame.rows.map(\.text)
      // What is cut in the list stands in the last line, as far as it fits there.
      if !row.contains(item.title) {
        #expect(rows.last?.contains(item.title.prefix(size.columns - 12)) == true, "\(item.title)")
      }
      let body = rows.dropFirst(2).dropLast()
      let view = ContentsView(state: session.state)
      let first = try #require(view.item(at: 2))
      #expect((body.first?.hasSuffix(isASCII ? " ^" : " ↑") == true) == (first > 0))
      let last = view.item(at: 1 + body.count)
      #expect((body.last?.hasSuffix(isASCII ? " v" : " ↓") == true) == (last.map { $0 < count - 1 } ?? false))
      seen.insert(session.state.contents.cursor)
      session.press("j")
    }
    let first = ContentsList(session.state).items.firstIndex { $0.destination != nil }
    #expect(seen.min() == first && seen.max() == count - 1)
  }

  @Test(arguments: sizes, ["memory", "softmax", "d_o"]) func results(size: ScreenSize, typed: String) throws {
    var session = try Self.session(size)
    let index = try SearchIndex(path: nil)
    let stamps = try BookLoader(folder: RealBook.folder).stamps()
    try index.update(session.state.book, stamps: stamps, formulas: .typeset)
    _ = session.perform(.findNotice(nil))
    session.press("S" + typed)
    let hits = try index.hits(for: typed)
    _ = session.perform(.found(typed, hits))
    #expect(hits.count > 1)
    let ending = hits.count == SearchIndex.limit ? "+" : ""
    for (position, hit) in hits.enumerated() {
      let row = try #require(chosen(session))
      #expect(shows(row, hit.place), "\(hit.place): \(row)")
      #expect(session.screen.contains("Search the book: \(position + 1) of \(hits.count)\(ending) "))
      // Another result may have the same first line.
      let rows = session.frame.rows
      let index = rows.indices.dropFirst(2).first { index in
        rows[index].runs.contains { $0.style.emphasis.contains(.reverse) }
      }
      let below = rows[try #require(index) + 1].text
      if let word = hit.snippet.first(where: \.isMatch)?.text {
        #expect(below.contains(word) || word.count > size.columns - 10, "\(word): \(below)")
      }
      session.press("<Down>")
    }
  }

  @Test func aLongEntryKeepsItsCursorInView() throws {
    var session = try Self.session(ScreenSize(columns: 40, rows: 10))
    session.press("Sone two three four five six seven")
    let cursor = try #require(session.frame.cursor)
    let row = try #require(session.frame.rows.last?.text)
    #expect(row.hasPrefix(" Search the book: …"))
    #expect(Array(row)[cursor.column - 5..<cursor.column] == Array("seven")[...])
  }
}
