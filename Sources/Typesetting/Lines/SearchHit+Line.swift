import Content

extension [SearchHit.Piece] {
  /// The pieces in one line, those that were searched for bold and underlined.
  public func line(_ style: Style = .body) -> StyledLine {
    var line = StyledLine()
    for piece in self {
      var shown = style
      if piece.isMatch { shown.emphasis.formUnion([.bold, .underline]) }
      line.append(sanitized(piece.text), shown)
    }
    return line
  }
}
