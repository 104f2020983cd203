import Content

extension HTMLBlock {
  /// What the HTML says, without its tags: text, the names of pictures, summaries; nothing for comments.
  func set(in context: PageContext) -> BlockLayout {
    var result = BlockLayout()
    for line in HTMLText(text).lines {
      let style: Style =
        switch line.kind {
        case .text: .body
        case .heading: Style(.heading, .bold)
        case .summary: Style(.callout, .bold)
        }
      var builder = TextBuilder(isASCII: context.isASCII)
      if line.kind == .summary { builder.add(context.marks.fold.open + " ", style) }
      builder.add(line.text, style)
      result.append(builder.finish().layout(width: context.width))
    }
    return result
  }
}
