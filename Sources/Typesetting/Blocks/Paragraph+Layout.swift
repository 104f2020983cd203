import Content

extension Paragraph {
  func set(in context: PageContext) -> BlockLayout {
    setParagraph(content, in: context)
  }
}

/// Sets running text. Text with live numbers leaves room for the change mark at its right edge, so that the lines
/// stay as they are when a number changes.
func setParagraph(_ content: [Inline], _ style: Style = .body, in context: PageContext) -> BlockLayout {
  let text = InlineText.measure(content, style, in: context)
  let hasRoom = text.hasLive && context.width >= 16
  var layout = text.layout(
    width: hasRoom ? context.width - 2 : context.width, isJustified: context.isJustified)
  if hasRoom && text.isChanged { layout.markChange(in: context) }
  return layout
}

extension BlockLayout {
  /// A quiet mark at the right edge of every line: something here follows changed inputs.
  mutating func markChange(in context: PageContext) {
    let mark = Run(context.marks.change, Style(.changed))
    for index in lines.indices {
      lines[index] = lines[index].padded(to: context.width - 1)
      lines[index].runs.append(mark)
    }
  }
}

/// Sets plain text of the program or of an attribute.
func setText(_ text: String, _ style: Style = .body, in context: PageContext) -> BlockLayout {
  var builder = TextBuilder(isASCII: context.isASCII)
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    if index > 0 { builder.lineBreak() }
    builder.add(String(line), style)
  }
  return builder.finish().layout(width: context.width)
}
