import Content

extension Heading {
  func set(in context: PageContext) -> BlockLayout {
    let style =
      switch level {
      case ...3: Style(.heading, .bold)
      // Another colour and slanted or underlined, so that every theme tells it from the level above.
      case 4: Style(.callout, [.bold, .italic])
      default: Style(.body, .italic)
      }
    let text = InlineText.measure(content, style, in: context)
    let prefix = number.map { shown($0, isASCII: context.isASCII) + (level == 1 ? "  " : " ") } ?? ""
    let columns = DisplayWidth.of(prefix)
    var layout: BlockLayout
    if prefix.isEmpty || columns * 3 > context.width {
      layout = text.layout(width: context.width)
    } else {
      layout = text.layout(width: context.width - columns).prefixed(
        first: [Run(prefix, style)], rest: [Run(spaces(columns))], columns: columns)
    }
    let marks = context.marks
    switch level {
    case 1:
      layout.append(StyledLine(String(repeating: marks.heavy, count: context.width), Style(.frame)))
    case 2:
      layout.append(StyledLine(marks.line(context.width), Style(.frame)))
    default:
      break
    }
    return layout
  }
}
