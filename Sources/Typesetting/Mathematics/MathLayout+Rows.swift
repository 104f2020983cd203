/// Rows that are wider than the page, each broken for itself, and columns that do not fit beside the others.
extension MathLayout {
  /// The rows within `width` columns; nil where a column alone is wider.
  func brokenMatrix(_ matrix: MathMatrix, _ cells: [[LayoutBox]], _ style: Style, width: Int) -> LayoutBox? {
    let tag = tags(of: matrix).map(\.width).max() ?? 0
    let delimiters = [matrix.left, matrix.right].reduce(0) { $0 + DisplayWidth.of($1.text(form)) }
    let room = max(1, width - delimiters - (tag > 0 ? tag + Self.tagGap : 0))
    switch matrix.kind {
    case .aligned: return brokenEquations(matrix, cells, style, width: room)
    case .gathered: return joinedRows(matrix, style, width: room)
    case .cases: return brokenCases(matrix, cells, style, width: max(1, room - 1))
    case .matrix, .small: return columnBlocks(matrix, cells, style, width: room)
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

  /// A matrix whose columns do not fit beside one another, in blocks below one another: each within the delimiters,
  /// with the numbers of its columns above it, and with dots where the matrix goes on.
  private func columnBlocks(
    _ matrix: MathMatrix, _ cells: [[LayoutBox]], _ style: Style, width: Int
  ) -> LayoutBox? {
    let count = cells.reduce(0) { max($0, $1.count) }
    let dots = LayoutBox(isUnicode ? "⋯" : "...")
    let gap = self.gap(matrix, before: 1)
    let widest = width - 2 * (dots.width + gap)
    guard widest > 0 else { return nil }
    let cells = zip(matrix.rows, cells).map { row, boxes in
      (0..<count).map { column -> LayoutBox in
        guard boxes.indices.contains(column) else { return .empty }
        let box = boxes[column]
        return box.width <= widest ? box : broken(row[column], style, width: widest)
      }
    }
    let widths = (0..<count).map { column in cells.reduce(0) { max($0, $1[column].width) } }
    guard widths.allSatisfy({ $0 <= widest }) else { return nil }
    var boxes: [LayoutBox] = []
    var first = 0
    while first < count {
      let lead = first > 0 ? dots.width + gap : 0
      var end = first
      var used = lead
      while end < count {
        let next = used + (end > first ? gap : 0) + widths[end]
        guard next + (end + 1 < count ? gap + dots.width : 0) <= width else { break }
        (used, end) = (next, end + 1)
      }
      // One column has room between the dots on both sides.
      end = max(end, first + 1)
      let (columns, isLast) = (first..<end, end == count)
      var block = matrix
      block.columns =
        (lead > 0 ? ["c"] : []) + columns.map { alignment(matrix, row: 0, column: $0) }
        + (isLast ? [] : ["c"])
      let shift = (lead > 0 ? 1 : 0) - first
      block.columnRules = Set(
        matrix.columnRules.filter { columns.contains($0) || isLast && $0 == count }.map { $0 + shift })
      block.rowRules = matrix.rowRules.compactMap { rule in
        guard let range = rule.columns else { return rule }
        let part = range.clamped(to: columns)
        return part.isEmpty
          ? nil : MathRule(row: rule.row, columns: part.lowerBound + shift..<part.upperBound + shift)
      }
      // A cell over several columns stands in the first of them.
      block.spans = []
      let rows = cells.map { (lead > 0 ? [dots] : []) + $0[columns] + (isLast ? [] : [dots]) }
      // Columns that are narrow enough once their cells are broken are no part of a matrix.
      if columns.count == count { return set(rows, block) }
      if !boxes.isEmpty { boxes.append(.empty) }
      boxes.append(LayoutBox(Self.name(of: columns, width: width)))
      boxes.append(set(rows, block))
      first = end
    }
    // What stands before the matrix stands before its first block.
    var result = LayoutBox.stacked(boxes, alignment: "l", base: 1)
    result.endsLine = true
    return result
  }

  /// What columns of a matrix, counted from 0, are called above them.
  private static func name(of columns: Range<Int>, width: Int) -> String {
    let (first, last) = (columns.lowerBound + 1, columns.upperBound)
    let names =
      columns.count == 1
      ? ["column \(first)", "\(first)"] : ["columns \(first) to \(last)", "\(first) to \(last)"]
    return names.first { $0.count <= width } ?? names[1]
  }
}
