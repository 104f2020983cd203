import Foundation
import Testing

@testable import Engine

/// Every mistake that an author can make, with the message that is printed for it: a sheet and its diagnostics in each
/// file of `Errors`, with `---` between them.
struct ErrorCatalogueTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
    "Errors")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test func `The catalogue is there`() { #expect(Self.names.count >= 90) }

  @Test(arguments: names)
  func `The message is the expected one`(file: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(file), encoding: .utf8)
    let parts = text.components(separatedBy: "\n---\n")
    let found = Self.messages(for: parts[0])
    #expect(parts.count == 2)
    #expect(found == parts[parts.count - 1].trimmingCharacters(in: .newlines))
  }

  /// The diagnostics of a sheet as they are printed, one after the other.
  static func messages(for sheet: String) -> String {
    let library = TestLibrary.library
    var workbook = Workbook(library: library)
    workbook.add([
      Calculator(id: "other-cell", title: "", body: "let value = 3", units: library.units),
      Calculator(id: "sheet", title: "", body: sheet, units: library.units),
    ])
    return workbook.diagnostics(of: "sheet").map { $0.rendered(in: sheet) }.joined(separator: "\n")
  }
}
