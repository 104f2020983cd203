import Content
import Engine

/// Finds what a person calls by number or name, as `:` does: sections, figures, calculators, terms, machines and pages.
///
/// ```swift
/// PlaceFinder(book).place(named: "figure 5.13")?.chapter  // 05-neural-computation
/// PlaceFinder(book).place(named: "a100")?.chapter         // napkin:hardware/a100_80gb
/// ```
public struct PlaceFinder: Sendable {
  private let book: Book
  private let index: GoToIndex

  /// - Parameter book: one of which at least the outlines of all chapters are read.
  public init(_ book: Book) {
    self.book = book
    index = GoToIndex(GoToIndex.places(in: book, pages: Book.pages))
  }

  /// What is meant; nil where only letters in between or a longer number fit.
  public func place(named name: String) -> NamedPlace? {
    let query = NameQuery(name)
    if query.text.isEmpty { return nil }
    switch index.ranked(query, chapter: "", limit: 1).first {
    case .some(let best) where [.exact, .name, .words, .begins].contains(best.rank.tier):
      return place(of: best.item)
    default: return nil
    }
  }

  /// What there is of the kind of a number that nothing has: `Figures go from 5.1 to 5.30 and from 6.1 to 6.28.`
  public func numbers(ofKindIn name: String) -> String? {
    guard let kind = NameQuery(name).number?.kind, kind.count > 2 else { return nil }
    let items = index.items.filter { $0.number != nil && $0.numberedKind.hasPrefix(kind) }
    guard let label = items.first?.numberedKind, items.allSatisfy({ $0.numberedKind == label }) else {
      return nil
    }
    var ranges: [(chapter: String, first: String, last: String)] = []
    for item in items {
      guard let chapter = item.chapter, let number = item.number?.uppercased() else { continue }
      if ranges.last?.chapter == chapter {
        ranges[ranges.count - 1].last = number
      } else {
        ranges.append((chapter, number, number))
      }
    }
    let words = ranges.map { $0.first == $0.last ? $0.first : "\($0.first) to \($0.last)" }
    return "Of the kind “\(label)” there are: \(words.joined(separator: ", "))."
  }

  /// What else could have been meant, as one would type it.
  public func names(like name: String, limit: Int = 3) -> [String] {
    let query = NameQuery(name)
    var names: [String] = []
    func add(_ item: GoToItem) {
      let name = query.number == nil && !item.names.isEmpty || item.label.isEmpty ? item.title : item.label
      if !names.contains(name) { names.append(name) }
    }
    if let slip = Spelling.nearest(
      to: query.text.lowercased(), among: index.items.map { $0.title.lowercased() }),
      let item = index.items.first(where: { $0.title.lowercased() == slip })
    {
      add(item)
    }
    for (_, item) in index.ranked(query, chapter: "", limit: 20) where item.kind != "question" { add(item) }
    return Array(names.prefix(limit))
  }

  /// What one types for the chapters: `5`, `6`, `A`, and the id of one without a number.
  public var chapters: [String] {
    book.manifest.chapterIDs.compactMap { id in book.chapters[id].map { $0.number ?? id } }
  }

  private func place(of item: GoToItem) -> NamedPlace? {
    let name = item.label.isEmpty ? item.title : item.label
    switch item.goal {
    case .place(let destination):
      return NamedPlace(
        name: name, chapter: destination.chapter, anchor: destination.anchor,
        block: destination.position.block,
        isWhole: destination.anchor == nil && destination.position == PagePosition() && !item.isSection)
    case .term(let id):
      return NamedPlace(
        name: name, chapter: PageAddress("glossary").description, anchor: id, block: 0, isWhole: false)
    case .command: return nil
    }
  }
}

/// A place that was named.
public struct NamedPlace: Hashable, Sendable {
  /// As the book calls it: `Figure 5.13`, `5.4`, `Softmax`.
  public var name: String
  /// A chapter's id, or the address of a page that the program writes.
  public var chapter: String
  /// What stands there, where it has an id.
  public var anchor: String?
  /// The index of its block, where it has none.
  public var block: Int
  /// Whether the whole chapter or page is meant.
  public var isWhole: Bool

  /// A chapter as a whole, or a page.
  public init(whole chapter: String, name: String) {
    self.init(name: name, chapter: chapter, anchor: nil, block: 0, isWhole: true)
  }

  init(name: String, chapter: String, anchor: String?, block: Int, isWhole: Bool) {
    self.name = name
    self.chapter = chapter
    self.anchor = anchor
    self.block = block
    self.isWhole = isWhole
  }

  /// Its blocks in the chapter: a section to its end, else the one block; nil for the whole.
  public func blocks(in chapter: Chapter) -> Range<Int>? {
    if isWhole { return nil }
    let block = anchor.flatMap { id in chapter.anchors.first { $0.id == id }?.block } ?? block
    guard let index = chapter.sections.firstIndex(where: { $0.block == block }) else {
      return block..<min(block + 1, chapter.blocks.count)
    }
    let next = chapter.sections[(index + 1)...].first { $0.level <= chapter.sections[index].level }
    return block..<(next?.block ?? chapter.blocks.count)
  }

  /// Whether a section or the whole chapter is meant, and not one thing in it.
  func isSection(of chapter: Chapter) -> Bool {
    isWhole || chapter.sections.contains { anchor == nil ? $0.block == block : $0.id == anchor }
  }

  var destination: Destination {
    Destination(chapter: chapter, anchor: anchor, position: PagePosition(block: block))
  }

  /// Whether it stands in a chapter, and not on a page that the program writes.
  public var isInChapter: Bool { PageAddress(parsing: chapter) == nil }
}
