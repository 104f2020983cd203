import Content
import Testing

@testable import TextbookUI

/// Searching the whole book, and pages that the program writes.
@Suite struct FindingTests {
  private static func session() throws -> (Session, SearchIndex) {
    var session = try FixtureBook.session()
    let index = try SearchIndex(path: nil)
    try index.update(session.state.book, stamps: try BookLoader(folder: FixtureBook.folder).stamps())
    _ = session.perform(.findNotice(nil))
    return (session, index)
  }

  /// Types, and answers what is asked for as the reader does.
  private static func press(_ keys: String, _ session: inout Session, _ index: SearchIndex) throws {
    for effect in session.press(keys) {
      if case .find(let text) = effect { _ = session.perform(.found(text, try index.hits(for: text))) }
    }
  }

  @Test func whatIsTypedIsFoundAndEnterGoesThere() throws {
    var (session, index) = try Self.session()
    try Self.press("Sbandwid", &session, index)
    #expect(session.screen.contains("Search the book: 1 of"))
    let chosen = try #require(session.state.prompt?.hits.first)
    try Self.press("<Enter>", &session, index)
    #expect(session.state.prompt == nil)
    #expect(session.state.chapterID == chosen.page || session.state.message?.isError == true)
  }

  @Test func anAnswerToAnEarlierTextIsDropped() throws {
    var (session, index) = try Self.session()
    session.press("Sba")
    let late = try index.hits(for: "ba")
    session.press("xyzzy")
    _ = session.perform(.found("ba", late))
    #expect(session.state.prompt?.hits.isEmpty == true)
    #expect(session.screen.contains("Searching"))
    _ = session.perform(.found("baxyzzy", []))
    #expect(session.screen.contains("Nothing in the book has this."))
  }

  @Test func beforeTheIndexIsThereItSaysSoAndAnswersLater() throws {
    var session = try FixtureBook.session()
    session.press("Smem")
    #expect(session.screen.contains("not indexed yet"))
    let effects = session.perform(.findNotice(nil))
    #expect(effects == [.find("mem")])
  }

  @Test func escapeLeavesThePageAsItWas() throws {
    var (session, index) = try Self.session()
    let before = session.screen
    try Self.press("Smemory<Down><Esc>", &session, index)
    #expect(session.screen == before)
  }

  @Test func aWrittenPageIsGoneToAndComesBackFrom() throws {
    var session = try FixtureBook.session()
    session.press("jjj")
    let before = session.screen
    session.press(":glossary<Enter>")
    #expect(session.state.chapterID == "napkin:glossary")
    #expect(session.screen.contains("Glossary"))
    session.press("<Esc>")
    #expect(session.screen == before)
  }

  @Test func aWrittenPageFollowsTheBookAndIsNoPlaceToStart() throws {
    var session = try FixtureBook.session()
    session.press(":glossary<Enter>")
    let edition = try #require(session.state.written?.edition)
    session.press("j")
    #expect(session.state.written?.edition == edition)
    session.state.numbersRevision += 1
    let effects = session.press("k")
    #expect(session.state.written?.edition == edition + 1)
    let places = effects + session.press("q")
    #expect(!places.contains { if case .savePlace = $0 { true } else { false } })
  }

  @Test func anAddressThatIsNoneIsReported() throws {
    var session = try FixtureBook.session()
    session.go(to: Destination(chapter: "napkin:nonsense"))
    #expect(session.state.message?.isError == true)
    #expect(session.state.chapterID == "01-memory")
  }
}
