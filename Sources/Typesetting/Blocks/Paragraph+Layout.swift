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
  var layout = text.layout(width: hasRoom ? context.width - 2 : context.width)
  if hasRoom && text.isChanged {
    let mark = Run(context.marks.change, Style(.changed))
    for index in layout.lines.indices {
      layout.lines[index] = layout.lines[index].padded(to: context.width - 1)
      layout.lines[index].runs.append(mark)
    }
  }
  return layout
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
