import Foundation
import Learning

/// The learner's record, as commands use it: what goes wrong is a failure with an exit status.
enum LearnerRecord {
  static var path: String { Record.defaultPath(environment: Program.environment) }

  /// The record, created where there is none.
  static func open() throws(Failure) -> Record {
    try reading { () throws(RecordError) in try Record(path: path) }
  }

  /// What to do about answers that could not be recorded.
  static let lossAdvice = "They are asked again when the record can be written."

  /// The record; nil where nothing was ever kept. A command that only reads leaves no file behind.
  ///
  /// - Throws: also where its folder can not be reached, so that nobody can tell whether there is one.
  static func openIfPresent() throws(Failure) -> Record? {
    if access(path, F_OK) != 0, errno == ENOENT { return nil }
    return try open()
  }

  /// The record; one of nothing, in memory, where nothing was ever kept.
  static func openOrEmpty() throws(Failure) -> Record {
    if let record = try openIfPresent() { return record }
    return try reading { () throws(RecordError) in try Record(path: ":memory:") }
  }

  static func reading<Result>(_ body: () throws(RecordError) -> Result) throws(Failure) -> Result {
    do throws(RecordError) { return try body() } catch { throw Failure(error) }
  }
}

extension Failure {
  init(_ error: RecordError) { self.init("io", error.message, advice: error.advice) }
}
