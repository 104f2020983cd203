import Content
import Engine

extension CalculatorBlock {
  func set(in context: PageContext) -> BlockLayout {
    guard let result = context.book.workbook.result(of: id) else {
      return setText("There is no calculator \u{201C}\(id)\u{201D} in this book.", Style(.error), in: context)
    }
    let notes = context.book.workbook.calculator(id)?.notes ?? []
    return Panel(id: id, title: title, number: number, result: result, notes: notes).set(in: context)
  }
}

extension Panel {
  /// Columns between inputs and outputs side by side.
  private static let gutter = 4
  private static let longestBar = 16

  func set(in context: PageContext) -> BlockLayout {
    let state = context.panel.flatMap { $0.calculator == id ? $0 : nil }
    let marks = context.marks
    let inner = context.narrowed(by: context.width - Box.room(in: context))
    var content = body(state, in: inner)
    for note in notes where !note.isEmpty {
      content.append(setText("Note: " + note, Style(.faint), in: inner), blankLines: 1)
    }

    var label = "Calculator"
    if let number { label += "\u{A0}" + number }
    var heading = measuredTitle(
      [(label + marks.separator, Style(.callout)), (title, Style(.callout, .bold))], in: context)
    heading.actAs(.calculator(id))
    let footer: StyledLine
    if state == nil {
      footer = context.isPrinted ? StyledLine() : StyledLine("Enter opens", Style(.faint))
    } else {
      footer = help(in: context)
    }
    let style = Style(state == nil ? .frame : .callout)
    return Box(title: heading, style: style, footer: footer).set(content, in: context)
  }

  /// The keys of the open panel, as many as fit.
  private func help(in context: PageContext) -> StyledLine {
    let keys = [
      "Tab next", "type a value", "\(context.marks.leftRight) step", "r reset", "R all", "Esc close",
    ]
    let room = context.width - 6
    // The last one must stay: it is the way out.
    for dropped in 0..<keys.count {
      let text = (keys.prefix(keys.count - 1 - dropped) + keys.suffix(1)).joined(
        separator: context.marks.separator)
      if DisplayWidth.of(text) <= room { return StyledLine(text, Style(.label)) }
    }
    return StyledLine()
  }

  private func body(_ state: PanelState?, in context: PageContext) -> BlockLayout {
    var left = inputColumn(state, in: context)
    let right = outputColumn(isOpen: state != nil, width: context.width, in: context)
    let sideBySide = left.width + Self.gutter + right.width <= context.width && !left.lines.isEmpty
    if let message = state?.message, !message.isEmpty {
      let refused = setText(
        "\(context.marks.alert) \(message)", Style(.error),
        in: context.narrowed(by: sideBySide ? right.width + Self.gutter : 0))
      left.append(refused, blankLines: 1)
    }
    if sideBySide {
      let start = max(left.width + Self.gutter, context.width / 2 - 2)
      let column = min(start, context.width - right.width)
      left.place(
        outputColumn(isOpen: state != nil, width: context.width - column, in: context), column: column)
      return left
    }
    left.append(right, blankLines: left.lines.isEmpty ? 0 : 1)
    return left
  }

  // MARK: Inputs

  private func inputColumn(_ state: PanelState?, in context: PageContext) -> BlockLayout {
    let values = fields.map { field -> MeasuredText in
      let isFocused = state?.input == field.name
      return value(of: field, isFocused: isFocused, entry: isFocused ? state?.entry : nil, in: context)
    }
    let labels = fields.map { measuredTitle([($0.label, Style(.label))], in: context) }
    let column = labelColumn(labels, values, in: context)
    var result = BlockLayout()
    for (index, field) in fields.enumerated() {
      var row = labels[index].layout(width: max(1, column - 1))
      row.place(values[index].layout(width: max(1, context.width - column)), column: column)
      if state != nil {
        row.targets = [
          Target(
            .input(calculator: id, name: field.name), line: 0, columns: 0..<(row.lines.first?.width ?? 0))
        ]
      }
      result.append(row)
    }
    return result
  }

  /// The column in which values begin: behind the longest label, but with room for the values.
  private func labelColumn(_ labels: [MeasuredText], _ values: [MeasuredText], in context: PageContext) -> Int
  {
    let widestLabel = labels.reduce(0) { max($0, $1.naturalWidth) }
    let widestValue = values.reduce(0) { max($0, $1.naturalWidth) }
    let wanted = widestLabel + 1
    if wanted + widestValue <= context.width { return wanted }
    return max(1, min(wanted, max(context.width - widestValue, context.width / 2)))
  }

