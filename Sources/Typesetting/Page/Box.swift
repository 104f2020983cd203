/// A closed frame with a title in its upper edge and a quiet line of help in its lower edge.
struct Box {
  var title: MeasuredText
  var style = Style(.frame)
  /// Stands in the lower edge, where it fits.
  var footer = KeyLine()
  /// Columns between the frame and its content.
  var padding = 2

  /// Columns that are left for the content.
  static func room(in context: PageContext, padding: Int = 2) -> Int {
    context.width < 16 ? context.width : context.width - 2 - 2 * effectivePadding(padding, context.width)
  }

  private static func effectivePadding(_ padding: Int, _ width: Int) -> Int {
    width < 44 ? min(1, padding) : padding
  }

  func set(_ content: BlockLayout, in context: PageContext) -> BlockLayout {
    let marks = context.marks
    let width = context.width
    var result = BlockLayout()
    if width < 16 {
      result.append(title.layout(width: width))
      result.append(content)
      return result
    }
    let padding = Self.effectivePadding(padding, width)
    let inner = width - 2 - 2 * padding
    let titleWidth = title.naturalWidth
    let fits = titleWidth + 5 <= width && !title.words.isEmpty
    var top = StyledLine([Run(marks.topLeft, style)])
    if fits {
      top.append(" ", style)
      var heading = title.layout(width: titleWidth).prefixed(
        first: top.runs, rest: [], columns: 2)
      heading.lines[0].append(" " + marks.line(width - 4 - titleWidth) + marks.topRight, style)
      result.append(heading)
    } else {
      top.append(marks.line(width - 2) + marks.topRight, style)
      result.append(top)
    }
    var body = BlockLayout()
    if !fits && !title.words.isEmpty { body.append(title.layout(width: inner)) }
    body.append(content, blankLines: 1)
    let left = [Run(marks.vertical, style), Run(spaces(padding))]
    for index in body.lines.indices {
      body.lines[index] = body.lines[index].padded(to: inner + padding)
      body.lines[index].append(marks.vertical, style)
    }
    if !body.lines.isEmpty {
      result.append(body.prefixed(first: left, rest: left, columns: 1 + padding))
    }
    var bottom = StyledLine([Run(marks.bottomLeft, style)])
    let footerWidth = footer.width
    if footerWidth > 0 && footerWidth + 5 <= width {
      bottom.append(marks.line(width - 5 - footerWidth) + " ", style)
      result.keys += footer.keys.map { $0.moved(lines: result.lines.count, columns: bottom.width) }
      bottom.append(footer.line)
      bottom.append(" " + marks.horizontal, style)
    } else {
      bottom.append(marks.line(width - 2), style)
    }
    bottom.append(marks.bottomRight, style)
    result.append(bottom)
    return result
  }
}

/// A callout's frame: its title on a line to the right edge, a bar at the left, a short foot. Open at the right, so
/// that text in it can be selected and nested frames stay light.
struct OpenFrame {
  var title: MeasuredText
  var style = Style(.callout)

  static func room(in context: PageContext) -> Int { context.width < 12 ? context.width : context.width - 2 }

  func set(_ content: BlockLayout, in context: PageContext) -> BlockLayout {
    let marks = context.marks
    let width = context.width
    var result = BlockLayout()
    if width < 12 {
      result.append(title.layout(width: width))
      result.append(content)
      return result
    }
    // The frame goes on behind the last line of a title, and what is below its first stands further in: so it ends
    // where it ends without colour too.
    var heading = title.hanging(by: 2, width: width - 2)
    let last = heading.lines.count - 1
    let used = (heading.lines.last?.width ?? width) + 2
    if used + 3 <= width { heading.lines[last].append(" " + marks.line(width - used - 1), style) }
    result.append(
      heading.prefixed(
        first: [Run(marks.topLeft + " ", style)], rest: [Run(marks.vertical + " ", style)], columns: 2))
    if !content.lines.isEmpty {
      let bar = [Run(marks.vertical + " ", style)]
      result.append(content.prefixed(first: bar, rest: bar, columns: 2))
    }
    result.append(StyledLine(marks.bottomLeft + marks.line(2), style))
    return result
  }
}

/// A title of the program's own words and of content, measured.
func measuredTitle(_ parts: [(String, Style)], in context: PageContext) -> MeasuredText {
  var builder = TextBuilder(isASCII: context.isASCII)
  for (text, style) in parts { builder.add(text, style) }
  return builder.finish()
}
