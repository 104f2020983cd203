import Engine

/// The outputs of a panel: label, value, a bar where outputs compare, the author's value where it differs.
struct OutputColumn {
  private static let longestBar = 16
  private static let shortestBar = 6
  /// Values wider than this do not set the width of the numbers' column.
  private static let longestNumber = 16

  /// Texts wrap, but not in a column narrower than this beside the inputs.
  private static let shortestText = 32

  let panel: Panel
  let isOpen: Bool
  let context: PageContext
  private let labels: [MeasuredText]
  private let values: [MeasuredText]
  private let was: [StyledLine?]
  /// Columns of the longest label.
  let labelWidth: Int
  private let valueWidth: Int
  /// Columns of the longest number.
  private let widestNumber: Int
  private let wasWidth: Int
  /// Columns that it takes without wrapping its numbers, with room for the author's values, so that nothing moves when
  /// an input is changed.
  let leastWidth: Int

  /// - Parameter chosen: the output that derivations and sweeps are about.
  init(panel: Panel, isOpen: Bool, chosen: String? = nil, context: PageContext) {
    self.panel = panel
    self.isOpen = isOpen
    self.context = context
    labels = panel.readings.map { reading in
      measuredTitle(
        [(reading.label, Style(.label, reading.name == chosen ? .underline : []))], in: context)
    }
    values = panel.readings.map { Self.value(of: $0, in: context) }
    was = panel.readings.map { reading in
      reading.authored.map {
        StyledLine(shown("was " + $0.withMinusSigns, isASCII: context.isASCII), Style(.faint))
      }
    }
    labelWidth = labels.reduce(0) { max($0, $1.naturalWidth) }
    let plain = zip(panel.readings, values).filter { $0.0.error == nil }
    let numbers = plain.filter { !$0.0.isText && $0.1.naturalWidth <= Self.longestNumber }
    let widest = (numbers.isEmpty ? plain : numbers).map(\.1.naturalWidth).max() ?? 0
    valueWidth = min(widest, Self.longestNumber)
    widestNumber = plain.filter { !$0.0.isText }.reduce(valueWidth) { max($0, $1.1.naturalWidth) }
    wasWidth = was.reduce(0) { max($0, $1?.width ?? 0) }
    let longest = values.reduce(0) { max($0, $1.naturalWidth) }
    leastWidth =
      labelWidth + 2 + max(valueWidth + 2 + max(wasWidth, valueWidth + 4), min(longest, Self.shortestText))
  }

  /// Columns that it takes with its bars.
  var wantedWidth: Int {
    leastWidth + (panel.readings.contains { $0.share != nil } ? Self.longestBar + 2 : 0)
  }

  func set(width: Int, labelWidth: Int? = nil) -> BlockLayout {
    let own = self.labelWidth + 2
    var column = max((labelWidth ?? 0) + 2, own)
    // Texts wrap, in half of the width at least; numbers are not broken where the labels can be.
    let needed = zip(panel.readings, values).reduce(valueWidth) { widest, row in
      let isWhole = row.0.error == nil && !row.0.isText && row.1.naturalWidth <= width * 2 / 3
      return max(widest, isWhole ? row.1.naturalWidth : min(row.1.naturalWidth, width / 2))
    }
    if column + needed > width { column = own }
    if column + needed > width && width < 30 { return stacked(width: width) }
    if column + needed > width { column = max(1, min(column, width - needed)) }
    let hasBars = panel.readings.contains { $0.share != nil }
    // Without inputs nothing changes here but for what is changed elsewhere.
    let reserved =
      panel.fields.isEmpty
      ? (wasWidth > 0 ? wasWidth + 2 : 0) : max(wasWidth, valueWidth + 4) + 2
    let bars = hasBars ? Self.shortestBar + 2 : 0
    var numberWidth = min(valueWidth, width - column)
    if widestNumber > valueWidth {
      // The longest number stands in the column too: with room for all that stands behind it, or where there is no room
      // for bars anyway; then an author's value that finds none stands below.
      let columns = [column, min(own, column)]
      let roomy = columns.first { $0 + widestNumber + reserved + bars <= width }
      let isBarred = hasBars && column + valueWidth + reserved + bars <= width
      if let roomy = roomy ?? (isBarred ? nil : columns.first { $0 + widestNumber <= width }) {
        (column, numberWidth) = (roomy, widestNumber)
      }
    }
    let barRoom = width - column - numberWidth - 2 - reserved
    let barWidth = hasBars && barRoom >= Self.shortestBar ? min(Self.longestBar, barRoom) : 0
    let wasColumn = column + numberWidth + 2 + (barWidth > 0 ? barWidth + 2 : 0)

    var result = BlockLayout()
    for (index, reading) in panel.readings.enumerated() {
      var row = labels[index].layout(width: max(1, column - 2))
      let isNumber = reading.error == nil && !reading.isText && values[index].naturalWidth <= numberWidth
      var value = values[index].layout(width: max(1, isNumber ? numberWidth : width - column))
      if isNumber { value.align(.right, width: numberWidth) }
      row.place(value, column: column)
      if isNumber, barWidth > 0, let share = reading.share {
        let bar = StyledLine(context.marks.bar(length: share * Double(barWidth)), Style(.series1))
        row.place(BlockLayout(lines: [bar]), column: column + numberWidth + 2)
      }
      if let note = was[index] {
        let place = max(wasColumn, (row.lines.first?.width ?? 0) + 2)
        if place + note.width <= width {
          row.place(BlockLayout(lines: [note]), column: place)
        } else {
          row.append(note.clipped(to: width, marker: context.marks.ellipsis).padded(to: width, .right))
        }
      }
      if isOpen {
        let columns = 0..<min(row.lines.first?.width ?? 0, column + numberWidth)
        row.targets = [Target(.output(calculator: panel.id, name: reading.name), line: 0, columns: columns)]
      }
      result.append(row)
    }
    return result
  }

  /// A line for the label and one for the value, on the narrowest pages.
  private func stacked(width: Int) -> BlockLayout {
    var result = BlockLayout()
    for (index, reading) in panel.readings.enumerated() {
      var row = labels[index].layout(width: width)
      row.append(values[index].layout(width: max(1, width - 2)).indented(by: 2))
      if let note = was[index] {
        row.append(
          BlockLayout(lines: [note.clipped(to: width - 2, marker: context.marks.ellipsis)]).indented(by: 2))
      }
      if isOpen {
        let columns = 0..<(row.lines.first?.width ?? 0)
        row.targets = [Target(.output(calculator: panel.id, name: reading.name), line: 0, columns: columns)]
      }
      result.append(row)
    }
    return result
  }

  private static func value(of reading: Panel.Reading, in context: PageContext) -> MeasuredText {
    var builder = TextBuilder(isASCII: context.isASCII)
    if let error = reading.error {
      builder.add("\(context.marks.wrong) \(error)", Style(.error))
    } else {
      let style = reading.authored == nil ? Style(.live) : Style(.changed, .bold)
      builder.add(
        reading.text.withMinusSigns, style,
        breaking: DisplayWidth.of(reading.text) > longestNumber ? .prose : .none)
    }
    return builder.finish()
  }
}
