import Engine
import Foundation
import GRDB

extension Record {
  /// The scenarios that the learner named, in alphabetical order; `current` is not among them.
  public func scenarios(book: String) throws(RecordError) -> [NamedScenario] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT name, scenario, changed FROM scenario
          WHERE book = ? AND scenario IS NOT NULL AND name <> ? ORDER BY name
          """,
        arguments: [book, NamedScenario.current])
      return try rows.map { row in
        let text: String = try row.decode(forColumn: "scenario")
        return NamedScenario(
          name: try row.decode(forColumn: "name"), scenario: try JSONText.decode(text),
          time: Date(milliseconds: try row.decode(forColumn: "changed")))
      }
    }
  }

  /// A scenario of the book by its name, or the one that is restored at the start; nil when there is none.
  public func scenario(
    named name: String = NamedScenario.current, book: String
  ) throws(RecordError) -> Scenario? {
    try read { database in
      let text = try String.fetchOne(
        database, sql: "SELECT scenario FROM scenario WHERE book = ? AND name = ? AND scenario IS NOT NULL",
        arguments: [book, name])
      return try text.map { try JSONText.decode($0) }
    }
  }

  /// Keeps a scenario under a name, in place of the one that had it.
  public func save(
    _ scenario: Scenario, named name: String = NamedScenario.current, book: String, at time: Date = Date()
  ) throws(RecordError) {
    try saveScenario(scenario, book: book, name: name, time: time)
  }

  /// Removes a scenario; nothing happens when there is none of that name.
  public func removeScenario(named name: String, book: String, at time: Date = Date()) throws(RecordError) {
    guard try scenario(named: name, book: book) != nil else { return }
    try saveScenario(nil, book: book, name: name, time: time)
  }

  private func saveScenario(_ scenario: Scenario?, book: String, name: String, time: Date) throws(RecordError)
  {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO scenario (book, name, scenario, changed) VALUES (?, ?, ?, ?)",
        arguments: [book, name, try scenario.map { try JSONText.encode($0) }, time.milliseconds])
    }
  }
}
