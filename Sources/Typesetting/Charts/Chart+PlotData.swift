import Content

extension Chart {
  /// The chart of a plot that was evaluated.
  init(_ data: PlotData) {
    switch data {
    case .line(let series, let points, let x, let y):
      self.init(
        .line(
          LineChart(series.map(Series.init), markers: points.map(DataPoint.init), x: Axis(x), y: Axis(y))))
    case .scatter(let series, let x, let y):
      self.init(.scatter(ScatterChart(series.map(Series.init), x: Axis(x), y: Axis(y))))
    case .bar(let bars, let axis):
      self.init(
        .bar(
          BarChart(
            bars.map { .init($0.label, $0.x, text: $0.text, isPresent: $0.isPresent) }, axis: Axis(axis))))
    case .histogram(let values, let bins, let axis):
      self.init(.histogram(Histogram(values, bins: bins, x: Axis(axis))))
    case .heatMap(let rows, let columns, let values, let showsNumbers, let axis):
      self.init(
        .heatMap(
          HeatMap(
            rows: rows, columns: columns, values: values, scale: Axis(axis), showsValues: showsNumbers)))
    case .timeline(let entries, let axis):
      self.init(
        .timeline(Timeline(entries.map { .init($0.label, start: $0.x, end: $0.y) }, axis: Axis(axis))))
    case .network(let layers, let weights, let pass):
      self.init(
        .network(
          NetworkDiagram(
            layers.map {
              .init($0.label, units: $0.units, activations: $0.activations, gradients: $0.gradients)
            }, weights: weights,
            pass: pass.map { .init(isBackward: $0.isBackward, reached: $0.reached) })))
    case .roofline(let machines, let points):
      self.init(
        .roofline(
          Roofline(
            machines.map { .init($0.label, peak: $0.peak, bandwidth: $0.bandwidth) },
            points: points.map { .init($0.label, intensity: $0.x, performance: $0.y) })))
    }
  }
}

extension Axis {
  fileprivate init(_ axis: PlotData.Axis) {
    self.init(
      axis.label, unit: axis.unit, isLogarithmic: axis.isLogarithmic, lowest: axis.lowest,
      highest: axis.highest)
  }
}

extension Series {
  fileprivate init(_ series: PlotData.Series) {
    self.init(series.label, series.points.map(DataPoint.init))
  }
}

extension DataPoint {
  fileprivate init(_ point: PlotData.Point) {
    self.init(point.x, point.y ?? .nan, label: point.label)
  }
}
