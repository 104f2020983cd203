import Content
import Terminal
import Typesetting

/// Draws a state: a pure function of it. Only what is on the screen is laid out.
struct FrameBuilder {
  let state: ReaderState
  let page: Page

  var frame: Frame {
    let geometry = state.geometry
    let size = state.size
    if geometry.isTooSmall { return Self.tooSmall(size) }
    let status = StatusLine(state: state, target: focusedTarget)
    var body = text(geometry)
    var cursor: Frame.Position?
    if let help = state.help {
      body.rows = HelpView(state: state).rows(from: help.scroll)
    } else if state.contents.hasFocus, geometry.contentsCoverText {
      let view = ContentsView(state: state)
      body.rows = view.rows(width: geometry.textWidth)
      cursor = view.cursorRow.map { Frame.Position(row: geometry.textRow + $0, column: geometry.textColumn) }
    } else {
      cursor = body.cursor
      overlay(&body.rows, &cursor, geometry)
    }

    var rows = [TopLine(state: state, part: part(geometry)).line(width: size.columns)]
    rows.append(StyledLine(Self.rule(size.columns, state: state, pane: geometry.pane), Style(.frame)))
    let pane = geometry.pane > 0 ? ContentsView(state: state).rows(width: geometry.pane - 2) : []
    for row in 0..<geometry.textRows {
      var line = StyledLine()
      if geometry.pane > 0 {
        line = row < pane.count ? pane[row] : StyledLine()
        line = line.columns(0..<geometry.pane - 2).padded(to: geometry.pane - 1)
        line.append(state.isASCII ? "|" : "│", Style(.frame))
      }
      if row < body.rows.count, !body.rows[row].runs.isEmpty {
        line = line.padded(to: geometry.textColumn)
        line.append(body.rows[row])
      }
      rows.append(line.columns(0..<size.columns))
    }
    rows.append(status.line(width: size.columns))
    if let column = status.cursorColumn { cursor = Frame.Position(row: size.rows - 1, column: column) }
    if state.contents.hasFocus, geometry.pane > 0, let row = ContentsView(state: state).cursorRow {
      cursor = Frame.Position(row: geometry.textRow + row, column: 1)
    }
    return Frame(rows: rows, cursor: cursor.map { Self.inside($0, size) })
  }

  private static func inside(_ cursor: Frame.Position, _ size: ScreenSize) -> Frame.Position {
    Frame.Position(
      row: min(max(cursor.row, 0), size.rows - 1), column: min(max(cursor.column, 0), size.columns - 1))
  }

  private static func rule(_ columns: Int, state: ReaderState, pane: Int) -> String {
    let line = state.isASCII ? "-" : "─"
    guard pane > 0, pane <= columns else { return String(repeating: line, count: columns) }
    return String(repeating: line, count: pane - 1) + (state.isASCII ? "+" : "┬")
      + String(repeating: line, count: columns - pane)
  }

  private static func tooSmall(_ size: ScreenSize) -> Frame {
    let smallest = Geometry.smallest
    let text =
      "Too small: \(size.columns)x\(size.rows), at least \(smallest.columns)x\(smallest.rows) is needed"
    var rows: [StyledLine] = []
    for word in text.split(separator: " ") {
      if let last = rows.indices.last, rows[last].width + 1 + word.count <= size.columns {
        rows[last].append(" " + word)
      } else {
        rows.append(StyledLine(String(word.prefix(max(0, size.columns)))))
      }
    }
    rows.removeLast(max(0, rows.count - size.rows))
    while rows.count < size.rows { rows.append(StyledLine()) }
    return Frame(rows: rows)
  }

  private func part(_ geometry: Geometry) -> Double {
    page.partRead(from: state.top, rows: geometry.textRows)
  }

  private var focusedTarget: Target? {
    guard let focus = state.focus else { return nil }
    let targets = page.layout(focus.block).targets
    return targets.indices.contains(focus.target) ? targets[focus.target] : nil
  }

  // MARK: The text

