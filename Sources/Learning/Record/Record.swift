import Foundation
import GRDB

/// A learner's record: every answer given, the place in the book, changed inputs, ticks, and what was read.
///
/// ```swift
/// let record = try Record(path: Record.defaultPath(environment: ProcessInfo.processInfo.environment))
/// let place = try record.place(book: "mlsys")
/// try record.add(attempt)  // on the disk when this returns
/// ```
///
/// A write is on the disk when its method returns, so that it survives the end of the program and of the machine's
/// power. Several programs may have the same file open; one waits up to five seconds for another's write. Methods may
/// be called from any thread.
public final class Record: Sendable {
  /// Where the file is.
  public let path: String

  private let queue: DatabaseQueue

  /// Opens the record, or creates it with its folder (mode 0700). A file of an older version is brought up to date.
  ///
  /// - Parameter path: `:memory:` makes a record that ends with the program.
  /// - Throws: `RecordError` when the file can not be used; it is then left as it was.
  public init(path: String) throws(RecordError) {
    self.path = path
    if path != ":memory:" { try Self.createFolder(of: path) }
    do {
      var configuration = Configuration()
      configuration.busyMode = .timeout(Self.patience)
      queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.inDatabase { try Self.prepare($0, path: path) }
    } catch {
      throw RecordError(error, path: path)
    }
  }

  /// `napkin/record.sqlite` in XDG_DATA_HOME, or in `~/.local/share` where that is not set or no absolute path.
  public static func defaultPath(environment: [String: String]) -> String {
    let base: String
    if let data = environment["XDG_DATA_HOME"], data.hasPrefix("/") {
      base = data
    } else {
      base = (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    }
    return (base.hasSuffix("/") ? String(base.dropLast()) : base) + "/napkin/record.sqlite"
  }

  func read<Result>(_ body: (Database) throws -> Result) throws(RecordError) -> Result {
    do { return try queue.inDatabase(body) } catch { throw RecordError(error, path: path) }
  }

  func write(_ body: (Database) throws -> Void) throws(RecordError) {
    do { try queue.write(body) } catch { throw RecordError(error, path: path) }
  }

  /// Outside of a transaction.
  func unguarded(_ body: (Database) throws -> Void) throws(RecordError) {
    do { try queue.inDatabase(body) } catch { throw RecordError(error, path: path) }
  }

  /// Seconds that one program waits for the write of another.
  private static let patience: Double = 5

  private static func createFolder(of path: String) throws(RecordError) {
    let folder = (path as NSString).deletingLastPathComponent
    guard !folder.isEmpty, !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw RecordError(
        .folder, "The folder \(folder) for the learner's record could not be created.",
        advice: "Create it, or name a folder that can be written in XDG_DATA_HOME.")
    }
  }

  /// Refuses files that are not ours before anything is written.
  private static func prepare(_ database: Database, path: String) throws {
    var (version, application, tables) = (0, 0, 0)
    // All at one moment: another program may be creating the record.
    try database.inTransaction(.deferred) {
      tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
      application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      return .commit
    }
    if application != RecordSchema.applicationID {
      guard tables == 0, version == 0, application == 0 else {
        throw RecordError(
          .foreign, "\(path) is a database of another program, not a learner's record.",
          advice: RecordError.moveAdvice)
      }
    }
    guard version <= RecordSchema.version else {
      throw RecordError(
        .newer,
        "The learner's record \(path) has version \(version); this program knows version \(RecordSchema.version).",
        advice: "A newer Napkin wrote it; it was left as it is. Update Napkin.")
    }
    // GRDB's own switch to WAL lowers `synchronous` and writes to the file at every opening.
    if path != ":memory:" { try switchToWriteAheadLog(database) }
    try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA secure_delete = ON")
    if version < RecordSchema.version { try RecordSchema.migrate(database) }
  }

  /// SQLite does not call the busy handler for this switch, so the wait is ours.
  private static func switchToWriteAheadLog(_ database: Database) throws {
    let deadline = Date(timeIntervalSinceNow: patience)
    while true {
      do {
        let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
          throw DatabaseError(
            resultCode: .SQLITE_CANTOPEN,
            message: "its disk allows no write-ahead log (found `\(mode ?? "")`)")
        }
        return
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < deadline {
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }
}
