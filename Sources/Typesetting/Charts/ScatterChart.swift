/// Points by themselves, with labels where they have some.
public struct ScatterChart: Hashable, Sendable {
  public var series: [Series]
  public var x: Axis
  public var y: Axis

  public init(_ series: [Series], x: Axis = Axis(), y: Axis = Axis()) {
    self.series = series
    self.x = x
    self.y = y
  }
}

extension ScatterChart: ChartDrawing {
  /// Above this many, the points of a single series without labels are drawn as dots.
  private static let mostMarks = 60

  private var points: [DataPoint] { series.flatMap(\.points).filter { ChartWords.isDrawable($0, x, y) } }

  var hasData: Bool { !points.isEmpty }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let points = points
    let isCloud =
      series.count == 1 && points.count > Self.mostMarks && points.allSatisfy(\.label.isEmpty)
    var marks: [PointPlot.Mark] = []
    for (index, series) in series.enumerated() where !isCloud {
      let symbol = SeriesLook.symbol(index, in: space)
      marks += series.points.map {
        PointPlot.Mark(point: $0, symbol: symbol, style: SeriesLook.style(index))
      }
    }
    let plot = PointPlot(
      xAxis: x, yAxis: y, x: Scale(x, over: points.map(\.x)), y: Scale(y, over: points.map(\.y)),
      curves: isCloud ? [PointPlot.Curve(points: points, series: 0, isJoined: false)] : [],
      marks: marks,
      legend: series.enumerated().compactMap { index, series in
        let symbol = isCloud && !space.isASCII ? "⠕" : SeriesLook.symbol(index, in: space)
        return series.name.isEmpty
          ? nil : Legend.Entry(sample: StyledLine(symbol, SeriesLook.style(index)), text: series.name)
      },
      hasLetters: false)
    return plot.draw(in: space)
  }

  var words: String {
    var sentences = [ChartWords.axes("Scatter chart", x: x, y: y)]
    for series in series {
      let name = series.name.isEmpty ? "" : series.name + ": "
      sentences.append(name + ChartWords.points(series.points, x: x, y: y) + ".")
    }
    return sentences.joined(separator: " ")
  }
}