  /// Rows of text with the focus and the matches marked, and where the cursor stands.
  private func text(_ geometry: Geometry) -> (rows: [StyledLine], cursor: Frame.Position?) {
    let places = page.rows(from: state.top, count: geometry.textRows)
    let search = state.search.flatMap { LineSearch($0.text) }
    var matches: [Int: [Match]] = [:]
    var rows: [StyledLine] = []
    for place in places {
      let layout = page.layout(place.block)
      guard layout.lines.indices.contains(place.line) else {
        rows.append(StyledLine())
        continue
      }
      var line = layout.lines[place.line].columns(0..<geometry.textWidth)
      if let search {
        if matches[place.block] == nil {
          matches[place.block] = search.matches(in: layout.lines).flatMap { $0 }
        }
        for match in matches[place.block] ?? [] where match.line == place.line {
          line = line.restyled(columns: match.columns, [.reverse], role: .caution)
        }
      }
      rows.append(line)
    }
    guard let spot = spot else { return (rows, nil) }
    guard let row = places.firstIndex(of: Page.Row(block: spot.block, line: spot.line)) else {
      return (rows, nil)
    }
    if spot.isMarked { rows[row] = rows[row].restyled(columns: spot.columns, [.reverse, .bold]) }
    let column = geometry.textColumn + min(spot.columns.lowerBound, geometry.textWidth - 1)
    return (rows, Frame.Position(row: geometry.textRow + row, column: column))
  }

  /// What has the focus on the page.
  private struct Spot {
    var block: Int
    var line: Int
    var columns: Range<Int>
    /// Whether it is shown in reverse; what is open shows its own mark.
    var isMarked: Bool
  }

  private var spot: Spot? {
    if let open = state.openQuestion, let block = page.index.questions[open.id] {
      let layout = page.layout(block)
      if open.isTyping, let cursor = layout.cursor {
        return Spot(
          block: block, line: cursor.line, columns: cursor.column..<cursor.column + 1, isMarked: false)
      }
      let wanted = Target.Action.option(question: open.id, index: state.questions[open.id]?.cursor ?? 0)
      let target =
        layout.targets.first { $0.action == wanted }
        ?? layout.targets.first { $0.action == .question(open.id) }
      return target.map { Spot(block: block, line: $0.line, columns: $0.columns, isMarked: false) }
    }
    if let panel = state.panel {
      guard let block = page.index.panels[panel.calculator] else { return nil }
      let layout = page.layout(block)
      if panel.entry != nil, let cursor = layout.cursor {
        return Spot(
          block: block, line: cursor.line, columns: cursor.column..<cursor.column + 1, isMarked: false)
      }
      let wanted = Target.Action.input(calculator: panel.calculator, name: panel.input ?? "")
      return layout.targets.first { $0.action == wanted }
        .map { Spot(block: block, line: $0.line, columns: $0.columns, isMarked: false) }
    }
    guard let focus = state.focus, let target = focusedTarget else { return nil }
    return Spot(block: focus.block, line: target.line, columns: target.columns, isMarked: true)
  }

  // MARK: Over the text

  private func overlay(_ rows: inout [StyledLine], _ cursor: inout Frame.Position?, _ geometry: Geometry) {
    var layout = BlockLayout()
    var start: Int?
    if state.popup != nil {
      let view = PopupView(state: state)
      let focusRow = page.row(of: state.focus, from: state.top, rows: geometry.textRows)
      layout = view.layout
      start = view.firstRow(avoiding: focusRow)
    } else if state.prompt?.index != nil {
      layout = OffersView(state: state).layout
    } else if state.prompt?.kind == .find {
      layout = HitsView(state: state).layout
    } else if let message = state.longMessage {
      layout = MessageView(message: message, state: state).layout
    } else {
      return
    }
    while rows.count < geometry.textRows { rows.append(StyledLine()) }
    let height = min(layout.lines.count, geometry.textRows)
    let first = start ?? geometry.textRows - height
    // A blank line sets what lies over the text off it.
    for row in [first - 1, first + height] where rows.indices.contains(row) { rows[row] = StyledLine() }
    for (index, line) in layout.lines.prefix(height).enumerated() { rows[first + index] = line }
    let isCovered = cursor.map {
      $0.row - geometry.textRow >= first - 1 && $0.row - geometry.textRow <= first + height
    }
    if let place = layout.cursor {
      cursor = Frame.Position(
        row: geometry.textRow + first + place.line, column: geometry.textColumn + place.column)
    } else if isCovered == true {
      cursor = nil
    }
  }
}
