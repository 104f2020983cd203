import Foundation
import GRDB

extension Record {
  /// The notes of the book, or of one chapter: by chapter, then by place.
  public func notes(book: String, chapter: String? = nil) throws(RecordError) -> [Note] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT * FROM note WHERE book = ?1 AND chapter = ifnull(?2, chapter) AND text IS NOT NULL
          ORDER BY chapter, block, created, id
          """,
        arguments: [book, chapter])
      return try rows.map { row in
        Note(
          id: try row.decode(forColumn: "id"), chapter: try row.decode(forColumn: "chapter"),
          section: try row.decode(String?.self, forColumn: "section"),
          block: try row.decode(forColumn: "block"), quote: try row.decode(String?.self, forColumn: "quote"),
          text: try row.decode(forColumn: "text"),
          created: Date(milliseconds: try row.decode(forColumn: "created")),
          changed: Date(milliseconds: try row.decode(forColumn: "changed")))
      }
    }
  }

  /// Keeps a note, in place of the one with its id.
  public func save(_ note: Note, book: String) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO note (id, book, chapter, section, block, quote, text, created, changed)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          note.id, book, note.chapter, note.section, note.block, note.quote, note.text,
          note.created.milliseconds, note.changed.milliseconds,
        ])
    }
  }

  /// Writes another text into a note.
  ///
  /// - Returns: whether there is such a note.
  @discardableResult
  public func setText(
    _ text: String, ofNote id: String, book: String, at time: Date = Date()
  ) throws(RecordError) -> Bool {
    try setNote(id, text: text, book: book, at: time)
  }

  /// Removes a note. Its words go; that it was removed stays, so that another machine's copy goes as well.
  ///
  /// - Returns: whether there was such a note.
  @discardableResult
  public func removeNote(_ id: String, book: String, at time: Date = Date()) throws(RecordError) -> Bool {
    try setNote(id, text: nil, book: book, at: time)
  }

  private func setNote(
    _ id: String, text: String?, book: String, at time: Date
  ) throws(RecordError) -> Bool {
    var count = 0
    try write { database in
      try database.execute(
        sql: """
          UPDATE note SET text = ?1, quote = CASE WHEN ?1 IS NULL THEN NULL ELSE quote END,
            changed = max(?2, changed + 1)
          WHERE id = ?3 AND book = ?4 AND text IS NOT NULL
          """,
        arguments: [text, time.milliseconds, id, book])
      count = database.changesCount
    }
    return count > 0
  }
}
