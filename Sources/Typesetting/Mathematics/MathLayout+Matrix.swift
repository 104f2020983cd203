/// Rows and columns.
extension MathLayout {
  func matrix(_ matrix: MathMatrix, _ style: Style, width: Int? = nil) -> LayoutBox {
    let cellStyle: Style =
      switch matrix.kind {
      case .aligned, .gathered: style
      case .matrix, .cases: style.inner
      case .small: .script
      }
    var tags: [String] = []
    var rows = matrix.rows.map { row in
      row.enumerated().map { column, cell in
        // What stands before `&` has operators and relations as neighbours.
        box(matrix.kind == .aligned && column % 2 == 1 ? [.group([])] + cell : cell, cellStyle)
      }
    }
    for row in matrix.rows {
      var words = ""
      for case .tag(let tag) in row.joined() { words = tag }
      tags.append(words)
    }
    let columnCount = rows.reduce(0) { max($0, $1.count) }
    guard columnCount > 0 else { return .empty }
    var widths = Array(repeating: 0, count: columnCount)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.width) }
    }
    if let width, matrix.kind == .aligned, columnCount == 2 {
      rebreak(&rows, matrix, cellStyle, room: width - widths[0])
      widths[1] = rows.reduce(0) { max($0, $1.count > 1 ? $1[1].width : 0) }
    }
    var lines = rows.map { row in
      LayoutBox.beside(
        row.enumerated().map { column, cell in
          (
            column == 0 ? 0 : gap(matrix, before: column),
            cell.aligned(alignment(matrix, column), in: widths[column])
          )
        })
    }
    let total = widths.reduce(0, +) + (1..<max(columnCount, 1)).reduce(0) { $0 + gap(matrix, before: $1) }
    lines = zip(lines, tags).map { line, tag in
      let wide = line.widened(to: total)
      return tag.isEmpty ? wide : .beside([(0, wide), (4, LayoutBox(inline.text(tag)))])
    }
    return enclosed(piled(lines, matrix), matrix)
  }

  /// Breaks what stands right of `&` where the row is too wide.
  private func rebreak(_ rows: inout [[LayoutBox]], _ matrix: MathMatrix, _ style: Style, room: Int) {
    for (index, row) in matrix.rows.enumerated() where row.count > 1 && rows[index][1].width > room {
      rows[index][1] = broken([.group([])] + row[1], style, width: max(room, 20))
    }
  }

  private func alignment(_ matrix: MathMatrix, _ column: Int) -> Character {
    if matrix.kind == .aligned, matrix.columns.isEmpty { return column % 2 == 0 ? "r" : "l" }
    return column < matrix.columns.count ? matrix.columns[column] : matrix.columns.last ?? "c"
  }

  private func gap(_ matrix: MathMatrix, before column: Int) -> Int {
    switch matrix.kind {
    case .aligned: column % 2 == 1 ? 0 : 3
    case .cases: 3
    case .small: 1
    case .matrix, .gathered: 2
    }
  }

  /// The lines below one another, tall ones apart; two lines in delimiters get a middle for the baseline.
  private func piled(_ lines: [LayoutBox], _ matrix: MathMatrix) -> LayoutBox {
    var rows: [LayoutBox.Row] = []
    let isDelimited = matrix.left != .none || matrix.right != .none
    let isPair = lines.count == 2 && matrix.kind != .small && isDelimited
    // Rows within delimiters are spaced alike; in a list of equations only tall ones stand apart.
    let isTall = isDelimited && lines.contains { $0.height > 1 }
    let alignment: Character = matrix.kind == .gathered ? (matrix.columns.first ?? "c") : "l"
    let width = lines.reduce(0) { max($0, $1.width) }
    for (index, line) in lines.enumerated() {
      let isApart = isTall || index > 0 && (line.height > 1 || lines[index - 1].height > 1)
      if index > 0, isPair || (isApart && matrix.kind != .small) { rows.append(.init()) }
      rows += line.aligned(alignment, in: width).rows
    }
    if lines.count == 1, let only = lines.first { return only.aligned(alignment, in: width) }
    return LayoutBox(rows: rows, baseline: (rows.count - 1) / 2, width: width)
  }

  private func enclosed(_ body: LayoutBox, _ matrix: MathMatrix) -> LayoutBox {
    guard matrix.left != .none || matrix.right != .none else { return body }
    let left = MathDelimiter.box(matrix.left, above: body.coreAbove, below: body.coreBelow, form: form)
    let right = MathDelimiter.box(matrix.right, above: body.coreAbove, below: body.coreBelow, form: form)
    let gap = matrix.kind == .cases ? 1 : 0
    return .beside([
      (0, left), (matrix.left == .none ? 0 : gap, body), (matrix.right == .none ? 0 : gap, right),
    ])
  }
}
