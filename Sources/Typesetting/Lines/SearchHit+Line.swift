import Content

extension [SearchHit.Piece] {
  /// The pieces in one line, those that were searched for bold and underlined.
  public func line(_ style: Style = .body, isASCII: Bool = false) -> StyledLine {
    var line = StyledLine()
    for piece in self {
      var shown = style
      if piece.isMatch { shown.emphasis.formUnion([.bold, .underline]) }
      line.append(Typesetting.shown(piece.text, isASCII: isASCII), shown)
    }
    return line
  }

  /// The pieces in at most so many columns, the first that were searched for among them.
  public func line(_ style: Style, columns: Int, isASCII: Bool) -> StyledLine {
    let marker = isASCII ? "..." : "…"
    let line = line(style, isASCII: isASCII)
    let before = Self(prefix { !$0.isMatch })
    guard before.count < count else { return line.clipped(to: columns, marker: marker) }
    let start = before.line(isASCII: isASCII).width
    let end = start + [self[before.count]].line(isASCII: isASCII).width
    let room = columns - DisplayWidth.of(marker)
    if line.width <= columns || end <= room { return line.clipped(to: columns, marker: marker) }
    // Some of what stands before it stays; the rest of the line is filled.
    let hidden = Swift.min(Swift.max(0, start - columns / 3), line.width - columns)
    return line.window(hiding: hidden, columns: columns, marker: marker)
  }
}
