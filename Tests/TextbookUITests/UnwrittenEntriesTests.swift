import Foundation
import Learning
import Synchronization
import Terminal
import Testing

@testable import TextbookUI

/// Answers while the record can not be written: none is lost without a word.
@Suite struct UnwrittenEntriesTests {
  private static let full = RecordError(.diskFull, "The disk is full.", advice: "Make room.")

  private static func attempt(_ question: String, id: String) -> Attempt {
    Attempt(
      id: id, book: "b", question: question, version: "v", answer: .options([0]), credit: 1, seconds: 1)
  }

  @Test func whatCanNotBeWrittenWaitsInItsOrder() throws {
    let record = try Record(path: ":memory:")
    var entries = UnwrittenEntries()
    entries.add(.answer(Self.attempt("q-1", id: "1")))
    entries.add(.answer(Self.attempt("q-2", id: "2")))
    let none = entries.write(book: "b") { () throws(RecordError) in throw Self.full }
    #expect(none.isEmpty)
    #expect(entries.error == Self.full)
    #expect(entries.words == "2 answers are not recorded")
    entries.add(.answer(Self.attempt("q-3", id: "3")))
    let written = entries.write(book: "b") { () throws(RecordError) in record }
    #expect(written.count == 3)
    #expect(try record.attempts(book: "b").map(\.question) == ["q-1", "q-2", "q-3"])
    #expect(entries.words == nil)
    #expect(entries.error == nil)
  }

  @Test func theKeeperTriesAgainWithTheNextAnswer() throws {
    let record = try Record(path: ":memory:")
    let isFull = Mutex(true)
    let keeper = RecordKeeper(book: "b", chapter: nil) { () throws(RecordError) in
      if isFull.withLock({ $0 }) { throw Self.full }
      return record
    }
    keeper.begin()
    let question = TestBook.order
    func given() -> GivenAnswer {
      GivenAnswer(
        question: question, answer: .order([0, 1, 2, 3]), order: [0, 1, 2, 3], drawn: [:],
        grade: .init(credit: 1, verdict: "Right."), usedHint: false)
    }
    keeper.keep(given())
    #expect(keeper.unwrittenCount == 1)
    keeper.report("something smaller")
    #expect(
      keeper.takeError() == "Not recorded yet: The disk is full. Make room. It is kept here and tried again.")
    keeper.finish()
    #expect(keeper.loss == "1 answer is not recorded: The disk is full. Make room.")
    isFull.withLock { $0 = false }
    keeper.keep(given())
    #expect(keeper.unwrittenCount == 0)
    #expect(keeper.loss == nil)
    #expect(try record.attempts(book: "b").count == 2)
  }

  @Test func marksThatCanNotBeWrittenAreTriedAgainAtTheEnd() throws {
    let record = try Record(path: ":memory:")
    let isFull = Mutex(true)
    let keeper = RecordKeeper(book: "b", chapter: nil) { () throws(RecordError) in
      if isFull.withLock({ $0 }) { throw Self.full }
      return record
    }
    let marks = ["x": Destination(chapter: "01-one")]
    #expect(keeper.keep(marks) == "The disk is full. Make room.")
    keeper.finish()
    #expect(keeper.lostMarks == "Marks are not kept: The disk is full. Make room.")
    isFull.withLock { $0 = false }
    keeper.finish()
    #expect(keeper.lostMarks == nil)
    let kept: [String: Destination]? = try record.preference("marks", book: "b")
    #expect(kept == marks)
  }

  @Test func aMarkThatIsNotKeptSaysSo() throws {
    let screen = RecordingScreen(columns: 80, rows: 24, events: Key.keys("<Esc>jMx").map(Event.key))
    let reader = try ScreenTests.reader { () throws(RecordError) in throw Self.full }
    reader.run(on: screen)
    #expect(screen.frames.last?.contains("The mark holds until you quit, but") == true)
    #expect(reader.lostMarks != nil)
  }

  @Test func theFirstLineSaysSo() {
    var session = TestBook.session()
    #expect(!session.screen.contains("not recorded"))
    session.state.unrecorded = 2
    #expect(session.screen.split(separator: "\n")[0].contains("2 not recorded"))
  }
}
