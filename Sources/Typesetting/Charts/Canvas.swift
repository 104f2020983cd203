/// A grid of character cells.
struct Canvas {
  let columns: Int
  let rows: Int
  /// The text of each cell; nil for an empty one, no text behind a wide character.
  private var texts: [String?]
  private var styles: [Style]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    texts = Array(repeating: nil, count: self.columns * self.rows)
    styles = Array(repeating: .body, count: self.columns * self.rows)
  }

  func isEmpty(column: Int, row: Int) -> Bool {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return false }
    return texts[row * columns + column] == nil
  }

  /// Writes text, cutting what lies outside.
  mutating func write(_ text: String, column: Int, row: Int, _ style: Style = .body) {
    guard (0..<rows).contains(row) else { return }
    var place = column
    for character in text {
      let width = DisplayWidth.of(character)
      if width == 0 { continue }
      if place >= 0 && place + width <= columns {
        for offset in 0..<width { clear(column: place + offset, row: row) }
        for offset in 0..<width {
          texts[row * columns + place + offset] = offset == 0 ? String(character) : ""
          styles[row * columns + place + offset] = style
        }
      }
      place += width
    }
  }

  /// Empties a cell; the rest of a wide character that stood in it becomes blank.
  private mutating func clear(column: Int, row: Int) {
    let start = row * columns
    if texts[start + column] == "" {
      var first = column
      while first > 0 && texts[start + first] == "" {
        texts[start + first] = " "
        first -= 1
      }
      texts[start + first] = " "
    }
    var next = column + 1
    while next < columns && texts[start + next] == "" {
      texts[start + next] = " "
      next += 1
    }
    texts[start + column] = nil
  }

  /// A row without the blanks at its end.
  func line(_ row: Int) -> StyledLine {
    var result = StyledLine()
    guard (0..<rows).contains(row) else { return result }
    var blanks = 0
    for column in 0..<columns {
      let cell = row * columns + column
      guard let text = texts[cell] else {
        blanks += 1
        continue
      }
      result.append(spaces(blanks))
      blanks = 0
      result.append(text, styles[cell])
    }
    return result
  }

  var lines: [StyledLine] { (0..<rows).map(line) }
}
