import Content
import Dispatch
import Synchronization

/// The page of a chapter as a sequence of blocks, each of which is set when it is asked for.
///
/// ```swift
/// let document = Document(chapter)
/// let block = document.layout(3, in: context)          // the chapter's fourth block
/// let blank = document.blankLines(before: 3)
/// let pages = Document.printed(chapter, in: context)   // all of it, as `napkin show` prints it
/// ```
///
/// The indices are those of `Chapter.blocks`, so that `Anchor.block` and `Section.block` are places in a document.
/// Footnotes stand below the last block of their section.
public struct Document: Sendable {
  public let chapter: Chapter
  /// How many blocks there are.
  public let count: Int

  public init(_ chapter: Chapter) {
    self.chapter = chapter
    count = chapter.blocks.count
  }

  /// Sets one block; nothing for an index that there is not.
  public func layout(_ index: Int, in context: PageContext) -> BlockLayout {
    chapter.layout(of: index, in: context)
  }

  /// How many blank lines stand before a block.
  public func blankLines(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    guard chapter.blocks.indices.contains(index), chapter.blocks.indices.contains(index - 1) else { return 0 }
    return Spacing.blankLines(between: chapter.blocks[index - 1], and: chapter.blocks[index])
  }

  /// A chapter with everything open that a reader could open, its title first.
  ///
  /// - Parameter blocks: the part that is wanted, with the footnotes to which it refers; nil for the whole chapter.
  public static func printed(_ chapter: Chapter, blocks: Range<Int>? = nil, in context: PageContext)
    -> [StyledLine]
  {
    var context = context
    context.chapter = chapter
    context.isPrinted = true
    context.panel = nil
    if blocks == nil { context.tabulateAnchors() }
    // A part has its footnotes at its end.
    if blocks != nil { context.hasFootnotes = false }
    let document = Document(chapter)
    let wanted = (blocks ?? chapter.blocks.indices).clamped(to: chapter.blocks.indices)
    var result = BlockLayout()
    if blocks == nil && !document.beginsWithTitle && !chapter.title.isEmpty {
      let range = SourceRange(SourcePosition(line: 1), SourcePosition(line: 1))
      let title = Heading(level: 1, content: [.text(chapter.title)], number: chapter.number, range: range)
      result.append(Block.heading(title).layout(in: context))
    }
    let layouts = document.layouts(wanted, in: context)
    result.lines.reserveCapacity(layouts.reduce(wanted.count * 2) { $0 + $1.lines.count })
    for (index, layout) in zip(wanted, layouts) {
      let blank = index == wanted.lowerBound ? 1 : document.blankLines(before: index)
      // A comment, for one, shows nothing.
      if !layout.lines.isEmpty { result.append(layout, blankLines: blank) }
    }
    if blocks != nil {
      let notes = chapter.notesLayout(labels: chapter.footnoteLabels(in: wanted), in: context)
      if !notes.lines.isEmpty { result.append(notes, blankLines: 1) }
    }
    return result.lines
  }

  /// Sets many blocks, on all cores.
  private func layouts(_ blocks: Range<Int>, in context: PageContext) -> [BlockLayout] {
    let size = 16
    let starts = Array(stride(from: blocks.lowerBound, to: blocks.upperBound, by: size))
    let parts = Mutex([[BlockLayout]](repeating: [], count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { part in
      let end = min(starts[part] + size, blocks.upperBound)
      let layouts = (starts[part]..<end).map { layout($0, in: context) }
      parts.withLock { $0[part] = layouts }
    }
    return parts.withLock { Array($0.joined()) }
  }

  /// Whether one of the chapter's own headings is its title: the first of it, or one below a picture.
  public var beginsWithTitle: Bool {
    chapter.blocks.enumerated().contains { index, block in
      guard case .heading(let heading) = block, heading.level == 1 else { return false }
      return index == 0 || heading.content.plainText == chapter.title
    }
  }
}
