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
    let status = status(geometry)
    var body = Body(geometry)
    var cursor: Frame.Position?
    if let help = state.help {
      body.set(HelpView(state: state).rows(from: help.scroll))
    } else if state.contents.hasFocus, geometry.contentsCoverText {
      let view = ContentsView(state: state)
      body.set(view.rows(width: geometry.textWidth))
      cursor = view.cursorRow.map { Frame.Position(row: geometry.textRow + $0, column: geometry.textColumn) }
    } else {
      cursor = fill(&body, geometry)
      if let overlay = overlay(geometry) { lay(overlay, over: &body, &cursor, geometry) }
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
      rows.append(body.row(row, after: line, geometry).columns(0..<size.columns))
    }
    rows.append(status.line(width: size.columns))
    if let column = status.cursorColumn { cursor = Frame.Position(row: size.rows - 1, column: column) }
    if state.contents.hasFocus, geometry.pane > 0, let row = ContentsView(state: state).cursorRow {
      cursor = Frame.Position(row: geometry.textRow + row, column: 1)
    }
    return Frame(rows: rows, cursor: cursor.map { Self.inside($0, size) })
  }

  private func status(_ geometry: Geometry) -> StatusLine {
    StatusLine(state: state, target: focusedTarget, targetText: focusedText, overflow: overflow(geometry))
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
    page.partRead(from: state.top, rows: geometry.pageRows)
  }

  /// Columns that the widest thing on the screen is wider than the text.
  private func overflow(_ geometry: Geometry) -> Int {
    page.overflow(from: state.top, rows: geometry.pageRows)
  }

  private var focusedTarget: Target? {
    guard let focus = state.focus else { return nil }
    let targets = page.layout(focus.block).targets
    return targets.indices.contains(focus.target) ? targets[focus.target] : nil
  }

  /// What stands on the page where the focus is: all lines of it, without the mark of a fold.
  private var focusedText: String {
    guard let focus = state.focus, let target = focusedTarget else { return "" }
    let layout = page.layout(focus.block)
    var text = ""
    for part in layout.targets.dropFirst(focus.target) {
      guard part.action == target.action, layout.lines.indices.contains(part.line) else { break }
      if !text.isEmpty, text.last != "-" { text += " " }
      text += layout.lines[part.line].columns(part.columns).text
    }
    if case .fold = target.action { return String(text.dropFirst(2)) }
    return text
  }

  // MARK: The text

  /// Puts the text with the focus and the matches marked into the body.
  ///
  /// - Returns: where the cursor stands.
  private func fill(_ body: inout Body, _ geometry: Geometry) -> Frame.Position? {
    let places = page.rows(from: state.top, count: geometry.pageRows)
    let search = state.search.flatMap { LineSearch($0.text) }
    var matches: [Int: [Match]] = [:]
    let marks = MarkColumn(state: state)
    for (row, place) in places.enumerated() {
      let layout = page.layout(place.block)
      body.marks[row] = marks.mark(beside: place.block, isInText: layout.lines.indices.contains(place.line))
      guard layout.lines.indices.contains(place.line) else { continue }
      var line = layout.lines[place.line].columns(0..<room(for: layout, geometry))
      body.outsets[row] = layout.outset
      if let search {
        if matches[place.block] == nil {
          matches[place.block] = search.matches(in: layout.lines).flatMap { $0 }
        }
        for match in matches[place.block] ?? [] where match.line == place.line {
          line = line.restyled(columns: match.columns, [.reverse], role: .caution)
        }
      }
      body.rows[row] = line
    }
    if geometry.margin > 0 {
      body.margin = MarginView(state: state, page: page, width: geometry.margin).rows(beside: places)
    }
    let spot = spot
    let spotRow = spot.flatMap { spot in
      places.firstIndex(of: Page.Row(block: spot.block, line: spot.line))
    }
    repeatHeaders(&body, places, geometry, spotRow: spotRow)
    guard let spot, let row = spotRow else { return nil }
    if spot.isMarked { body.rows[row] = body.rows[row].restyled(columns: spot.columns, [.reverse, .bold]) }
    let layout = page.layout(spot.block)
    let column =
      geometry.firstColumn(row / geometry.textRows) - layout.outset
      + min(spot.columns.lowerBound, room(for: layout, geometry) - 1)
    return Frame.Position(row: geometry.textRow + row % geometry.textRows, column: column)
  }

  /// Keeps the header of a table that began above in view while its rows scroll.
  private func repeatHeaders(
    _ body: inout Body, _ places: [Page.Row], _ geometry: Geometry, spotRow: Int?
  ) {
    for first in stride(from: 0, to: places.count, by: geometry.textRows) {
      let place = places[first]
      guard let header = page.pinnedHeader(at: place, rows: geometry.textRows) else { continue }
      let layout = page.layout(place.block)
      // What the reader looks at is never covered.
      if let spotRow, (first..<first + header.lines.count).contains(spotRow) { continue }
      for (offset, line) in header.lines.enumerated() {
        body.rows[first + offset] = layout.lines[line].columns(0..<room(for: layout, geometry))
        body.outsets[first + offset] = layout.outset
      }
      let line = place.line + header.lines.count
      let below = first + header.lines.count..<min(first + geometry.textRows, places.count)
      if let name = header.name(at: line) {
        body.rows.replaceSubrange(below, with: name.placed(on: Array(body.rows[below]), from: line))
      }
    }
  }

  /// Columns that the lines of a block may take, with the margins that it stands in.
  private func room(for layout: BlockLayout, _ geometry: Geometry) -> Int {
    geometry.textWidth + layout.outset + geometry.margins.right
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

  /// Something that lies over the page.
  private struct Overlay {
    var layout: BlockLayout
    /// The column of text on which it begins, and the screen's column.
    var column: Int
    var firstColumn: Int
    /// The row of the text on which it begins, and how many it takes.
    var firstRow: Int
    var height: Int
  }

  private func overlay(_ geometry: Geometry) -> Overlay? {
    var layout = BlockLayout()
    var start: Int?
    var place = geometry.overlay(
      avoiding: page.row(of: state.focus, from: state.top, rows: geometry.pageRows))
    if state.popup != nil {
      let view = PopupView(state: state)
      layout = view.layout
      start = view.firstRow(avoiding: place.focusRow)
    } else if state.prompt?.index != nil {
      let view = OffersView(state: state)
      layout = view.layout
      if view.width > geometry.textWidth { place = (0, geometry.textColumn, nil) }
    } else if state.prompt?.kind == .find {
      layout = HitsView(state: state).layout
    } else if state.naming != nil {
      layout = MarksView(state: state).layout
    } else if let message = state.longMessage {
      layout = MessageView(message: message, state: state).layout
    } else if state.isGreeting {
      layout = GreetingView(state: state).layout
    } else {
      return nil
    }
    let height = min(layout.lines.count, geometry.textRows)
    return Overlay(
      layout: layout, column: place.index, firstColumn: place.firstColumn,
      firstRow: start ?? geometry.textRows - height, height: height)
  }

  private func lay(
    _ overlay: Overlay, over body: inout Body, _ cursor: inout Frame.Position?, _ geometry: Geometry
  ) {
    let (first, height) = (overlay.firstRow, overlay.height)
    body.cover(column: overlay.column, from: first, with: overlay.layout.lines.prefix(height), geometry)
    let isCovered = cursor.map {
      $0.row - geometry.textRow >= first - 1 && $0.row - geometry.textRow <= first + height
        && $0.column >= overlay.firstColumn && $0.column < overlay.firstColumn + geometry.textWidth
    }
    if let spot = overlay.layout.cursor {
      cursor = Frame.Position(
        row: geometry.textRow + first + spot.line, column: overlay.firstColumn + spot.column)
    } else if isCovered == true {
      cursor = nil
    }
  }

  // MARK: Keys that are named

  /// What the key that is named at a place of the screen asks for; nil where none is.
  func request(row: Int, column: Int) -> Request? {
    let geometry = state.geometry
    if geometry.isTooSmall { return nil }
    if row == state.size.rows - 1 {
      return request(
        for: status(geometry).keys(width: state.size.columns), at: Place(line: 0, column: column))
    }
    if state.help != nil || ContentsView(state: state).covers(column: column, row: row) { return nil }
    if let overlay = overlay(geometry) {
      let place = Place(
        line: row - geometry.textRow - overlay.firstRow, column: column - overlay.firstColumn)
      return request(for: overlay.layout.keys, at: place)
    }
    let place = geometry.textPlace(row: row, column: column)
    let rows = page.rows(from: state.top, count: geometry.pageRows)
    guard rows.indices.contains(place.row) else { return nil }
    let layout = page.layout(rows[place.row].block)
    return request(
      for: layout.keys, at: Place(line: rows[place.row].line, column: place.column + layout.outset))
  }

  private func request(for keys: [KeyHint], at place: Place) -> Request? {
    let hint = keys.first { $0.line == place.line && $0.columns.contains(place.column) }
    guard let key = hint.flatMap({ Key(named: $0.key) }) else { return nil }
    let request = state.keys.request(for: key, in: state.place)
    // A frame that says the standard keys means what they ask for.
    if case .unknown = request { return KeyTable.standard.request(for: key, in: state.place) }
    return request
  }
}
