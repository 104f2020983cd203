import Content
import Engine
import Foundation
import Learning

/// Where the result of an exam goes, and what it is signed with.
public struct ResultFile: Hashable, Sendable {
  public var path: String
  /// The instructor's; nil leaves it unsigned.
  public var key: [UInt8]?

  public init(path: String, key: [UInt8]? = nil) {
    self.path = path
    self.key = key
  }

  /// Writes a result.
  ///
  /// - Returns: why it could not be written.
  func write(_ result: ExamResult) -> String? {
    do {
      try result.file(key: key).write(to: URL(fileURLWithPath: path), options: .atomic)
      return nil
    } catch {
      return "The result could not be written to \(path): \(error.localizedDescription)"
    }
  }
}

extension ExamSitting {
  /// Grades the exam with the author's values, whatever the reader tries beside them.
  func authoredResult(_ book: Book, at time: Date) -> ExamResult {
    var authored = book
    if !authored.workbook.scenario.isEmpty { _ = authored.workbook.apply(Scenario()) }
    return result(book: authored, at: time)
  }
}
