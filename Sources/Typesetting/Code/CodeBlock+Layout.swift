import Content

extension CodeBlock {
  func set(in context: PageContext) -> BlockLayout {
    let margin = context.width >= 60 ? 4 : context.width >= 30 ? 2 : 0
    let source = trimmingLines(text).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .map { shown(String(Substring($0)), isASCII: context.isASCII) }
    let digits = String(source.count).count
    let numberColumns = context.hasLineNumbers && context.width >= 24 ? digits + 2 : 0
    let room = context.width - margin - numberColumns
    var highlighter = language.flatMap(CodeLanguage.named).map(Highlighter.init)
    let lines = source.map { line in highlighter?.line(line) ?? StyledLine(line, Style(.code)) }
    var result = BlockLayout()
    let isFolded = context.isPrinted && room >= 20
    result.overflow = isFolded ? 0 : max(0, (lines.map(\.width).max() ?? 0) - room)
    let hidden = min(context.sideways ?? 0, result.overflow)
    for (index, line) in lines.enumerated() {
      var number = StyledLine()
      if numberColumns > 0 {
        let digitsOfLine = String(index + 1)
        number.append(spaces(digits - digitsOfLine.count) + digitsOfLine + "  ", Style(.faint))
      }
      // On paper nothing can be moved sideways, so that what is too long goes on below.
      if isFolded, line.width > room {
        let parts = line.folded(to: room, mark: Run(context.marks.continuation, Style(.faint)))
        for (place, part) in parts.enumerated() {
          result.append((place == 0 ? number : StyledLine(spaces(numberColumns))).appending(part))
        }
      } else {
        result.append(
          number.appending(line.window(hiding: hidden, columns: room, marker: context.marks.ellipsis)))
      }
    }
    return result.indented(by: margin)
  }
}
