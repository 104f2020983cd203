import Foundation
import GRDB

extension Record {
  /// Keeps a quiz as it stands, so that it can go on after the program ended.
  public func save(_ session: QuizSession, book: String, at time: Date = Date()) throws(RecordError) {
    try save(session, as: KeptSession(session), book: book, at: time)
  }

  /// Keeps a review session as it stands.
  ///
  /// - Parameter isFinished: that there is nothing more to ask, or that the learner ended it.
  public func save(
    _ session: ReviewSession, isFinished: Bool, book: String, at time: Date = Date()
  ) throws(RecordError) {
    try save(session, as: KeptSession(session, isFinished: isFinished), book: book, at: time)
  }

  /// The quizzes of a chapter that were left in the middle, or before their results were seen; the one that was changed
  /// last comes first.
  public func leftQuizzes(book: String, chapter: String) throws(RecordError) -> [QuizSession] {
    try read { database in
      try String.fetchAll(
        database,
        sql: """
          SELECT state FROM session
          WHERE book = ? AND kind = 'quiz' AND chapter = ?
            AND (ended IS NULL OR json_extract(state, '$.awaitsResults'))
          ORDER BY changed DESC, id
          """,
        arguments: [book, chapter]
      ).map { try JSONText.decode($0) }
    }
  }

  /// The review that was left in the middle last on the present day of the learner; nil when there is none.
  public func unfinishedReview(
    book: String, at time: Date = Date(), calendar: LearnerCalendar = .local
  ) throws(RecordError) -> ReviewSession? {
    try unfinished(
      .review, book: book, chapter: nil, since: calendar.start(of: calendar.day(of: time)))
  }

  /// Ends a session that the learner does not want to go on with; it is not passed.
  public func endSession(_ id: String, book: String, at time: Date = Date()) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          UPDATE session SET ended = ?1, changed = max(?1, changed + 1)
          WHERE id = ?2 AND book = ?3 AND ended IS NULL
          """,
        arguments: [time.milliseconds, id, book])
    }
  }

  /// All sessions of the book, the earliest first.
  public func sessions(book: String) throws(RecordError) -> [SessionSummary] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, kind, chapter, credit, is_passed, started, ended FROM session WHERE book = ?
          ORDER BY started, id
          """,
        arguments: [book])
      return try rows.compactMap { row in
        let name: String = try row.decode(forColumn: "kind")
        guard let kind = SessionSummary.Kind(rawValue: name) else { return nil }
        return SessionSummary(
          id: try row.decode(forColumn: "id"), kind: kind,
          chapter: try row.decode(String?.self, forColumn: "chapter"),
          credit: try row.decode(Double?.self, forColumn: "credit") ?? 0,
          isPassed: try row.decode(forColumn: "is_passed"),
          started: Date(milliseconds: try row.decode(forColumn: "started")),
          ended: try row.decode(Int64?.self, forColumn: "ended").map { Date(milliseconds: $0) })
      }
    }
  }

  /// The best credit of a finished quiz, from 0 to 1, by the chapter's id. Retries and quizzes over some of the sections
  /// count here as well; `chaptersPassed` leaves them out.
  public func bestQuizCredits(book: String) throws(RecordError) -> [String: Double] {
    var best: [String: Double] = [:]
    for session in try sessions(book: book) where session.kind == .quiz && session.ended != nil {
      guard let chapter = session.chapter else { continue }
      best[chapter] = max(best[chapter] ?? 0, session.credit)
    }
    return best
  }

  /// The ids of chapters whose quiz was passed.
  public func chaptersPassed(book: String) throws(RecordError) -> Set<String> {
    Set(try sessions(book: book).filter { $0.kind == .quiz && $0.isPassed }.compactMap(\.chapter))
  }

  /// What the columns of a session say, beside its state.
  struct KeptSession {
    var id: String
    var kind: SessionSummary.Kind
    var chapter: String?
    var credit: Double
    var isFinished: Bool
    var isPassed: Bool

    init(
      id: String, kind: SessionSummary.Kind, chapter: String? = nil, credit: Double, isFinished: Bool,
      isPassed: Bool
    ) {
      self.id = id
      self.kind = kind
      self.chapter = chapter
      self.credit = credit
      self.isFinished = isFinished
      self.isPassed = isPassed
    }

    init(_ quiz: QuizSession) {
      self.init(
        id: quiz.id, kind: .quiz, chapter: quiz.chapter, credit: quiz.credit, isFinished: quiz.isFinished,
        isPassed: quiz.isFinished && quiz.isPassed && quiz.countsForChapter)
    }

    init(_ review: ReviewSession, isFinished: Bool) {
      self.init(
        id: review.id, kind: .review, credit: review.recalled, isFinished: isFinished, isPassed: isFinished)
    }
  }

  func save(
    _ state: some Encodable, as session: KeptSession, book: String, at time: Date
  ) throws(RecordError) {
    try write { database in try Self.store(state, as: session, book: book, at: time, in: database) }
  }

  /// Keeps a session in the transaction of the caller.
  static func store(
    _ state: some Encodable, as session: KeptSession, book: String, at time: Date, in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO session (id, book, kind, chapter, state, credit, is_passed, started, ended, changed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CASE WHEN ?9 THEN ?8 END, ?8)
        ON CONFLICT (id) DO UPDATE SET state = ?5, credit = ?6, is_passed = ?7,
          changed = max(?8, changed + 1), ended = CASE WHEN ?9 THEN ifnull(ended, ?8) END
        """,
      arguments: [
        session.id, book, session.kind.rawValue, session.chapter, try JSONText.encode(state),
        session.credit, session.isPassed, time.milliseconds, session.isFinished,
      ])
  }

  func unfinished<State: Decodable>(
    _ kind: SessionSummary.Kind, book: String, chapter: String?, since start: Date?
  ) throws(RecordError) -> State? {
    try read { database in
      let state = try String.fetchOne(
        database,
        sql: """
          SELECT state FROM session
          WHERE book = ?1 AND kind = ?2 AND chapter IS ifnull(?3, chapter) AND ended IS NULL
            AND started >= ifnull(?4, started)
          ORDER BY changed DESC LIMIT 1
          """,
        arguments: [book, kind.rawValue, chapter, start?.milliseconds])
      return try state.map { try JSONText.decode($0) }
    }
  }
}
