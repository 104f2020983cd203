import Dispatch
import Engine

/// Books of which not everything can be held: their chapters are outlines, and a chapter is read when it is visited.
extension BookLoader {
  /// How many chapters of a large book are here as a whole.
  private static let visitedLimit = 8

  /// The book with the text and the calculators of a chapter that was known by its outline.
  public func complete(_ id: String, of book: Book) -> Book {
    var book = book
    let reader = chapterReader(book.workbook.library.units)
    let chapter = reader.read(id)
    book.chapters[id] = chapter
    book.chapters[id]?.findLiveValues()
    DispatchQueue.global(qos: .utility).async { reader.keep(chapter) }
    addCalculators(of: id, to: &book, reader)
    if book.visited.count > Self.visitedLimit {
      let left = book.visited.removeFirst()
      book.chapters[left] = book.chapters[left]?.outline
    }
    return book
  }

  /// A chapter with its text, whatever the book holds of it.
  public func chapter(_ id: String, of book: Book) -> Chapter? {
    guard let known = book.chapters[id], known.extent != .whole else { return book.chapters[id] }
    return chapterReader(book.workbook.library.units).read(id)
  }

  func isLarger(than limit: Int, _ reader: ChapterReader) -> Bool {
    var size = 0
    for id in manifest.chapterIDs {
      size += store.size(of: reader.file(of: id)) ?? 0
      if size > limit { return true }
    }
    return false
  }

  /// Adds to the workbook the calculators of a chapter that is here as a whole, and those of other chapters that they and
  /// its live values name.
  func addCalculators(of id: String, to book: inout Book, _ reader: ChapterReader) {
    guard let chapter = book.chapters[id] else { return }
    book.visited.removeAll { $0 == id }
    book.visited.append(id)
    let homes = book.homes
    var known = Set(book.workbook.calculatorIDs)
    let others = LibraryNeeds.calculators(namedIn: chapter) { name in
      guard let home = homes[name], known.insert(name).inserted else { return nil }
      return reader.read(home).calculators.first { $0.id == name }
    }
    book.workbook.add(chapter.calculators + others)
  }
}

extension Book {
  /// Makes this a large book, which knows of its calculators where they are.
  mutating func becomeLarge() {
    isLarge = true
    for (id, chapter) in chapters {
      for calculator in chapter.calculatorIDs + chapter.calculators.map(\.id) { homes[calculator] = id }
      chapters[id]?.calculatorIDs = []
    }
  }
}
