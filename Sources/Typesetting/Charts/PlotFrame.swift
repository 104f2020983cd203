/// The axes around a picture of points: ticks and labels at the left and below, and where the picture stands.
struct PlotFrame {
  let space: ChartSpace
  let xAxis: Axis
  let yAxis: Axis
  let x: Scale
  let y: Scale
  /// Cells of the picture.
  let columns: Int
  let rows: Int
  private let left: Int
  private let yTicks: [(value: Double, text: String)]
  private let xTicks: [(value: Double, text: String)]
  private let xCaption: String
  private let yCaption: String

  /// - Parameters:
  ///   - below: lines that stand under the frame.
  ///   - columnsOf: the columns of the picture, of those that there are.
  init(
    x: Scale, _ xAxis: Axis, y: Scale, _ yAxis: Axis, in space: ChartSpace, below: Int,
    countsY: Bool = false, columnsOf: (Int) -> Int = { $0 }
  ) {
    self.space = space
    self.x = x
    self.y = y
    self.xAxis = xAxis
    self.yAxis = yAxis
    let hasYCaption = !yAxis.label.isEmpty || !yAxis.unit.isEmpty
    let hasXCaption = !xAxis.label.isEmpty || !xAxis.unit.isEmpty
    rows = max(4, space.height - below - 2 - (hasYCaption ? 1 : 0) - (hasXCaption ? 1 : 0))
    let yValues = y.ticks(max(2, y.isLogarithmic ? rows * 3 / 4 : rows / 3), isWhole: countsY)
    let yText = TickText(yValues, of: y, unit: yAxis.unit, isASCII: space.isASCII)
    yTicks = zip(yValues, yText.texts.map { space.text($0, columns: max(3, space.width / 3)) })
      .map { ($0, $1) }
    yCaption = Self.caption(yAxis, yText.unit, in: space)
    left = (yTicks.map { DisplayWidth.of($0.text) }.max() ?? 0) + 2
    columns = max(1, min(columnsOf(max(4, space.width - left - 2)), space.width - left))
    (xTicks, xCaption) = Self.xTicks(x, xAxis, columns: columns, left: left, in: space)
  }

  /// As many ticks as have room for their texts.
  private static func xTicks(_ scale: Scale, _ axis: Axis, columns: Int, left: Int, in space: ChartSpace)
    -> ([(value: Double, text: String)], String)
  {
    let raster = Raster(columns: columns, rows: 1, isASCII: space.isASCII)
    var count = max(2, columns / 5)
    while true {
      let values = scale.ticks(count)
      let text = TickText(values, of: scale, unit: axis.unit, isASCII: space.isASCII)
      let ticks = zip(values, text.texts).map { (value: $0, text: $1) }
      var end = -2
      let fitting = ticks.filter { tick in
        guard let column = raster.cell(scale.position(tick.value) ?? -1, 0)?.column else { return false }
        let start = Self.start(of: tick.text, column: column + left, width: space.width)
        guard start >= end + 2 else { return false }
        end = start + DisplayWidth.of(tick.text)
        return true
      }
      if fitting.count == ticks.count || count <= 2 {
        return (fitting, caption(axis, text.unit, in: space))
      }
      count -= 1
    }
  }

  /// The label with the unit, of which the label is cut where there is no room.
  private static func caption(_ axis: Axis, _ unit: String, in space: ChartSpace) -> String {
    let whole = space.text(axis.caption(unit: unit))
    let room = space.width - DisplayWidth.of(whole)
    if room >= 0 || axis.label.isEmpty { return space.text(whole, columns: space.width) }
    let label = space.text(axis.label)
    var cut = axis
    cut.label = space.text(label, columns: max(1, DisplayWidth.of(label) + room))
    return space.text(cut.caption(unit: unit), columns: space.width)
  }

  private static func start(of text: String, column: Int, width: Int) -> Int {
    let columns = DisplayWidth.of(text)
    return max(0, min(column - columns / 2, width - columns))
  }

  /// Draws the axes around what stands in the picture.
  func lines(around canvas: Canvas) -> [StyledLine] {
    let frame = Style(.frame)
    let raster = Raster(columns: columns, rows: rows, isASCII: space.isASCII)
    var result: [StyledLine] = []
    if !yCaption.isEmpty { result.append(StyledLine(yCaption, Style(.label))) }
    var rowTexts: [Int: String] = [:]
    for tick in yTicks {
      if let row = raster.cell(0, y.position(tick.value) ?? -1)?.row { rowTexts[row] = tick.text }
    }
    for row in 0..<rows {
      let text = rowTexts[row]
      var line = StyledLine(text ?? "", Style(.label)).padded(to: left - 2, .right)
      line.append(" ")
      line.append(text == nil ? space.either("│", "|") : space.either("┤", "+"), frame)
      line.append(canvas.line(row))
      result.append(line)
    }
    let line = StyledLine(spaces(left - 1)).appending(StyledLine(space.either("└", "+"), frame))
    let ruler = Self.ruler(x, xTicks, caption: xCaption, columns: columns, left: left, in: space)
    result.append(line.appending(ruler[0]))
    return result + ruler.dropFirst()
  }

  /// An axis by itself under what begins in column `left`.
  static func xLines(_ scale: Scale, _ axis: Axis, columns: Int, left: Int, in space: ChartSpace)
    -> [StyledLine]
  {
    let (ticks, caption) = xTicks(scale, axis, columns: columns, left: left, in: space)
    var lines = ruler(scale, ticks, caption: caption, columns: columns, left: left, in: space)
    let corner = StyledLine(spaces(left - 1)).appending(StyledLine(space.either("└", "+"), Style(.frame)))
    lines[0] = corner.appending(lines[0])
    return lines
  }

  /// The line of an axis without what stands before it, its tick texts, its caption.
  private static func ruler(
    _ x: Scale, _ ticks: [(value: Double, text: String)], caption: String, columns: Int, left: Int,
    in space: ChartSpace
  ) -> [StyledLine] {
    let raster = Raster(columns: columns, rows: 1, isASCII: space.isASCII)
    var marked = Set<Int>()
    var labels = Canvas(columns: space.width, rows: 1)
    for tick in ticks {
      guard let column = raster.cell(x.position(tick.value) ?? -1, 0)?.column else { continue }
      marked.insert(column)
      let start = start(of: tick.text, column: column + left, width: space.width)
      labels.write(tick.text, column: start, row: 0, Style(.label))
    }
    var line = StyledLine()
    for column in 0..<columns {
      let text = marked.contains(column) ? space.either("┬", "+") : space.marks.horizontal
      line.append(text, Style(.frame))
    }
    var result = [line, labels.line(0)]
    if !caption.isEmpty {
      let text = StyledLine(caption, Style(.label))
      let start = max(0, min(left + (columns - text.width) / 2, space.width - text.width))
      result.append(StyledLine(spaces(start)).appending(text))
    }
    return result
  }
}
