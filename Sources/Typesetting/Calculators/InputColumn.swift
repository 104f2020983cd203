import Engine

/// The inputs of a panel: label and value, the one in focus between marks, changed ones with the author's value.
struct InputColumn {
  let panel: Panel
  let state: PanelState?
  let context: PageContext
  private let labels: [MeasuredText]
  private let values: [MeasuredText]
  /// Columns of the longest label.
  let labelWidth: Int
  /// Columns that it takes without wrapping, with room for the author's values, so that nothing moves when an input is
  /// changed.
  let leastWidth: Int

  init(panel: Panel, state: PanelState?, context: PageContext) {
    self.panel = panel
    self.state = state
    self.context = context
    labels = panel.fields.map { measuredTitle([($0.label, Style(.label))], in: context) }
    values = panel.fields.map { field in
      let isFocused = state?.input == field.name
      return Self.value(of: field, isFocused: isFocused, entry: isFocused ? state?.entry : nil, in: context)
    }
    labelWidth = labels.reduce(0) { max($0, $1.naturalWidth) }
    let marks = 2 * DisplayWidth.of(context.marks.focus.before)
    let valueWidth = zip(panel.fields, values).reduce(0) { widest, row in
      let text = DisplayWidth.of(row.0.text)
      let reserved = row.0.authored == nil && text <= 8 ? text + 4 : 0
      return max(widest, max(row.1.naturalWidth, text + marks + reserved))
    }
    leastWidth = labelWidth + 1 + valueWidth
  }

  func set(width: Int, labelWidth: Int? = nil) -> BlockLayout {
    let widestValue = values.reduce(0) { max($0, $1.naturalWidth) }
    var column = max(labelWidth ?? 0, self.labelWidth) + 1
    if column + widestValue > width { column = self.labelWidth + 1 }
    // On the narrowest pages a value stands below its label; elsewhere long labels and values wrap in their columns.
    let isStacked = column + widestValue > width && width < 30
    if column + widestValue > width { column = max(1, min(column, max(width - widestValue, width / 2))) }
    var result = BlockLayout()
    for (index, field) in panel.fields.enumerated() {
      var row = labels[index].layout(width: isStacked ? width : max(1, column - 1))
      if isStacked {
        row.append(value(index, width: width))
      } else {
        row.place(value(index, width: max(1, width - column)), column: column)
      }
      if state != nil {
        let columns = 0..<(row.lines.first?.width ?? 0)
        row.targets = [Target(.input(calculator: panel.id, name: field.name), line: 0, columns: columns)]
      }
      result.append(row)
    }
    return result
  }

  /// A value; where it takes several lines, all stand behind the room of the focus mark.
  private func value(_ index: Int, width: Int) -> BlockLayout {
    let mark = DisplayWidth.of(context.marks.focus.before)
    guard values[index].naturalWidth > width, width > 4 * mark else {
      return values[index].layout(width: width)
    }
    return values[index].layout(width: width - mark).prefixed(
      first: [], rest: [Run(spaces(mark))], columns: 0)
  }

  private static func value(
    of field: Panel.Field, isFocused: Bool, entry: EntryState?, in context: PageContext
  ) -> MeasuredText {
    let marks = context.marks
    var builder = TextBuilder(isASCII: context.isASCII)
    let mark = Style(.changed, .bold)
    builder.add(
      isFocused ? marks.focus.before : spaces(marks.focus.before.count), isFocused ? mark : .body,
      breaking: .none)
    if let entry {
      builder.add(entry: entry, style: Style(.changed, .bold))
    } else if let error = field.error, field.text.isEmpty {
      builder.add(error, Style(.error))
    } else {
      let isChanged = field.authored != nil
      builder.add(
        field.text.withMinusSigns.keepingInnerLists,
        isChanged ? Style(.changed, .bold) : Style(.body, isFocused ? .bold : []),
        breaking: field.text.hasPrefix("[") || DisplayWidth.of(field.text) > 24 ? .prose : .none)
    }
    if isFocused { builder.add(marks.focus.after, mark, breaking: .none) }
    if let authored = field.authored {
      builder.add("  ", .body, breaking: .code)
      builder.add("(" + authored.withMinusSigns + ")", Style(.faint), breaking: .none)
    }
    return builder.finish()
  }
}

extension String {
  /// With spaces that do not break in the lists of a list, as long as they are short: lines break between the rows of a
  /// matrix.
  fileprivate var keepingInnerLists: String {
    guard hasPrefix("[[") else { return self }
    let rows = split(separator: "], [", omittingEmptySubsequences: false)
    guard rows.allSatisfy({ $0.count <= 24 }) else { return self }
    return rows.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: "], [")
  }
}
