/// Finds in the file what the Markdown parser read, so that places are exact: the parser counts columns of what is left
/// of a line, and loses lines inside of links.
struct SourceCursor {
  private let source: SourceText
  /// For each line that the parser saw, the line of the file.
  private let lineMap: [Int]
  /// The lines of the present block, as the parser counts.
  private var lines = 1...1
  private var line = 1
  private var byte = 0
  /// The column of `byte`.
  private var column = 1
  /// Lines that the parser does not count: those of formulas and of definitions before a paragraph.
  private var shift = 0
  private var isLost = false

  init(source: SourceText, lineMap: [Int]) {
    self.source = source
    self.lineMap = lineMap
  }

  /// The line of the file for a line that the parser saw.
  func fileLine(_ line: Int) -> Int {
    guard let last = lineMap.last else { return max(1, line) }
    return line >= 1 && line <= lineMap.count ? lineMap[line - 1] : line < 1 ? lineMap[0] : last
  }

  mutating func enter(_ lines: ClosedRange<Int>) {
    self.lines = lines
    (line, byte, column) = (fileLine(lines.lowerBound), 0, 1)
    shift = 0
    isLost = false
  }

  /// Says that a formula was read that spans so many line ends.
  mutating func skip(lineEnds count: Int) { shift += count }

  /// The place of `text` at or after the last place found, on this line of the parser or a later one of the block.
  mutating func find(_ text: String, line parserLine: Int) -> SourceRange {
    let first = fileLine(parserLine + shift)
    let last = max(first, fileLine(lines.upperBound))
    if first > line { (line, byte, column) = (first, 0, 1) }
    let needle = Array(text.utf8)
    if !isLost {
      var (line, byte, column) = (line, byte, column)
      while line <= last {
        let whole = source.range(ofLine: line)
        let rest = source.bytes[min(whole.lowerBound + byte, whole.upperBound)..<whole.upperBound]
        if let found = SourceText.firstIndex(of: needle, in: rest) {
          column += source.characterCount(in: rest.startIndex..<found)
          let end = column + text.count
          (self.line, self.byte, self.column) = (line, found + needle.count - whole.lowerBound, end)
          return SourceRange(
            SourcePosition(line: line, column: column), SourcePosition(line: line, column: end))
        }
        (line, byte, column) = (line + 1, 0, 1)
      }
      isLost = true
    }
    return SourceRange(SourcePosition(line: min(first, last)), SourcePosition(line: min(first, last)))
  }
}
