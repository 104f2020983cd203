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
    pieces(of: chapter, blocks, in: context) { lines, _ in lines }.reduce(into: []) { lines, piece in
      if !lines.isEmpty { lines += repeatElement(StyledLine(), count: piece.blankLines) }
      lines += piece.content
    }
  }

  /// The same as text, each line as `write` adds it to the bytes, with a newline behind it; `write` gets the links out
  /// of the book on the line, too.
  public static func printed(
    _ chapter: Chapter, blocks: Range<Int>? = nil, in context: PageContext,
    as write: @escaping @Sendable (StyledLine, [LineLink], inout [UInt8]) -> Void
  ) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    // Lines become bytes where they were set, on all cores and while they are at hand.
    let pieces = pieces(of: chapter, blocks, in: context) { lines, links in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(lines.count * context.width)
      for (index, line) in lines.enumerated() {
        write(line, links[index] ?? [], &bytes)
        bytes.append(newline)
      }
      return bytes
    }
    var text: [UInt8] = []
    text.reserveCapacity(pieces.reduce(0) { $0 + $1.content.count + $1.blankLines })
    for piece in pieces {
      if !text.isEmpty { text += repeatElement(newline, count: piece.blankLines) }
      text += piece.content
    }
    return text
  }

  /// Some blocks of a chapter as they are printed, and how many blank lines stand before them.
  private struct Piece<Content: Sendable>: Sendable {
    var blankLines: Int
    var content: Content
  }

  private static func pieces<Content>(
    of chapter: Chapter, _ blocks: Range<Int>?, in context: PageContext,
    _ content: @Sendable ([StyledLine], [Int: [LineLink]]) -> Content
  ) -> [Piece<Content>] {
    var context = context
    context.chapter = chapter
    context.isPrinted = true
    context.panel = nil
    if blocks == nil { context.tabulateAnchors() }
    // A part has its footnotes at its end.
    if blocks != nil { context.hasFootnotes = false }
    let document = Document(chapter)
    let wanted = (blocks ?? chapter.blocks.indices).clamped(to: chapter.blocks.indices)
    var pieces: [Piece<Content>] = []
    if blocks == nil && !document.beginsWithTitle && !chapter.title.isEmpty {
      let range = SourceRange(SourcePosition(line: 1), SourcePosition(line: 1))
      let title = Heading(level: 1, content: [.text(chapter.title)], number: chapter.number, range: range)
      pieces.append(
        Piece(blankLines: 0, content: content(Block.heading(title).layout(in: context).lines, [:])))
    }
    pieces += document.pieces(wanted, in: context, content)
    if blocks != nil {
      let notes = chapter.notesLayout(labels: chapter.footnoteLabels(in: wanted), in: context)
      if !notes.lines.isEmpty {
        pieces.append(Piece(blankLines: 1, content: content(notes.lines, notes.links)))
      }
    }
    return pieces
  }

  /// Sets many blocks, on all cores.
  private func pieces<Content>(
    _ blocks: Range<Int>, in context: PageContext,
    _ content: @Sendable ([StyledLine], [Int: [LineLink]]) -> Content
  ) -> [Piece<Content>] {
    let size = 16
    let starts = Array(stride(from: blocks.lowerBound, to: blocks.upperBound, by: size))
    let pieces = Mutex([Piece<Content>?](repeating: nil, count: starts.count))
    DispatchQueue.concurrentPerform(iterations: starts.count) { part in
      var lines: [StyledLine] = []
      var links: [Int: [LineLink]] = [:]
      var blankLines = 0
      for index in starts[part]..<min(starts[part] + size, blocks.upperBound) {
        let layout = layout(index, in: context)
        // A comment, for one, shows nothing.
        if layout.lines.isEmpty { continue }
        let blank = index == blocks.lowerBound ? 1 : self.blankLines(before: index)
        if lines.isEmpty { blankLines = blank } else { lines += repeatElement(StyledLine(), count: blank) }
        for (line, found) in layout.links { links[lines.count + line] = found }
        lines += layout.lines
      }
      if lines.isEmpty { return }
      let piece = Piece(blankLines: blankLines, content: content(lines, links))
      pieces.withLock { $0[part] = piece }
    }
    return pieces.withLock { $0.compactMap(\.self) }
  }

  /// Whether one of the chapter's own headings is its title: one with its words, or the first block where no other
  /// heading stands as high.
  public var beginsWithTitle: Bool {
    let headings = chapter.blocks.enumerated().filter { _, block in
      if case .heading(let heading) = block { heading.level == 1 } else { false }
    }
    if headings.count == 1, headings[0].offset == 0 { return true }
    return headings.contains { _, block in block.inlineRuns.first?.plainText == chapter.title }
  }
}
