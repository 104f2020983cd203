/// A table of values as shades.
public struct HeatMap: Hashable, Sendable {
  public var rows: [String]
  public var columns: [String]
  /// By row, then by column; what is missing has no value.
  public var values: [[Double]]
  /// What the shades measure; values beyond its ends have the shades of the ends.
  public var scale: Axis
  /// Write each value beside its shade, where there is room.
  public var showsValues: Bool

  public init(
    rows: [String], columns: [String], values: [[Double]], scale: Axis = Axis(), showsValues: Bool = false
  ) {
    self.rows = rows
    self.columns = columns
    self.values = values
    self.scale = scale
    self.showsValues = showsValues
  }
}

extension HeatMap: ChartDrawing {
  var hasData: Bool {
    values.joined().contains { Scale.isDrawable($0, isLogarithmic: scale.isLogarithmic) }
  }

  private static func shades(_ space: ChartSpace) -> [String] {
    space.isASCII ? [".", "-", "+", "#"] : ["░", "▒", "▓", "█"]
  }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let rowCount = values.count
    let columnCount = values.map(\.count).max() ?? 0
    let labels = (0..<rowCount).map { space.text($0 < rows.count ? rows[$0] : "", columns: space.width / 3) }
    let wish = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let left = wish == 0 ? 0 : wish + 1
    let room = max(1, space.width - left)
    let columnGroup = (columnCount + room - 1) / room
    let lineRoom = max(3, space.height - 4)
    let rowGroup = (rowCount + lineRoom - 1) / lineRoom
    let cells = grouped(rowGroup, columnGroup, columnCount)
    let shownColumns = max(1, cells.first?.count ?? 1)
    let isGrouped = rowGroup > 1 || columnGroup > 1
    let bounds = Scale(scale, over: values.joined(), isTight: true)
    let texts = cellTexts(cells, in: space)
    let textWidth = texts.joined().map { DisplayWidth.of($0) }.max() ?? 0
    let hasTexts = showsValues && !isGrouped && (textWidth + 4) * shownColumns <= room
    let headings = columns.map { space.text($0) }
    let longest = headings.map { DisplayWidth.of($0) }.max() ?? 0
    let wanted = hasTexts ? textWidth + 4 : 2
    let cellWidth = max(1, min(room / shownColumns, max(wanted, longest < 8 ? longest + 1 : 2)))

