import Typesetting

/// What stands between the contents and the right edge of a screen, row by row: columns of text with marks before them,
/// and the margin.
struct Body {
  /// One column of text after the other.
  var rows: [StyledLine]
  /// What stands before each of these rows.
  var marks: [StyledLine?]
  /// Columns by which each of these rows begins before the text.
  var outsets: [Int]
  /// What stands in the margin, from the first row of the screen on.
  var margin: [StyledLine] = []
  private let textRows: Int

  init(_ geometry: Geometry) {
    textRows = geometry.textRows
    rows = Array(repeating: StyledLine(), count: geometry.pageRows)
    marks = Array(repeating: nil, count: geometry.pageRows)
    outsets = Array(repeating: 0, count: geometry.pageRows)
  }

  /// Fills the first column with something else than the page.
  mutating func set(_ lines: [StyledLine]) {
    for (row, line) in lines.prefix(textRows).enumerated() { rows[row] = line }
  }

  /// Lays lines over a column of text; a blank line sets them off it. What is wider covers what stands at its right.
  mutating func cover(
    column: Int, from first: Int, with lines: some Sequence<StyledLine>, _ geometry: Geometry
  ) {
    let start = column * textRows
    let lines = Array(lines)
    let isWide = lines.contains { $0.width > geometry.textWidth }
    for row in first - 1...first + lines.count where (0..<textRows).contains(row) {
      let index = row - first
      rows[start + row] = lines.indices.contains(index) ? lines[index] : StyledLine()
      marks[start + row] = nil
      outsets[start + row] = 0
      guard isWide else { continue }
      if margin.indices.contains(row) { margin[row] = StyledLine() }
      for right in stride(from: start + textRows + row, to: rows.count, by: textRows) {
        rows[right] = StyledLine()
        marks[right] = nil
      }
    }
  }

  /// A row of the screen, after what stands at its left.
  func row(_ row: Int, after left: StyledLine, _ geometry: Geometry) -> StyledLine {
    var line = left
    for column in 0..<geometry.columnCount {
      let index = column * textRows + row
      let first = geometry.firstColumn(column) - outsets[index]
      if let mark = marks[index] {
        line = line.padded(to: first - 1 - (first > geometry.pane + 1 ? 1 : 0))
        line.append(mark)
      }
      if !rows[index].runs.isEmpty {
        line = line.padded(to: first)
        line.append(rows[index])
      }
    }
    if margin.indices.contains(row), !margin[row].runs.isEmpty {
      line = line.padded(to: geometry.marginColumn)
      line.append(margin[row])
    }
    return line
  }
}
