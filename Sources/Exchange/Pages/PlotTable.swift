import Content
import Engine
import Typesetting

/// The numbers of a plot as a table.
struct PlotTable {
  var header: [String]
  var rows: [[String]]
  /// Longer lists show their first and last rows, and every so many between.
  private static let rowLimit = 40

  init(_ data: PlotData) {
    switch data {
    case .line(let series, let points, let x, let y):
      (header, rows) = Self.series(series, x, y)
      rows += Self.rows(of: points, named: "")
    case .scatter(let series, let x, let y): (header, rows) = Self.series(series, x, y)
    case .bar(let bars, let axis):
      header = ["", Self.name(axis, "value")]
      rows = bars.map { [$0.label, $0.text ?? Self.number($0.x)] }
    case .histogram(let values, _, let axis):
      header = [Self.name(axis, "value")]
      rows = Self.thinned(values.map { [Self.number($0)] })
    case .heatMap(let names, let columns, let values, _, _):
      header = [""] + columns
      rows = zip(names, values).map { [$0] + $1.map(Self.number) }
    case .timeline(let entries, let axis):
      header = ["", "from", "to"].map { $0.isEmpty || axis.unit.isEmpty ? $0 : "\($0) (\(axis.unit))" }
      rows = entries.map { [$0.label, Self.number($0.x), $0.y.map(Self.number) ?? ""] }
    case .network(let layers, _, _):
      header = ["layer", "units"]
      rows = layers.map { [$0.label, String($0.units)] }
    case .roofline(let machines, let points):
      header = ["", "peak (FLOP/s)", "bandwidth (B/s)", "intensity (FLOP/B)"]
      rows = machines.map {
        [$0.label, Self.number($0.peak), Self.number($0.bandwidth), Self.number($0.peak / $0.bandwidth)]
      }
      rows += points.map { [$0.label, $0.y.map(Self.number) ?? "", "", Self.number($0.x)] }
    }
  }

  private static func name(_ axis: PlotData.Axis, _ fallback: String) -> String {
    let label = axis.label.isEmpty ? fallback : axis.label
    return axis.unit.isEmpty ? label : "\(label) (\(axis.unit))"
  }

  private static func series(_ series: [PlotData.Series], _ x: PlotData.Axis, _ y: PlotData.Axis) -> (
    [String], [[String]]
  ) {
    (["", name(x, "x"), name(y, "y")], series.flatMap { rows(of: $0.points, named: $0.label) })
  }

  private static func rows(of points: [PlotData.Point], named name: String) -> [[String]] {
    thinned(points.map { [$0.label.isEmpty ? name : $0.label, number($0.x), $0.y.map(number) ?? ""] })
  }

  private static func thinned(_ rows: [[String]]) -> [[String]] {
    guard rows.count > rowLimit else { return rows }
    let step = (rows.count + rowLimit - 2) / (rowLimit - 1)
    var kept = stride(from: 0, to: rows.count, by: step).map { rows[$0] }
    if (rows.count - 1) % step != 0 { kept += rows.suffix(1) }
    return kept
  }

  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "–" }
    return NumberFormat().text(Quantity(value))
  }
}
