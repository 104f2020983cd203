import Content
import Foundation
import Terminal

/// What a reader's requests write to and read from files outside the book.
enum Files {
  /// Writes a text to a file that is not there yet.
  static func write(_ text: String, to path: String) -> Message {
    let path = expanded(path)
    guard !FileManager.default.fileExists(atPath: path) else {
      return Message(text: "There is a file \(path) already; choose another name.", isError: true)
    }
    return save(text, path)
      ?? Message(text: "Written to \(path)")
  }

  /// - Returns: why it can not be written.
  private static func save(_ text: String, _ path: String) -> Message? {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      return nil
    } catch {
      return Message(text: "\(path) can not be written: \(error.localizedDescription)", isError: true)
    }
  }

  static func scenario(_ path: String) -> Result<ScenarioFile, BookError> {
    Result { () throws(BookError) in try BookLoader.scenario(file: expanded(path)) }
  }

  /// Puts a text on the terminal's clipboard, and in a file where there is none.
  static func copy(_ text: String, on screen: any Screen, orTo file: String?) -> Message {
    let lines = text.split(separator: "\n").count
    let what = lines > 1 ? "\(lines) lines" : text.trimmed
    if screen.copy(text) { return Message(text: "Copied: \(what)") }
    guard let file else { return Message(text: "This terminal has no clipboard.", isError: true) }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return save(text, file) ?? Message(text: "This terminal has no clipboard; it is in \(file)")
  }

  /// With the home folder for `~`.
  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return NSHomeDirectory() + path.dropFirst(1)
  }
}
