import Content
import Foundation
import GRDB
import Learning
import Testing

/// An answer, its card and its session are kept at once.
@Suite struct RecordAnswersTests {
  let folder: Folder
  static let book = "mlsys"
  static let end = Date(timeIntervalSince1970: 1_800_000_000)

  init() throws { folder = try Folder() }

  private static var quiz: QuizSession {
    let pool = (1...3).map { number in
      Question(
        id: "q-\(number)", section: nil, objective: nil, stem: [],
        body: .trueFalse(answer: true, feedback: []),
        file: "", range: .generated)
    }
    return QuizSession(pool: pool, chapter: "05", seed: 1, id: "s-1")
  }

  private static func answer(_ quiz: inout QuizSession, _ given: Bool) -> Attempt {
    let index = quiz.nextIndex ?? 0
    let grade = Grade(credit: given ? 1 : 0, verdict: "")
    quiz.record(.truth(given), grade: grade, at: index)
    return Attempt(
      id: quiz.attemptID(at: index), book: book, question: quiz.items[index].question, version: "v",
      answer: .truth(given), credit: grade.credit, origin: .quiz, session: quiz.id)
  }

  private static var review: ReviewSession {
    let subject = ReviewSubject(id: "q-1", kind: .question, version: "v", chapter: "05", section: nil)
    return ReviewSession(
      ReviewPlan(
        day: Day(number: 20_000),
        entries: [.init(subject: subject, reason: .due, due: Date(timeIntervalSince1970: 0), seconds: 30)],
        total: 1),
      seed: 1, id: "r-1")
  }

  /// A file in which no session can be written.
  private func fileWithoutSessions() throws -> Learning.Record {
    let path = folder.file("record.sqlite")
    _ = try Learning.Record(path: path)
    try DatabaseQueue(path: path).write { database in
      try database.execute(
        sql: """
          CREATE TRIGGER stop BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'stopped'); END
          """)
    }
    return try Learning.Record(path: path)
  }

  @Test func anAnswerIsNotKeptWithoutItsQuiz() throws {
    let record = try fileWithoutSessions()
    var quiz = Self.quiz
    let attempt = Self.answer(&quiz, true)
    #expect(throws: Learning.RecordError.self) { try record.add(attempt, in: quiz) }
    #expect(try record.attempts(book: Self.book).isEmpty)
    #expect(try record.cards(book: Self.book).isEmpty)
  }

  @Test func anAnswerIsNotKeptWithoutItsReview() throws {
    let record = try fileWithoutSessions()
    let attempt = Attempt(
      id: Self.review.attemptID(at: 0), book: Self.book, question: "q-1", version: "v", answer: .truth(true),
      credit: 1, origin: .review, session: "r-1")
    #expect(throws: Learning.RecordError.self) {
      try record.add(attempt, in: Self.review, at: 0, until: Self.end)
    }
    let card = Review(id: Self.review.attemptID(at: 0), card: "term/hbm", rating: .good)
    #expect(throws: Learning.RecordError.self) {
      try record.add(card, book: Self.book, in: Self.review, at: 0, until: Self.end)
    }
    #expect(try record.attempts(book: Self.book).isEmpty)
    #expect(try record.reviews(book: Self.book).isEmpty)
    #expect(try record.cards(book: Self.book).isEmpty)
  }

  @Test func anItemNeverHasTwoAnswers() throws {
    let record = try Learning.Record(path: ":memory:")
    var first = Self.quiz
    let right = Self.answer(&first, true)
    try record.add(right, in: first)
    // As a program does that did not see the first one being kept.
    var second = Self.quiz
    let wrong = Self.answer(&second, false)
    let kept = try record.add(wrong, in: second)
    #expect(kept == first, "the first answer counts")
    #expect(try record.leftQuizzes(book: Self.book, chapter: "05") == [first])
    let next = Self.answer(&second, true)
    #expect(try record.add(next, in: second).items.map(\.credit) == [1, 1, nil])
    #expect(try record.attempts(book: Self.book).map(\.credit) == [1, 1])
    #expect(try record.reviews(book: Self.book).map(\.rating) == [.good, .good])
  }

  @Test func theReviewGoesOnAsItIsKept() throws {
    let record = try Learning.Record(path: ":memory:")
    var session = Self.review
    for credit in [0.0, 1] {
      let attempt = Attempt(
        id: session.attemptID(at: 0), book: Self.book, question: "q-1", version: "v", answer: .truth(true),
        credit: credit, origin: .review, session: "r-1")
      let (review, card) = try #require(
        try record.add(attempt, in: session, at: 0, until: .distantFuture))
      #expect(review.id == attempt.id)
      session.record(review.rating, card: card, at: 0, until: .distantFuture)
      let kept = try #require(try record.unfinishedReview(book: Self.book))
      #expect(kept.items.map(\.ratings) == session.items.map(\.ratings))
    }
    #expect(session.items[0].ratings == [.again, .hard])
    #expect(try record.attempts(book: Self.book).map(\.id) == ["r-1/0/0", "r-1/0/1"])
  }
}
