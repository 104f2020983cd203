import Content
import Typesetting

/// The search of the book as `S` has it, in memory: made when something is looked for first.
final class LineSearchIndex {
  private let book: Book
  private var index: SearchIndex?

  /// - Parameter book: one that is read whole.
  init(_ book: Book) { self.book = book }

  /// What answers a text, the best first; nothing where SQLite can make no index.
  func hits(for text: String) -> [SearchHit] {
    if index == nil, let made = try? SearchIndex(path: nil) {
      let owners = book.manifest.chapterIDs + [""]
      try? made.update(
        book, stamps: Dictionary(uniqueKeysWithValues: owners.map { ($0, "") }), formulas: .spoken)
      index = made
    }
    return (try? index?.hits(for: text, limit: 100)) ?? []
  }
}
