import Content

extension Table {
  /// A grid wider than the page, of which a part is shown; its first column stays. Nil where the page can not be moved
  /// sideways, or where cells hold running text, which is better read as `header: value`.
  func wideGrid(_ cells: TableCells, in context: PageContext) -> BlockLayout? {
    guard let sideways = context.sideways, context.width >= 40,
      let widths = cells.columnWidths(sidewaysIn: context.widened(for: .max).0.width)
    else { return nil }
    var wide = context
    wide.width = TableCells.width(of: widths) + 2
    var grid = self.grid(cells, widths, in: wide)
    let (context, outset) = context.widened(for: wide.width)
    grid.outset = outset
    let first = (widths.first ?? 0) + TableCells.gap
    // Without its first column nobody knows whose figures a row holds; any other must be readable beside it.
    let markers = 2 * DisplayWidth.of(context.marks.ellipsis)
    let widest = (widths.dropFirst().max() ?? 0) + markers
    let kept = first + widest <= context.width || first <= context.width / 2 ? first : 0
    if kept == 0 { for index in grid.headers.indices { grid.headers[index].names = [] } }
    let room = context.width - kept
    grid.overflow = max(0, grid.width - context.width)
    let hidden = min(sideways, grid.overflow)
    grid.lines = grid.lines.map { line in
      let rest = line.columns(kept..<max(kept, line.width))
        .window(hiding: hidden, columns: room, marker: context.marks.ellipsis)
      let head = line.columns(0..<kept)
      return rest.runs.isEmpty ? head : head.padded(to: kept).appending(rest)
    }
    // What is out of sight stays among them, without columns: its place among them is where the focus finds it again.
    grid.targets = grid.targets.map { target in
      if target.columns.lowerBound < kept { return target }
      let moved = target.moved(by: -hidden)
      let low = min(max(kept, moved.columns.lowerBound), context.width)
      let high = max(low, min(context.width, moved.columns.upperBound))
      return Target(target.action, line: target.line, columns: low..<high)
    }
    return grid
  }
}

extension TableCells {
  /// The widest column of a table that is moved sideways.
  private static let widestScrolled = 28

  /// Where that leaves little out of sight, as narrow as leaves no cell more than two lines; else the columns' own
  /// widths, none above the widest unless a word needs it. Nil where a column holds longer texts.
  func columnWidths(sidewaysIn room: Int) -> [Int]? {
    var narrow = [Int](repeating: 1, count: header.count)
    var widths = narrow
    for row in [header] + rows {
      for (index, cell) in row.enumerated() where index < widths.count {
        let natural = cell.naturalWidth
        if natural > 2 * Self.widestScrolled || cell.widestWord > Self.widestScrolled { return nil }
        widths[index] = max(widths[index], cell.widestWord, min(natural, Self.widestScrolled))
        let least = max(narrow[index], cell.widestWord, min(natural, Self.narrowestText))
        let most = max(least, min(natural, Self.widestScrolled))
        narrow[index] = (least..<most).first { cell.leastLines(width: $0) <= 2 } ?? most
      }
    }
    return Self.width(of: narrow) <= room + Self.narrowestText ? narrow : widths
  }
}
