/// Spans and moments along an axis, one lane for each.
public struct Timeline: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var label: String
    public var start: Double
    /// Nil for a moment.
    public var end: Double?

    public init(_ label: String, start: Double, end: Double? = nil) {
      self.label = label
      self.start = start
      self.end = end
    }
  }

  public var entries: [Entry]
  public var axis: Axis

  public init(_ entries: [Entry], axis: Axis = Axis()) {
    self.entries = entries
    self.axis = axis
  }
}

extension Timeline: ChartDrawing {
  private func isDrawable(_ entry: Entry) -> Bool {
    [entry.start, entry.end ?? entry.start].allSatisfy {
      Scale.isDrawable($0, isLogarithmic: axis.isLogarithmic)
    }
  }

  private var drawable: [Entry] { entries.filter(isDrawable) }

  var hasData: Bool { !drawable.isEmpty }

  /// How long a span is, when a moment is. On a logarithmic axis a difference says little: there a span has its ends.
  private func text(_ entry: Entry, in space: ChartSpace) -> String {
    guard let end = entry.end else { return space.text(text(moment: entry.start, isASCII: space.isASCII)) }
    guard axis.isLogarithmic else {
      return space.text(axis.text(abs(end - entry.start), isASCII: space.isASCII))
    }
    let ends = [entry.start, end].map { axis.text($0, isASCII: space.isASCII) }
    return space.text(ends.joined(separator: space.either(" – ", " to ")))
  }

  /// A bare number of four digits on a timeline is a year, and is not grouped.
  private func text(moment: Double, isASCII: Bool = false) -> String {
    if axis.unit.isEmpty, (1000..<10_000).contains(moment), moment == moment.rounded() {
      return String(Int(moment))
    }
    return axis.text(moment, isASCII: isASCII)
  }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let all = drawable
    let lanes = max(2, space.height - 3)
    let entries = all.count > lanes ? all.prefix(lanes - 1) : all[...]
    let scale = Scale(axis, over: all.flatMap { [$0.start, $0.end ?? $0.start] }, includesZero: true)
    let wish = entries.map { DisplayWidth.of(space.text($0.label)) }.max() ?? 0
    let isStacked = wish > space.width / 2
    let left = isStacked || wish == 0 ? 0 : wish + 1
    let columns = max(4, space.width - left - 2)
    var lines: [StyledLine] = []
    for (index, entry) in entries.enumerated() {
      if isStacked { lines += space.wrapped(entry.label, Style(.body)) }
      let (text, start, end) = bar(of: entry, scale, columns: columns, space)
      var canvas = Canvas(columns: columns + 1, rows: 1)
      var below: StyledLine?
      canvas.write(text, column: start, row: 0, SeriesLook.style(index))
      let note = self.text(entry, in: space)
      let width = DisplayWidth.of(note)
      if end + 1 + width <= columns + 1 {
        canvas.write(note, column: end + 1, row: 0, Style(.label))
      } else if start - 1 - width >= 0 {
        canvas.write(note, column: start - 1 - width, row: 0, Style(.label))
      } else if start + width + 4 <= end {
        // In the middle of a span that leaves no room beside it.
        let inside = start + (end - start - width) / 2
        canvas.write(" " + note + " ", column: inside - 1, row: 0, Style(.label))
      } else {
        below = StyledLine(spaces(max(0, min(start, columns + 1 - width))) + note, Style(.label))
      }
      var line = isStacked ? StyledLine() : StyledLine(space.text(entry.label)).padded(to: left)
      line.append(space.either("│", "|"), Style(.frame))
      lines.append(line.appending(canvas.line(0)))
      if let below {
        var line = StyledLine(spaces(isStacked ? 0 : left))
        line.append(space.either("│", "|"), Style(.frame))
        lines.append(line.appending(below))
      }
    }
    if entries.count < all.count {
      let more = space.either("…", "...") + " \(all.count - entries.count) more"
      lines.append(StyledLine(more, Style(.faint)))
    }
    return lines + AxisRuler(scale, axis, columns: columns, left: left + 1, in: space, fillsCells: true).lines
  }

  /// The characters of an entry with the columns where it begins and ends; a span in halves of a column.
  private func bar(of entry: Entry, _ scale: Scale, columns: Int, _ space: ChartSpace)
    -> (text: String, start: Int, end: Int)
  {
    func cell(_ value: Double) -> Int {
      min(columns - 1, Int(min(max(scale.position(value) ?? 0, 0), 1) * Double(columns) + 1e-6))
    }
    let ends = [entry.start, entry.end ?? entry.start]
    if ends.allSatisfy({ $0 < scale.lowest }) { return (space.either("◂", "<"), 0, 1) }
    if ends.allSatisfy({ $0 > scale.highest }) {
      return (space.either("▸", ">"), columns - 1, columns)
    }
    guard let entryEnd = entry.end else {
      let column = cell(entry.start)
      return (space.either("◆", "*"), column, column + 1)
    }
    let first = min(entry.start, entryEnd)
    let last = max(entry.start, entryEnd)
    if space.isASCII {
      let (start, end) = (cell(first), cell(last))
      if start == end { return ("|", start, start + 1) }
      return ("[" + String(repeating: "=", count: end - start - 1) + "]", start, end + 1)
    }
    let dots = Double(columns * 2)
    func half(_ value: Double) -> Int {
      Int((min(max(scale.position(value) ?? 0, 0), 1) * dots).rounded())
    }
    let start = min(half(first), columns * 2 - 1)
    let end = max(half(last), start + 1)
    var text = ""
    for column in start / 2...(end - 1) / 2 {
      let hasLeft = column * 2 >= start
      let hasRight = column * 2 + 1 < end
      text += hasLeft && hasRight ? "█" : hasLeft ? "▌" : "▐"
    }
    return (text, start / 2, (end - 1) / 2 + 1)
  }

  var words: String {
    let over = axis.words.isEmpty ? "Timeline." : "Timeline over \(axis.words)."
    let parts = entries.map { entry in
      guard isDrawable(entry) else { return "\(entry.label): no place on the axis" }
      guard let end = entry.end else { return "\(entry.label): at \(text(moment: entry.start))" }
      // Zero has no unit of its own beside another number.
      let start = entry.start == 0 && end != 0 ? "0" : axis.text(entry.start)
      return "\(entry.label): \(start) to \(axis.text(end))"
    }
    return over + " " + parts.joined(separator: "; ") + "."
  }
}
