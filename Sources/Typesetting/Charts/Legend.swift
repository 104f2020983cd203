/// The entries under a picture that say what its marks stand for.
struct Legend {
  struct Entry {
    /// What it looks like in the picture.
    var sample: StyledLine
    var text: String
  }

  var entries: [Entry] = []

  /// The entries side by side where they fit; a long one takes lines of its own.
  func lines(in space: ChartSpace) -> [StyledLine] {
    var lines: [StyledLine] = []
    var line = StyledLine()
    let gap = 3
    for entry in entries {
      var head = entry.sample
      if head.width > 0 { head.append(" ") }
      let room = ChartSpace(
        width: max(1, space.width - head.width), height: space.height, isASCII: space.isASCII)
      let text = room.wrapped(entry.text, Style(.label))
      let width = head.width + (text.first?.width ?? 0)
      if text.count <= 1 && line.width > 0 && line.width + gap + width <= space.width {
        line.append(spaces(gap))
        line.append(head)
        line.append(text.first ?? StyledLine())
        continue
      }
      if line.width > 0 { lines.append(line) }
      line = head
      line.append(text.first ?? StyledLine())
      for rest in text.dropFirst() {
        lines.append(line)
        line = StyledLine(spaces(head.width)).appending(rest)
      }
      if text.count > 1 {
        lines.append(line)
        line = StyledLine()
      }
    }
    if line.width > 0 { lines.append(line) }
    return lines
  }

  /// Four columns of a series' line.
  static func sample(_ series: Int, letter: Bool, in space: ChartSpace) -> StyledLine {
    let style = SeriesLook.style(series)
    if space.isASCII { return StyledLine(SeriesLook.symbol(series, in: space), style) }
    var raster = Raster(columns: 4, rows: 1, isASCII: false)
    var phase = 0
    raster.line(
      from: (0, 0.5), to: (1, 0.5), series: series, pattern: SeriesLook.pattern(series), phase: &phase)
    var line = StyledLine()
    for column in 0..<4 { line.append(raster.ink(column: column, row: 0, in: space)?.text ?? " ", style) }
    if letter { line.append(" " + SeriesLook.letter(series), Style(style.role, .bold)) }
    return line
  }
}