    var lines: [StyledLine] = []
    var legend = Legend()
    if !columns.isEmpty && !isGrouped {
      let fits = longest < cellWidth || (longest == cellWidth && longest == 1)
      let numbers = columns.indices.map { String($0 + 1) }
      let hasNumbers = !fits && (numbers.last?.utf8.count ?? 0) < cellWidth
      if fits || hasNumbers {
        var line = StyledLine(spaces(left))
        for heading in (fits ? headings : numbers).prefix(shownColumns) {
          line.append(StyledLine(heading, Style(.label)).padded(to: cellWidth))
        }
        lines.append(line)
      }
      if !fits {
        legend.entries = zip(numbers, columns).map {
          Legend.Entry(sample: StyledLine($0, Style(.label)), text: $1)
        }
      }
    }
    for (row, cells) in cells.enumerated() {
      var line = StyledLine(isGrouped && rowGroup > 1 ? "" : labels[row], Style(.label)).padded(to: left)
      for (column, value) in cells.enumerated() {
        let shade = value.flatMap { self.shade($0, bounds, space) } ?? space.either("×", "x")
        guard hasTexts else {
          line.append(
            String(repeating: shade, count: cellWidth), value == nil ? Style(.faint) : SeriesLook.style(0))
          continue
        }
        line.append(shade + shade, SeriesLook.style(0))
        let text = StyledLine(" " + texts[row][column], Style(.label))
        line.append(text.padded(to: cellWidth - 2))
      }
      lines.append(line)
    }
    return lines + legend.lines(in: space)
      + key(
        bounds, space, hasValues: hasTexts, hasGaps: cells.joined().contains { $0 == nil },
        (rowGroup, columnGroup))
  }

  /// The values of cells, with as many decimals as three digits of the largest have, so that digits of equal rank
  /// stand below one another. The unit of a percentage stands above the legend; in every cell it would fill the cells.
  private func cellTexts(_ cells: [[Double?]], in space: ChartSpace) -> [[String]] {
    let hasPlainNumbers = (scale.unit == "%" || scale.unit.isEmpty) && !scale.isLogarithmic
    let largest = cells.joined().reduce(0) { most, value in
      value.map { $0.isFinite ? max(most, abs($0)) : most } ?? most
    }
    let isFixed = hasPlainNumbers && largest >= 0.01 && largest < 1e6
    let most = max(0, 2 - decimalExponent(largest))
    let decimals =
      isFixed
      ? (0...most).first { decimals in
        cells.joined().allSatisfy { value in
          guard let value, value.isFinite else { return true }
          let scaled = value * powerOfTen(decimals)
          return abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled))
        }
      } ?? most : 0
    return cells.map { row in
      row.map { value in
        guard let value else { return "" }
        if isFixed, value.isFinite {
          let text = withCommas(fixedText(value, decimals: decimals))
          return space.text(space.isASCII ? text : text.withMinusSigns)
        }
        let unit = scale.unit == "%" ? "" : scale.unit
        return space.text(valueText(value, unit: unit, isASCII: space.isASCII))
      }
    }
  }

  private func shade(_ value: Double, _ bounds: Scale, _ space: ChartSpace) -> String? {
    bounds.position(value).map { Self.shades(space)[min(3, max(0, Int(min(max($0, 0), 1) * 4)))] }
  }

  /// The means of neighbours, so that large tables fit; nil where there is no value.
  private func grouped(_ rowGroup: Int, _ columnGroup: Int, _ columnCount: Int) -> [[Double?]] {
    let (rowGroup, columnGroup) = (max(1, rowGroup), max(1, columnGroup))
    return stride(from: 0, to: values.count, by: rowGroup).map { top in
      stride(from: 0, to: columnCount, by: columnGroup).map { left in
        var sum = 0.0
        var count = 0.0
        for row in values[top..<min(values.count, top + rowGroup)] where left < row.count {
          for value in row[left..<min(row.count, left + columnGroup)]
          where Scale.isDrawable(value, isLogarithmic: scale.isLogarithmic) {
            count += 1
            sum += (value - sum) / count
          }
        }
        return count > 0 ? sum : nil
      }
    }
  }

  private func key(
    _ bounds: Scale, _ space: ChartSpace, hasValues: Bool, hasGaps: Bool, _ group: (rows: Int, columns: Int)
  ) -> [StyledLine] {
    let edges = (0...4).map { scale.text(bounds.value(at: Double($0) / 4), isASCII: space.isASCII) }
    var legend = Legend()
    for (index, shade) in Self.shades(space).enumerated() {
      let text = edges[index] + space.either(" – ", " to ") + edges[index + 1]
      legend.entries.append(Legend.Entry(sample: StyledLine(shade + shade, SeriesLook.style(0)), text: text))
    }
    if hasGaps {
      let sample = StyledLine(space.either("×", "x"), Style(.faint))
      legend.entries.append(Legend.Entry(sample: sample, text: "no value"))
    }
    var lines = legend.lines(in: space)
    let caption = scale.caption(unit: hasValues && scale.unit == "%" ? scale.unit : "", in: space)
    if !caption.isEmpty { lines.insert(StyledLine(caption, Style(.label)), at: 0) }
    if group.rows > 1 || group.columns > 1 {
      let note = "a cell is the mean of \(group.rows) × \(group.columns) values"
      lines += space.wrapped(note, Style(.faint))
    }
    return lines
  }

  var words: String {
    let measured = scale.words.isEmpty ? "Heat map" : "Heat map of \(scale.words)"
    let columnCount = values.map(\.count).max() ?? 0
    var sentences = [
      "\(measured), \(ChartWords.counted(values.count, "row")) by \(ChartWords.counted(columnCount, "column"))."
    ]
    if values.count * columnCount <= 144 {
      for (index, row) in values.enumerated() {
        let name = index < rows.count && !rows[index].isEmpty ? rows[index] : "row \(index + 1)"
        let parts = row.enumerated().map { column, value in
          let heading = column < columns.count ? columns[column] + " " : ""
          return heading + scale.text(value)
        }
        sentences.append("\(name): \(parts.joined(separator: "; ")).")
      }
    } else {
      let bounds = values.joined().filter { Scale.isDrawable($0, isLogarithmic: scale.isLogarithmic) }
      if let low = bounds.min(), let high = bounds.max() {
        sentences.append("From \(scale.text(low)) to \(scale.text(high)).")
      }
    }
    return sentences.joined(separator: " ")
  }
}
