import Content
import Engine

extension MoreNumbers {
  /// Names it in `Target.Action.fold`.
  func key(in chapter: Chapter) -> String { "\(chapter.id):\(range.start.line):numbers" }

  func set(in context: PageContext) -> BlockLayout {
    let key = key(in: context.chapter)
    let isOpen = context.isPrinted || context.unfolded.contains(key)
    let marks = context.marks
    let mark = context.isPrinted ? "" : (isOpen ? marks.fold.open : marks.fold.closed) + " "
    let count = calculators.count == 1 ? "1 calculation" : "\(calculators.count) calculations"
    var title = measuredTitle(
      [(mark + "More numbers", Style(.callout, .bold)), (marks.separator + count, Style(.label))], in: context
    )
    if !context.isPrinted { title.actAs(.fold(key)) }
    var result = title.hanging(by: DisplayWidth.of(mark), width: context.width)
    guard isOpen else { return result }
    let margin = context.width < 20 ? 0 : 2
    let inner = context.narrowed(by: margin)
    let entries = calculators.map { entry($0, in: inner) }
    let widest = entries.joined().reduce(0) { max($0, $1.label.naturalWidth) }
    let column = min(widest, inner.width * 3 / 5)
    for (id, rows) in zip(calculators, entries) {
      result.append(heading(of: id, in: inner).indented(by: margin))
      for row in rows { result.append(row.set(in: inner, column: column).indented(by: margin)) }
    }
    return result
  }

  /// The title of a calculator, which opens it.
  private func heading(of id: String, in context: PageContext) -> BlockLayout {
    let workbook = context.book.workbook
    var builder = TextBuilder(isASCII: context.isASCII)
    let action = builder.action(.calculator(id))
    builder.add(workbook.calculator(id)?.title ?? id, Style(.label, .bold), action: action)
    if workbook.result(of: id) == nil { builder.add(": no such calculator", Style(.error)) }
    return builder.finish().layout(width: context.width)
  }

  /// A row for each output of a calculator, its value a target.
  private func entry(_ id: String, in context: PageContext) -> [NumberRow] {
    (context.book.workbook.result(of: id)?.outputs ?? []).map { output in
      var label = TextBuilder(isASCII: context.isASCII)
      label.add(output.label.isEmpty ? output.name : output.label, .body)
      var value = TextBuilder(isASCII: context.isASCII)
      let action = value.action(.live(LiveTarget(expression: output.name, calculator: id)))
      if let error = output.error {
        value.add(Panel.message(error), Style(.error), action: action)
      } else {
        let style = output.isChanged ? Style(.changed, .bold) : Style(.live)
        value.add(
          output.text.withMinusSigns, style, action: action,
          breaking: output.text.contains(",") ? .code : .none)
      }
      return NumberRow(label: label.finish(), value: value.finish())
    }
  }
}

/// A label and its value, in two columns.
private struct NumberRow {
  var label: MeasuredText
  var value: MeasuredText

  func set(in context: PageContext, column: Int) -> BlockLayout {
    let indent = context.width < 30 ? 0 : 2
    let room = context.width - indent
    if column + 2 + min(12, value.naturalWidth) > room {
      var result = label.layout(width: room)
      result.append(value.layout(width: max(1, room - 2)).indented(by: min(2, room - 1)))
      return result.indented(by: indent)
    }
    var result = label.layout(width: column)
    result.place(value.layout(width: room - column - 2), column: column + 2)
    return result.indented(by: indent)
  }
}
