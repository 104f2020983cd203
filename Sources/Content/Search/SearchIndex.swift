import Foundation
private import GRDB

/// A full-text index of a book (SQLite's FTS5): words and their beginnings, identifiers (`d_k`) as they are typed, phrases
/// in quotes, without regard to case and accents, the best first.
///
/// ```swift
/// let index = try SearchIndex(path: cacheFile)
/// try index.update(book, stamps: loader.stamps(), formulas: .typeset)
/// let hits = try index.hits(for: "kv cac")
/// ```
///
/// It is a cache: a file that is damaged, foreign or of another version is made anew, and where none can be written the
/// index lives in memory. Methods may be called from any thread.
public final class SearchIndex: Sendable {
  private let queue: DatabaseQueue
  /// So many results are given unless more are asked for.
  public static let limit = 50

  /// - Parameter path: nil for an index in memory.
  /// - Throws: when SQLite can not make one, not even in memory.
  public init(path: String?) throws {
    if let path, let queue = Self.open(path) ?? Self.replace(path) {
      self.queue = queue
      return
    }
    queue = try DatabaseQueue()
    try queue.write { try Self.create($0) }
  }

  /// The chapters whose entries were made from other contents than `stamps` tell, and whether that is so of the library.
  ///
  /// - Parameter stamps: for each chapter by id, and for the library under the empty name, a text that differs whenever
  ///   its contents do.
  public func stale(_ stamps: [String: String]) throws -> Set<String> {
    let kept = try queue.read { database in
      try Row.fetchAll(database, sql: "SELECT owner, stamp FROM owners").reduce(into: [String: String]()) {
        $0[$1["owner"]] = $1["stamp"]
      }
    }
    return Set(stamps.filter { kept[$0.key] != $0.value }.keys)
  }

  /// Brings the index up to date with a book.
  ///
  /// - Parameters:
  ///   - stamps: as for `stale`; entries of chapters that it does not name are removed.
  ///   - formulas: writes the formulas of the text.
  ///   - chapter: gives a chapter of which the book holds only the outline.
  ///   - isCancelled: asked between chapters.
  public func update(
    _ book: Book, stamps: [String: String], formulas: FormulaWriter,
    chapter read: (String) -> Chapter? = { _ in nil },
    isCancelled: () -> Bool = { false }
  ) throws {
    let stale = try stale(stamps)
    try queue.write { database in
      let owners = try String.fetchAll(database, sql: "SELECT owner FROM owners")
      for owner in owners where stamps[owner] == nil { try Self.remove(owner, from: database) }
    }
    for owner in stale.sorted() {
      if isCancelled() { return }
      let entries: [SearchEntry]
      if owner.isEmpty {
        entries = book.librarySearchEntries(formulas: formulas)
      } else if let chapter = book.chapters[owner] {
        let whole = chapter.extent == .whole ? chapter : read(owner)
        entries = (whole ?? chapter).searchEntries(in: book, formulas: formulas)
      } else {
        continue
      }
      try queue.write { database in
        try Self.remove(owner, from: database)
        let insert = try database.makeStatement(
          sql: """
            INSERT INTO entries (title, body, kind, place, page, block, id) VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        let note = try database.makeStatement(sql: "INSERT INTO entry_owners (entry, owner) VALUES (?, ?)")
        for entry in entries {
          try insert.execute(arguments: [
            SearchText.indexed(entry.title), SearchText.indexed(entry.text), entry.kind.rawValue, entry.place,
            entry.page, entry.block, entry.id,
          ])
          try note.execute(arguments: [database.lastInsertedRowID, owner])
        }
        try database.execute(
          sql: "INSERT INTO owners (owner, stamp) VALUES (?, ?)", arguments: [owner, stamps[owner]])
      }
    }
  }

  /// What answers a text, the best first: the words as one phrase before words apart, titles before text, terms and
  /// sections before passages.
  ///
  /// - Parameter kinds: nil for all.
  public func hits(for text: String, kinds: Set<SearchEntry.Kind>? = nil, limit: Int = SearchIndex.limit)
    throws
    -> [SearchHit]
  {
    let query = SearchQuery(text)
    guard let expression = query.expression else { return [] }
    let names = (kinds ?? Set(SearchEntry.Kind.allCases)).map(\.rawValue).sorted()
    let marks = Array(repeating: "?", count: names.count).joined(separator: ", ")
    return try queue.read { database in
      try Row.fetchAll(
        database,
        sql: """
          SELECT kind, place, page, block, id,
            highlight(entries, 0, char(1), char(2)) AS title,
            snippet(entries, 1, char(1), char(2), '…', 24) AS snippet
          FROM entries WHERE entries MATCH ? AND kind IN (\(marks))
          ORDER BY rowid IN (SELECT rowid FROM entries WHERE entries MATCH ?) DESC,
            bm25(entries, 6.0, 1.0)
            * CASE kind WHEN 'term' THEN 1.3 WHEN 'section' THEN 1.3 WHEN 'text' THEN 1.2 WHEN 'question' THEN 0.7
              WHEN 'constant' THEN 0.6 ELSE 0.9 END,
            rowid
          LIMIT ?
          """, arguments: StatementArguments([expression] + names + [query.phrase ?? expression]) + [limit]
      ).compactMap(Self.hit)
    }
  }

  private static func hit(_ row: Row) -> SearchHit? {
    guard let kind = SearchEntry.Kind(rawValue: row["kind"]) else { return nil }
    return SearchHit(
      kind: kind, place: row["place"], title: [SearchHit.Piece](indexed: row["title"]),
      snippet: [SearchHit.Piece](indexed: row["snippet"]),
      page: row["page"], block: row["block"], id: row["id"])
  }

  // MARK: The file

  /// Tells our files from others.
  private static let applicationID = 0x4E_4B_53_49
  private static let version = 3

  private static func open(_ path: String) -> DatabaseQueue? {
    let folder = (path as NSString).deletingLastPathComponent
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    var configuration = Configuration()
    configuration.busyMode = .timeout(2)
    guard let queue = try? DatabaseQueue(path: path, configuration: configuration) else { return nil }
    do {
      let isOurs = try queue.write { database -> Bool in
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == Self.applicationID { return version == Self.version }
        guard try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0 else { return false }
        try create(database)
        return true
      }
      guard isOurs else { return nil }
      // It can be made again: what a power cut takes costs a second, what waiting for the disk takes is felt.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
      return queue
    } catch {
      return nil
    }
  }

  private static func replace(_ path: String) -> DatabaseQueue? {
    for ending in ["", "-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + ending)
    }
    return open(path)
  }

  private static func create(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE VIRTUAL TABLE entries USING fts5 (
          title, body, kind UNINDEXED, place UNINDEXED, page UNINDEXED, block UNINDEXED, id UNINDEXED,
          tokenize = "unicode61 remove_diacritics 2 tokenchars '_'", prefix = '2 3');
        CREATE TABLE owners (owner TEXT PRIMARY KEY, stamp TEXT NOT NULL);
        CREATE TABLE entry_owners (entry INTEGER PRIMARY KEY, owner TEXT NOT NULL);
        CREATE INDEX entry_owner ON entry_owners (owner);
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        """)
  }

  private static func remove(_ owner: String, from database: Database) throws {
    for statement in [
      "DELETE FROM entries WHERE rowid IN (SELECT entry FROM entry_owners WHERE owner = ?)",
      "DELETE FROM entry_owners WHERE owner = ?", "DELETE FROM owners WHERE owner = ?",
    ] {
      try database.execute(sql: statement, arguments: [owner])
    }
  }
}
