import Foundation
import GRDB

extension Record {
  /// The whole record, of all books.
  public func archive() throws(RecordError) -> RecordArchive {
    try read { database in
      var tables: [String: [RecordRow]] = [:]
      for table in RecordTable.all { tables[table.name] = try table.rows(in: database) }
      return RecordArchive(tables: tables)
    }
  }

  /// Takes in what another machine kept. What both changed is as the later change left it; all or nothing is taken.
  ///
  /// - Returns: how many rows are new or changed, by table; only tables with some.
  @discardableResult
  public func merge(_ archive: RecordArchive) throws(RecordError) -> [String: Int] {
    var counts: [String: Int] = [:]
    try write { database in
      for table in RecordTable.all {
        let present = try table.rows(in: database)
        let known = Set(present)
        let changed = table.merged(present, archive.tables[table.name] ?? []).filter { !known.contains($0) }
        for row in changed { try table.write(row, to: database) }
        if !changed.isEmpty { counts[table.name] = changed.count }
      }
      if !counts.isEmpty { try CardTable.rebuildAll(in: database) }
    }
    return counts
  }

  /// Deletes everything that was ever kept, of all books. The freed parts of the file are overwritten.
  public func deleteEverything() throws(RecordError) {
    try write { database in
      for name in RecordTable.all.map(\.name) + ["card", "local"] {
        try database.execute(sql: "DELETE FROM \(name)")
      }
    }
    // After the deletion is on the disk; another program that reads may keep the old pages for a moment.
    try? unguarded { database in
      try database.execute(sql: "VACUUM")
      if path != ":memory:" { _ = try Row.fetchAll(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
  }
}
