/// Rows and columns.
extension MathLayout {
  /// Rows and columns; where a width is given and they are wider, each row is broken for itself, and the columns of a
  /// matrix stand in blocks below one another.
  func matrix(
    _ matrix: MathMatrix, _ style: Style, width: Int? = nil, isBeside: Bool = false
  ) -> LayoutBox {
    let cellStyle = cellStyle(matrix, style)
    let cells = matrix.rows.indices.map { row in
      matrix.rows[row].indices.map { cell(of: matrix, row: row, column: $0, cellStyle) }
    }
    let whole = set(cells, matrix, isBeside: isBeside)
    guard let width, whole.width > width else { return whole }
    return brokenMatrix(matrix, cells, cellStyle, width: width) ?? whole
  }

  /// A cell; before `&` with the space that it ends with.
  private func cell(of matrix: MathMatrix, row: Int, column: Int, _ style: Style) -> LayoutBox {
    let content = matrix.content(row: row, column: column)
    let box = box(content, style)
    guard matrix.kind == .aligned, column % 2 == 0, column + 1 < matrix.rows[row].count else { return box }
    return box.widened(to: box.width + MathSpacing.trailingSpace(content))
  }

  private func cellStyle(_ matrix: MathMatrix, _ style: Style) -> Style {
    switch matrix.kind {
    case .aligned, .gathered: style
    case .matrix, .cases: style.inner
    case .small: .script
    }
  }

  /// The cells of each row side by side, its tag at its end, and the rows within their delimiters.
  func set(_ cells: [[LayoutBox]], _ matrix: MathMatrix, isBeside: Bool = false) -> LayoutBox {
    let grid = MatrixGrid(cells, matrix, layout: self)
    guard !grid.widths.isEmpty else { return .empty }
    let lines = cells.indices.map { grid.line($0, cells[$0], matrix, layout: self) }
    return enclosed(
      piled(tagged(lines, matrix, width: grid.total), matrix, grid: grid, isBeside: isBeside), matrix)
  }

  /// The tag of each row, empty where it has none.
  func tags(of matrix: MathMatrix) -> [LayoutBox] {
    matrix.rows.map { row in
      for case .tag(let words) in row.joined() { return LayoutBox(inline.text(words)) }
      return .empty
    }
  }

  /// Rows that have a tag or stand beside one that does, all of one width.
  func tagged(_ lines: [LayoutBox], _ matrix: MathMatrix, width: Int) -> [LayoutBox] {
    let tags = tags(of: matrix)
    guard tags.contains(where: { $0.width > 0 }) else { return lines }
    let wide = lines.indices.map { row in
      let line = lines[row].aligned(rowAlignment(matrix, row, of: lines.count), in: width)
      return tags[row].width == 0 ? line : .beside([(0, line), (Self.tagGap, tags[row])])
    }
    let widest = wide.reduce(0) { max($0, $1.width) }
    return wide.map { $0.widened(to: widest) }
  }

  func alignment(_ matrix: MathMatrix, row: Int, column: Int) -> Character {
    if matrix.kind == .gathered { return rowAlignment(matrix, row, of: matrix.rows.count) }
    if matrix.kind == .aligned, matrix.columns.isEmpty { return column % 2 == 0 ? "r" : "l" }
    return column < matrix.columns.count ? matrix.columns[column] : matrix.columns.last ?? "c"
  }

  /// Where a row stands among wider ones.
  private func rowAlignment(_ matrix: MathMatrix, _ row: Int, of count: Int) -> Character {
    guard matrix.kind == .gathered else { return "l" }
    guard matrix.columns.count > 1 else { return matrix.columns.first ?? "c" }
    return row == 0 ? matrix.columns[0] : row == count - 1 ? matrix.columns.last ?? "c" : matrix.columns[1]
  }

  func gap(_ matrix: MathMatrix, before column: Int) -> Int {
    if matrix.columnRules.contains(column) { return MatrixGrid.gapOfRule }
    return switch matrix.kind {
    case .aligned: column % 2 == 1 ? 0 : 3
    case .cases: 3
    case .small: 1
    case .matrix, .gathered: 2
    }
  }

  /// The lines below one another, tall ones apart; two lines in delimiters, or with something beside them, get a middle
  /// for the baseline.
  func piled(
    _ lines: [LayoutBox], _ matrix: MathMatrix, grid: MatrixGrid? = nil, isBeside: Bool = false
  ) -> LayoutBox {
    var rows: [LayoutBox.Row] = []
    let isDelimited = matrix.left != .none || matrix.right != .none
    let isPair = lines.count == 2 && matrix.kind != .small && (isDelimited || isBeside)
    // Rows within delimiters are spaced alike; in a list of equations only tall ones stand apart.
    let isTall = isDelimited && lines.contains { $0.height > 1 }
    let width = lines.reduce(0) { max($0, $1.width) }
    for (index, line) in lines.enumerated() {
      let isApart = isTall || index > 0 && (line.height > 1 || lines[index - 1].height > 1)
      let rules = grid?.rules(before: index, of: lines.count, matrix, form: form) ?? []
      rows += rules
      if rules.isEmpty, index > 0, isPair || (isApart && matrix.kind != .small) {
        rows.append(grid?.blank(form) ?? .init())
      }
      rows += line.aligned(rowAlignment(matrix, index, of: lines.count), in: width).rows
    }
    rows += grid?.rules(before: lines.count, of: lines.count, matrix, form: form) ?? []
    if lines.count == 1, rows.count == lines[0].height {
      return lines[0].aligned(rowAlignment(matrix, 0, of: 1), in: width)
    }
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
