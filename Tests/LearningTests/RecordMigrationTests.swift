import Foundation
import GRDB
import Learning
import Testing

/// A file of an earlier version is brought up to date with everything that it holds.
@Suite struct RecordMigrationTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// A file as the first version left it.
  private func fileOfVersion1() throws -> String {
    let path = folder.file("record.sqlite")
    let queue = try DatabaseQueue(path: path)
    try queue.write { database in
      try database.execute(sql: Self.version1)
      try database.execute(sql: "PRAGMA application_id = 1315008619; PRAGMA user_version = 1")
      for (id, question, credit, hint, time) in [
        ("a-1", "q-1", 0.0, false, 1_750_000_000_000), ("a-2", "q-1", 1, false, 1_750_000_060_000),
        ("a-3", "q-2", 1, false, 1_750_000_120_000), ("a-4", "q-3", 0.5, false, 1_750_000_180_000),
        ("a-5", "q-4", 1, true, 1_750_000_240_000), ("a-6", "q-1", 1, false, 1_750_100_000_000),
      ] {
        try database.execute(
          sql: """
            INSERT INTO attempt VALUES (?, 'mlsys', ?, '00ff', '{"truth":true}', '{}', '[]', ?, 12.5, ?, NULL,
              'page', NULL, ?)
            """,
          arguments: [id, question, credit, hint, time])
      }
      for (id, sections, credit, ended) in [
        ("s-1", "", 0.8, true), ("s-2", "", 0.6, true), ("s-3", #","sections":["sec-a"]"#, 1.0, true),
        ("s-4", "", 0.2, false),
      ] {
        let state =
          #"{"chapter":"05","id":"\#(id)","items":[{"question":"q-1","seed":1,"seconds":0,"usedHint":false,"version":"v"}],"#
          + #""plan":{"count":5,"passMark":0.7\#(sections)},"seed":7}"#
        try database.execute(
          sql: "INSERT INTO session VALUES (?, 'mlsys', 'quiz', '05', ?, ?, 1, ?, 2)",
          arguments: [id, state, credit, ended ? 2 : nil])
      }
      try database.execute(
        sql: """
          INSERT INTO note VALUES ('n-1', 'mlsys', '05', 'sec-a', 3, 'ReLU', 'A comparator.', 1000, 2000);
          INSERT INTO tick VALUES ('mlsys', 'cp-1/0', 1, 5);
          INSERT INTO place VALUES ('mlsys', '05', 'sec-a', 7, 0.25, 'Why', 9);
          INSERT INTO scenario VALUES ('mlsys', 'small', '{"inputs":{},"overrides":{},"workbench":{}}', 3);
          INSERT INTO preference VALUES ('mlsys', 'width', '80', 3);
          """)
    }
    try queue.close()
    return path
  }

  @Test func version1() throws {
    let record = try Record(path: try fileOfVersion1())
    #expect(try record.attempts(book: "mlsys").map(\.id) == ["a-1", "a-2", "a-3", "a-4", "a-5", "a-6"])
    #expect(
      try record.reviews(book: "mlsys").map(\.rating) == [.again, .hard, .good, .hard, .hard, .good])
    let cards = try record.cards(book: "mlsys")
    #expect(cards.keys.sorted() == ["q-1", "q-2", "q-3", "q-4"])
    #expect(cards["q-2"]?.card.stability == 2.3065)
    #expect(cards["q-2"]?.version == "00ff")
    #expect(cards["q-1"]?.card.lastReview == Date(timeIntervalSince1970: 1_750_100_000))
    #expect(try record.sessions(book: "mlsys").map(\.isPassed) == [true, false, false, false])
    #expect(try record.leftQuizzes(book: "mlsys", chapter: "05").first?.id == "s-4")
    #expect(try record.notes(book: "mlsys").map(\.text) == ["A comparator."])
    #expect(try record.ticks(book: "mlsys") == ["cp-1/0"])
    #expect(try record.place(book: "mlsys")?.block == 7)
    #expect(try record.scenarios(book: "mlsys").map(\.name) == ["small"])
    #expect(try record.preference("width", as: Int.self, book: "mlsys") == 80)
  }

  @Test func twiceIsOnce() throws {
    let path = try fileOfVersion1()
    let first = try Record(path: path).reviews(book: "mlsys")
    #expect(try Record(path: path).reviews(book: "mlsys") == first)
  }

  private static let version1 = """
    CREATE TABLE attempt (
      id TEXT NOT NULL PRIMARY KEY,
      book TEXT NOT NULL,
      question TEXT NOT NULL,
      version TEXT NOT NULL,
      answer TEXT NOT NULL,
      inputs TEXT NOT NULL,
      option_order TEXT NOT NULL,
      credit REAL NOT NULL CHECK (credit BETWEEN 0 AND 1),
      seconds REAL NOT NULL,
      used_hint INTEGER NOT NULL,
      sureness INTEGER,
      origin TEXT NOT NULL,
      session TEXT,
      time INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX attempt_by_question ON attempt (book, question, time);
    CREATE INDEX attempt_by_time ON attempt (book, time);

    CREATE TABLE session (
      id TEXT NOT NULL PRIMARY KEY,
      book TEXT NOT NULL,
      kind TEXT NOT NULL,
      chapter TEXT,
      state TEXT NOT NULL,
      credit REAL,
      started INTEGER NOT NULL,
      ended INTEGER,
      changed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX session_by_book ON session (book, started);

    CREATE TABLE place (
      book TEXT NOT NULL,
      chapter TEXT NOT NULL,
      section TEXT,
      block INTEGER NOT NULL,
      fraction REAL NOT NULL,
      text TEXT,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, chapter)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE section_read (
      book TEXT NOT NULL,
      chapter TEXT NOT NULL,
      section TEXT NOT NULL,
      is_read INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, chapter, section)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE reading_time (
      book TEXT NOT NULL,
      chapter TEXT NOT NULL,
      day TEXT NOT NULL,
      machine TEXT NOT NULL,
      seconds REAL NOT NULL,
      PRIMARY KEY (book, chapter, day, machine)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE tick (
      book TEXT NOT NULL,
      item TEXT NOT NULL,
      is_set INTEGER NOT NULL,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE calculator_use (
      book TEXT NOT NULL,
      calculator TEXT NOT NULL,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, calculator)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE scenario (
      book TEXT NOT NULL,
      name TEXT NOT NULL,
      scenario TEXT,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE note (
      id TEXT NOT NULL PRIMARY KEY,
      book TEXT NOT NULL,
      chapter TEXT NOT NULL,
      section TEXT,
      block INTEGER NOT NULL,
      quote TEXT,
      text TEXT,
      created INTEGER NOT NULL,
      changed INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX note_by_chapter ON note (book, chapter);

    CREATE TABLE question_mark (
      book TEXT NOT NULL,
      question TEXT NOT NULL,
      is_suspended INTEGER NOT NULL,
      flag TEXT,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, question)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE card (
      book TEXT NOT NULL,
      id TEXT NOT NULL,
      version TEXT NOT NULL,
      state TEXT NOT NULL,
      step INTEGER,
      stability REAL,
      difficulty REAL,
      due INTEGER NOT NULL,
      last_review INTEGER,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_by_due ON card (book, due);

    CREATE TABLE review (
      id TEXT NOT NULL PRIMARY KEY,
      book TEXT NOT NULL,
      card TEXT NOT NULL,
      rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
      seconds REAL,
      time INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX review_by_card ON review (book, card, time);

    CREATE TABLE preference (
      book TEXT NOT NULL,
      name TEXT NOT NULL,
      value TEXT,
      changed INTEGER NOT NULL,
      PRIMARY KEY (book, name)
    ) STRICT, WITHOUT ROWID;
    """
}
