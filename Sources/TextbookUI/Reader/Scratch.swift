#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A note's text in a file of its own, for an editor.
struct Scratch {
  let path: String

  /// What follows in the file is not part of the note.
  private static let line = "----- What stands below is not kept: the paragraph that the note is about -----"
  private static let sizeLimit = 1 << 20

  /// Makes a file that only its owner can read; nil where none can be made.
  init?(_ draft: NoteDraft) {
    let text = "\(draft.note.text)\n\n\(Self.line)\n\(draft.paragraph)\n"
    guard let path = Self.write(text) else { return nil }
    self.path = path
  }

  /// Keeps a text that could not be kept elsewhere.
  ///
  /// - Returns: the path of its file.
  static func keep(_ text: String) -> String? { write(text + "\n") }

  /// What was written above the line; nil where the file can not be read.
  var text: String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    var all: [UInt8] = []
    while all.count < Self.sizeLimit {
      let count = fread(&bytes, 1, bytes.count, file)
      if count == 0 { break }
      all += bytes[..<count]
    }
    let lines = String(decoding: all, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { $0 != Self.line }.joined(separator: "\n").trimmed
  }

  func remove() { unlink(path) }

  private static func write(_ text: String) -> String? {
    var folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
    var template = Array("\(folder)/napkin-note-XXXXXX.md".utf8CString)
    let descriptor = mkstemps(&template, 3)
    guard descriptor >= 0, let file = fdopen(descriptor, "w") else { return nil }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    guard fclose(file) == 0, isWritten else {
      unlink(path)
      return nil
    }
    return path
  }
}
