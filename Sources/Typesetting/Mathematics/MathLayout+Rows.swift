/// Rows that are wider than the page, each broken for itself.
extension MathLayout {
  /// The rows within `width` columns; nil for a matrix, whose columns can not be broken.
  func brokenMatrix(_ matrix: MathMatrix, _ cells: [[LayoutBox]], _ style: Style, width: Int) -> LayoutBox? {
    let tag = tags(of: matrix).map(\.width).max() ?? 0
    let delimiters = [matrix.left, matrix.right].reduce(0) { $0 + DisplayWidth.of($1.text(form)) }
    let room = max(1, width - delimiters - (tag > 0 ? tag + Self.tagGap : 0))
    switch matrix.kind {
    case .aligned: return brokenEquations(matrix, cells, style, width: room)
    case .gathered: return joinedRows(matrix, style, width: room)
    case .cases: return brokenCases(matrix, cells, style, width: max(1, room - 1))
    case .matrix, .small: return nil
    }
  }

  /// Equations that stay aligned where there is room right of `&`, else each broken as a formula of its own.
  private func brokenEquations(
    _ matrix: MathMatrix, _ cells: [[LayoutBox]], _ style: Style, width: Int
  ) -> LayoutBox {
    let left = cells.reduce(0) { max($0, $1.first?.width ?? 0) }
    let room = width - left
    guard cells.allSatisfy({ $0.count <= 2 }), room >= width / 2 else {
      return joinedRows(matrix, style, width: width)
    }
    let narrow = cells.enumerated().map { row, boxes in
      boxes.enumerated().map { column, box in
        column == 0 ? box : broken(matrix.content(row: row, column: column), style, width: room)
      }
    }
    return set(narrow, matrix)
  }

  /// Each row as one formula, at the left where one of them takes several lines.
  private func joinedRows(_ matrix: MathMatrix, _ style: Style, width: Int) -> LayoutBox {
    let lines = matrix.rows.indices.map { row in
      let nodes = matrix.joined(row: row, gap: 3)
      return broken(nodes.filter { if case .tag = $0 { false } else { true } }, style, width: width)
    }
    let widest = lines.reduce(0) { max($0, $1.width) }
    var list = matrix
    list.columns = ["l"]
    list.kind = .gathered
    return enclosed(piled(tagged(lines, matrix, width: widest), list), list)
  }

  /// Cases whose wider column is broken, or with each condition below its value where both would be too narrow.
  private func brokenCases(
    _ matrix: MathMatrix, _ cells: [[LayoutBox]], _ style: Style, width: Int
  ) -> LayoutBox {
    let gap = self.gap(matrix, before: 1)
    let widths = (0..<2).map { column in
      cells.reduce(0) { max($0, $1.indices.contains(column) ? $1[column].width : 0) }
    }
    let half = (width - gap) / 2
    let room =
      widths[1] == 0
      ? [width, 0]
      : widths[0] <= half
        ? [widths[0], width - gap - widths[0]]
        : widths[1] <= half ? [width - gap - widths[1], widths[1]] : [half, width - gap - half]
    let isStacked = zip(widths, room).contains { $0 > $1 && $1 < 12 } || cells.contains { $0.count > 2 }
    let rows = matrix.rows.map { row -> [LayoutBox] in
      if isStacked {
        let parts = row.enumerated().map { column, cell in
          broken(cell, style, width: max(1, width - (column > 0 ? 2 : 0))).indented(column > 0 ? 2 : 0)
        }
        return [.stacked(parts, alignment: "l", base: 0)]
      }
      return row.enumerated().map { broken($1, style, width: max(1, room[$0])) }
    }
    return set(rows, matrix)
  }
}
