import GRDB

/// Why the learner's record could not be opened, read or written. Nothing that it held is changed or deleted.
public struct RecordError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What sort of trouble it is.
  public enum Kind: String, Hashable, Sendable {
    /// Its folder can not be created.
    case folder
    /// The file can not be opened or written.
    case permission
    case diskFull
    /// The file is no SQLite database, or one of another program.
    case foreign
    case damaged
    /// A newer Napkin wrote it.
    case newer
    /// Another program kept it locked for longer than the timeout.
    case busy
    case other
  }

  public var kind: Kind
  /// One sentence that names the file and what was found.
  public var message: String
  /// What to do.
  public var advice: String

  public init(_ kind: Kind, _ message: String, advice: String) {
    self.kind = kind
    self.message = message
    self.advice = advice
  }

  public var description: String { "\(message) \(advice)" }
}

extension RecordError {
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self =
        error as? RecordError
        ?? RecordError(
          .other, "The learner's record \(path) could not be used: \(error).", advice: Self.moveAdvice)
      return
    }
    let reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init(
        .foreign, "\(path) is no SQLite database, so it can not be the learner's record.",
        advice: Self.moveAdvice)
    case .SQLITE_CORRUPT:
      self.init(
        .damaged, "The learner's record \(path) is damaged: \(reason).",
        advice: "It was left as it is. Restore a copy, or move it away and try `sqlite3 FILE .recover`.")
    case .SQLITE_FULL:
      self.init(
        .diskFull, "The disk is full: the learner's record \(path) could not be written.",
        advice: "Make room on that disk and try again; what was saved before is safe.")
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      self.init(
        .permission, "The learner's record \(path) can not be written: \(reason).",
        advice: "Make the file and its folder writable, or name another folder in XDG_DATA_HOME.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, "Another program keeps the learner's record \(path) locked.",
        advice: "Wait for it or end it, then try again.")
    default:
      self.init(
        .other, "The learner's record \(path) could not be used: \(reason).",
        advice: "Check the disk and the folder's permissions, then try again.")
    }
  }

  static let moveAdvice = "It was left as it is. Move it away, or name another folder in XDG_DATA_HOME."
}
