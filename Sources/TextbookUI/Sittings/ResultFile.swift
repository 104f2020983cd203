import Content
import Engine
import Foundation
import Learning

/// Where the result of an exam goes, and what it is signed with.
public struct ResultFile: Hashable, Sendable {
  public var path: String
  /// The instructor's; nil leaves it unsigned.
  public var key: [UInt8]?
  /// Whether a file that is there gives way.
  public var replaces: Bool

  public init(path: String, key: [UInt8]? = nil, replaces: Bool = false) {
    self.path = path
    self.key = key
    self.replaces = replaces
  }

  /// Why a result can not be written there, tried before anyone takes an exam for it.
  ///
  /// - Returns: a sentence and what to do; nil where it can. Nothing is left behind.
  public func problem() -> (message: String, advice: String)? {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { return ("\(path) is a folder.", "Name a file in it.") }
      if !replaces { return (existsWords, Self.otherFile) }
    }
    let folder = (path as NSString).deletingLastPathComponent
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      return ("there is no folder \(folder) for the result.", "Create it, or name another file with -o.")
    }
    let trial = folder + "/.napkin-\(UUID().uuidString)"
    do {
      try Data("napkin".utf8).write(to: URL(fileURLWithPath: trial))
      try FileManager.default.removeItem(atPath: trial)
      return nil
    } catch {
      try? FileManager.default.removeItem(atPath: trial)
      return (
        "the result can not be written to \(path): \(error.localizedDescription)",
        "Make its folder writable, or name another file with -o."
      )
    }
  }

  /// Writes a result; once more the same one changes nothing.
  ///
  /// - Returns: why it could not be written.
  func write(_ result: ExamResult) -> String? {
    do {
      let data = try result.file(key: key)
      if !replaces, let before = FileManager.default.contents(atPath: path) {
        return before == data ? nil : "The result is not written: \(existsWords) \(Self.otherFile)"
      }
      try data.write(to: URL(fileURLWithPath: path), options: .atomic)
      return nil
    } catch {
      return "The result could not be written to \(path): \(error.localizedDescription)"
    }
  }

  private var existsWords: String { "\(path) exists already." }
  private static let otherFile = "Name another file with -o, or add --force to replace it."
}

extension ExamSitting {
  /// Grades the exam with the author's values, whatever the reader tries beside them.
  func authoredResult(_ book: Book, at time: Date) -> ExamResult {
    var authored = book
    if !authored.workbook.scenario.isEmpty { _ = authored.workbook.apply(Scenario()) }
    return result(book: authored, at: time)
  }
}
