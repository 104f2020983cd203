/// Curves: values joined in the order in which they are given.
public struct LineChart: Hashable, Sendable {
  public var series: [Series]
  /// Points to mark, each with its label.
  public var markers: [DataPoint]
  public var x: Axis
  public var y: Axis

  public init(_ series: [Series], markers: [DataPoint] = [], x: Axis = Axis(), y: Axis = Axis()) {
    self.series = series
    self.markers = markers
    self.x = x
    self.y = y
  }
}

extension LineChart: ChartDrawing {
  private var points: [DataPoint] {
    (series.flatMap(\.points) + markers).filter { ChartWords.isDrawable($0, x, y) }
  }

  var hasData: Bool { !points.isEmpty }

  func draw(in space: ChartSpace) -> [StyledLine] {
    let points = points
    let hasLetters = series.count > 1
    let plot = PointPlot(
      xAxis: x, yAxis: y, x: Scale(x, over: points.map(\.x), isTight: true),
      y: Scale(y, over: points.map(\.y), includesZero: true),
      curves: series.enumerated().map { PointPlot.Curve(points: $1.points, series: $0) },
      marks: markers.map {
        PointPlot.Mark(point: $0, symbol: space.either("●", "@"), style: Style(.body, .bold))
      },
      legend: series.enumerated().compactMap { index, series in
        series.name.isEmpty
          ? nil
          : Legend.Entry(
            sample: Legend.sample(index, letter: hasLetters, in: space), text: series.name)
      },
      hasLetters: hasLetters)
    return plot.draw(in: space)
  }

  var words: String {
    var sentences = [ChartWords.axes("Line chart", x: x, y: y)]
    for series in series {
      let name = series.name.isEmpty ? "" : series.name + ": "
      sentences.append(name + ChartWords.points(series.points, x: x, y: y) + ".")
    }
    if !markers.isEmpty { sentences.append("Marked: " + ChartWords.points(markers, x: x, y: y) + ".") }
    return sentences.joined(separator: " ")
  }
}
