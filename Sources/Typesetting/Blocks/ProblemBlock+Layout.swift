import Content

extension ProblemBlock {
  func set(in context: PageContext) -> BlockLayout {
    let inner = context.narrowed(by: context.width - Box.room(in: context))
    var content = setText(message, Style(.error), in: inner)
    if let advice, !advice.isEmpty { content.append(setText(advice, Style(.label), in: inner)) }
    let lines = trimmingLines(source).split(separator: "\n", omittingEmptySubsequences: false)
    if !source.isEmpty {
      content.append(StyledLine())
      for line in lines.prefix(20) {
        let line = StyledLine(shown(String(line), isASCII: context.isASCII), Style(.code))
        content.append(line.clipped(to: inner.width, marker: context.marks.ellipsis))
      }
      if lines.count > 20 { content.append(StyledLine(context.marks.ellipsis, Style(.faint))) }
    }
    let title = measuredTitle(
      [
        (
          "\(context.marks.alert) Not shown\(context.marks.separator)line \(range.start.line)",
          Style(.error, .bold)
        )
      ],
      in: context)
    return Box(title: title, style: Style(.error)).set(content, in: context)
  }
}
