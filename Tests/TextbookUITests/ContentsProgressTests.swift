import Content
import Testing

@testable import TextbookUI

/// What the contents say of what was read.
@Suite struct ContentsProgressTests {
  private func session() -> Session {
    var book = TestBook.book()
    let id = "01-one"
    let block = (book.chapters[id]?.sections[1].block ?? 0) + 3
    book.chapters[id]?.blocks.insert(TestBook.heading(3, "Inside", id: "sec-inside"), at: block)
    for index in 2...3 { book.chapters[id]?.sections[index].block += 1 }
    book.chapters[id]?.sections.insert(
      Section(id: "sec-inside", level: 3, number: "1.2.1", title: "Inside", block: block), at: 2)
    return TestBook.session(columns: 140, rows: 40, book: book)
  }

  private func item(_ title: String, in session: Session) throws -> ContentsList.Item {
    try #require(ContentsList(session.state).items.first { $0.title == title })
  }

  @Test func sectionsReadArePartReadAndCounted() throws {
    var session = session()
    #expect(try item("Introduction", in: session).count == nil)
    session.state.sectionsRead["01-one"] = ["sec-01-one-1", "sec-inside"]
    let first = try item("Section 1 of Introduction", in: session)
    let second = try item("Section 2 of Introduction", in: session)
    #expect(first.isRead && !first.isPartRead)
    #expect(!second.isRead && second.isPartRead)
    #expect(try item("Introduction", in: session).count == "1/4")
    #expect(session.screen.contains("▸✓ 1.1"))
    #expect(session.screen.contains(" ◐ 1.2"))
    #expect(session.screen.contains("1/4 "))
    session.state.sectionsRead["01-one"] = Set((1...4).map { "sec-01-one-\($0)" })
    #expect(try item("Introduction", in: session).count == nil)
  }

  @Test func scrollingPastTheEndOfASubsectionNotesIt() throws {
    var session = session()
    var read: [String] = []
    for _ in 0..<60 {
      for effect in session.press("j") {
        if case .setRead(let section, _) = effect { read.append(section) }
      }
    }
    #expect(read.contains("sec-01-one-1"))
    #expect(read.filter { $0 == "sec-inside" }.count <= 1)
    for _ in 0..<400 {
      for effect in session.press("j") {
        if case .setRead(let section, _) = effect { read.append(section) }
      }
    }
    #expect(read.sorted() == ["sec-01-one-1", "sec-01-one-2", "sec-01-one-3", "sec-01-one-4", "sec-inside"])
  }

  @Test func whatACountSkipsIsNotRead() {
    var session = session()
    let effects = session.press("40 ")
    #expect(!effects.contains { if case .setRead = $0 { true } else { false } })
    #expect(session.state.sectionsRead.isEmpty)
  }
}
