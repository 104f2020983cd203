import Content

extension FigureBlock {
  func set(in context: PageContext) -> BlockLayout {
    let drawing = lines.map { StyledLine(shown($0, isASCII: false), Style(.body)) }
    let width = drawing.reduce(0) { max($0, $1.width) }
    let ascii = context.isASCII ? Self.ascii(drawing.map(\.text)) : nil
    let isDrawable = !context.isASCII || ascii != nil
    let (page, outset) = context.widened(for: width)
    var result = BlockLayout()
    // On a narrow page a few columns of a drawing say less than its words.
    let isTooWide = width > page.width && (context.sideways == nil || context.width < 60)
    if drawing.isEmpty || (!alternative.isEmpty && (!isDrawable || isTooWide)) {
      result = setAlternative(alternative, in: context)
    } else {
      let shownLines =
        ascii?.map { StyledLine($0, Style(.body)) }
        ?? (isDrawable ? drawing : lines.map { StyledLine(shown($0, isASCII: true)) })
      let overflow = max(0, width - page.width)
      let hidden = min(context.sideways ?? 0, overflow)
      result = BlockLayout(
        lines: shownLines.map {
          $0.window(hiding: hidden, columns: page.width, marker: context.marks.ellipsis)
        }
      )
      .indented(by: max(0, (page.width - width) / 2))
      result.overflow = overflow
      result.outset = outset
    }
    // The caption may stand on the next screen.
    if result.lines.count > 1 { result.kept = [result.lines.indices] }
    // Every caption begins where the text does.
    let caption = setCaption("Figure", number: number, caption, in: context)
    if !caption.lines.isEmpty { result.append(caption, blankLines: 1) }
    return result
  }
}

extension FigureBlock {
  /// A drawing of boxes and arrows in ASCII, column by column; nil where a character has no form of one column.
  private static func ascii(_ lines: [String]) -> [String]? {
    var result: [String] = []
    for line in lines {
      var text = ""
      for character in line {
        guard let form = character.isASCII ? character : asciiForms[character] else { return nil }
        text.append(form)
      }
      result.append(text)
    }
    return result
  }

  private static let asciiForms: [Character: Character] = {
    let forms: [(String, Character)] = [
      ("─━┄┈╌═−–", "-"), ("│┃┆┊╎║", "|"), ("┌┐└┘├┤┬┴┼╭╮╯╰┏┓┗┛╔╗╚╝", "+"), ("▶►▸→", ">"), ("◀◄◂←", "<"),
      ("▲△↑", "^"), ("▼▽↓", "v"), ("●∗", "*"), ("○", "o"), ("╱", "/"), ("╲", "\\"), ("⋮", ":"), ("×", "x"),
      ("·", "."), ("≈", "~"), ("\u{A0}", " "),
    ]
    var table: [Character: Character] = [:]
    for (characters, form) in forms {
      for character in characters { table[character] = form }
    }
    return table
  }()
}

/// What a figure shows, in words, in its place.
func setAlternative(_ text: String, in context: PageContext) -> BlockLayout {
  let inner = context.narrowed(by: context.width - Box.room(in: context))
  return Box(title: MeasuredText()).set(setText(text, Style(.label), in: inner), in: context)
}
