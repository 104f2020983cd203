import Content

/// The lines of the contents: parts, chapters, the sections of the chapter that is open, and the parts of the section that
/// is read.
struct ContentsList: Sendable {
  struct Item: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case part, chapter, section, subsection }
    var kind: Kind
    var label: String
    var title: String
    var destination: Destination?
    /// Whether the reader is in it.
    var isPresent = false
    /// Whether it was read to its end.
    var isRead = false
    /// Whether some of what stands in it was.
    var isPartRead = false
    /// Of a chapter that was begun, how many of how many sections were read: `3/9`.
    var count: String?
    /// What is done of a chapter.
    var marks: ChapterMarks?
  }

  let items: [Item]

  init(_ state: ReaderState) {
    var items: [Item] = []
    let book = state.book
    let hasParts = book.manifest.parts.count > 1
    let present = state.chapter.section(at: state.top.block, levels: 2...2)
    let subsection = state.chapter.section(at: state.top.block, levels: 2...3)
    for part in book.manifest.parts {
      if hasParts {
        items.append(
          Item(
            kind: .part, label: "", title: part.title,
            destination: part.introductionID.map { Destination(chapter: $0) },
            isPresent: part.introductionID == state.chapterID))
      }
      for id in part.chapters {
        let read = state.sectionsRead[id] ?? []
        let chapter = book.chapters[id]
        let isOpen = id == state.chapterID
        items.append(
          Item(
            kind: .chapter, label: chapter.map { $0.number ?? "" } ?? Self.number(of: id),
            title: chapter?.title ?? Self.title(of: id), destination: Destination(chapter: id),
            isPresent: isOpen, isRead: chapter.map { Self.isRead($0, state) } ?? false,
            count: chapter.flatMap { Self.count($0, read) },
            marks: chapter.map { state.marks(of: $0) }))
        guard isOpen, let chapter else { continue }
        var isInPresent = false
        for section in chapter.sections where section.level == 2 || section.level == 3 {
          if section.level == 2 { isInPresent = section.block == present?.block }
          if section.level == 3, !isInPresent { continue }
          items.append(
            Item(
              kind: section.level == 2 ? .section : .subsection, label: section.number ?? "",
              title: section.title,
              destination: Destination(chapter: id, position: PagePosition(block: section.block)),
              isPresent: section.block == (section.level == 2 ? present : subsection)?.block,
              isRead: section.id.map(read.contains) ?? false,
              isPartRead: Self.isPartRead(section, in: chapter, read)))
        }
      }
    }
    self.items = items
  }

  /// The line of the section that is read, else of the chapter.
  var present: Int { items.lastIndex { $0.isPresent } ?? 0 }

  /// Whether all sections of a chapter were read to their end.
  private static func isRead(_ chapter: Chapter, _ state: ReaderState) -> Bool {
    guard let read = state.sectionsRead[chapter.id] else { return false }
    let sections = chapter.sections.filter { $0.level == 2 }.compactMap(\.id)
    return !sections.isEmpty && sections.allSatisfy(read.contains)
  }

  /// Whether a section inside it was read to its end.
  private static func isPartRead(_ section: Section, in chapter: Chapter, _ read: Set<String>) -> Bool {
    if read.isEmpty { return false }
    let inside = chapter.sections.drop { $0.block <= section.block }.prefix { $0.level > section.level }
    return inside.contains { $0.id.map(read.contains) ?? false }
  }

  private static func count(_ chapter: Chapter, _ read: Set<String>) -> String? {
    if read.isEmpty { return nil }
    let sections = chapter.sections.filter { $0.level == 2 }.compactMap(\.id)
    let number = sections.count(where: read.contains)
    return (1..<max(1, sections.count)).contains(number) ? "\(number)/\(sections.count)" : nil
  }

  /// The number in the name of a chapter's file that is not read yet.
  private static func number(of id: String) -> String {
    Int(id.prefix { $0.isNumber }).map(String.init) ?? ""
  }

  private static func title(of id: String) -> String {
    let words = id.drop { $0.isNumber }.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
