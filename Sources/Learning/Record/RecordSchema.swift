import GRDB

/// The tables of the learner's record and the steps that brought them there. The number of steps is the version that
/// `PRAGMA user_version` holds. A step is never edited once it was released.
///
/// Rows that two machines may both write carry what a merge needs: an id of their own (attempts, notes, reviews), or
/// the time of the last change (all others, where the later one wins and a removal stays as a row). Times are
/// milliseconds since 1970 UTC.
enum RecordSchema {
  /// Marks a file as Napkin's: the ASCII bytes `Napk`.
  static let applicationID = 0x4E61_706B

  static let steps: [String] = [version1, version2]

  static var version: Int { steps.count }

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

  /// Answers given before this version become reviews: a wrong one Again; a hint, part credit or a try within an hour of
  /// a wrong one Hard; a right one Good. `local` is what belongs to this copy of the file and is never merged.
  private static let version2 = """
    ALTER TABLE review ADD COLUMN version TEXT NOT NULL DEFAULT '';
    ALTER TABLE session ADD COLUMN is_passed INTEGER NOT NULL DEFAULT 0;
    UPDATE session SET is_passed = 1
    WHERE kind = 'quiz' AND ended IS NOT NULL AND json_extract(state, '$.plan.sections') IS NULL
      AND credit >= json_extract(state, '$.plan.passMark') - 1e-9;

    CREATE TABLE local (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    INSERT OR IGNORE INTO review (id, book, card, version, rating, seconds, time)
    SELECT id, book, question, version,
      CASE
        WHEN credit <= 0 THEN 1
        WHEN credit < 1 OR used_hint THEN 2
        WHEN EXISTS (
          SELECT 1 FROM attempt AS earlier
          WHERE earlier.book = attempt.book AND earlier.question = attempt.question AND earlier.credit < 1
            AND earlier.time < attempt.time AND earlier.time >= attempt.time - 3600000) THEN 2
        ELSE 3
      END,
      seconds, time
    FROM attempt;
    """

  /// Brings the tables to the present version. Runs in one transaction that takes the write lock first, so that of two
  /// programs which open an old file at once, one does the work and the other finds it done.
  static func migrate(_ database: Database) throws {
    try database.inTransaction(.immediate) {
      let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      guard found < version else { return .rollback }
      for step in steps[max(0, found)...] { try database.execute(sql: step) }
      if (1..<2).contains(found) { try CardTable.rebuildAll(in: database) }
      try database.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
      return .commit
    }
  }
}
