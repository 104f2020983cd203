import Foundation
import GRDB

extension Record {
  /// What the learner said about questions, glossary terms and equations, by their card's id.
  public func questionMarks(book: String) throws(RecordError) -> [String: QuestionMark] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT question, is_suspended, flag FROM question_mark
          WHERE book = ? AND (is_suspended OR flag IS NOT NULL)
          """,
        arguments: [book])
      var marks: [String: QuestionMark] = [:]
      for row in rows {
        marks[try row.decode(forColumn: "question")] = QuestionMark(
          isSuspended: try row.decode(forColumn: "is_suspended"),
          flag: try row.decode(String?.self, forColumn: "flag"))
      }
      return marks
    }
  }

  /// Flags a question as bad, with a reason, which may be empty.
  ///
  /// - Parameter reason: nil takes the flag back.
  public func setFlag(
    _ reason: String?, question: String, book: String, at time: Date = Date()
  ) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO question_mark (book, question, is_suspended, flag, changed) VALUES (?1, ?2, 0, ?3, ?4)
          ON CONFLICT (book, question) DO UPDATE SET flag = ?3, changed = max(?4, changed + 1)
          """,
        arguments: [book, question, reason, time.milliseconds])
    }
  }

  /// Suspends a question, or asks it again.
  public func setSuspended(
    _ isSuspended: Bool, question: String, book: String, at time: Date = Date()
  ) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO question_mark (book, question, is_suspended, flag, changed) VALUES (?1, ?2, ?3, NULL, ?4)
          ON CONFLICT (book, question) DO UPDATE SET is_suspended = ?3, changed = max(?4, changed + 1)
          """,
        arguments: [book, question, isSuspended, time.milliseconds])
    }
  }
}
