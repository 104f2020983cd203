import Content

extension Table {
  func set(in context: PageContext) -> BlockLayout {
    if selection != nil { return filled(from: context.book.workbook.library).setRows(in: context) }
    return setRows(in: context)
  }

  private func setRows(in context: PageContext) -> BlockLayout {
    var result = BlockLayout()
    if !header.isEmpty {
      let cells = TableCells(self, in: context)
      let (full, _) = context.widened(for: .max)
      // Cells are not broken where the margins of the page have room for them.
      let natural = full.width > context.width ? cells.columnWidths(room: .max) : nil
      if let widths = natural, TableCells.width(of: widths) <= full.width {
        let (page, outset) = context.widened(for: TableCells.width(of: widths))
        result = grid(cells, widths, in: page)
        result.outset = outset
      } else if let widths = cells.columnWidths(room: context.width) {
        result.append(grid(cells, widths, in: context))
      } else if let widths = cells.columnWidths(room: full.width) {
        let (page, outset) = context.widened(for: TableCells.width(of: widths))
        result = grid(cells, widths, in: page)
        result.outset = outset
      } else if let wide = wideGrid(cells, in: context) {
        result = wide
      } else {
        result.append(records(cells, in: context))
      }
    }
    let caption = setCaption("Table", number: number, caption, in: context)
    if !caption.lines.isEmpty { result.append(caption, blankLines: 1) }
    return result
  }

  func grid(_ cells: TableCells, _ widths: [Int], in context: PageContext) -> BlockLayout {
    var result = BlockLayout()
    let alignment = widths.indices.map { index in
      (index < alignments.count ? alignments[index] : nil)
        ?? (cells.isNumeric(column: index) ? .right : .left)
    }
    result.append(row(cells.header, widths, alignment, in: context))
    result.append(rule(widths, in: context))
    let headerCount = result.lines.count
    let rows = cells.rows.map { row($0, widths, alignment, in: context) }
    var places: [Range<Int>] = []
    // A row of several lines has a blank line before and after it.
    for (index, row) in rows.enumerated() {
      let isApart = index > 0 && (row.lines.count > 1 || rows[index - 1].lines.count > 1)
      result.append(row, blankLines: isApart ? 1 : 0)
      places.append(result.lines.count - row.lines.count..<result.lines.count)
    }
    var header = RepeatingHeader(lines: 0..<headerCount, body: headerCount..<result.lines.count)
    header.names = repeatedNames(cells, places, width: widths.first ?? 0, in: context)
    result.headers = [header]
    // The whole, or its header with a row, or a row.
    result.kept = [result.lines.indices] + (places.first.map { [0..<$0.upperBound] } ?? [])
    result.kept += places.filter { $0.count > 1 }
    return result
  }

  /// The names of rows below which the first column is empty, and where it is.
  private func repeatedNames(_ cells: TableCells, _ places: [Range<Int>], width: Int, in context: PageContext)
    -> [RepeatedName]
  {
    let named = cells.rows.indices.filter { cells.rows[$0].first?.words.isEmpty == false }
    return zip(named, named.dropFirst() + [cells.rows.count]).compactMap { row, next in
      guard next > row + 1, let cell = cells.rows[row].first else { return nil }
      func set(_ words: String) -> [StyledLine] {
        measuredTitle([(words, Style(.faint))], in: context).layout(width: width).lines
      }
      let name = cell.line.text
      let short = set(name).first ?? StyledLine()
      let continued = DisplayWidth.of("continued") <= width ? set(name + ", continued") : [short]
      return RepeatedName(
        lines: places[row].lowerBound + cell.layout(width: width).lines.count..<places[next - 1].upperBound,
        column: 0, width: width, continued: continued, short: short)
    }
  }

  private func rule(_ widths: [Int], in context: PageContext) -> StyledLine {
    StyledLine(
      widths.map { context.marks.line($0) }.joined(separator: spaces(TableCells.gap)), Style(.frame))
  }

  private func row(
    _ cells: [MeasuredText], _ widths: [Int], _ alignment: [Alignment], in context: PageContext
  ) -> BlockLayout {
    var result = BlockLayout()
    var column = 0
    for (index, cell) in cells.enumerated() where index < widths.count {
      var layout = cell.layout(width: widths[index])
      layout.align(alignment[index], width: widths[index])
      result.place(layout, column: column)
      column += widths[index] + TableCells.gap
    }
    // As beside a paragraph, where the table leaves room for it.
    if cells.contains(where: \.isChanged), column <= context.width { result.markChange(in: context) }
    return result
  }

  /// Where columns do not fit: every row as lines of `header: value`.
  private func records(_ cells: TableCells, in context: PageContext) -> BlockLayout {
    var result = BlockLayout()
    for (number, row) in rows.enumerated() {
      let isEmpty = cells.rows[number].map(\.words.isEmpty)
      var record = BlockLayout()
      for (index, cell) in row.enumerated() where index < header.count {
        if isEmpty[index] && index > 0 { continue }
        var content: [Inline] = header[index].isEmpty ? [] : [.strong(header[index]), .text(": ")]
        content += index == 0 ? [.strong(cell)] : cell
        let text = InlineText.measure(content, in: context)
        let indent = index == 0 || context.width < 12 ? 0 : 2
        record.append(text.layout(width: context.width - indent).indented(by: indent))
      }
      result.append(record, blankLines: number > 0 ? 1 : 0)
    }
    return result
  }
}

/// The cells of a table, measured.
struct TableCells {
  /// Columns between columns.
  static let gap = 2

  /// Columns of a grid.
  static func width(of columns: [Int]) -> Int { columns.reduce(0, +) + gap * max(0, columns.count - 1) }

  var header: [MeasuredText]
  var rows: [[MeasuredText]]
  let leastWidths: [Int]

  init(_ table: Table, in context: PageContext) {
    header = table.header.map { InlineText.measure($0, Style(.label, .bold), in: context) }
    rows = table.rows.map { row in row.map { InlineText.measure($0, in: context) } }
    leastWidths = table.leastWidths
  }

  /// Whether all cells of a column that hold something hold a number, perhaps with its unit.
  func isNumeric(column: Int) -> Bool {
    var numbers = 0
    for row in rows where column < row.count && !row[column].words.isEmpty {
      guard row[column].isNumber else { return false }
      numbers += 1
    }
    return numbers > 1
  }
}

extension BlockLayout {
  /// Moves each line in a column of `width`.
  mutating func align(_ alignment: Table.Alignment, width: Int) {
    if alignment == .left { return }
    for index in lines.indices {
      let room = max(0, width - lines[index].width)
      let shift = alignment == .right ? room : room / 2
      if shift == 0 { continue }
      lines[index] = StyledLine([Run(spaces(shift))]).appending(lines[index])
      for target in targets.indices where targets[target].line == index {
        targets[target] = targets[target].moved(by: shift)
      }
    }
  }
}
