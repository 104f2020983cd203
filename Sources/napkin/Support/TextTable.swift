import Typesetting

/// Rows of cells in columns, for people. Where the columns are wider together than the page, the widest give way and
/// their cells take several lines.
struct TextTable {
  var header: [String] = []
  var rows: [[String]] = []
  /// Columns whose cells stand at the right.
  var numeric: Set<Int> = []
  var indent = 0

  private static let gap = 2
  private static let narrowest = 8

  /// Lines of at most `width` columns, each ended.
  func text(width: Int) -> String {
    let all = (header.isEmpty ? [] : [header]) + rows
    let widths = widths(of: all, room: max(TextTable.narrowest, width - indent))
    var text = ""
    for (index, row) in all.enumerated() {
      text += line(row, widths)
      if index == 0, !header.isEmpty {
        let total = widths.reduce(0, +) + TextTable.gap * max(0, widths.count - 1)
        text += spaces(indent) + String(repeating: "─", count: total) + "\n"
      }
    }
    return text
  }

  private func widths(of rows: [[String]], room: Int) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    var widths = (0..<count).map { column in
      rows.map { column < $0.count ? DisplayWidth.of($0[column]) : 0 }.max() ?? 0
    }
    var excess = widths.reduce(0, +) + TextTable.gap * max(0, count - 1) - room
    while excess > 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widths[widest] > TextTable.narrowest
    {
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ row: [String], _ widths: [Int]) -> String {
    let cells = row.enumerated().map { wrapped($1, to: max(1, widths[$0])) }
    var text = ""
    for line in 0..<max(1, cells.map(\.count).max() ?? 1) {
      var columns = spaces(indent)
      for (column, cell) in cells.enumerated() {
        let part = line < cell.count ? cell[line] : ""
        let blank = spaces(widths[column] - DisplayWidth.of(part))
        columns += numeric.contains(column) ? blank + part : part + blank
        columns += spaces(TextTable.gap)
      }
      text += columns.trimmedAtEnd + "\n"
    }
    return text
  }
}

/// A text broken between words into lines of at most `width` columns; a longer word is cut.
func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var columns = 0
  for word in text.split(separator: " ", omittingEmptySubsequences: false) {
    let size = DisplayWidth.of(word)
    if columns > 0, columns + 1 + size > width {
      lines.append(line.trimmedAtEnd)
      (line, columns) = ("", 0)
    } else if !line.isEmpty || columns > 0 {
      line += " "
      columns += 1
    }
    if size <= width {
      line += word
      columns += size
      continue
    }
    for character in word {
      let size = DisplayWidth.of(character)
      if columns > 0, columns + size > width {
        // Names are cut behind their parts, where they have some: `memory.` and `bandwidth`.
        let cut = line.lastIndex { "._-/".contains($0) }.map(line.index(after:)) ?? line.endIndex
        let rest = String(line[cut...])
        lines.append(String(line[..<cut]))
        (line, columns) = (rest, DisplayWidth.of(rest))
      }
      line.append(character)
      columns += size
    }
  }
  if !line.isEmpty || lines.isEmpty { lines.append(line.trimmedAtEnd) }
  return lines
}

/// The text in lines of at most `width` columns, each begun with `indent` spaces and ended.
func paragraph(_ text: String, indent: Int = 0, width: Int) -> String {
  wrapped(text, to: max(10, width - indent)).map { spaces(indent) + $0 + "\n" }.joined()
}

func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

extension String {
  /// Without spaces at its end.
  var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Output {
  /// The columns of reports: the terminal's, at least 40.
  static var pageWidth: Int { max(40, columns) }

  /// The columns of sentences: at most 88, which is easiest to read.
  static var textWidth: Int { min(88, pageWidth) }
}
