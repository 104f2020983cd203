import Engine

/// A place in the chapters that shows a calculator or a value of it.
public struct BookPlace: Hashable, Sendable {
  public var chapter: String
  /// The index of the block among the chapter's blocks.
  public var block: Int

  public init(chapter: String, block: Int) {
    self.chapter = chapter
    self.block = block
  }
}

extension Book {
  /// The paragraphs that show a value, in the order of the book.
  public func places(of name: String, in calculator: String) -> [BookPlace] {
    let full = "\(calculator).\(name)"
    var places: [BookPlace] = []
    for chapter in readChapters {
      for (block, live) in chapter.liveValues {
        let isOwn = live.calculator == calculator && live.expression == name
        guard isOwn || live.expression == full || live.expression.hasPrefix(full + " ") else { continue }
        let place = BookPlace(chapter: chapter.id, block: block)
        if places.last != place { places.append(place) }
      }
    }
    return places
  }

  /// Where a calculator stands: its panel, else the first paragraph with a number of it, else what folds it.
  public func place(ofCalculator id: String) -> BookPlace? {
    let home = homes[id].flatMap { chapters[$0] }
    guard let chapter = home ?? readChapters.first(where: { $0.calculators.contains { $0.id == id } }) else {
      return nil
    }
    if let anchor = chapter.anchors.first(where: { $0.id == id }) {
      return BookPlace(chapter: chapter.id, block: anchor.block)
    }
    if let use = chapter.liveValues.first(where: { $0.live.calculator == id }) {
      return BookPlace(chapter: chapter.id, block: use.block)
    }
    let folded = chapter.blocks.firstIndex { block in
      if case .moreNumbers(let more) = block { return more.calculators.contains(id) }
      return false
    }
    return BookPlace(chapter: chapter.id, block: folded ?? 0)
  }

  /// `Section 5.2, Model size`; the chapter's title where the block is in no section.
  public func title(of place: BookPlace) -> String {
    guard let chapter = chapters[place.chapter] else { return place.chapter }
    guard let section = chapter.sections.last(where: { $0.block <= place.block && $0.level >= 2 }) else {
      return chapter.title
    }
    return section.number.map { "§\($0) \(section.title)" } ?? section.title
  }

  /// `§5.2`; nil where no section has a number.
  func sectionNumber(of place: BookPlace) -> String? {
    chapters[place.chapter]?.sections.last { $0.block <= place.block && $0.number != nil }?.number.map {
      "§\($0)"
    }
  }

  /// The chapters that are read, in the order of the book.
  var readChapters: [Chapter] { manifest.chapterIDs.compactMap { chapters[$0] } }
}
