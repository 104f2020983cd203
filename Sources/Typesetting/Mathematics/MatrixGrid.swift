/// The columns of a matrix, with the lines between its columns and rows.
struct MatrixGrid {
  /// Columns of space that a line between two columns takes, itself included.
  static let gapOfRule = 3

  /// Of each column, in columns of the page.
  private(set) var widths: [Int]
  private(set) var total = 0
  /// Where each column begins.
  private var starts: [Int] = []
  /// Where each line between columns stands, from the left.
  private var places: [Int] = []

  init(_ cells: [[LayoutBox]], _ matrix: MathMatrix, layout: MathLayout) {
    widths = Array(repeating: 0, count: cells.reduce(0) { max($0, $1.count) })
    for (row, boxes) in cells.enumerated() {
      for (column, box) in boxes.enumerated() where matrix.span(row: row, column: column) == nil {
        widths[column] = max(widths[column], box.width)
      }
    }
    for span in matrix.spans {
      let columns = inside(span)
      let room = columns.reduce(0) {
        $0 + widths[$1] + ($1 > span.column ? layout.gap(matrix, before: $1) : 0)
      }
      if let last = columns.last {
        widths[last] += max(0, cells[span.row][span.column].width - room)
      }
    }
    for column in widths.indices {
      if matrix.columnRules.contains(column) {
        places.append(column == 0 ? 0 : total + 1)
        total += column == 0 ? 2 : Self.gapOfRule
      } else if column > 0 {
        total += layout.gap(matrix, before: column)
      }
      starts.append(total)
      total += widths[column]
    }
    if matrix.columnRules.contains(widths.count), !widths.isEmpty {
      places.append(total + 1)
      total += 2
    }
  }

  private func inside(_ span: MathSpan) -> Range<Int> {
    min(span.column, widths.count)..<min(span.column + span.count, widths.count)
  }

  /// A row of cells with the lines between them.
  func line(_ row: Int, _ cells: [LayoutBox], _ matrix: MathMatrix, layout: MathLayout) -> LayoutBox {
    var placed: [(start: Int, box: LayoutBox)] = []
    var free = places
    var column = 0
    while column < cells.count {
      let span = matrix.span(row: row, column: column)
      let last = span.map { inside($0).upperBound - 1 } ?? column
      let width = starts[last] + widths[last] - starts[column]
      free.removeAll { $0 >= starts[column] && $0 < starts[column] + width }
      placed.append(
        (
          starts[column],
          cells[column].aligned(
            span?.alignment ?? layout.alignment(matrix, row: row, column: column), in: width)
        ))
      column = last + 1
    }
    let extent = LayoutBox.beside(cells)
    let rule = LayoutBox.column(
      Array(repeating: layout.isUnicode ? "│" : "|", count: extent.height), above: extent.baseline)
    placed += free.map { ($0, rule) }
    var end = 0
    return LayoutBox.beside(
      placed.sorted { $0.start < $1.start }.map { part in
        defer { end = part.start + part.box.width }
        return (part.start - end, part.box)
      })
  }

  /// A row with the lines between columns alone.
  func blank(_ form: MathForm) -> LayoutBox.Row {
    var row = LayoutBox.Row()
    for place in places {
      row.pad(to: place)
      row.append(.init(text: form == .unicode ? "│" : "|", width: 1))
    }
    return row
  }

  /// The line before a row, if there is one.
  func rules(before row: Int, of count: Int, _ matrix: MathMatrix, form: MathForm) -> [LayoutBox.Row] {
    let ranges = matrix.rowRules.filter { $0.row == row }.compactMap { rule -> Range<Int>? in
      guard let columns = rule.columns?.clamped(to: widths.indices) else { return 0..<total }
      guard let last = columns.last else { return nil }
      // It reaches the lines beside its columns.
      return max(0, starts[columns.lowerBound] - 1)..<min(total, starts[last] + widths[last] + 1)
    }
    guard !ranges.isEmpty else { return [] }
    func isCovered(_ place: Int) -> Bool { ranges.contains { $0.contains(place) } }
    let text = (0..<total).map { place -> String in
      let isPlace = places.contains(place)
      let left = isCovered(place - 1)
      let right = isCovered(place + 1)
      guard isPlace else { return isCovered(place) ? (form == .unicode ? "─" : "-") : " " }
      guard form == .unicode else { return left || right || isCovered(place) ? "+" : "|" }
      return Self.crossing(up: row > 0, down: row < count, left: left, right: right)
    }
    return [LayoutBox.Row(text: text.joined(), width: total)]
  }

  private static func crossing(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
    switch (up, down, left, right) {
    case (true, true, true, true): "┼"
    case (true, true, true, false): "┤"
    case (true, true, false, true): "├"
    case (true, false, true, true): "┴"
    case (false, true, true, true): "┬"
    case (true, false, true, false): "┘"
    case (true, false, false, true): "└"
    case (false, true, true, false): "┐"
    case (false, true, false, true): "┌"
    case (_, _, false, false): "│"
    default: "─"
    }
  }
}
