extension BlockLayout {
  /// Adds another layout below, with its targets and cursor.
  mutating func append(_ other: BlockLayout, blankLines: Int = 0) {
    var other = other
    if other.outset < outset { other = other.indented(by: outset - other.outset) }
    if other.outset > outset {
      let columns = other.outset
      self = indented(by: columns - outset)
      outset = columns
    }
    if !lines.isEmpty {
      for _ in 0..<blankLines { lines.append(StyledLine()) }
    }
    let offset = lines.count
    lines += other.lines
    for var target in other.targets {
      target.line += offset
      targets.append(target)
    }
    if let place = other.cursor { cursor = Place(line: place.line + offset, column: place.column) }
    headers += other.headers.map { $0.moved(by: offset) }
    kept += other.kept.map { $0.lowerBound + offset..<$0.upperBound + offset }
    panels += other.panels.map { panel in
      PanelLines(
        calculator: panel.calculator, lines: panel.lines.lowerBound + offset..<panel.lines.upperBound + offset
      )
    }
    keys += other.keys.map { $0.moved(lines: offset) }
    overflow = max(overflow, other.overflow)
  }

  mutating func append(_ line: StyledLine) { lines.append(line) }

  /// Puts another layout to the right of this one, beginning in `column`.
  mutating func place(_ other: BlockLayout, column: Int) {
    while lines.count < other.lines.count { lines.append(StyledLine()) }
    for (index, line) in other.lines.enumerated() where !line.runs.isEmpty {
      lines[index] = lines[index].padded(to: column).appending(line)
    }
    for target in other.targets { targets.append(target.moved(by: column)) }
    keys += other.keys.map { $0.moved(columns: column) }
    if let place = other.cursor { cursor = Place(line: place.line, column: place.column + column) }
    overflow = max(overflow, other.overflow)
  }

  /// The layout with `first` before its first line and `rest` before the others, both `columns` wide.
  func prefixed(first: [Run], rest: [Run], columns: Int) -> BlockLayout {
    var result = self
    if result.lines.isEmpty { result.lines = [StyledLine()] }
    for index in result.lines.indices {
      var line = StyledLine(index == 0 ? first : rest)
      line.append(result.lines[index])
      result.lines[index] = line
    }
    result.targets = targets.map { $0.moved(by: columns) }
    result.keys = keys.map { $0.moved(columns: columns) }
    result.headers = headers.map { $0.moved(byColumns: columns) }
    result.cursor?.column += columns
    return result
  }

  /// The layout moved to the right.
  func indented(by columns: Int) -> BlockLayout {
    if columns <= 0 { return self }
    var result = self
    let margin = Run(spaces(columns))
    for index in result.lines.indices where !result.lines[index].runs.isEmpty {
      var line = StyledLine([margin])
      line.append(result.lines[index])
      result.lines[index] = line
    }
    result.targets = targets.map { $0.moved(by: columns) }
    result.keys = keys.map { $0.moved(columns: columns) }
    result.headers = headers.map { $0.moved(byColumns: columns) }
    result.cursor?.column += columns
    return result
  }

  /// Columns of the widest line.
  var width: Int { lines.reduce(0) { max($0, $1.width) } }

  /// The layout with no line wider than `columns` and no target beyond.
  func clipped(to columns: Int, marks: Marks) -> BlockLayout {
    guard width > columns else { return self }
    var result = self
    result.lines = lines.map { $0.clipped(to: columns, marker: marks.ellipsis) }
    result.targets = targets.map { target in
      var target = target
      let end = target.line < result.lines.count ? result.lines[target.line].width : 0
      let low = min(target.columns.lowerBound, max(0, end - 1))
      target.columns = low..<max(low, min(target.columns.upperBound, end))
      return target
    }
    if let place = cursor { result.cursor?.column = min(place.column, max(0, columns - 1)) }
    return result
  }
}

extension Target {
  func moved(by columns: Int) -> Target {
    var result = self
    result.columns = self.columns.lowerBound + columns..<self.columns.upperBound + columns
    return result
  }
}
