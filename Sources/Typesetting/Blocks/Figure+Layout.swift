import Content

extension FigureBlock {
  func set(in context: PageContext) -> BlockLayout {
    let drawing = lines.map { StyledLine(shown($0, isASCII: false), Style(.body)) }
    let width = drawing.reduce(0) { max($0, $1.width) }
    let isDrawable = !context.isASCII || drawing.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    var result = BlockLayout()
    // On a narrow page a few columns of a drawing say less than its words.
    let isTooWide = width > context.width && (context.sideways == nil || context.width < 60)
    if drawing.isEmpty || (!alternative.isEmpty && (!isDrawable || isTooWide)) {
      result = setAlternative(alternative, in: context)
    } else {
      let shownLines = isDrawable ? drawing : lines.map { StyledLine(shown($0, isASCII: true)) }
      let overflow = max(0, width - context.width)
      let hidden = min(context.sideways ?? 0, overflow)
      result = BlockLayout(
        lines: shownLines.map {
          $0.window(hiding: hidden, columns: context.width, marker: context.marks.ellipsis)
        }
      )
      .indented(by: max(0, (context.width - width) / 2))
      result.overflow = overflow
    }
    var caption = setCaption("Figure", number: number, caption, in: context)
    if caption.lines.isEmpty { return result }
    // A drawing in the middle of the page has its caption there too.
    if caption.lines.count == 1 && result.width < context.width {
      caption = caption.indented(by: (context.width - caption.width) / 2)
    }
    result.append(caption, blankLines: 1)
    return result
  }
}

/// What a figure shows, in words, in its place.
func setAlternative(_ text: String, in context: PageContext) -> BlockLayout {
  let inner = context.narrowed(by: context.width - Box.room(in: context))
  return Box(title: MeasuredText()).set(setText(text, Style(.label), in: inner), in: context)
}
