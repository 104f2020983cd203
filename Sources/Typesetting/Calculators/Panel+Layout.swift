import Content
import Engine

extension CalculatorBlock {
  func set(in context: PageContext) -> BlockLayout {
    guard var result = context.book.workbook.result(of: id) else {
      return setText("There is no calculator \u{201C}\(id)\u{201D} in this book.", Style(.error), in: context)
    }
    if let pinned = context.pinned?.result(of: id) { result.compare(with: pinned) }
    let notes = outputs == nil ? context.book.workbook.calculator(id)?.notes ?? [] : []
    if let outputs { result.outputs = result.outputs.filter { outputs.contains($0.name) } }
    var panel = Panel(id: id, title: title, number: number, result: result, notes: notes)
    // What belongs to no value that is shown: a line that can not be read, a check that does not hold.
    let shown = Set(
      result.outputs.compactMap { $0.error?.message } + result.inputs.compactMap { $0.error?.message })
    panel.problems = context.book.workbook.diagnostics(of: id).filter { !shown.contains($0.message) }
      .map { [$0.message, $0.hint].compactMap(\.self).joined(separator: "; ") }
    return panel.set(in: context)
  }
}

extension CalculatorResult {
  /// Puts the values of another state in the place of the author's.
  fileprivate mutating func compare(with other: CalculatorResult) {
    for index in inputs.indices where index < other.inputs.count {
      inputs[index].authored = other.inputs[index].text
      inputs[index].isChanged = inputs[index].value != other.inputs[index].value
    }
    for index in outputs.indices where index < other.outputs.count {
      outputs[index].authored = other.outputs[index].text
      outputs[index].isChanged = outputs[index].value != other.outputs[index].value
    }
  }
}

extension Panel {
  /// Columns between inputs and outputs side by side.
  private static let gutter = 4

  func set(in context: PageContext) -> BlockLayout {
    let state = context.panel.flatMap { $0.calculator == id ? $0 : nil }
    let marks = context.marks
    let inner = context.narrowed(by: context.width - Box.room(in: context))
    var content = body(state, in: inner)
    for reason in missing {
      content.append(setText("\(context.marks.alert) \(reason)", Style(.caution), in: inner), blankLines: 1)
    }
    for problem in problems {
      content.append(setText("\(context.marks.alert) \(problem)", Style(.error), in: inner))
    }
    for note in notes where !note.isEmpty {
      content.append(setText("Note: " + note, Style(.faint), in: inner), blankLines: 1)
    }

    var label = "Calculator"
    if let number { label += "\u{A0}" + number }
    var heading = measuredTitle(
      [(label + marks.separator, Style(.callout)), (title, Style(.callout, .bold))], in: context)
    heading.actAs(.calculator(id))
    let footer: KeyLine
    if state == nil {
      // It opens wherever it is clicked.
      footer = KeyLine(context.isPrinted ? StyledLine() : StyledLine("Enter opens", Style(.faint)))
    } else {
      footer = help(isTyping: state?.entry != nil, in: context)
    }
    let style = Style(state == nil ? .frame : .callout)
    var result = Box(title: heading, style: style, footer: footer).set(content, in: context)
    result.panels = [PanelLines(calculator: id, lines: 0..<result.lines.count)]
    return result
  }

  /// The keys of the open panel, as many as fit.
  private func help(isTyping: Bool, in context: PageContext) -> KeyLine {
    let hints: [(keys: String, text: String)] =
      isTyping
      ? [("Enter", "take it"), ("Esc", "leave it as it was")]
      : [
        ("Tab", "next"), ("", "type a value"), (context.marks.leftRight, "step"), ("r", "reset"),
        ("R", "all"),
        ("Esc", "close"),
      ]
    let style = Style(.label)
    // The last one must stay: it is the way out.
    for dropped in 0..<hints.count {
      var line = KeyLine()
      for hint in hints.prefix(hints.count - 1 - dropped) + hints.suffix(1) {
        if line.width > 0 { line.append(context.isASCII ? " - " : " · ", style) }
        if hint.keys.isEmpty {
          line.append(hint.text, style)
        } else {
          line.append(keys: hint.keys, hint.text, nameStyle: style, style: style)
        }
      }
      if line.width <= context.width - 5 { return line }
    }
    return KeyLine()
  }

  private func body(_ state: PanelState?, in context: PageContext) -> BlockLayout {
    let inputs = InputColumn(panel: self, state: state, context: context)
    let chosen = readings.count > 1 ? state?.output : nil
    let outputs = OutputColumn(panel: self, isOpen: state != nil, chosen: chosen, context: context)
    let message = state?.message ?? ""
    let refused = "\(context.marks.alert) \(message)"
    if !fields.isEmpty && inputs.leastWidth + Self.gutter + outputs.leastWidth <= context.width {
      // Outputs begin in the middle where both sides have the room, their bars included.
      let nearest = inputs.leastWidth + Self.gutter
      let middle = max(nearest, context.width / 2)
      let column = max(nearest, min(middle, context.width - outputs.wantedWidth))
      let left = context.narrowed(by: context.width - column + Self.gutter)
      var result = inputs.set(width: left.width)
      if !message.isEmpty { result.append(setText(refused, Style(.error), in: left), blankLines: 1) }
      result.place(outputs.set(width: context.width - column), column: column)
      return result
    }
    let labelWidth = max(inputs.labelWidth, outputs.labelWidth)
    var result = inputs.set(width: context.width, labelWidth: labelWidth)
    if !message.isEmpty { result.append(setText(refused, Style(.error), in: context), blankLines: 1) }
    result.append(outputs.set(width: context.width, labelWidth: labelWidth), blankLines: 1)
    return result
  }
}
