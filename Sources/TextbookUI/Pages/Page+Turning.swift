import Content
import Typesetting

/// Turning the page: where the screen begins that follows one, or goes before it.
extension Page {
  /// The rows that a screen shows, and those of one of its columns.
  struct ScreenRows {
    var page: Int
    var column: Int
    /// Rows that stay in sight when the page is turned.
    static let shownAgain = 2

    /// A turn moves at least as far where it can.
    var farEnough: Int { page / 2 }
    /// A turn that moved less would look as if nothing had happened.
    var least: Int { max(1, column / 4) }
  }

  /// The top of the next screen. What the foot of this one cuts of a drawing, a formula, a table or a calculator is whole
  /// on it where it fits. When that would make the turn after it one of a few rows, this one gives way to it.
  func turned(down top: PagePosition, _ screen: ScreenRows) -> PagePosition {
    let furthest = turn(from: top, screen)
    let most = rows(from: top, to: furthest.place, limit: screen.page)
    var best = (place: furthest.place, rows: min(most, turn(from: furthest.place, screen).rows))
    var up = 0
    while best.rows < screen.farEnough, up < most {
      up += 1
      let place = tidied(moved(furthest.place, up: up), screen)
      let moved = rows(from: top, to: place, limit: screen.page)
      if moved <= best.rows { break }
      let least = min(moved, turn(from: place, screen).rows)
      if least > best.rows { best = (place, least) }
    }
    return best.place
  }

  /// The top of the screen before; of what it shows, this one shows again what the head of a table would hide there.
  func turned(up top: PagePosition, _ screen: ScreenRows) -> PagePosition {
    let head = headRows(at: top, screen)
    let place = withoutEmptyFirst(
      moved(top, up: max(1, screen.page - max(ScreenRows.shownAgain, head))), screen)
    return place.isBefore(top) ? place : moved(top, up: 1)
  }

  /// As far as a turn goes at most, and by how many rows it has to move; as many as it likes where the page ends.
  private func turn(from top: PagePosition, _ screen: ScreenRows) -> (place: PagePosition, rows: Int) {
    let furthest = clamped(moved(top, down: max(1, screen.page - ScreenRows.shownAgain)), rows: screen.page)
    guard top.isBefore(furthest) else { return (top, .max) }
    let cut = cut(atFootOf: top, before: furthest, screen)
    let needed = cut.map { rows(from: top, to: $0, limit: screen.page) }
    if let cut, let needed, needed >= screen.least { return (cut, needed) }
    if rows(from: furthest, count: screen.page + 1).count <= screen.page { return (furthest, needed ?? .max) }
    let place = tidied(furthest, screen)
    guard top.isBefore(place) else { return (furthest, needed ?? screen.page) }
    return (place, needed ?? rows(from: top, to: place, limit: screen.page))
  }

  private func rows(from start: PagePosition, to end: PagePosition, limit: Int) -> Int {
    distance(from: start, to: Row(block: end.block, line: end.line), limit: limit) ?? 0
  }

  /// How many rows the head of a table takes at the top of a screen from `top`.
  private func headRows(at top: PagePosition, _ screen: ScreenRows) -> Int {
    pinnedHeader(at: Row(block: top.block, line: top.line), rows: screen.column)?.lines.count ?? 0
  }

  /// Where a screen has to begin that shows whole what the foot of the one from `top` cuts: the largest of these that fit.
  private func cut(atFootOf top: PagePosition, before furthest: PagePosition, _ screen: ScreenRows)
    -> PagePosition?
  {
    guard let last = rows(from: top, count: screen.page).last else { return nil }
    let cut = layout(last.block).kept
      .filter { $0.lowerBound <= last.line && last.line + 1 < $0.upperBound }
      .sorted { $0.count > $1.count }
    for lines in cut {
      // The head of a table takes the first rows of a screen that begins among its rows.
      let begin = position(last.block, lines.lowerBound)
      let head = headRows(at: begin, screen)
      let first = moved(begin, up: head)
      if head + lines.count <= screen.column, top.isBefore(first) {
        return first.isBefore(furthest) ? first : nil
      }
    }
    return nil
  }

  /// A top of a screen, or one a few rows above it, such that the head of a table hides nothing there that was not seen
  /// and nothing is cut that a few rows more show whole; without an empty row below the head.
  private func tidied(_ top: PagePosition, _ screen: ScreenRows) -> PagePosition {
    let row = Row(block: top.block, line: top.line)
    let header = pinnedHeader(at: row, rows: screen.column)
    let head = header?.lines.count ?? 0
    var top = moved(top, up: max(0, head - ScreenRows.shownAgain))
    let first = top.line + head
    let kept = layout(top.block).kept.filter { lines in
      lines.lowerBound < first && first < lines.upperBound && lines.count < screen.column - head
        && first - lines.lowerBound <= Self.fewLines && lines.lowerBound >= header?.lines.upperBound ?? 0
    }
    if let lower = kept.map(\.lowerBound).min() { top = moved(top, up: first - lower) }
    return withoutEmptyFirst(top, screen)
  }

  /// What is shown again rather than cut, in lines.
  private static let fewLines = 6

  /// The place itself, or the next one where only an empty line would stand below the head of a table.
  private func withoutEmptyFirst(_ top: PagePosition, _ screen: ScreenRows) -> PagePosition {
    let head = headRows(at: top, screen)
    let lines = layout(top.block).lines
    guard head > 0, lines.indices.contains(top.line + head),
      lines[top.line + head].text.allSatisfy({ " │|".contains($0) })
    else { return top }
    return clamped(moved(top, down: 1), rows: screen.page)
  }
}
