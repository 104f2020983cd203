extension StyledLine {
  /// How a line narrower than its place is moved in it.
  public enum Alignment: Hashable, Sendable { case left, center, right }

  /// The line filled with spaces to `columns`; one that is wider stays as it is.
  public func padded(to columns: Int, _ alignment: Alignment = .left, style: Style = .body) -> StyledLine {
    let room = columns - width
    if room <= 0 { return self }
    let before =
      switch alignment {
      case .left: 0
      case .center: room / 2
      case .right: room
      }
    var result = StyledLine()
    result.append(spaces(before), style)
    result.append(self)
    result.append(spaces(room - before), style)
    return result
  }

  /// The line cut to `columns`; `marker` stands at its end where something is missing.
  public func clipped(to columns: Int, marker: String = "…") -> StyledLine {
    if width <= columns { return self }
    let markerWidth = DisplayWidth.of(marker)
    if markerWidth > columns { return self.columns(0..<max(0, columns)) }
    var result = self.columns(0..<columns - markerWidth)
    result.append(spaces(columns - markerWidth - result.width))
    result.append(marker, Style(.faint))
    return result
  }

  /// `columns` of the line, the first `hidden` left out; `marker` stands at each end where something is missing.
  public func window(hiding hidden: Int, columns: Int, marker: String = "…") -> StyledLine {
    let total = width
    if hidden <= 0 || total == 0 { return clipped(to: columns, marker: marker) }
    let markerWidth = DisplayWidth.of(marker)
    var result = StyledLine(marker, Style(.faint))
    if total > hidden + markerWidth {
      result.append(
        self.columns(hidden + markerWidth..<total).clipped(to: columns - markerWidth, marker: marker))
    }
    return result
  }

  /// The line in parts of at most `columns`, behind spaces where there are some, `mark` at the end of each but the last.
  func folded(to columns: Int, mark: Run) -> [StyledLine] {
    var parts: [StyledLine] = []
    var start = 0
    let total = width
    let room = max(1, columns - mark.width)
    while total - start > columns {
      var part = self.columns(start..<start + room)
      // Not so far back that lines of few words would fill the page.
      let tail = part.text.utf8.reversed().prefix(room / 3).prefix { $0 != UInt8(ascii: " ") }
      if tail.count < room / 3, !tail.isEmpty, tail.allSatisfy({ $0 < 0x80 }) {
        part = self.columns(start..<start + room - tail.count)
      }
      start += part.width
      part.runs.append(mark)
      parts.append(part)
    }
    parts.append(self.columns(start..<total))
    return parts
  }

  /// What stands in a range of columns. A wide character cut in half leaves a space.
  public func columns(_ range: Range<Int>) -> StyledLine {
    var result = StyledLine()
    var column = 0
    for run in runs {
      if column >= range.upperBound { break }
      let end = column + run.width
      defer { column = end }
      if end <= range.lowerBound { continue }
      if column >= range.lowerBound && end <= range.upperBound {
        result.append(run.text, run.style)
      } else {
        result.append(cut(run.text, range.lowerBound - column, range.upperBound - column), run.style)
      }
    }
    return result
  }

  /// The line with emphasis added (or with `role` in place of the runs' own) in a range of columns: a focus, a match.
  public func restyled(columns range: Range<Int>, _ emphasis: Style.Emphasis, role: Style.Role? = nil)
    -> StyledLine
  {
    let total = width
    let low = min(max(0, range.lowerBound), total)
    let high = min(max(low, range.upperBound), total)
    var result = columns(0..<low)
    for run in columns(low..<high).runs {
      result.append(run.text, Style(role ?? run.style.role, run.style.emphasis.union(emphasis)))
    }
    result.append(columns(high..<total))
    return result
  }

  /// `text` between two columns counted from its start.
  private func cut(_ text: String, _ low: Int, _ high: Int) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      let bytes = text.utf8.dropFirst(max(0, low)).prefix(max(0, high - max(0, low)))
      return String(Substring(bytes))
    }
    var result = ""
    var column = 0
    var isKept = false
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if width == 0 {
        if isKept { result.unicodeScalars.append(scalar) }
        continue
      }
      if column >= high { break }
      isKept = column >= low && column + width <= high
      if isKept {
        result.unicodeScalars.append(scalar)
      } else if column + width > low {
        result += spaces(min(column + width, high) - max(column, low))
      }
      column += width
    }
    return result
  }
}

/// `count` spaces; none for a negative count.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
