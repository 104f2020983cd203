import Content

extension CodeBlock {
  func set(in context: PageContext) -> BlockLayout {
    let margin = context.width >= 60 ? 4 : context.width >= 30 ? 2 : 0
    let source = trimmingLines(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(String($0), isASCII: context.isASCII) }
    let digits = String(source.count).count
    let numberColumns = context.hasLineNumbers && context.width >= 24 ? digits + 2 : 0
    let room = context.width - margin - numberColumns
    var highlighter = language.flatMap(CodeLanguage.named).map(Highlighter.init)
    let lines = source.map { line in highlighter?.line(line) ?? StyledLine(line, Style(.code)) }
    var result = BlockLayout()
    result.overflow = max(0, (lines.map(\.width).max() ?? 0) - room)
    let hidden = min(context.sideways ?? 0, result.overflow)
    for (index, line) in lines.enumerated() {
      var numbered = StyledLine()
      if numberColumns > 0 {
        let number = String(index + 1)
        numbered.append(spaces(digits - number.count) + number + "  ", Style(.faint))
      }
      numbered.append(line.window(hiding: hidden, columns: room, marker: context.marks.ellipsis))
      result.append(numbered)
    }
    return result.indented(by: margin)
  }
}
