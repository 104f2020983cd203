/// How often values fall into equal parts of an axis; on a logarithmic one the parts are equal factors.
public struct Histogram: Hashable, Sendable {
  public var values: [Double]
  /// How many parts; nil for round ones, about the square root of the number of values.
  public var bins: Int?
  public var x: Axis

  public init(_ values: [Double], bins: Int? = nil, x: Axis = Axis()) {
    self.values = values
    self.bins = bins
    self.x = x
  }
}

extension Histogram: ChartDrawing {
  private var drawable: [Double] {
    values.filter { Scale.isDrawable($0, isLogarithmic: x.isLogarithmic) }
  }

  var hasData: Bool { !drawable.isEmpty }

  /// The axis from the first edge to the last, with the number of values in each part and the number outside.
  private func counted(atMost most: Int) -> (scale: Scale, counts: [Int], outside: Int) {
    let values = drawable
    var scale = Scale(x, over: values)
    var count = bins.map { min(max(1, $0), most) } ?? 1
    if bins == nil {
      let wish = min(max(Double(values.count).squareRoot().rounded(.up), 5), Double(min(24, most)))
      if x.isLogarithmic {
        count = Int(wish)
      } else {
        let step = Scale.roundStep(scale.highest - scale.lowest, parts: wish)
        var axis = x
        axis.lowest = x.lowest ?? (scale.lowest / step + 1e-9).rounded(.down) * step
        axis.highest = x.highest ?? (scale.highest / step - 1e-9).rounded(.up) * step
        scale = Scale(axis, over: [])
        count = Int(min(max(((scale.highest - scale.lowest) / step).rounded(), 1), Double(most)))
      }
    }
    var counts = Array(repeating: 0, count: count)
    var outside = 0
    for value in values {
      guard let position = scale.position(value), position >= -1e-9, position <= 1 + 1e-9 else {
        outside += 1
        continue
      }
      // A value on an edge belongs to the part above, the last one to the last part.
      counts[min(count - 1, max(0, Int(position * Double(count) + 1e-9)))] += 1
    }
    return (scale, counts, outside)
  }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let (scale, counts, outside) = counted(atMost: max(2, space.width - 8))
    let tallest = counts.max() ?? 0
    let y = Scale(Axis(lowest: 0), over: [Double(max(1, tallest))])
    let notes = outside > 0 ? ["\(outside) outside the axis"] : []
    let frame = PlotFrame(
      x: scale, x, y: y, Axis("count"), in: space, below: notes.count, countsY: true,
      columnsOf: { $0 / counts.count * counts.count })
    var canvas = Canvas(columns: frame.columns, rows: frame.rows)
    let width = max(1, frame.columns / counts.count)
    for (index, count) in counts.enumerated() {
      let height = (y.position(Double(count)) ?? 0) * Double(frame.rows)
      for (step, text) in UprightBar.texts(height: height, in: space).enumerated() {
        let bar = String(repeating: text, count: width)
        canvas.write(bar, column: index * width, row: frame.rows - 1 - step, SeriesLook.style(0))
      }
    }
    return frame.lines(around: canvas) + notes.map { StyledLine($0, Style(.faint)) }
  }

  var words: String {
    let (scale, counts, outside) = counted(atMost: 24)
    let measured = x.words.isEmpty ? "Histogram" : "Histogram of \(x.words)"
    var parts: [String] = []
    for (index, count) in counts.enumerated() where count > 0 {
      let low = scale.value(at: Double(index) / Double(counts.count))
      let high = scale.value(at: Double(index + 1) / Double(counts.count))
      parts.append("\(x.text(low)) to \(x.text(high)): \(count)")
    }
    if outside > 0 { parts.append("\(outside) outside the axis") }
    let lost = values.count - drawable.count
    if lost > 0 { parts.append("\(lost) without a place on the axis") }
    return "\(measured), \(ChartWords.counted(values.count, "value")). "
      + parts.joined(separator: "; ") + "."
  }
}
