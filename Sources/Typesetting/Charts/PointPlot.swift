/// Curves and marked points between two axes: what line charts, scatter charts and rooflines have in common.
struct PointPlot {
  struct Curve {
    var points: [DataPoint]
    var series: Int
    /// Whether neighbours are joined; single dots otherwise.
    var isJoined = true
  }

  struct Mark {
    var point: DataPoint
    var symbol: String
    var style: Style
    /// Whether its label may be left out, because the legend says the same.
    var isOptional = false
  }

  var xAxis: Axis
  var yAxis: Axis
  var x: Scale
  var y: Scale
  var curves: [Curve]
  var marks: [Mark]
  var legend: [Legend.Entry]
  /// Whether a letter stands beside each curve.
  var hasLetters: Bool

  /// Labels that find no place are numbered in the picture and written out below it, which takes lines from the
  /// picture: so it is drawn again until no label is left over.
  func draw(in space: ChartSpace) -> [StyledLine] {
    var keys: Set<Int> = []
    for _ in 0..<4 {
      let (lines, rest) = draw(in: space, keys: keys)
      if rest.isEmpty { return lines }
      keys.formUnion(rest)
    }
    return draw(in: space, keys: Set(marks.indices.filter { !marks[$0].isOptional })).lines
  }

  private func draw(in space: ChartSpace, keys: Set<Int>) -> (lines: [StyledLine], rest: [Int]) {
    let keyed = marks.indices.filter { keys.contains($0) && !marks[$0].point.label.isEmpty }
    let most = key(for: keyed, symbols: keyed.indices.map(Self.symbol), in: space).lines(in: space).count
    let frame = PlotFrame(x: x, xAxis, y: y, yAxis, in: space, below: most)
    let raster = raster(frame, of: curves)
    let cells = marks.map { cell($0.point, raster) }
    let keySymbols = symbols(for: keyed, in: cells)
    var symbols = marks.map(\.symbol)
    for (index, symbol) in zip(keyed, keySymbols) { symbols[index] = symbol }
    let legendLines = key(for: keyed, symbols: keySymbols, in: space).lines(in: space)
    var canvas = Canvas(columns: frame.columns, rows: frame.rows)
    var placer = LabelPlacer(columns: frame.columns, rows: frame.rows)
    let zero = y.isLogarithmic || y.lowest >= 0 ? nil : raster.cell(0, y.position(0) ?? -1)?.row
    for row in 0..<frame.rows {
      for column in 0..<frame.columns {
        if let ink = raster.ink(column: column, row: row, in: space) {
          canvas.write(ink.text, column: column, row: row, SeriesLook.style(ink.series))
          placer.take(column: column, row: row)
        } else if row == zero {
          canvas.write(space.either("┄", "-"), column: column, row: row, Style(.faint))
        }
      }
    }
    for (index, cell) in cells.enumerated() {
      guard let cell else { continue }
      let style = keys.contains(index) ? Style(marks[index].style.role, .bold) : marks[index].style
      canvas.write(symbols[index], column: cell.column, row: cell.row, style)
      placer.take(column: cell.column, row: cell.row)
    }
    var rest: [Int] = []
    for (index, mark) in marks.enumerated() where !mark.point.label.isEmpty && !keys.contains(index) {
      let text = space.text(mark.point.label)
      if let cell = cells[index],
        let place = placer.place(width: DisplayWidth.of(text), beside: cell.column, cell.row)
      {
        canvas.write(text, column: place.column, row: place.row, Style(.label))
      } else if !mark.isOptional {
        rest.append(index)
      }
    }
    if hasLetters && !space.isASCII { writeLetters(frame, &placer, &canvas) }
    return (frame.lines(around: canvas) + legendLines, rest)
  }

  private func raster(_ frame: PlotFrame, of curves: [Curve]) -> Raster {
    var raster = Raster(columns: frame.columns, rows: frame.rows, isASCII: frame.space.isASCII)
    for curve in curves {
      let pattern = frame.space.isASCII ? [] : SeriesLook.pattern(curve.series)
      var last: (x: Double, y: Double)?
      var phase = 0
      for point in curve.points {
        guard let column = x.position(point.x), let row = y.position(point.y) else {
          last = nil
          phase = 0
          continue
        }
        if !curve.isJoined || last == nil { raster.mark(column, row, series: curve.series) }
        if curve.isJoined, let last {
          raster.line(
            from: last, to: (column, row), series: curve.series, pattern: pattern, phase: &phase)
        }
        last = (column, row)
      }
    }
    return raster
  }

