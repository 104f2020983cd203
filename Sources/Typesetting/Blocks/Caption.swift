import Content

/// Sets a caption: `Table 5.1 · What is shown`.
func setCaption(_ kind: String, number: String?, _ caption: [Inline], in context: PageContext) -> BlockLayout
{
  let label = number.map { kind + "\u{A0}" + $0 }
  if label == nil && caption.isEmpty { return BlockLayout() }
  var content: [Inline] = []
  if let label {
    content.append(.strong([.text(caption.isEmpty ? label : label + context.marks.separator)]))
  }
  content += caption
  return InlineText.measure(content, Style(.label), in: context).layout(width: context.width)
}
