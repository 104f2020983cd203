import Typesetting

/// The contents: a pane at the left, or on a narrow screen in place of the text.
struct ContentsView {
  private let list: ContentsList
  private let geometry: Geometry
  private let isASCII: Bool
  /// The line that the keys or the reader are on.
  private let cursor: Int
  private let hasFocus: Bool
  private let chapter: String
  /// The first line that is shown, if the wheel moved the list.
  private let scrolled: Int?

  init(state: ReaderState) {
    list = ContentsList(state)
    geometry = state.geometry
    isASCII = state.isASCII
    hasFocus = state.contents.hasFocus
    chapter = state.chapterID
    cursor = min(hasFocus ? state.contents.cursor : list.present, max(0, list.items.count - 1))
    if let scroll = state.contents.scrolled, scroll.chapter == chapter, scroll.cursor == cursor {
      scrolled = scroll.first
    } else {
      scrolled = nil
    }
  }

  /// The first item that is shown: the cursor stays in the middle of a long list.
  private var first: Int { inside(scrolled ?? cursor - geometry.textRows / 2) }

  private func inside(_ line: Int) -> Int { max(0, min(line, list.items.count - geometry.textRows)) }

  /// The list moved by so many lines, and no further than it goes.
  func scrolled(by lines: Int) -> ContentsScroll {
    ContentsScroll(chapter: chapter, cursor: cursor, first: inside(first + lines))
  }

  /// The row of the cursor among the rows of text.
  var cursorRow: Int? { list.items.isEmpty ? nil : cursor - first }

  /// What the line of the cursor says in full, where it is cut.
  var cutTitle: String? {
    guard list.items.indices.contains(cursor) else { return nil }
    let item = list.items[cursor]
    // Two columns may go to the arrows.
    let width = (geometry.pane > 0 ? geometry.pane - 2 : geometry.textWidth) - 2
    guard line(item, width: width).text.contains(isASCII ? "..." : "…") else { return nil }
    return [item.label, item.title].filter { !$0.isEmpty }.joined(separator: " ")
  }

  func rows(width: Int) -> [StyledLine] {
    let shown = list.items.indices.dropFirst(first).prefix(geometry.textRows)
    return shown.map { index in
      // Arrows say that the list goes on.
      let isFirst = index == shown.first && index > 0
      let isLast = index == shown.last && index + 1 < list.items.count
      let arrow = isFirst ? (isASCII ? " ^" : " ↑") : isLast ? (isASCII ? " v" : " ↓") : ""
      let line = line(list.items[index], width: width - arrow.count).appending(
        StyledLine(arrow, Style(.faint)))
      return hasFocus && index == cursor ? line.restyled(columns: 0..<width, [.reverse, .bold]) : line
    }
  }

  private func line(_ item: ContentsList.Item, width: Int) -> StyledLine {
    let mark = item.isRead ? readMark : item.isPartRead ? partMark : StyledLine(" ")
    var line = item.kind == .chapter ? (item.isRead ? readMark : StyledLine(" ")) : StyledLine(" ")
    if item.kind == .section || item.kind == .subsection {
      if item.isPresent { line = StyledLine(isASCII ? ">" : "▸", Style(.callout, .bold)) }
      line.append(mark)
      line.append(item.kind == .section ? " " : "   ")
    }
    switch item.kind {
    case .part: line.append(item.title, Style(.faint))
    case .chapter:
      let label = String(repeating: " ", count: max(0, 2 - item.label.count)) + item.label
      line.append(label + "  ", Style(.label))
      line.append(item.title, item.isPresent ? Style(.heading) : Style(.body))
    case .section, .subsection:
      line.append(item.label.isEmpty ? "" : item.label + " ", Style(.label))
      line.append(item.title, Style(.body, item.isPresent ? .bold : []))
    }
    let ellipsis = isASCII ? "..." : "…"
    let marks = item.marks.flatMap { $0.isBegun ? $0.text(isASCII: isASCII) : nil }
    let done = [item.count, marks].compactMap(\.self).joined(separator: " ")
    if !done.isEmpty {
      let text = StyledLine(" " + done + " ", Style(.label))
      let room = max(1, width - text.width)
      return line.clipped(to: room, marker: ellipsis).padded(to: room).appending(text)
    }
    return line.clipped(to: width, marker: ellipsis).padded(to: width)
  }

  private var partMark: StyledLine { StyledLine(isASCII ? "~" : "◐", Style(.label)) }
  private var readMark: StyledLine { StyledLine(isASCII ? "v" : "✓", Style(.right)) }

  /// Whether a place on the screen belongs to the contents.
  func covers(column: Int, row: Int) -> Bool {
    guard row >= geometry.textRow, row < geometry.textRow + geometry.textRows else { return false }
    if geometry.pane > 0 { return column < geometry.pane }
    return hasFocus
  }

  /// The item on a row of the screen.
  func item(at row: Int) -> Int? {
    let index = first + row - geometry.textRow
    return list.items.indices.contains(index) ? index : nil
  }
}
