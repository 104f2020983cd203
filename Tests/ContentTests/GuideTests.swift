import Engine
import Foundation
import Testing

@testable import Content

/// The examples of the guide for authors are a complete book without a fault.
@Suite struct GuideTests {
  static let guide = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Content/README.md").path

  /// The files that the guide shows: a line with the name in bold code, then a listing.
  static func examples() throws -> [String: String] {
    var files: [String: String] = [:]
    var (name, fence): (String?, String?) = (nil, nil)
    for line in try String(contentsOfFile: guide, encoding: .utf8).components(separatedBy: "\n") {
      if let open = fence, let file = name {
        if line == open {
          (name, fence) = (nil, nil)
        } else {
          files[file, default: ""] += line + "\n"
        }
      } else if line.hasPrefix("**`"), line.hasSuffix("`**") {
        name = String(line.dropFirst(3).dropLast(3))
      } else if name != nil, line.hasPrefix("```") {
        fence = String(line.prefix { $0 == "`" })
      }
    }
    return files
  }

  @Test func examplesAreABook() throws {
    let files = try Self.examples()
    #expect(files.count >= 10, "the guide shows every kind of file")
    let folder = try TemporaryBook(files)
    let loader = try BookLoader(folder: folder.folder)
    let book = loader.rest(of: try loader.open(chapter: nil))
    let check = BookCheck(book)
    #expect(report(check.findings, withFile: true) == [])
    #expect(check.checkCount >= 7)
    #expect(Set(book.chapters.values.flatMap(\.questions).map(\.body.kind)).count == 8)
    #expect(book.workbook.library.profiles.count == 2)
    #expect(book.glossary.count == 1)
    #expect(book.bibliography.count >= 3)
  }
}
