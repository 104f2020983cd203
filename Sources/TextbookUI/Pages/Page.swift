import Content
import Typesetting

/// A chapter as it is laid out for a state: made for one request or one frame. Only the blocks that are asked for are
/// laid out, so that its cost grows with the screen and not with the chapter.
struct Page {
  /// A row of the page: a line of a block, or of the gap after it.
  struct Row: Hashable {
    var block: Int
    var line: Int
  }

  let context: PageContext
  let index: ChapterIndex
  private let cache: PageCache
  private let pageRevision: Int
  private let revision: (BlockNeeds) -> Int

  init(_ state: ReaderState, width: Int, cache: PageCache) {
    context = state.context(width: width)
    self.cache = cache
    pageRevision = state.pageRevision
    index = cache.index(of: context.chapter, revision: pageRevision)
    revision = { state.revision(of: $0) }
  }

  var blockCount: Int { index.needs.count }

  func layout(_ block: Int) -> BlockLayout {
    guard index.needs.indices.contains(block) else { return BlockLayout() }
    return cache.layout(
      of: block, in: context, page: pageRevision, revision: revision(index.needs[block]))
  }

  /// The lines of a block and the gap after it; 0 for a block that shows nothing.
  func height(_ block: Int) -> Int {
    let lines = layout(block).lines.count
    return lines == 0 ? 0 : lines + index.gap(after: block)
  }

  /// The place `count` rows further down, never beyond the last row.
  func moved(_ start: PagePosition, down count: Int) -> PagePosition {
    var (block, line) = (start.block, start.line + max(0, count))
    while block < blockCount {
      let height = height(block)
      if line < height { return position(block, line) }
      line -= height
      block += 1
    }
    return end
  }

  /// The place `count` rows further up, never before the first row.
  func moved(_ start: PagePosition, up count: Int) -> PagePosition {
    var (block, line) = (min(start.block, max(0, blockCount - 1)), start.line - max(0, count))
    while line < 0, block > 0 {
      block -= 1
      line += height(block)
    }
    return line < 0 ? PagePosition() : position(block, line)
  }

  /// The last row of the page.
  private var end: PagePosition {
    var block = blockCount - 1
    while block >= 0 {
      let height = height(block)
      if height > 0 { return position(block, height - 1) }
      block -= 1
    }
    return PagePosition()
  }

  /// The highest place from which the rest of the page fits a screen of `rows`.
  func lastTop(rows: Int) -> PagePosition { moved(end, up: max(0, rows - 1)) }

  /// The place itself, or the nearest one above it from which the page fills the screen.
  func clamped(_ position: PagePosition, rows: Int) -> PagePosition {
    guard blockCount > 0 else { return PagePosition() }
    let position = settled(position)
    if self.rows(from: position, count: rows).count >= rows { return position }
    return lastTop(rows: rows)
  }

  /// A place that exists: inside the chapter, and on a line of its block.
  func settled(_ position: PagePosition) -> PagePosition {
    guard blockCount > 0 else { return PagePosition() }
    if position.block >= blockCount { return end }
    let block = max(0, position.block)
    let height = height(block)
    if position.line < height, position.line >= 0, position.block == block { return position }
    return self.position(block, min(max(position.line, 0), max(0, height - 1)))
  }

  /// The line of the place's block that its fraction means in this width.
  func restored(_ position: PagePosition) -> PagePosition {
    guard index.needs.indices.contains(position.block) else { return settled(position) }
    let height = height(position.block)
    let line = Int((position.fraction * Double(height)).rounded())
    return PagePosition(
      block: position.block, line: min(max(line, 0), max(0, height - 1)), fraction: position.fraction)
  }

  func position(_ block: Int, _ line: Int) -> PagePosition {
    let height = height(block)
    return PagePosition(
      block: block, line: line, fraction: height > 0 ? Double(line) / Double(height) : 0)
  }

  /// The rows of a screen that begins at `start`; fewer where the page ends.
  func rows(from start: PagePosition, count: Int) -> [Row] {
    var rows: [Row] = []
    var (block, line) = (start.block, start.line)
    while rows.count < count, block < blockCount {
      let height = height(block)
      while line < height, rows.count < count {
        rows.append(Row(block: block, line: line))
        line += 1
      }
      block += 1
      line = 0
    }
    return rows
  }

  /// How many rows `row` stands below `start`; nil when it is above, or further than `limit`.
  func distance(from start: PagePosition, to row: Row, limit: Int) -> Int? {
    if row.block < start.block || (row.block == start.block && row.line < start.line) { return nil }
    var distance = -start.line
    var block = start.block
    while block < row.block {
      distance += height(block)
      if distance > limit { return nil }
      block += 1
    }
    distance += row.line
    return distance <= limit ? distance : nil
  }

  /// The row of the screen from `start` on which a target stands; nil when it is not on it.
  func row(of focus: Focus?, from start: PagePosition, rows count: Int) -> Int? {
    guard let focus else { return nil }
    let targets = layout(focus.block).targets
    guard targets.indices.contains(focus.target) else { return nil }
    return distance(
      from: start, to: Row(block: focus.block, line: targets[focus.target].line), limit: count - 1)
  }

  /// The head of a table that stays at the top of a screen of `rows` when `row` is its first.
  func pinnedHeader(at row: Row, rows: Int) -> RepeatingHeader? {
    let header = layout(row.block).headers.first {
      row.line > $0.lines.lowerBound && row.line + $0.lines.count < $0.body.upperBound
    }
    guard let header, header.lines.count <= 4, header.lines.count < rows / 2 else { return nil }
    return header
  }

  /// Columns of the widest thing on a screen that do not fit it.
  func overflow(from start: PagePosition, rows count: Int) -> Int {
    let blocks = Set(rows(from: start, count: count).map(\.block))
    return blocks.reduce(0) { max($0, layout($1).overflow) }
  }

  /// The part of the chapter that a screen of `rows` from `start` has reached, from 0 to 1.
  func partRead(from start: PagePosition, rows count: Int) -> Double {
    let rows = rows(from: start, count: count)
    guard let last = rows.last, rows.count == count else { return 1 }
    let height = height(last.block)
    return index.part(
      before: last.block, fraction: height > 0 ? Double(last.line + 1) / Double(height) : 1)
  }
}