  private func cell(_ point: DataPoint, _ raster: Raster) -> (column: Int, row: Int)? {
    guard let column = x.position(point.x), let row = y.position(point.y) else { return nil }
    return raster.cell(column, row)
  }

  /// The legend with an entry for each mark that is numbered.
  private func key(for keyed: [Int], symbols: [String], in space: ChartSpace) -> Legend {
    var result = Legend(entries: legend)
    for (index, symbol) in zip(keyed, symbols) {
      let mark = marks[index]
      let sample = StyledLine(symbol, Style(mark.style.role, .bold))
      var text = mark.point.label
      if symbol.isEmpty {
        let x = xAxis.text(mark.point.x, isASCII: space.isASCII)
        let y = yAxis.text(mark.point.y, isASCII: space.isASCII)
        text += " lies outside: \(x), \(y)"
      }
      result.entries.append(Legend.Entry(sample: sample, text: text))
    }
    return result
  }

  /// Marks in one cell share a symbol; one outside the picture has none.
  private func symbols(for keyed: [Int], in cells: [(column: Int, row: Int)?]) -> [String] {
    var known: [Place: String] = [:]
    return keyed.map { index in
      guard let cell = cells[index] else { return "" }
      let place = Place(line: cell.row, column: cell.column)
      let symbol = known[place] ?? Self.symbol(known.count)
      known[place] = symbol
      return symbol
    }
  }

  /// Puts each curve's letter beside it, as far to the right as it can stand nearer to this curve than to any other.
  private func writeLetters(_ frame: PlotFrame, _ placer: inout LabelPlacer, _ canvas: inout Canvas) {
    let lettered = curves.filter(\.isJoined)
    let rasters = lettered.map { raster(frame, of: [$0]) }
    for (index, curve) in lettered.enumerated() {
      let others = rasters.indices.filter { $0 != index }.map { rasters[$0] }
      var best: (place: (column: Int, row: Int), lead: Int)?
      search: for point in samples(of: curve, frame.columns) {
        guard let cell = cell(point, rasters[index]) else { continue }
        for place in placer.places(width: 1, beside: cell.column, cell.row) {
          let near = others.map { Self.distance(from: place, to: $0) }.min() ?? .max
          let lead = near - Self.distance(from: place, to: rasters[index])
          if lead > best?.lead ?? .min { best = (place, lead) }
          if lead >= 2 { break search }
        }
      }
      guard let best else { continue }
      placer.take(best.place, width: 1)
      let style = Style(SeriesLook.style(curve.series).role, .bold)
      canvas.write(
        SeriesLook.letter(curve.series), column: best.place.column, row: best.place.row, style)
    }
  }

  /// How far a curve is from a cell, in columns; a row is as high as two of them. Seven for more than six.
  private static func distance(from place: (column: Int, row: Int), to raster: Raster) -> Int {
    var nearest = 7
    for row in -3...3 {
      for column in -6...6 where 2 * abs(row) + abs(column) < nearest {
        if raster.hasInk(column: place.column + column, row: place.row + row) {
          nearest = 2 * abs(row) + abs(column)
        }
      }
    }
    return nearest
  }

  /// Points of a curve from right to left, each with a point between it and the next.
  private func samples(of curve: Curve, _ columns: Int) -> [DataPoint] {
    let stride = max(1, curve.points.count / max(1, columns))
    var result: [DataPoint] = []
    var index = curve.points.count - 1
    while index >= 0 {
      let point = curve.points[index]
      result.append(point)
      if index > 0, let (x1, y1) = place(point), let (x0, y0) = place(curve.points[index - 1]) {
        result.append(DataPoint(x.value(at: (x0 + x1) / 2), y.value(at: (y0 + y1) / 2)))
      }
      index -= stride
    }
    return result
  }

  private func place(_ point: DataPoint) -> (Double, Double)? {
    guard let column = x.position(point.x), let row = y.position(point.y) else { return nil }
    return (column, row)
  }

  /// 1 … 9, a … z, then a cross.
  private static func symbol(_ number: Int) -> String {
    if number < 9 { return String(number + 1) }
    guard number < 35, let scalar = Unicode.Scalar(UInt32(97 + number - 9)) else { return "+" }
    return String(Character(scalar))
  }
}
