import Foundation
import GRDB

extension Record {
  /// The items of checkpoints that are ticked off, by the names that the caller gave them.
  public func ticks(book: String) throws(RecordError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database, sql: "SELECT item FROM tick WHERE book = ? AND is_set", arguments: [book])
    }
  }

  /// Ticks an item of a checkpoint off, or on again.
  ///
  /// - Parameter item: a name that stays when the page is edited: the checkpoint's id and the item's number or words.
  public func setTick(_ item: String, _ isSet: Bool, book: String, at time: Date = Date()) throws(RecordError)
  {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO tick (book, item, is_set, changed) VALUES (?, ?, ?, ?)",
        arguments: [book, item, isSet, time.milliseconds])
    }
  }

  /// The ids of sections that were read, by chapter.
  public func sectionsRead(book: String) throws(RecordError) -> [String: Set<String>] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT chapter, section FROM section_read WHERE book = ? AND is_read",
        arguments: [book])
      var sections: [String: Set<String>] = [:]
      for row in rows {
        sections[try row.decode(forColumn: "chapter"), default: []].insert(
          try row.decode(forColumn: "section"))
      }
      return sections
    }
  }

  /// Marks a section as read, or as not read.
  public func setRead(
    _ section: String, chapter: String, _ isRead: Bool = true, book: String, at time: Date = Date()
  ) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO section_read (book, chapter, section, is_read, changed)
          VALUES (?, ?, ?, ?, ?)
          """,
        arguments: [book, chapter, section, isRead, time.milliseconds])
    }
  }

  /// The ids of calculators in which the learner changed something.
  public func calculatorsUsed(book: String) throws(RecordError) -> Set<String> {
    try read { database in
      try String.fetchSet(
        database, sql: "SELECT calculator FROM calculator_use WHERE book = ?", arguments: [book])
    }
  }

  /// Marks a calculator as used.
  public func setUsed(calculator: String, book: String, at time: Date = Date()) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO calculator_use (book, calculator, changed) VALUES (?, ?, ?)",
        arguments: [book, calculator, time.milliseconds])
    }
  }
}
