import Foundation
import GRDB

extension Record {
  /// Keeps an answer and reviews the question's card; both are on the disk when this returns. Adding the same attempt
  /// again changes nothing.
  ///
  /// - Parameter rating: how well it was recalled, where the learner said so; else by the answer: a wrong one Again; part
  ///   credit, a hint, or a try within an hour of one that was not right Hard; a right one Good.
  public func add(_ attempt: Attempt, rating: ReviewRating? = nil) throws(RecordError) {
    try write { database in try Self.insert(attempt, rating: rating, in: database) }
  }

  /// Keeps an answer and reviews its card, in the transaction of the caller.
  static func insert(_ attempt: Attempt, rating: ReviewRating? = nil, in database: Database) throws {
    try database.execute(
      sql: """
        INSERT INTO attempt (id, book, question, version, answer, inputs, option_order, credit, seconds,
          used_hint, sureness, origin, session, time)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
        """,
      arguments: [
        attempt.id, attempt.book, attempt.question, attempt.version, try JSONText.encode(attempt.answer),
        try JSONText.encode(attempt.drawn), try JSONText.encode(attempt.optionOrder), attempt.credit,
        attempt.seconds, attempt.usedHint, attempt.sureness, attempt.origin.rawValue, attempt.session,
        attempt.time.milliseconds,
      ])
    guard database.changesCount > 0 else { return }
    let rating = try rating ?? Self.rating(of: attempt, in: database)
    try CardTable(book: attempt.book, database: database).add(
      Review(
        id: attempt.id, card: attempt.question, version: attempt.version, rating: rating,
        seconds: attempt.seconds, time: attempt.time))
  }

  private static func rating(of attempt: Attempt, in database: Database) throws -> ReviewRating {
    let isSecondTry = try Bool.fetchOne(
      database,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM attempt WHERE book = ? AND question = ? AND credit < 1 AND time < ? AND time >= ?)
        """,
      arguments: [
        attempt.book, attempt.question, attempt.time.milliseconds,
        attempt.time.milliseconds - Int64(secondTry * 1000),
      ])
    return ReviewRating(
      Grade(credit: attempt.credit, verdict: ""), usedHint: attempt.usedHint, isSecondTry: isSecondTry == true
    )
  }

  /// Seconds after a miss in which a right answer is a second try, and no recall of its own.
  private static let secondTry: Double = 3600

  /// All attempts at a question, or at every question of the book when it is nil; the earliest first.
  public func attempts(book: String, question: String? = nil) throws(RecordError) -> [Attempt] {
    try read { database in
      var sql = "SELECT * FROM attempt WHERE book = ?"
      var arguments: StatementArguments = [book]
      if let question {
        sql += " AND question = ?"
        arguments += [question]
      }
      return try Row.fetchAll(database, sql: sql + " ORDER BY time, rowid", arguments: arguments)
        .map(Attempt.init(row:))
    }
  }

  /// The last attempt at each question of the book, by the question's id.
  public func latestAttempts(book: String) throws(RecordError) -> [String: Attempt] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM (
            SELECT *, row_number() OVER (PARTITION BY question ORDER BY time DESC, rowid DESC) AS age
            FROM attempt WHERE book = ?
          ) WHERE age = 1
          """,
        arguments: [book])
      let attempts = try rows.map(Attempt.init(row:))
      return Dictionary(attempts.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }
}

extension Attempt {
  init(row: Row) throws {
    let answer: String = try row.decode(forColumn: "answer")
    let drawn: String = try row.decode(forColumn: "inputs")
    let order: String = try row.decode(forColumn: "option_order")
    let origin: String = try row.decode(forColumn: "origin")
    self.init(
      id: try row.decode(forColumn: "id"), book: try row.decode(forColumn: "book"),
      question: try row.decode(forColumn: "question"), version: try row.decode(forColumn: "version"),
      answer: try JSONText.decode(answer), drawn: try JSONText.decode(drawn),
      optionOrder: try JSONText.decode(order), credit: try row.decode(forColumn: "credit"),
      seconds: try row.decode(forColumn: "seconds"), usedHint: try row.decode(forColumn: "used_hint"),
      sureness: try row.decode(Int?.self, forColumn: "sureness"), origin: Origin(rawValue: origin) ?? .page,
      session: try row.decode(String?.self, forColumn: "session"),
      time: Date(milliseconds: try row.decode(forColumn: "time")))
  }
}
