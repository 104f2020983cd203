import Foundation
import GRDB

/// How long the learner read a chapter on a day.
public struct ReadingTime: Hashable, Sendable {
  /// The chapter's id.
  public var chapter: String
  public var day: Day
  public var seconds: Double

  public init(chapter: String, day: Day, seconds: Double) {
    self.chapter = chapter
    self.day = day
    self.seconds = seconds
  }
}

extension Record {
  /// Adds to the time that a chapter was read on a day. Negative times and those that are no number add nothing.
  public func addReading(
    seconds: Double, chapter: String, book: String, at time: Date = Date(),
    calendar: LearnerCalendar = .local
  ) throws(RecordError) {
    guard seconds > 0, seconds.isFinite else { return }
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO reading_time (book, chapter, day, machine, seconds) VALUES (?, ?, ?, ?, ?)
          ON CONFLICT (book, chapter, day, machine) DO UPDATE SET seconds = seconds + excluded.seconds
          """,
        arguments: [
          book, chapter, calendar.day(of: time).description, try Self.machine(in: database), seconds,
        ])
    }
  }

  /// How long each chapter was read on each day, over all machines; by day, then chapter.
  public func readingTimes(book: String) throws(RecordError) -> [ReadingTime] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT chapter, day, sum(seconds) AS seconds FROM reading_time WHERE book = ?
          GROUP BY day, chapter ORDER BY day, chapter
          """,
        arguments: [book])
      return try rows.compactMap { row in
        let text: String = try row.decode(forColumn: "day")
        return try Day(text).map { day in
          ReadingTime(
            chapter: try row.decode(forColumn: "chapter"), day: day,
            seconds: try row.decode(forColumn: "seconds"))
        }
      }
    }
  }

  /// A name for this machine's copy of the record, drawn once; two machines count their reading apart.
  private static func machine(in database: Database) throws -> String {
    if let name = try String.fetchOne(database, sql: "SELECT value FROM local WHERE name = 'machine'") {
      return name
    }
    let name = UUID().uuidString
    try database.execute(sql: "INSERT INTO local (name, value) VALUES ('machine', ?)", arguments: [name])
    return name
  }
}
