import Content
import Testing
import Typesetting

@testable import TextbookUI

/// Searching the whole book, and pages that the program writes.
@Suite struct FindingTests {
  private static func session() throws -> (Session, SearchIndex) {
    var session = try FixtureBook.session()
    let index = try SearchIndex(path: nil)
    try index.update(
      session.state.book, stamps: try BookLoader(folder: FixtureBook.folder).stamps(), formulas: .typeset)
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

  /// What is typed, and what is marked in the first result; nothing of a result is markup.
  @Test(arguments: [
    ("d_o", "dₒ"), ("co", "cₒ"), ("sigmoid", "sigmoid"), ("jacobian", "Jacobian"), ("theta", "θ"),
    ("activation", "activation"),
    ("normal distribution", "normal distribution"),
  ])
  func resultsShowFormulasAsThePageDoes(_ typed: String, _ marked: String) throws {
    let hits = try Self.wholeBook.get().hits(for: typed, limit: 200)
    #expect(!hits.isEmpty)
    for hit in hits {
      let text = hit.title.text + " " + hit.snippet.text
      #expect(text.firstMatch(of: /\\[a-zA-Z]+\{|\$\\|\\(frac|mathbf|sigma|cdot|text)/) == nil, "\(text)")
      #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 }, "\(text)")
    }
    let isMarked = hits.contains { hit in
      (hit.title + hit.snippet).contains {
        $0.isMatch && $0.text.lowercased().hasPrefix(marked.lowercased().prefix(6))
      }
    }
    #expect(isMarked, "\(hits.prefix(3).map(\.snippet))")
  }

  private static let wholeBook = Result {
    let index = try SearchIndex(path: nil)
    let loader = try BookLoader(folder: RealBook.folder)
    try index.update(try RealBook.whole.get(), stamps: loader.stamps(), formulas: .typeset)
    return index
  }

  /// TeX is no text: nothing is found by the names of its commands.
  @Test(arguments: ["mathbf", "frac", "ell"]) func commandsOfFormulasAreNotFound(_ typed: String) throws {
    let hits = try Self.wholeBook.get().hits(for: "\"\(typed)\"")
    let words = hits.flatMap { $0.title + $0.snippet }.filter(\.isMatch).map(\.text)
    #expect(words.allSatisfy { $0.lowercased().hasPrefix(typed) && $0 != typed }, "\(words)")
  }

  @Test(arguments: [60, 45, 30, 20, 12]) func whatWasFoundIsInTheLine(_ columns: Int) {
    let pieces = [
      SearchHit.Piece("a b c d e f g h i j k l m n o p q r s ", isMatch: false),
      SearchHit.Piece("FOUND", isMatch: true), SearchHit.Piece(" t u v w x", isMatch: false),
    ]
    let line = pieces.line(.body, columns: columns, isASCII: false)
    #expect(line.width <= columns)
    #expect(line.text.contains("FOUND"))
    // Dots say at each end whether something is missing.
    #expect(line.text.hasPrefix("a b") != line.text.hasPrefix("…"))
    #expect(line.text.hasSuffix("w x") != line.text.hasSuffix("…"))
  }
}
