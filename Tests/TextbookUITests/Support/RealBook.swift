import Content
import Foundation
import Terminal

@testable import TextbookUI

/// The book that this program comes with.
enum RealBook {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Content").path

  static let whole = Result {
    let loader = try BookLoader(folder: folder)
    return loader.rest(of: try loader.open(chapter: nil)).linkingTerms()
  }

  static func session(chapter: String, columns: Int = 80, rows: Int = 24) throws -> Session {
    Session(
      ReaderState(
        book: try whole.get(), chapterID: chapter, size: ScreenSize(columns: columns, rows: rows), seed: 1))
  }
}
