import Content
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
