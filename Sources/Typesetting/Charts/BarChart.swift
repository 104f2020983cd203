/// Bars from zero, each with its value behind it.
public struct BarChart: Hashable, Sendable {
  public struct Bar: Hashable, Sendable {
    public var label: String
    public var value: Double
    /// The value as it is written; nil for the value in three digits with the axis's unit.
    public var text: String?
    /// Whether it is the one that holds now, which is shown with those around it where not all have room.
    public var isPresent: Bool

    public init(_ label: String, _ value: Double, text: String? = nil, isPresent: Bool = false) {
      self.label = label
      self.value = value
      self.text = text
      self.isPresent = isPresent
    }
  }

  public var bars: [Bar]
  /// What the bars measure. A logarithmic one begins at the power of ten below the smallest bar, and says so; a linear
  /// one always includes zero.
  public var axis: Axis
  /// Upright bars need room for their labels side by side and no negative values; without, they lie down.
  public var isHorizontal: Bool

  public init(_ bars: [Bar], axis: Axis = Axis(), isHorizontal: Bool = true) {
    self.bars = bars
    self.axis = axis
    self.isHorizontal = isHorizontal
  }
}

extension BarChart: ChartDrawing {
  var hasData: Bool { bars.contains { isDrawable($0) } }

  private func isDrawable(_ bar: Bar) -> Bool {
    Scale.isDrawable(bar.value, isLogarithmic: axis.isLogarithmic)
  }

  private func text(_ bar: Bar, in space: ChartSpace) -> String {
    space.text(bar.text ?? axis.text(bar.value, isASCII: space.isASCII))
  }

  private var scale: Scale {
    let values = bars.filter(isDrawable).map(\.value)
    var axis = axis
    let highest = max(values.max() ?? 1, axis.highest ?? -.infinity)
    if axis.isLogarithmic {
      let lowest = values.min() ?? 1
      axis.lowest = max(powerOfTen(decimalExponent(lowest * (1 - 1e-9))), 1e-300)
      axis.highest = max(highest, lowest * 10)
      return Scale(axis, over: [])
    }
    axis.lowest = min(0, values.min() ?? 0)
    axis.highest = max(0, highest)
    if axis.lowest == axis.highest { axis.highest = 1 }
    return Scale(axis, over: [])
  }

  /// From 0 to 1: where the bars begin.
  private func origin(_ scale: Scale) -> Double { axis.isLogarithmic ? 0 : scale.position(0) ?? 0 }

  func draw(in space: ChartSpace) -> [StyledLine] {
    var lines: [StyledLine] = []
    let caption = axis.label + (axis.isLogarithmic ? (axis.label.isEmpty ? "log scale" : ", log scale") : "")
    if !caption.isEmpty { lines.append(StyledLine(space.text(caption), Style(.label))) }
    var room = space
    room.height = max(3, space.height - lines.count)
    return lines + ((isHorizontal ? nil : upright(in: room)) ?? lying(in: room))
  }

  private func lying(in space: ChartSpace) -> [StyledLine] {
    let scale = scale
    let shownBars = bars[shown(rows: space.height)]
    let texts = shownBars.map { text($0, in: space) }
    let labels = shownBars.map { space.text($0.label) }
    let textWidth = texts.map { DisplayWidth.of($0) }.max() ?? 0
    let wish = labels.map { DisplayWidth.of($0) }.max() ?? 0
    let isStacked = space.width - min(wish, space.width / 2) - textWidth - 3 < 8
    let left = isStacked || wish == 0 ? 0 : min(wish, space.width / 2) + 1
    let origin = origin(scale)
    let room = max(3, space.width - left - 1 - textWidth - 1)
    let before = Int((origin * Double(room)).rounded())
    var lines: [StyledLine] = []
    func leaveOut(_ count: Int) {
      guard count > 0 else { return }
      lines.append(StyledLine(space.either("…", "...") + " \(count) more", Style(.faint)))
    }
    leaveOut(shownBars.startIndex)
    for (index, bar) in shownBars.enumerated() {
      // A label that has no room beside its bar stands above it.
      let isAbove = isStacked || DisplayWidth.of(labels[index]) >= max(1, left)
      if isAbove { lines += space.wrapped(bar.label, Style(.body)) }
      var line = StyledLine(isAbove ? "" : labels[index])
      if !isStacked { line = line.padded(to: left, style: .body) }
      let position = (isDrawable(bar) ? scale.position(bar.value) : nil) ?? origin
      let length = (position - origin) * Double(room)
      let style = SeriesLook.style(0)
      line.append(
        StyledLine(Self.leftward(min(-length, Double(before)), space), style).padded(to: before, .right))
      line.append(space.either("│", "|"), Style(.frame))
      let rightward = space.marks.bar(length: min(length, Double(room - before)))
      line.append(StyledLine(rightward, style).padded(to: before > 0 ? room - before : 0))
      line.append(" ")
      line.append(texts[index], Style(.label))
      lines.append(line)
    }
    leaveOut(bars.count - shownBars.endIndex)
    return lines
  }

