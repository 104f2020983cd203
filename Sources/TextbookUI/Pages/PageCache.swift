import Content
import Engine
import Typesetting

/// Remembers how blocks were laid out, so that a frame costs what is new on the screen. It never changes what is shown: a
/// layout is kept under everything that it depends on.
final class PageCache {
  private struct Entry {
    var revision: Int
    var layout: BlockLayout
  }

  /// What all entries have in common.
  private struct Setting: Hashable {
    var chapter: String
    var width: Int
    var margins: Margins
    var isASCII: Bool
    var hasFootnotes: Bool
    var isJustified: Bool
    var page: Int
  }

  private var setting: Setting?
  private var entries: [Int: Entry] = [:]
  private var indices: [String: (revision: Int, index: ChapterIndex)] = [:]
  private var folded: [Int: String] = [:]
  private var foldedFor: String?
  private var searched: [Int: SearchedLines] = [:]
  private var missing: (revision: Int, counts: [Profile.Kind: [String: Int]]) = (-1, [:])
  /// Blocks laid out so far, for tests.
  private(set) var layoutCount = 0
  /// More blocks than a reader passes in a while; beyond it the cache starts afresh.
  private static let capacity = 2000
  private static let indexCapacity = 100

  /// The chapter's index.
  func index(of chapter: Chapter, revision: Int) -> ChapterIndex {
    if let kept = indices[chapter.id], kept.revision == revision { return kept.index }
    if indices.count > Self.indexCapacity { indices = [:] }
    let index = ChapterIndex(chapter)
    indices[chapter.id] = (revision, index)
    return index
  }

  /// The layout of a block of the context's chapter.
  ///
  /// - Parameters:
  ///   - page: a number that differs whenever the page has other blocks.
  ///   - revision: a number that differs whenever the block would look different in the same width.
  func layout(of block: Int, in context: PageContext, page: Int, revision: Int) -> BlockLayout {
    let wanted = Setting(
      chapter: context.chapter.id, width: context.width, margins: context.margins, isASCII: context.isASCII,
      hasFootnotes: context.hasFootnotes, isJustified: context.isJustified, page: page)
    if setting != wanted || entries.count > Self.capacity {
      setting = wanted
      entries = [:]
      searched = [:]
    }
    if let entry = entries[block], entry.revision == revision { return entry.layout }
    let layout = context.chapter.layout(of: block, in: context)
    layoutCount += 1
    entries[block] = Entry(revision: revision, layout: layout)
    return layout
  }

  /// The lines of a block's layout as they are searched.
  func searchedLines(of block: Int, _ lines: [StyledLine]) -> SearchedLines {
    if let kept = searched[block], kept.isMade(of: lines) { return kept }
    let made = SearchedLines(lines)
    searched[block] = made
    return made
  }

  /// The first blocks of a page whose lines were not made ready for searching.
  func unsearched(of blockCount: Int, most count: Int) -> [Int] {
    Array((0..<blockCount).lazy.filter { self.searched[$0] == nil }.prefix(count))
  }

  /// How many values of the book each machine or model leaves empty.
  ///
  /// - Parameters:
  ///   - revision: a number that differs whenever the book has other values.
  ///   - count: how many profiles are looked at that were not yet; nil for all.
  /// - Returns: what is known of the kind, and whether that is all.
  func missingCounts(
    of kind: Profile.Kind, in workbook: Workbook, revision: Int, most count: Int? = nil
  ) -> (counts: [String: Int], isAll: Bool) {
    if missing.revision != revision { missing = (revision, [:]) }
    let known = missing.counts[kind] ?? [:]
    let open = workbook.library.profiles.values.filter { $0.kind == kind && known[$0.id] == nil }.map(\.id)
    if open.isEmpty { return (known, true) }
    let asked = Set(open.prefix(count ?? open.count))
    var found = workbook.missingCounts(of: kind, among: asked)
    for id in asked where found[id] == nil { found[id] = 0 }
    let counts = known.merging(found) { $1 }
    missing.counts[kind] = counts
    return (counts, asked.count == open.count)
  }

  /// Stands for what is shown otherwise than it is written: only its layout says whether something stands there.
  static let drawn = "\u{1}"

  /// The text of a block for searching, in lower case.
  func searchText(of block: Int, in chapter: Chapter, page: Int) -> String {
    let key = "\(page) \(chapter.id)"
    if foldedFor != key {
      foldedFor = key
      folded = [:]
    }
    if let text = folded[block] { return text }
    var text = ""
    chapter.blocks[block].walk { block in
      switch block {
      case .code(let code): text += code.text + " "
      case .figure(let figure): text += figure.lines.joined(separator: " ") + " "
      case .formula, .equation, .plot: text += Self.drawn
      default: break
      }
    }
    chapter.blocks[block].walk(inlines: { inline in
      if case .mathematics = inline { text += Self.drawn } else { text += inline.ownText }
    })
    text = LineSearch.folded(text.lowercased())
    folded[block] = text
    return text
  }
}
