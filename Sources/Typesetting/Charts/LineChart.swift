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

  /// The name of the one curve of several on which a point lies; empty where none does, or more than one.
  private func curve(through marker: DataPoint) -> String {
    guard series.count > 1, ChartWords.isDrawable(marker, x, y) else { return "" }
    let scale = Scale(y, over: points.map(\.y))
    guard let place = scale.position(marker.y) else { return "" }
    let near = series.filter { series in
      let points = series.points.filter { ChartWords.isDrawable($0, x, y) }
      guard let value = ChartWords.value(of: points, at: marker.x, x: x, y: y) else { return false }
      return scale.position(value).map { abs($0 - place) < 2e-3 } == true
    }
    return near.count == 1 ? near[0].name : ""
  }

  var words: String {
    var sentences = [ChartWords.axes("Line chart", x: x, y: y)]
    let ticks = Scale(x, over: points.map(\.x), isTight: true).ticks(8)
    for series in series {
      let name = series.name.isEmpty ? "" : series.name + ": "
      sentences.append(name + ChartWords.curve(series.points, ticks: ticks, x: x, y: y) + ".")
    }
    if !markers.isEmpty {
      let named = markers.map { marker in
        var marker = marker
        marker.label = [curve(through: marker), marker.label].filter { !$0.isEmpty }.joined(separator: ", ")
        return marker
      }
      sentences.append("Marked: " + ChartWords.points(named, x: x, y: y) + ".")
    }
    return sentences.joined(separator: " ")
  }
}
