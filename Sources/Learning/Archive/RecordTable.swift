import GRDB

/// A table of the record as archives know it: what identifies a row, and which of two rows with the same key stays.
struct RecordTable {
  enum Merge: Hashable {
    /// Rows never change once they are written.
    case once
    /// The one that was changed later.
    case latest
    /// The one with the larger value in a column.
    case largest(String)
  }

  enum Kind: Hashable {
    case text, integer, real
  }

  struct Column {
    var name: String
    var kind: Kind
    var isOptional = false
  }

  var name: String
  var columns: [Column]
  var key: [String]
  var merge: Merge

  /// All tables of what a learner did. Cards are not among them: they follow from the reviews.
  static let all = [
    table(
      "attempt",
      "id book question version answer inputs option_order credit:r seconds:r used_hint:i sureness:i? origin session? time:i",
      key: ["id"], .once),
    table(
      "session",
      "id book kind chapter? state credit:r? is_passed:i started:i ended:i? changed:i", key: ["id"], .latest),
    table(
      "place", "book chapter section? block:i fraction:r text? changed:i", key: ["book", "chapter"], .latest),
    table(
      "section_read", "book chapter section is_read:i changed:i", key: ["book", "chapter", "section"],
      .latest),
    table(
      "reading_time", "book chapter day machine seconds:r", key: ["book", "chapter", "day", "machine"],
      .largest("seconds")),
    table("tick", "book item is_set:i changed:i", key: ["book", "item"], .latest),
    table("calculator_use", "book calculator changed:i", key: ["book", "calculator"], .latest),
    table("scenario", "book name scenario? changed:i", key: ["book", "name"], .latest),
    table(
      "note", "id book chapter section? block:i quote? text? created:i changed:i", key: ["id"], .latest),
    table(
      "question_mark", "book question is_suspended:i flag? changed:i", key: ["book", "question"], .latest),
    table("review", "id book card version rating:i seconds:r? time:i", key: ["id"], .once),
    table("preference", "book name value? changed:i", key: ["book", "name"], .latest),
  ]

  /// - Parameter columns: names with `:i` for whole numbers, `:r` for others, and `?` where there may be none.
  private static func table(_ name: String, _ columns: String, key: [String], _ merge: Merge) -> RecordTable {
    RecordTable(
      name: name,
      columns: columns.split(separator: " ").map { column in
        let isOptional = column.hasSuffix("?")
        let parts = column.split { ":?".contains($0) }
        let kind: Kind = parts.count == 1 ? .text : (parts[1] == "i" ? .integer : .real)
        return Column(name: String(parts[0]), kind: kind, isOptional: isOptional)
      },
      key: key, merge: merge)
  }

  /// Writes a row, in place of the one with its key. One that SQLite refuses is an error.
  func write(_ row: RecordRow, to database: Database) throws {
    let names = columns.map(\.name).joined(separator: ", ")
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try database.execute(
      sql: "INSERT OR REPLACE INTO \(name) (\(names)) VALUES (\(marks))",
      arguments: StatementArguments(columns.map { row.values[$0.name]?.databaseValue ?? .null }))
  }

  /// All rows in the order of their keys.
  func rows(in database: Database) throws -> [RecordRow] {
    let names = columns.map(\.name).joined(separator: ", ")
    return try Row.fetchAll(
      database, sql: "SELECT \(names) FROM \(name) ORDER BY \(key.joined(separator: ", "))"
    ).map { row in
      var values: [String: RecordValue] = [:]
      for column in columns { values[column.name] = RecordValue(row[column.name] as DatabaseValue) }
      return RecordRow(values: values)
    }
  }

  /// Whether a row stands before another by its key.
  func precedes(_ row: RecordRow, _ other: RecordRow) -> Bool {
    for name in key {
      let (one, two) = (row.values[name] ?? .null, other.values[name] ?? .null)
      if one != two { return one < two }
    }
    return false
  }

  /// The rows of both, one for each key; whichever is given first.
  func merged(_ rows: [RecordRow], _ others: [RecordRow]) -> [RecordRow] {
    var places: [[RecordValue]: Int] = [:]
    var result: [RecordRow] = []
    for row in rows + others {
      let key = key.map { row.values[$0] ?? .null }
      if let place = places[key] {
        if wins(row, over: result[place]) { result[place] = row }
      } else {
        places[key] = result.count
        result.append(row)
      }
    }
    return result
  }

  /// Where nothing else decides, the one that comes later by its values, so that both machines choose the same.
  private func wins(_ row: RecordRow, over other: RecordRow) -> Bool {
    let column: String? =
      switch merge {
      case .once: nil
      case .latest: "changed"
      case .largest(let name): name
      }
    if let column, let one = row.values[column], let two = other.values[column], one != two {
      return two < one
    }
    for column in columns {
      let (one, two) = (row.values[column.name] ?? .null, other.values[column.name] ?? .null)
      if one != two { return two < one }
    }
    return false
  }
}
