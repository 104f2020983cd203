import Engine
import Foundation
import GRDB

extension Record {
  /// Where the reader was last in the book, or in one chapter of it; nil when it was never opened.
  public func place(book: String, chapter: String? = nil) throws(RecordError) -> ReadingPlace? {
    try read { database in
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT chapter, section, block, fraction, text FROM place WHERE book = ?1 AND chapter = ifnull(?2, chapter)
          ORDER BY changed DESC LIMIT 1
          """,
        arguments: [book, chapter])
      return try row.map { row in
        ReadingPlace(
          chapter: try row.decode(forColumn: "chapter"),
          section: try row.decode(String?.self, forColumn: "section"),
          block: try row.decode(forColumn: "block"), fraction: try row.decode(forColumn: "fraction"),
          text: try row.decode(String?.self, forColumn: "text"))
      }
    }
  }

  /// Keeps the place, one for each chapter; the last one saved is the book's, also when the clock was set back.
  public func save(_ place: ReadingPlace, book: String, at time: Date = Date()) throws(RecordError) {
    try write { database in
      try database.execute(
        sql: """
          INSERT OR REPLACE INTO place (book, chapter, section, block, fraction, text, changed)
          VALUES (?1, ?2, ?3, ?4, ?5, ?6, max(?7, (SELECT ifnull(max(changed), 0) + 1 FROM place WHERE book = ?1)))
          """,
        arguments: [
          book, place.chapter, place.section, place.block, place.fraction.isFinite ? place.fraction : 0,
          place.text, time.milliseconds,
        ])
    }
  }

  /// A scenario of the book by its name; `current` is the one that is restored at the start.
  public func scenario(book: String, named name: String = "current") throws(RecordError) -> Scenario? {
    try read { database in
      let text = try String.fetchOne(
        database, sql: "SELECT scenario FROM scenario WHERE book = ? AND name = ? AND scenario IS NOT NULL",
        arguments: [book, name])
      return try text.map { try JSONText.decode($0) }
    }
  }

  /// Keeps a scenario under a name, in place of the one that had it.
  public func save(
    _ scenario: Scenario, book: String, named name: String = "current", at time: Date = Date()
  ) throws(RecordError) {
    try saveScenario(scenario, book: book, name: name, time: time)
  }

  /// Removes a scenario; nothing happens when there is none of that name.
  public func removeScenario(book: String, named name: String, at time: Date = Date()) throws(RecordError) {
    guard try scenario(book: book, named: name) != nil else { return }
    try saveScenario(nil, book: book, name: name, time: time)
  }

  /// The names of the book's scenarios in alphabetical order, `current` among them once something was changed.
  public func scenarioNames(book: String) throws(RecordError) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT name FROM scenario WHERE book = ? AND scenario IS NOT NULL ORDER BY name",
        arguments: [book])
    }
  }

  /// The book's scenarios by name, without the one that is restored at the start.
  public func scenarios(book: String) throws(RecordError) -> [String: Scenario] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql:
          "SELECT name, scenario FROM scenario WHERE book = ? AND scenario IS NOT NULL AND name <> 'current'",
        arguments: [book])
      var scenarios: [String: Scenario] = [:]
      for row in rows {
        let text: String = try row.decode(forColumn: "scenario")
        scenarios[try row.decode(forColumn: "name")] = try JSONText.decode(text)
      }
      return scenarios
    }
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
