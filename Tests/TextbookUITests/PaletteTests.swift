import Content
import Engine
import Testing

@testable import TextbookUI

/// What `:` offers for what is typed.
@Suite struct PaletteTests {
  private static let index = Result { GoToIndex(try FixtureBook.session().state) }

  /// What is typed, and the title and kind of the first offer.
  @Test(
    arguments: [
      ("hardware", "Hardware", "page"), ("biggpu", "Big GPU", "machine"),
      ("small_gpu", "Small GPU", "machine"),
      ("glossary", "Glossary", "page"), ("scenarios", "Scenarios", "page"),
      ("wheremem", "Where memory goes", nil),
      ("t01-memory", "Where training memory goes", nil), ("tbl-grows", "What grows.", nil),
      ("quiz", "a quiz of this chapter, or go on with the one you left", "command"),
      ("quit", "quit; your place is kept", "command"), ("contents", "contents", "command"),
    ] as [(String, String, String?)])
  func theFirstOfferIsWhatWasMeant(typed: String, title: String, kind: String?) throws {
    let offers = try Self.index.get().offers(for: typed, chapter: "01-memory")
    #expect(offers.first?.title == title)
    #expect(offers.first?.kind == kind)
  }

  @Test func aMachineLeadsToItsPage() throws {
    var session = try FixtureBook.session()
    session.press(":biggpu<Enter>")
    #expect(session.state.chapterID == "napkin:hardware/big_gpu")
    session.press("<Esc>")
    #expect(session.state.chapterID == "01-memory")
  }

  @Test func equationsModelsAndConstantsAreOffered() throws {
    let loader = try BookLoader(folder: RealBook.folder)
    let book = loader.rest(of: try loader.open(chapter: nil))
    let items = GoToIndex.items(of: book)
    let kinds = Dictionary(grouping: items, by: \.kind).mapValues(\.count)
    let library = book.workbook.library
    #expect(kinds["machine", default: 0] + kinds["model", default: 0] == library.profiles.count)
    #expect(kinds["equation"] == library.equations.count)
    #expect(kinds["constant"] == library.constants.count)
    #expect(library.constants.count > 10 && library.equations.count > 10)
  }

  @Test func aSectionAndAPageOfOneNameAreBothListedThePageFirst() throws {
    var book = try FixtureBook.book()
    book.chapters["01-memory"]?.sections.append(
      Section(id: "sec-hardware", level: 2, number: "1.9", title: "Hardware", block: 0))
    var session = Session(
      ReaderState(book: book, chapterID: "01-memory", size: .init(columns: 80, rows: 24), seed: 1))
    session.press(":hardware")
    let titles = session.state.prompt?.offers.prefix(2).map { "\($0.title) \($0.kind ?? "section")" }
    #expect(titles == ["Hardware page", "Hardware section"])
    #expect(session.screen.contains("page") && session.screen.contains("section"))
  }
}
