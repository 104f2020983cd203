import Foundation
import GRDB

extension Record {
  /// The ids of questions that the learner does not want to be asked.
  public func suspendedQuestions(book: String) throws(RecordError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database, sql: "SELECT question FROM question_mark WHERE book = ? AND is_suspended", arguments: [book]
      )
    }
  }

  /// What learners noted about questions, by the question's id.
  public func flags(book: String) throws(RecordError) -> [String: String] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT question, flag FROM question_mark WHERE book = ? AND flag IS NOT NULL",
        arguments: [book])
      let flags = try rows.map { row in
        (try row.decode(String.self, forColumn: "question"), try row.decode(String.self, forColumn: "flag"))
      }
      return Dictionary(flags, uniquingKeysWith: { first, _ in first })
    }
  }

  /// Asks a question no more, or again.
  public func setSuspended(_ question: String, _ isSuspended: Bool, book: String, at time: Date = Date())
    throws(RecordError)
  {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO question_mark (book, question, is_suspended, flag, changed) VALUES (?1, ?2, ?3, NULL, ?4)
          ON CONFLICT (book, question) DO UPDATE SET is_suspended = ?3, changed = ?4
          """,
        arguments: [book, question, isSuspended, time.milliseconds])
    }
  }

  /// Notes what is wrong with a question; nil takes the note back.
  public func setFlag(_ question: String, _ text: String?, book: String, at time: Date = Date())
    throws(RecordError)
  {
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO question_mark (book, question, is_suspended, flag, changed) VALUES (?1, ?2, 0, ?3, ?4)
          ON CONFLICT (book, question) DO UPDATE SET flag = ?3, changed = ?4
          """,
        arguments: [book, question, text, time.milliseconds])
    }
  }
}
