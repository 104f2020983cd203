import Foundation
import GRDB

/// Answers that belong to a session. Each call is one transaction, so that the answer, its card and the session are
/// either all kept or not at all, whenever the program ends.
extension Record {
  /// Keeps an answer of a quiz with its card, and the quiz as it stands with it.
  ///
  /// - Parameter attempt: with the id that `QuizSession.attemptID(at:)` gives, so that no item has two.
  /// - Returns: the quiz as it is kept; where another program answered some of it before, with those answers.
  @discardableResult
  public func add(
    _ attempt: Attempt, in quiz: QuizSession, at time: Date = Date()
  ) throws(RecordError) -> QuizSession {
    var kept = quiz
    try write { database in
      let state = try String.fetchOne(
        database, sql: "SELECT state FROM session WHERE id = ? AND book = ?",
        arguments: [quiz.id, attempt.book])
      if let before: QuizSession = try state.map({ try JSONText.decode($0) }) {
        kept = quiz.merged(with: before)
      }
      try Self.insert(attempt, in: database)
      try Self.store(kept, as: KeptSession(kept), book: attempt.book, at: time, in: database)
    }
    return kept
  }

  /// Keeps an answer of a review session with its card, and the session as it goes on after it.
  ///
  /// - Parameters:
  ///   - attempt: with the id that `ReviewSession.attemptID(at:)` gives.
  ///   - index: of the item that was asked.
  ///   - end: the end of the learner's day.
  /// - Returns: the review and the card.
  @discardableResult
  public func add(
    _ attempt: Attempt, in session: ReviewSession, at index: Int, until end: Date
  ) throws(RecordError) -> (review: Review, card: ReviewCard)? {
    var kept: (review: Review, card: ReviewCard)?
    try write { database in
      try Self.insert(attempt, in: database)
      kept = try Self.goOn(
        session, after: attempt.id, of: attempt.question, at: index, until: end, book: attempt.book,
        time: attempt.time, in: database)
    }
    return kept
  }

  /// Keeps how a term or an equation was recalled with its card, and the session as it goes on after it.
  ///
  /// - Parameters: as those for an answer.
  @discardableResult
  public func add(
    _ review: Review, book: String, in session: ReviewSession, at index: Int, until end: Date
  ) throws(RecordError) -> (review: Review, card: ReviewCard)? {
    var kept: (review: Review, card: ReviewCard)?
    try write { database in
      try CardTable(book: book, database: database).add(review)
      kept = try Self.goOn(
        session, after: review.id, of: review.card, at: index, until: end, book: book, time: review.time,
        in: database)
    }
    return kept
  }

  /// Moves a session on by the review that is kept under an id.
  private static func goOn(
    _ session: ReviewSession, after id: String, of card: String, at index: Int, until end: Date, book: String,
    time: Date, in database: Database
  ) throws -> (review: Review, card: ReviewCard)? {
    let table = CardTable(book: book, database: database)
    guard let review = try table.reviews(of: card).last(where: { $0.id == id }),
      let state = try table.cards().first(where: { $0.id == card })?.card
    else { return nil }
    var session = session
    session.record(review.rating, card: state, at: index, until: end)
    try store(session, as: KeptSession(session, isFinished: false), book: book, at: time, in: database)
    return (review, state)
  }
}
