import Foundation
import GRDB

/// What a look through the whole record found.
public struct RecordExamination: Hashable, Sendable {
  /// The version of its tables.
  public var version: Int
  /// Answers given, of all books.
  public var answers: Int
  public var bytes: Int
  /// What SQLite finds wrong with the file; empty where nothing is.
  public var damages: [String]
}

extension Record {
  /// Reads all of the file and looks for damage.
  ///
  /// - Throws: `RecordError` where it can not be read at all.
  public func examination() throws(RecordError) -> RecordExamination {
    try read { database in
      let lines = try String.fetchAll(database, sql: "PRAGMA integrity_check(5)")
      let strays = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").count
      var damages = lines.filter { $0 != "ok" }
      if strays > 0 { damages.append("\(strays) rows belong to nothing") }
      let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
      return RecordExamination(
        version: try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
        answers: try Int.fetchOne(database, sql: "SELECT count(*) FROM attempt") ?? 0,
        bytes: size ?? 0, damages: damages)
    }
  }

  /// The version of SQLite that keeps it.
  public static var databaseVersion: String {
    (try? DatabaseQueue().inDatabase { try String.fetchOne($0, sql: "SELECT sqlite_version()") }) ?? "unknown"
  }
}
