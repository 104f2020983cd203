import Content
import Engine
import Foundation
import Terminal
import Testing

@testable import TextbookUI

/// What is read of a chapter for a first page shows that page as the whole chapter does.
@Suite struct PartialChapterTests {
  private static let content = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Content").path

  /// The book with everything kept that is kept after a first start.
  private final class Shelf: Sendable {
    let cache = NSTemporaryDirectory() + "napkin-\(UUID().uuidString)"
    let loader: BookLoader
    let book: Book

    init() throws {
      loader = try BookLoader(folder: PartialChapterTests.content, cache: cache)
      book = loader.rest(of: try loader.open(chapter: nil))
    }

    deinit { try? FileManager.default.removeItem(atPath: cache) }
  }

  private func page(of book: Book, chapter: String, from block: Int, columns: Int, rows: Int) -> [String] {
    var state = ReaderState(
      book: book, chapterID: chapter, size: ScreenSize(columns: columns, rows: rows), seed: 1)
    state.top = PagePosition(block: block)
    let frame = Session(state).frame
    return frame.plainText(columns: columns).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
  }

  @Test(arguments: ["05-neural-computation", "06-network-architectures"])
  func aPageInTheMiddleIsTheSame(_ id: String) throws {
    let shelf = try Shelf()
    let count = try #require(shelf.book.chapters[id]).blocks.count
    var whole = try shelf.loader.open(chapter: id)
    whole.bibliography = shelf.book.bibliography
    #expect(whole.chapters[id]?.extent == .whole)
    for block in stride(from: 0, to: count, by: 13) {
      let opened = try shelf.loader.open(chapter: id, pageFrom: block)
      let part = try #require(opened.chapters[id])
      #expect(part.extent == (block == 0 ? .beginning : .part))
      #expect(part.calculators.count < 40)
      let size = block % 26 == 0 ? (100, 40) : (140, 45)
      let shown = page(of: opened, chapter: id, from: block, columns: size.0, rows: size.1)
      let expected = page(of: whole, chapter: id, from: block, columns: size.0, rows: size.1)
      #expect(shown == expected, "from block \(block)")
    }
  }

  @Test func aPartThatIsDamagedOrStaleIsReadFromTheFile() throws {
    let folder = NSTemporaryDirectory() + "napkin-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: Self.content, toPath: folder + "/book")
    let loader = try BookLoader(folder: folder + "/book", cache: folder + "/cache")
    _ = loader.rest(of: try loader.open(chapter: nil))
    let id = "05-neural-computation"
    #expect(try loader.open(chapter: id, pageFrom: 100).chapters[id]?.extent == .part)

    let parts = try FileManager.default.contentsOfDirectory(atPath: folder + "/cache").filter {
      $0.hasSuffix(".part")
    }
    #expect(parts.count >= 2)
    for name in parts {
      let file = URL(filePath: folder + "/cache/" + name)
      var data = try Data(contentsOf: file)
      for index in stride(from: data.count / 20, to: data.count, by: 997) { data[index] ^= 0x55 }
      try data.write(to: file)
    }
    #expect(try loader.open(chapter: id, pageFrom: 100).chapters[id]?.extent == .whole)

    for name in parts { try Data().write(to: URL(filePath: folder + "/cache/" + name)) }
    #expect(try loader.open(chapter: id, pageFrom: 100).chapters[id]?.extent == .whole)
  }

  @Test func sourcesAreNamedOnTheFirstPage() throws {
    let loader = try BookLoader(folder: Self.content)
    let book = try loader.open(chapter: "5", pageFrom: 0)
    #expect(book.bibliography["mlsysbook"]?.year == "2026")
    #expect(book.bibliography.count < 10)
  }
}
