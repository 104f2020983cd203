/// Rows and columns.
extension MathLayout {
  /// Rows and columns; where a width is given and they are wider, each row is broken for itself, and the columns of a
  /// matrix stand in blocks below one another.
  func matrix(_ matrix: MathMatrix, _ style: Style, width: Int? = nil) -> LayoutBox {
    let cellStyle = cellStyle(matrix, style)
    let cells = matrix.rows.map { row in
      row.enumerated().map { box(content(of: $1, column: $0, matrix), cellStyle) }
    }
    let whole = set(cells, matrix)
    guard let width, whole.width > width else { return whole }
    return brokenMatrix(matrix, cells, cellStyle, width: width) ?? whole
  }

  private func cellStyle(_ matrix: MathMatrix, _ style: Style) -> Style {
    switch matrix.kind {
    case .aligned, .gathered: style
    case .matrix, .cases: style.inner
    case .small: .script
    }
  }

  /// What stands in a cell: behind `&` operators and relations have what stands before it as a neighbour.
  func content(of cell: [MathNode], column: Int, _ matrix: MathMatrix) -> [MathNode] {
    matrix.kind == .aligned && column % 2 == 1 ? [.group([])] + cell : cell
  }

  /// The cells of each row side by side, its tag at its end, and the rows within their delimiters.
  func set(_ cells: [[LayoutBox]], _ matrix: MathMatrix) -> LayoutBox {
    let columnCount = cells.reduce(0) { max($0, $1.count) }
    guard columnCount > 0 else { return .empty }
    var widths = Array(repeating: 0, count: columnCount)
    for row in cells {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.width) }
    }
    let lines = cells.map { row in
      LayoutBox.beside(
        row.enumerated().map { column, cell in
          (
            column == 0 ? 0 : gap(matrix, before: column),
            cell.aligned(alignment(matrix, column), in: widths[column])
          )
        })
    }
    let total = widths.reduce(0, +) + (1..<max(columnCount, 1)).reduce(0) { $0 + gap(matrix, before: $1) }
    return enclosed(piled(tagged(lines, matrix, width: total), matrix), matrix)
  }

  /// The tag of each row, empty where it has none.
  func tags(of matrix: MathMatrix) -> [LayoutBox] {
    matrix.rows.map { row in
      for case .tag(let words) in row.joined() { return LayoutBox(inline.text(words)) }
      return .empty
    }
  }

  /// Rows as wide as the widest, each with its tag.
  func tagged(_ lines: [LayoutBox], _ matrix: MathMatrix, width: Int) -> [LayoutBox] {
    zip(lines, tags(of: matrix)).map { line, tag in
      let wide = line.widened(to: width)
      return tag.width == 0 ? wide : .beside([(0, wide), (Self.tagGap, tag)])
    }
  }

  func alignment(_ matrix: MathMatrix, _ column: Int) -> Character {
    if matrix.kind == .aligned, matrix.columns.isEmpty { return column % 2 == 0 ? "r" : "l" }
    return column < matrix.columns.count ? matrix.columns[column] : matrix.columns.last ?? "c"
  }

  func gap(_ matrix: MathMatrix, before column: Int) -> Int {
    switch matrix.kind {
    case .aligned: column % 2 == 1 ? 0 : 3
    case .cases: 3
    case .small: 1
    case .matrix, .gathered: 2
    }
  }

  /// The lines below one another, tall ones apart; two lines in delimiters get a middle for the baseline.
  func piled(_ lines: [LayoutBox], _ matrix: MathMatrix) -> LayoutBox {
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

  func enclosed(_ body: LayoutBox, _ matrix: MathMatrix) -> LayoutBox {
    guard matrix.left != .none || matrix.right != .none else { return body }
    let left = MathDelimiter.box(matrix.left, above: body.coreAbove, below: body.coreBelow, form: form)
    let right = MathDelimiter.box(matrix.right, above: body.coreAbove, below: body.coreBelow, form: form)
    let gap = matrix.kind == .cases ? 1 : 0
    return .beside([
      (0, left), (matrix.left == .none ? 0 : gap, body), (matrix.right == .none ? 0 : gap, right),
    ])
  }
}
