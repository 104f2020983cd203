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
      result.append(styled.clipped(to: room, marker: context.marks.ellipsis))
    }
    return result.indented(by: margin)
  }
}
