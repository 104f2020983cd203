import Content
import Foundation

/// Writes what `new` makes. A file that exists is never replaced.
enum NewFiles {
  /// Writes files into a folder, which is made, all or none where one exists already.
  static func write(_ files: [(name: String, text: String)], in folder: String) throws(Failure) {
    for (name, _) in files where FileNames.exists("\(folder)/\(name)") {
      throw failure("`\(folder)/\(name)` exists already", "choose another name; nothing was written")
    }
    for (name, text) in files {
      let path = "\(folder)/\(name)"
      do {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      } catch {
        throw failure("`\(path)` can not be written: its folder can not be made", "check the permissions")
      }
      try put(text, to: path, mode: O_CREAT | O_EXCL)
      try Output.line(path)
    }
  }

  /// Adds to the end of a file of a book, with an empty line before it.
  static func append(_ text: String, to file: String, in folder: String) throws(Failure) {
    let path = "\(folder)/\(file)"
    guard let old = FileManager.default.contents(atPath: path), !old.isEmpty else {
      return try write([(file, text)], in: folder)
    }
    let gap = old.suffix(2) == Data("\n\n".utf8) ? "" : old.last == UInt8(ascii: "\n") ? "\n" : "\n\n"
    let line = old.count { $0 == UInt8(ascii: "\n") } + gap.utf8.count + 1
    try put(gap + text, to: path, mode: O_APPEND)
    try Output.line("\(path):\(line)")
  }

  /// Adds a chapter to the list of a part in `book.yaml`.
  ///
  /// - Returns: false when the list is not written as one that a program can add to safely.
  static func list(_ chapter: String, inPart part: Part, of folder: String) throws(Failure) -> Bool {
    let path = "\(folder)/book.yaml"
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8),
      let last = part.chapters.last
    else { return false }
    // The list of the part is the one that ends with its last chapter.
    for mark in ["\(last)]", "\(last), ]", "\(last) ]"] {
      let places = text.ranges(of: mark)
      guard places.count == 1, let place = places.first else { continue }
      let changed = text.replacingCharacters(in: place, with: "\(last), \(chapter)]")
      do {
        try Data(changed.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
      } catch {
        throw failure("`\(path)` can not be written", "check the permissions")
      }
      if let loader = try? BookLoader(folder: folder), loader.manifest.chapterIDs.contains(chapter) {
        return true
      }
      try? data.write(to: URL(fileURLWithPath: path), options: .atomic)
    }
    return false
  }

  private static func put(_ text: String, to path: String, mode: Int32) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC | mode, 0o644)
    guard descriptor >= 0 else {
      throw failure("`\(path)` can not be written: \(String(cString: strerror(errno)))", "check the name")
    }
    defer { close(descriptor) }
    var text = text
    let isWhole = text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        done += count
      }
      return true
    }
    if !isWhole { throw failure("`\(path)` can not be written whole", "check the space on the disk") }
  }

  private static func failure(_ message: String, _ advice: String) -> Failure {
    Failure("io", message, advice: advice)
  }
}
