import Foundation
import GRDB

/// The whole record of a learner as a file: of all books, with everything but the cards, which follow from the reviews.
///
/// ```swift
/// let archive = try record.archive()
/// try archive.json.write(to: file)
/// let added = try other.merge(RecordArchive(json: data))
/// ```
///
/// Two machines that exchange their archives have the same record after: what both changed is as the later change left
/// it. Merging the same archive again changes nothing.
public struct RecordArchive: Hashable, Sendable {
  /// Rows by the name of their table, in the order of their keys.
  var tables: [String: [RecordRow]]

  static let format = "napkin-record"

  /// Why a file is no archive: what was expected, what was found, where.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    public var message: String
    public var advice: String
    public var description: String { "\(message) \(advice)" }
  }

  init(tables: [String: [RecordRow]]) { self.tables = tables }

  /// How many rows there are, by table.
  public var counts: [String: Int] { tables.mapValues(\.count) }

  private struct Envelope: Codable {
    var format: String
    var version: Int
    var tables: [String: [RecordRow]]
  }

  /// JSON with sorted keys: the same record gives the same bytes.
  public var json: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return try encoder.encode(
        Envelope(format: Self.format, version: RecordSchema.version, tables: tables))
    }
  }

  /// Reads an archive of this or an earlier version.
  public init(json: Data) throws(Problem) {
    let envelope: Envelope
    do { envelope = try JSONDecoder().decode(Envelope.self, from: json) } catch {
      throw Problem(
        message:
          "The file is no record of Napkin: it is not JSON of the form {\"format\": \"\(Self.format)\", …}.",
        advice: "Name a file that `napkin export record` wrote.")
    }
    guard envelope.format == Self.format else {
      throw Problem(
        message: "The file has the format `\(envelope.format.prefix(40))`; expected `\(Self.format)`.",
        advice: "Name a file that `napkin export record` wrote.")
    }
    guard envelope.version <= RecordSchema.version else {
      throw Problem(
        message:
          "The file has version \(envelope.version); this program knows version \(RecordSchema.version).",
        advice: "A newer Napkin wrote it. Update Napkin.")
    }
    tables = [:]
    for table in RecordTable.all {
      var rows: [RecordRow] = []
      for (index, row) in (envelope.tables[table.name] ?? []).enumerated() {
        rows.append(try Self.checked(row, number: index + 1, table: table))
      }
      tables[table.name] = rows
    }
  }

  private static func checked(
    _ row: RecordRow, number: Int, table: RecordTable
  ) throws(Problem) -> RecordRow {
    var values: [String: RecordValue] = [:]
    for column in table.columns {
      let found = row.values[column.name] ?? (column.name == "is_passed" ? .integer(0) : .null)
      let given = column.name == "version" && found == .null ? .text("") : found
      guard let value = given.fitted(to: column), isAllowed(value, table: table.name, column: column.name)
      else {
        throw Problem(
          message: "Row \(number) of `\(table.name)` has \(found.described) for `\(column.name)`.",
          advice: "Nothing was imported. Export the record again on the other machine.")
      }
      values[column.name] = value
    }
    return RecordRow(values: values)
  }

  /// Bounds that the tables hold as well, said with their place.
  private static func isAllowed(_ value: RecordValue, table: String, column: String) -> Bool {
    switch (table, column, value) {
    case ("attempt", "credit", .real(let credit)): (0...1).contains(credit)
    case ("review", "rating", .integer(let rating)): (1...4).contains(rating)
    default: true
    }
  }

  /// Tables as CSV (RFC 4180) by file name: a header with the columns, then a row a line; cells that a spreadsheet would
  /// take for a formula begin with an apostrophe.
  public var csv: [String: String] {
    var files: [String: String] = [:]
    for table in RecordTable.all {
      let names = table.columns.map(\.name)
      let lines = (tables[table.name] ?? []).map { row in
        names.map { CSVText.cell((row.values[$0] ?? .null).plain) }.joined(separator: ",")
      }
      files["\(table.name).csv"] = ([names.joined(separator: ",")] + lines).joined(separator: "\r\n") + "\r\n"
    }
    return files
  }

  /// Both together: the same in either order, and with itself what it was.
  public func merged(with other: RecordArchive) -> RecordArchive {
    var result = RecordArchive(tables: [:])
    for table in RecordTable.all {
      let rows = table.merged(tables[table.name] ?? [], other.tables[table.name] ?? [])
      result.tables[table.name] = rows.sorted(by: table.precedes)
    }
    return result
  }
}
