import Content
import Foundation
import Terminal

@testable import TextbookUI

/// The book in `Fixtures/book`, with calculators and figures.
enum FixtureBook {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/book").path

  static func book() throws -> Book {
    let loader = try BookLoader(folder: folder)
    return loader.rest(of: try loader.open(chapter: nil))
  }

  static func session(columns: Int = 80, rows: Int = 24) throws -> Session {
    Session(
      ReaderState(
        book: try book(), chapterID: "01-memory", size: ScreenSize(columns: columns, rows: rows), seed: 1))
  }
}
