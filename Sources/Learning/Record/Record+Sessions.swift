import Foundation
import GRDB

extension Record {
  /// Keeps a quiz as it stands, so that it can go on after the program ended.
  public func save(_ session: QuizSession, book: String, at time: Date = Date()) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO session (id, book, kind, chapter, state, credit, started, ended, changed)
          VALUES (?1, ?2, 'quiz', ?3, ?4, ?5, ?6, CASE WHEN ?7 THEN ?6 END, ?6)
          ON CONFLICT (id) DO UPDATE SET state = ?4, credit = ?5, changed = ?6,
            ended = CASE WHEN ?7 THEN ifnull(ended, ?6) END
          """,
        arguments: [
          session.id, book, session.chapter, try JSONText.encode(session), session.credit, time.milliseconds,
          session.isFinished,
        ])
    }
  }

  /// The quiz of a chapter that was left in the middle last; nil when there is none.
  public func unfinishedQuiz(book: String, chapter: String) throws(RecordError) -> QuizSession? {
    try read { database in
      let state = try String.fetchOne(
        database,
        sql: """
          SELECT state FROM session WHERE book = ? AND chapter = ? AND kind = 'quiz' AND ended IS NULL
          ORDER BY changed DESC LIMIT 1
          """,
        arguments: [book, chapter])
      return try state.map { try JSONText.decode($0) }
    }
  }

  /// The best credit of a finished quiz, from 0 to 1, by the chapter's id.
  public func bestQuizCredits(book: String) throws(RecordError) -> [String: Double] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT chapter, max(credit) AS credit FROM session
          WHERE book = ? AND kind = 'quiz' AND ended IS NOT NULL AND chapter IS NOT NULL GROUP BY chapter
          """,
        arguments: [book])
      let credits = try rows.map { row in
        (try row.decode(String.self, forColumn: "chapter"), try row.decode(Double.self, forColumn: "credit"))
      }
      return Dictionary(credits, uniquingKeysWith: max)
    }
  }
}
