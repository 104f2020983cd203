import Content
import Foundation
import Learning
import Testing

@testable import TextbookUI

/// Line mode: going to places and back, notes, marks, sources and pages.
@Suite struct LinePlacesTests {
  /// What is said where these lines are typed, prompts with what was typed behind them.
  private func transcript(_ lines: [String], record: Record? = nil, book: Book? = nil) throws
    -> String
  {
    try LineModeTests().transcript(
      lines, width: 200, record: record, book: try book ?? FixtureBook.book())
  }

  /// The sections that were read, in order.
  private func sections(_ lines: [String], record: Record? = nil) throws -> [String] {
    try LineModeTests().transcript(lines, record: record).split(separator: "\n").compactMap {
      line in
      line.firstMatch(of: #/^Chapter .* Section ([0-9.]+), /#).map { String($0.1) }
    }
  }

  @Test func backReturnsToWhereOneCameFrom() throws {
    #expect(
      try sections(["goto 2.3", "n", "goto 1.3", "b", "b", "f", "previous", "b"])
        == ["1.1", "2.3", "1.3", "2.3", "1.1", "2.3", "2.2", "2.3"])
    let text = try LineModeTests().transcript(["b", "f", "p", "c", "3", "goto 1.3", "b"])
    #expect(
      text.contains("> b\nThere is nowhere to go back to. previous goes to the section before.\n"))
    #expect(
      text.contains("> f\nThere is nowhere to go forward to. next goes to the next section.\n"))
    #expect(text.contains("> p\nThis is the beginning of the book.\n"))
    // A place that one is at already is not left.
    #expect(text.contains("1.3, 3/3> b\nChapter 1, Introduction. Section 1.1, 1 of 3."))
  }

  @Test func theWayBackIsKeptForTheNextTime() throws {
    let record = try Record(path: ":memory:")
    #expect(try sections(["goto 2.3", "goto 1.2"], record: record) == ["1.1", "2.3", "1.2"])
    #expect(try sections(["b", "b"], record: record) == ["1.2", "2.3", "1.1"])
  }

  @Test(arguments: [
    (
      "table 1.1", "Table 1.1, in Section 1.1, Where memory goes, ",
      "Table 1.1: What grows. (2 columns, 2 rows by Part)\n- weights: Grows with the batch: no\n"
    ),
    ("formula 1.1", "Equation 1.1, in Section 1.1, Where memory goes, ", "M equals "),
    ("equation 1.1", "Equation 1.1, in Section 1.1, Where memory goes, ", "M equals "),
    (
      "calculator 1.1", "Calculator 1.1, in Section 1.1, ",
      "Here, by number:\n  1. calculator 1.1, Where training"
    ),
    (
      "q-t01-part", "Section 1.1, Where memory goes, ",
      "Question: Which part does a larger batch change?\n"
    ),
  ])
  func oneThingIsReadWithItsPlace(name: String, place: String, words: String) throws {
    let text = try transcript(["goto \(name)", "again", "b"])
    let parts = text.components(separatedBy: "> ")
    try #require(parts.count > 3)
    #expect(parts[1].hasPrefix("goto \(name)\n" + place))
    #expect(parts[1].contains(words))
    #expect(!parts[1].contains("The network has 784"))
    #expect(parts[1].contains("\nagain reads its section.\n"))
    #expect(parts[2].hasPrefix("again\nChapter 1, Memory. Section 1."))
    // The section was not gone to: the way back leads past it.
    #expect(parts[3].hasPrefix("b\nChapter 1, Memory. "))
  }

  /// Only what was read to its end is read.
  @Test func aSectionOfWhichOneThingWasReadIsNotRead() throws {
    let record = try Record(path: ":memory:")
    _ = try transcript(["goto table 1.1", "n", "n"], record: record)
    #expect(
      try record.sectionsRead(book: "interface-test").values.flatMap { $0 } == ["sec-machine"])
  }

  @Test func sourcesAreRead() throws {
    let text = try transcript([
      "goto 1.1", "sources", "goto maker-2020", "goto The maker 2020", "sources nobody",
      "goto references",
      "goto 1.3", "sources",
    ])
    let source = "- The maker (2020). Big GPU datasheet. Datasheets\n"
    for typed in ["sources", "goto maker-2020", "goto The maker 2020"] {
      #expect(text.contains("> \(typed)\n\(source)"))
    }
    #expect(text.contains("> sources nobody\nNo source has \"nobody\".\n"))
    #expect(text.contains("> goto references\nsources reads the sources that this section cites"))
    #expect(text.contains("> sources\nThis section cites no sources."))
  }

  @Test func notesAreKeptReadAndRemoved() throws {
    let record = try Record(path: ":memory:")
    let first = try transcript(
      [
        "goto 1.1", "note", "note Count them.", "goto table 1.1", "note Ask why.", "notes", "1",
        "notes", "2",
        "goto napkin:hardware", "note No.",
      ], record: record)
    #expect(first.contains("> note\nExpected the words of the note"))
    #expect(first.contains("> note Count them.\nThe note is kept. notes lists all.\n"))
    #expect(
      first.contains(
        "> notes\n1. Section 1.1 Where memory goes: Count them.\n2. Section 1.1 Where memory goes: Ask why.\n"
      ))
    #expect(first.contains("> 1\nChapter 1, Memory. Section 1.1, "))
    #expect(first.contains("> 2\nSection 1.1, Where memory goes, "))
    #expect(first.contains("\nYour note: Count them.\n"))
    #expect(first.contains("\nYour note: Ask why.\n"))
    #expect(first.contains("> note No.\nNotes and marks belong to chapters;"))
    let kept = try record.notes(book: "interface-test")
    #expect(kept.map(\.text) == ["Count them.", "Ask why."])
    #expect(kept.map(\.section) == ["sec-where", "sec-where"])
    #expect(kept.last?.quote?.isEmpty == false)
    let second = try transcript(["remove 1", "notes", "remove 1", "notes"], record: record)
    #expect(second.contains("> remove 1\nExpected the number of a note. notes lists them.\n"))
    #expect(second.contains("> remove 1\nRemoved: Count them.\n"))
    #expect(second.contains("> notes\n1. Section 1.1 Where memory goes: Ask why.\n"))
    #expect(try record.notes(book: "interface-test").map(\.text) == ["Ask why."])
  }

  @Test func marksAreSetAndGoneTo() throws {
    let record = try Record(path: ":memory:")
    let text = try transcript(
      [
        "marks", "goto table 1.1", "mark t", "goto 1.3", "mark x", "mark xy", "goto 1.1", "marks",
        "1",
      ],
      record: record)
    #expect(text.contains("> marks\nThere are no marks yet."))
    #expect(text.contains("> mark xy\nExpected a letter or a digit, as in mark a.\n"))
    #expect(
      text.contains(
        "> marks\n1. Mark t, Section 1.1 Where memory goes\n2. Mark x, Section 1.3 What remains\n"))
    #expect(text.contains("> 1\nTable 1.1, in Section 1.1, Where memory goes, "))
    let marks: [String: Destination]? = try record.preference("marks", book: "interface-test")
    #expect(marks?.keys.sorted() == ["t", "x"])
  }

  @Test func aHitOfTheGlossaryIsItsTerm() throws {
    var book = TestBook.book()
    book.glossary = ["batch", "wall"].map {
      Term(
        id: "term-\($0)", name: $0, synonyms: [],
        definition: [TestBook.paragraph("The \($0) itself.")])
    }
    let text = try transcript(["search wall itself", "1", "goto wall"], book: book)
    #expect(text.contains("> 1\nwall.\nThe wall itself.\n"))
    #expect(text.contains("> goto wall\nwall.\nThe wall itself.\n"))
    #expect(!text.contains("The batch itself."))
  }

  /// Pages of the program lead on by numbers, and say nothing of keys.
  @Test func linksOfPagesAreTakenByNumber() throws {
    let text = try transcript([
      "goto napkin:hardware", "1", "b", "b", "goto napkin:hardware/small_gpu", "4", "reset",
    ])
    let parts = text.components(separatedBy: "> ")
    try #require(parts.count > 7)
    #expect(parts[1].hasPrefix("goto napkin:hardware\nHardware.\n"))
    #expect(!parts[1].contains("Enter"))
    let name = try #require(parts[1].firstMatch(of: #/\n1\. (.*?): class: /#)?.1)
    #expect(parts[2].hasPrefix("1\n\(name).\n"))
    #expect(parts[3].hasPrefix("b\nHardware.\n"))
    #expect(parts[4].hasPrefix("b\nChapter 1, Memory."))
    #expect(
      parts[5].contains(
        "Here, by number:\n  4. read the book on it\n  5. compare it with another\n"))
    #expect(parts[6].hasPrefix("4\nThe book is read on Small GPU. reset takes it back.\n"))
    #expect(parts[7].hasPrefix("reset\nAll numbers are the author's again."))
  }

  @Test func commandsThatAreTypedAloneSaySo() throws {
    let text = try transcript(["b = 4 B", "where am i", "reset"])
    #expect(
      text.contains(
        "> b = 4 B\nback is typed alone, and \"= 4 B\" stands behind it. calc opens a calculator, in which NAME=VALUE sets an input.\n"
      ))
    #expect(text.contains("> where am i\nwhere is typed alone, and \"am i\" stands behind it.\n"))
    #expect(text.contains("> reset\nAll numbers are the author's.\n"))
  }
}
