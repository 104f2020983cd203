import Content

extension Quote {
  func set(in context: PageContext, depth: Int) -> BlockLayout {
    if context.width < 8 { return flow(blocks, in: context, depth: depth) }
    let bar = [Run(context.marks.quote + " ", Style(.frame))]
    return flow(blocks, in: context.narrowed(by: 2), depth: depth).prefixed(first: bar, rest: bar, columns: 2)
  }
}

extension HTMLBlock {
  /// Raw HTML has no rendering on a page of text: its source, quietly.
  func set(in context: PageContext) -> BlockLayout {
    setText(trimmingLines(text), Style(.faint), in: context)
  }
}

/// Without line ends at the end.
func trimmingLines(_ text: String) -> String {
  var text = Substring(text)
  while let last = text.last, last.isNewline { text.removeLast() }
  return String(text)
}
