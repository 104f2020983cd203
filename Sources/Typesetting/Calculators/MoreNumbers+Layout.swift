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
    var result = title.layout(width: context.width)
    guard isOpen else { return result }
    let margin = context.width < 20 ? 0 : 2
    let inner = context.narrowed(by: margin)
    for id in calculators { result.append(entry(id, in: inner).indented(by: margin)) }
    return result
  }

  /// `title: label value; label value`, a target for each value. Labels may hold commas.
  private func entry(_ id: String, in context: PageContext) -> BlockLayout {
    let workbook = context.book.workbook
    let title = workbook.calculator(id)?.title ?? id
    var builder = TextBuilder(isASCII: context.isASCII)
    let name = builder.action(.calculator(id))
    builder.add(title, Style(.label, .bold), action: name)
    builder.add(": ", Style(.label))
    if let result = workbook.result(of: id) {
      for (index, output) in result.outputs.enumerated() {
        if index > 0 { builder.add("; ", .body) }
        add(output, of: id, to: &builder)
      }
    } else {
      builder.add("no such calculator", Style(.error))
    }
    let text = builder.finish()
    if context.width < 30 { return text.layout(width: context.width) }
    let bullet = Run(context.marks.bullets[0] + " ", Style(.label))
    return text.layout(width: context.width - 2).prefixed(first: [bullet], rest: [Run("  ")], columns: 2)
  }

  private func add(_ output: OutputResult, of id: String, to builder: inout TextBuilder) {
    builder.add((output.label.isEmpty ? output.name : output.label) + " ", .body)
    let action = builder.action(.live(LiveTarget(expression: output.name, calculator: id)))
    if let error = output.error {
      builder.add(Panel.message(error), Style(.error), action: action)
    } else {
      let style = output.isChanged ? Style(.changed, .bold) : Style(.live)
      builder.add(output.text, style, action: action, breaking: .none)
    }
  }
}
