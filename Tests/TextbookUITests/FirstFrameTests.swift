import Content
import Foundation
import Learning
import Terminal
import Testing

@testable import TextbookUI

/// The page on which the book was left is there before the book is read, and only where it is still that page.
@Suite struct FirstFrameTests {
  /// A copy of the fixture book with a record and a cache, which ends with the test.
  private final class Shelf {
    let path = NSTemporaryDirectory() + "napkin-\(UUID().uuidString)"
    var book: String { path + "/book" }
    var cache: String { path + "/cache/napkin/first-frame" }

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: FixtureBook.folder, toPath: book)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Reads with keys, as `napkin` without words does.
    func read(_ keys: String, columns: Int = 80) throws -> RecordingScreen {
      let screen = RecordingScreen(columns: columns, rows: 24, events: Key.keys(keys).map(Event.key))
      let options = Reader.Options(seed: 7, readsInBackground: false, firstFrame: cache)
      let record = path + "/record.sqlite"
      try Reader(loader: BookLoader(folder: book), options: options) { () throws(RecordError) in
        try Record(path: record)
      }.run(on: screen)
      return screen
    }

    /// The page shown before anything is read.
    func kept(columns: Int = 80, isUnicode: Bool = true) -> Frame? {
      let screen = RecordingScreen(columns: columns, rows: 24, isUnicode: isUnicode)
      return Reader.drawFirstFrame(file: cache, book: book, on: screen) ? screen.lastFrame : nil
    }
  }

  @Test(arguments: ["q", "jjjq", ":1.2<Enter>jq", "/larger batch change<Enter><Tab><Enter>a<Enter>q", "}q"])
  func isThatOfTheNextStart(_ keys: String) throws {
    let shelf = try Shelf()
    _ = try shelf.read(keys)
    let kept = try #require(shelf.kept())
    var next = try #require(try shelf.read("").lastFrame)
    next.cursor = nil
    #expect(kept.plainText(columns: 80) == next.plainText(columns: 80))
    #expect(kept.rows == next.rows)
  }

  @Test func isIgnoredOnAnotherScreen() throws {
    let shelf = try Shelf()
    _ = try shelf.read("q")
    #expect(shelf.kept(columns: 81) == nil)
    #expect(shelf.kept(isUnicode: false) == nil)
  }

  @Test(arguments: ["chapters/01-memory.md", "book.yaml"])
  func isIgnoredWhenAFileChanged(_ file: String) throws {
    let shelf = try Shelf()
    _ = try shelf.read("q")
    let path = shelf.book + "/" + file
    try (String(contentsOfFile: path, encoding: .utf8) + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
    #expect(shelf.kept() == nil)
  }

  @Test(arguments: ["", "nonsense", "napkin first frame 1 80x24 unicode \n\u{1E}\u{1F}\n"])
  func damageIsIgnored(_ text: String) throws {
    let shelf = try Shelf()
    _ = try shelf.read("q")
    let whole = try String(contentsOfFile: shelf.cache, encoding: .utf8)
    try text.write(toFile: shelf.cache, atomically: true, encoding: .utf8)
    #expect(shelf.kept() == nil)
    try String(whole.prefix(whole.count / 2)).write(toFile: shelf.cache, atomically: true, encoding: .utf8)
    #expect(shelf.kept() == nil)
  }
}
