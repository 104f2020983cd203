import Foundation
import GRDB

extension Record {
  /// A value that the learner set for the book; nil when it is not set or can not be read as that type.
  public func preference<Value: Decodable>(
    _ name: String, as type: Value.Type = Value.self, book: String
  ) throws(RecordError) -> Value? {
    try read { try Self.preference(name, book: book, in: $0) }
  }

  /// Sets a value for the book; nil takes it back.
  public func setPreference(
    _ name: String, to value: (some Encodable)?, book: String, at time: Date = Date()
  ) throws(RecordError) {
    try write { database in
      try Self.setPreference(name, to: value, book: book, at: time, in: database)
    }
  }

  /// The names of what is set for the book, in alphabetical order.
  public func preferenceNames(book: String) throws(RecordError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM preference WHERE book = ? AND value IS NOT NULL ORDER BY name",
        arguments: [book])
    }
  }

  static func preference<Value: Decodable>(
    _ name: String, book: String, in database: Database
  ) throws -> Value? {
    let text = try String.fetchOne(
      database, sql: "SELECT value FROM preference WHERE book = ? AND name = ? AND value IS NOT NULL",
      arguments: [book, name])
    return text.flatMap { try? JSONText.decode($0) }
  }

  static func setPreference(
    _ name: String, to value: (some Encodable)?, book: String, at time: Date, in database: Database
  ) throws {
    try database.execute(
      sql: """
        INSERT INTO preference (book, name, value, changed) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (book, name) DO UPDATE SET value = ?3, changed = max(?4, changed + 1)
        """,
      arguments: [book, name, try value.map { try JSONText.encode($0) }, time.milliseconds])
  }
}
