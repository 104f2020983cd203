import Content

extension CodeBlock {
  func set(in context: PageContext) -> BlockLayout {
    let margin = context.width >= 60 ? 4 : context.width >= 30 ? 2 : 0
    let room = context.width - margin
    let lines = trimmingLines(text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(String($0), isASCII: context.isASCII) }
    var highlighter = language.flatMap(CodeLanguage.named).map(Highlighter.init)
    var result = BlockLayout()
    for line in lines {
      let styled = highlighter?.line(line) ?? StyledLine(line, Style(.code))
      // On paper nothing can be moved sideways, so that what is too long goes on below.
      if context.isPrinted, styled.width > room, room >= 20 {
        for part in styled.folded(to: room, mark: Run(context.marks.continuation, Style(.faint))) {
          result.append(part)
        }
      } else {
        result.append(styled.clipped(to: room, marker: context.marks.ellipsis))
      }
    }
    return result.indented(by: margin)
  }
}