  private func value(of field: Field, isFocused: Bool, entry: EntryState?, in context: PageContext)
    -> MeasuredText
  {
    let marks = context.marks
    var builder = TextBuilder(isASCII: context.isASCII)
    let mark = Style(.changed, .bold)
    builder.add(isFocused ? marks.focus.before : spaces(marks.focus.before.count), mark, breaking: .none)
    if let entry {
      builder.add(entry: entry, style: Style(.changed, .bold))
    } else if let error = field.error, field.text.isEmpty {
      builder.add(error, Style(.error))
    } else {
      let isChanged = field.authored != nil
      builder.add(
        field.text, isChanged ? Style(.changed, .bold) : Style(.body, isFocused ? .bold : []),
        breaking: DisplayWidth.of(field.text) > 24 ? .prose : .none)
    }
    if isFocused { builder.add(marks.focus.after, mark, breaking: .none) }
    if let authored = field.authored {
      builder.add("  ", .body, breaking: .code)
      builder.add("(" + authored + ")", Style(.faint), breaking: .none)
    }
    return builder.finish()
  }

  // MARK: Outputs

  private func outputColumn(isOpen: Bool, width: Int, in context: PageContext) -> BlockLayout {
    let labels = readings.map { measuredTitle([($0.label, Style(.label))], in: context) }
    let values = readings.map { value(of: $0, in: context) }
    let plain = zip(readings, values).filter { $0.0.error == nil }.map(\.1)
    // Long texts (a verdict, a list) do not set the width of the numbers' column.
    let numbers = plain.map(\.naturalWidth).filter { $0 <= 16 }
    let valueWidth = min(numbers.max() ?? plain.map(\.naturalWidth).max() ?? 0, width)
    let widestLabel = labels.reduce(0) { max($0, $1.naturalWidth) }
    let column =
      widestLabel + 2 + valueWidth <= width
      ? widestLabel + 2 : max(1, min(widestLabel + 2, max(width - valueWidth, width / 2)))
    let was = readings.map { reading in
      reading.authored.map { StyledLine("was " + shown($0, isASCII: context.isASCII), Style(.faint)) }
    }
    let wasWidth = was.reduce(0) { max($0, $1?.width ?? 0) }
    let behind = width - column - valueWidth
    let hasBars = readings.contains { $0.share != nil }
    let barRoom = behind - 2 - (wasWidth > 0 ? wasWidth + 2 : 0)
    let barWidth = hasBars && barRoom >= 6 ? min(Self.longestBar, barRoom) : 0
    let wasColumn = column + valueWidth + 2 + (barWidth > 0 ? barWidth + 2 : 0)

    var result = BlockLayout()
    for (index, reading) in readings.enumerated() {
      var row = labels[index].layout(width: max(1, column - 2))
      let isNumber = reading.error == nil && values[index].naturalWidth <= valueWidth
      var value = values[index].layout(width: max(1, isNumber ? valueWidth : width - column))
      if isNumber { value.align(.right, width: valueWidth) }
      row.place(value, column: column)
      if isNumber, barWidth > 0, let share = reading.share {
        let bar = StyledLine(context.marks.bar(length: share * Double(barWidth)), Style(.series1))
        row.place(BlockLayout(lines: [bar]), column: column + valueWidth + 2)
      }
      if let note = was[index] {
        let end = row.lines.first?.width ?? 0
        let place = max(wasColumn, end + 2)
        if place + note.width <= width {
          row.place(BlockLayout(lines: [note]), column: place)
        } else {
          row.append(note.clipped(to: width, marker: context.marks.ellipsis).padded(to: width, .right))
        }
      }
      if isOpen {
        row.targets = [
          Target(
            .output(calculator: id, name: reading.name), line: 0,
            columns: 0..<min(row.lines.first?.width ?? 0, column + valueWidth))
        ]
      }
      result.append(row)
    }
    return result
  }

  private func value(of reading: Reading, in context: PageContext) -> MeasuredText {
    var builder = TextBuilder(isASCII: context.isASCII)
    if let error = reading.error {
      builder.add("\(context.marks.wrong) \(error)", Style(.error))
    } else {
      let style = reading.authored == nil ? Style(.live) : Style(.changed, .bold)
      builder.add(
        reading.text, style, breaking: DisplayWidth.of(reading.text) > 16 ? .prose : .none)
    }
    return builder.finish()
  }
}