  /// The first bars, or those around the present one; a row says how many are left out at either end.
  private func shown(rows: Int) -> Range<Int> {
    if bars.count <= rows { return 0..<bars.count }
    let present = bars.firstIndex(where: \.isPresent) ?? 0
    if present < rows - 1 { return 0..<rows - 1 }
    if present > bars.count - rows { return bars.count - rows + 1..<bars.count }
    let count = max(1, rows - 2)
    let first = min(present - count / 2, bars.count - count - 1)
    return first..<first + count
  }

  /// A bar that ends at its right side, in halves of a column.
  private static func leftward(_ length: Double, _ space: ChartSpace) -> String {
    guard length.isFinite, length > 0 else { return "" }
    if space.isASCII { return String(repeating: "#", count: max(1, Int(length.rounded()))) }
    let halves = max(1, Int((length * 2).rounded()))
    return (halves % 2 == 1 ? "▐" : "") + String(repeating: "█", count: halves / 2)
  }

  /// Nil where labels do not fit side by side.
  private func upright(in space: ChartSpace) -> [StyledLine]? {
    let scale = scale
    let slot = min(16, space.width / max(1, bars.count))
    let texts = bars.map { text($0, in: space) }
    let labels = bars.map { space.text($0.label) }
    guard (texts + labels).allSatisfy({ DisplayWidth.of($0) < slot }), origin(scale) == 0 else { return nil }
    let rows = max(2, space.height - 3)
    var canvas = Canvas(columns: slot * bars.count, rows: rows + 3)
    for (index, bar) in bars.enumerated() {
      let start = index * slot
      let position = isDrawable(bar) ? scale.position(bar.value) ?? 0 : 0
      let column = UprightBar.texts(height: position * Double(rows), in: space)
      for (height, text) in column.enumerated() {
        let bar = String(repeating: text, count: max(1, slot - 2))
        canvas.write(bar, column: start + 1, row: rows - height, SeriesLook.style(0))
      }
      func write(_ text: String, row: Int) {
        let middle = start + 1 + (max(1, slot - 2) - DisplayWidth.of(text)) / 2
        canvas.write(text, column: max(start, middle), row: row, Style(.label))
      }
      write(texts[index], row: rows - column.count)
      canvas.write(space.marks.line(slot), column: start, row: rows + 1, Style(.frame))
      write(labels[index], row: rows + 2)
    }
    return canvas.lines
  }

  var words: String {
    let measured = axis.words.isEmpty ? "Bar chart." : "Bar chart of \(axis.words)."
    let parts = bars.map { bar in
      "\(bar.label): \(bar.text ?? axis.text(bar.value))" + (isDrawable(bar) ? "" : " (no bar)")
    }
    return measured + " " + parts.joined(separator: "; ") + "."
  }
}

/// A bar that stands.
enum UprightBar {
  /// The cells of a bar so many cells high, from the bottom up; a bar above zero has at least its smallest step.
  static func texts(height: Double, in space: ChartSpace) -> [String] {
    let steps = space.isASCII ? [".", ":", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard height.isFinite, height > 0 else { return [] }
    let count = max(1, Int((min(height, 1000) * Double(steps.count)).rounded()))
    var result = Array(repeating: steps[steps.count - 1], count: count / steps.count)
    if count % steps.count > 0 { result.append(steps[count % steps.count - 1]) }
    return result
  }
}
