import Foundation
import GRDB

extension Record {
  /// Where the reader was last in the book, or in one chapter of it; nil when it was never opened.
  public func place(book: String, chapter: String? = nil) throws(RecordError) -> ReadingPlace? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT chapter, section, block, fraction, text FROM place WHERE book = ?1 AND chapter = ifnull(?2, chapter)
          ORDER BY changed DESC LIMIT 1
          """,
        arguments: [book, chapter])
      return try row.map { row in
        ReadingPlace(
          chapter: try row.decode(forColumn: "chapter"),
          section: try row.decode(String?.self, forColumn: "section"),
          block: try row.decode(forColumn: "block"), fraction: try row.decode(forColumn: "fraction"),
          text: try row.decode(String?.self, forColumn: "text"))
      }
    }
  }

  /// Keeps the place, one for each chapter; the last one saved is the book's, also when the clock was set back.
  public func save(_ place: ReadingPlace, book: String, at time: Date = Date()) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO place (book, chapter, section, block, fraction, text, changed)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, max(?7, (SELECT ifnull(max(changed), 0) + 1 FROM place WHERE book = ?1)))
          """,
        arguments: [
          book, place.chapter, place.section, place.block, place.fraction.isFinite ? place.fraction : 0,
          place.text, time.milliseconds,
        ])
    }
  }
}
