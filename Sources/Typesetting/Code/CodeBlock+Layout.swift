import Content

extension CodeBlock {
  func set(in context: PageContext) -> BlockLayout {
    let source = trimmingLines(text).utf8.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .map { shown(String(Substring($0)), isASCII: context.isASCII) }
    let digits = String(source.count).count
    let numberColumns = context.hasLineNumbers && context.width >= 24 ? digits + 2 : 0
    var highlighter = language.flatMap(CodeLanguage.named).map(Highlighter.init)
    let lines = source.map { line in highlighter?.line(line) ?? StyledLine(line, Style(.code)) }
    let longest = (lines.map(\.width).max() ?? 0) + numberColumns
    // The indent gives way to lines that fit without it; wider ones take the margins of the page.
    let wanted = context.width >= 60 ? 4 : context.width >= 30 ? 2 : 0
    let (page, outset) = context.widened(for: longest)
    let isFolded = context.isPrinted && page.width - numberColumns >= 20
    let margin = longest <= page.width ? min(wanted, page.width - longest) : wanted
    let room = page.width - margin - numberColumns
    var result = BlockLayout()
    result.overflow = isFolded ? 0 : max(0, longest - numberColumns - room)
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
    // On a screen a rule sets it off the prose, in every theme; text on paper is there to be copied.
    if margin >= 2, !context.isPrinted {
      let rule = [Run(spaces(margin - 2)), Run(context.marks.vertical + " ", Style(.frame))]
      result = result.prefixed(first: rule, rest: rule, columns: margin)
    } else {
      result = result.indented(by: margin)
    }
    result.outset = outset
    return result
  }
}
