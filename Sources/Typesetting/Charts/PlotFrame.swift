/// The axes around a picture of points: ticks and labels at the left and below, and where the picture stands.
struct PlotFrame {
  let space: ChartSpace
  /// Cells of the picture.
  let columns: Int
  let rows: Int
  private let left: Int
  private let rowTexts: [Int: String]
  private let caption: String
  private let ruler: AxisRuler

  /// - Parameters:
  ///   - below: lines that stand under the frame.
  ///   - countsY: whether the values of `y` are whole.
  ///   - columnsOf: the columns of the picture, of those that there are, where it is made of bars that fill cells.
  init(
    x: Scale, _ xAxis: Axis, y: Scale, _ yAxis: Axis, in space: ChartSpace, below: Int,
    countsY: Bool = false, columnsOf: ((Int) -> Int)? = nil
  ) {
    self.space = space
    let hasYCaption = !yAxis.label.isEmpty || !yAxis.unit.isEmpty
    let hasXCaption = !xAxis.label.isEmpty || !xAxis.unit.isEmpty
    rows = max(4, space.height - below - 2 - (hasYCaption ? 1 : 0) - (hasXCaption ? 1 : 0))
    let yValues =
      y.isLogarithmic
      ? Self.evenTicks(of: y, rows: rows) : Self.ticksOnBothSides(of: y, rows: rows, isWhole: countsY)
    let yText = TickText(yValues, of: y, unit: yAxis.unit, isASCII: space.isASCII)
    let texts = yText.texts.map { space.text($0, columns: max(3, space.width / 3)) }
    caption = yAxis.caption(unit: yText.unit, in: space)
    left = (texts.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let room = max(4, space.width - left - 2)
    columns = max(1, min(columnsOf?(room) ?? room, space.width - left))
    ruler = AxisRuler(x, xAxis, columns: columns, left: left, in: space, fillsCells: columnsOf != nil)
    let raster = Raster(columns: columns, rows: rows, isASCII: space.isASCII)
    var rowTexts: [Int: String] = [:]
    for (value, text) in zip(yValues, texts) {
      if let row = raster.cell(0, y.position(value) ?? -1)?.row { rowTexts[row] = text }
    }
    self.rowTexts = rowTexts
  }

  /// As many round values as have room, one of them below zero where the axis goes there.
  private static func ticksOnBothSides(of scale: Scale, rows: Int, isWhole: Bool) -> [Double] {
    let usual = scale.ticks(max(2, rows / 3), isWhole: isWhole)
    guard scale.lowest < 0, usual.first.map({ $0 >= 0 }) == true else { return usual }
    let finer = scale.ticks(max(2, rows / 2), isWhole: isWhole)
    return finer.first.map { $0 < 0 } == true && finer.count <= max(2, rows / 2) ? finer : usual
  }

  /// As many powers of ten as have room and stand at even distances, so that equal factors look equal.
  private static func evenTicks(of scale: Scale, rows: Int) -> [Double] {
    let most = max(2, rows * 3 / 4)
    let all = scale.ticks(most)
    let raster = Raster(columns: 1, rows: rows, isASCII: true)
    for count in stride(from: min(most, all.count), through: 3, by: -1) {
      let values = scale.ticks(count)
      guard values.count >= 3 else { break }
      let places = values.compactMap { raster.cell(0, scale.position($0) ?? -1)?.row }
      let gaps = zip(places, places.dropFirst()).map { abs($0 - $1) }
      if let least = gaps.min(), let largest = gaps.max(), least > 0, (largest - least) * 3 <= largest {
        return values
      }
    }
    return all
  }

  /// Draws the axes around what stands in the picture.
  func lines(around canvas: Canvas) -> [StyledLine] {
    let frame = Style(.frame)
    var result: [StyledLine] = []
    if !caption.isEmpty { result.append(StyledLine(caption, Style(.label))) }
    for row in 0..<rows {
      let text = rowTexts[row]
      var line = StyledLine(text ?? "", Style(.label)).padded(to: left - 2, .right)
      line.append(" ")
      line.append(text == nil ? space.either("│", "|") : space.either("┤", "+"), frame)
      line.append(canvas.line(row))
      result.append(line)
    }
    return result + ruler.lines
  }
}
