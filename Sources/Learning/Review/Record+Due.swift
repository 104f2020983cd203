import Foundation
import GRDB

extension Record {
  /// How many cards are due before the learner's day ends, without reading the book: what is suspended is not counted,
  /// nor what the last plan found to be gone from the book; what it found edited is.
  public func dueCount(
    book: String, at time: Date = Date(), calendar: LearnerCalendar = .local
  ) throws(RecordError) -> Int {
    let end = calendar.start(of: calendar.day(of: time) + 1)
    return try read { database in
      let found = try Self.lastPlan(book: book, in: database)
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT id, due < ?2 AS is_due FROM card
          WHERE book = ?1 AND (due < ?2 OR id IN (SELECT value FROM json_each(?3)))
            AND id NOT IN (SELECT question FROM question_mark WHERE book = ?1 AND is_suspended)
          """,
        arguments: [book, end.milliseconds, try JSONText.encode(found.edited.keys.sorted())])
      return try rows.count { row in
        let id: String = try row.decode(forColumn: "id")
        if found.missing.contains(id) { return false }
        if try row.decode(Bool.self, forColumn: "is_due") { return true }
        return try found.edited[id] == Self.version(of: id, book: book, in: database)
      }
    }
  }

  /// Keeps what a plan found out about the book, for `dueCount`.
  public func note(_ plan: ReviewPlan, book: String) throws(RecordError) {
    try write { database in
      var found = LastPlan(missing: plan.missing)
      for id in plan.edited { found.edited[id] = try Self.version(of: id, book: book, in: database) }
      let text = try JSONText.encode(found)
      if try text == JSONText.encode(Self.lastPlan(book: book, in: database)) { return }
      try database.execute(
        sql: "INSERT OR REPLACE INTO local (name, value) VALUES (?, ?)", arguments: ["plan/" + book, text])
    }
  }

  /// What the last plan knew that only the book tells.
  private struct LastPlan: Codable {
    var missing: Set<String> = []
    /// The version of an edited card at its last answer: another one means that it was answered since.
    var edited: [String: String] = [:]

    init(missing: Set<String> = []) { self.missing = missing }

    private enum CodingKeys: String, CodingKey { case missing, edited }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(missing.sorted(), forKey: .missing)
      try container.encode(edited, forKey: .edited)
    }
  }

  private static func lastPlan(book: String, in database: Database) throws -> LastPlan {
    let text = try String.fetchOne(
      database, sql: "SELECT value FROM local WHERE name = ?", arguments: ["plan/" + book])
    return try text.map { try JSONText.decode($0) } ?? LastPlan()
  }

  private static func version(of card: String, book: String, in database: Database) throws -> String? {
    try String.fetchOne(
      database, sql: "SELECT version FROM card WHERE book = ? AND id = ?", arguments: [book, card])
  }
}
