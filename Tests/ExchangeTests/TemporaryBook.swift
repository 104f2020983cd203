import Content
import Foundation

/// A folder with the files of a book, removed when it is no longer used.
final class TemporaryBook {
  let folder: String

  init(_ files: [String: String]) throws {
    folder = NSTemporaryDirectory() + "napkin-test-" + UUID().uuidString
    for (path, text) in files {
      let file = URL(fileURLWithPath: folder + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// A book of one chapter.
  convenience init(chapter: String, questions: String? = nil, sources: String = "") throws {
    var files = [
      "book.yaml":
        "id: small\ntitle: A small book\nparts:\n  - {id: one, title: One, chapters: [01-first]}\n",
      "chapters/01-first.md": chapter,
    ]
    if let questions { files["questions/01-first.md"] = questions }
    if !sources.isEmpty { files["references.yaml"] = sources }
    try self.init(files)
  }

  func read() throws -> Book {
    let loader = try BookLoader(folder: folder)
    return loader.rest(of: try loader.open(chapter: nil))
  }

  /// What checking it finds, one line each.
  func findings(_ severity: Finding.Severity? = nil) throws -> [String] {
    BookCheck(try read()).findings.filter { severity == nil || $0.severity == severity }.map {
      "\($0.file):\($0.position.line): \($0.message)"
    }
  }
}
