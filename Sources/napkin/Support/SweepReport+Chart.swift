import Engine
import Typesetting

extension SweepReport {
  /// Curves: one for each output, or with two inputs one for each value of the second.
  func chart(height: Int, width: Int, isASCII: Bool, units: UnitTable) throws(Failure) -> [StyledLine] {
    guard let x = inputs.first.map({ base($0, units) }), let first = outputs.first.map({ base($0, units) })
    else {
      return []
    }
    let series: [Series]
    if inputs.count > 1 {
      guard outputs.count == 1 else {
        throw Failure(
          "choice", "a chart over two inputs shows one output, and there are \(outputs.count).",
          advice: "Choose one with --output: \(outputs.map(\.name).joined(separator: ", ")).")
      }
      let second = inputs[1]
      series = second.values.enumerated().map { j, value in
        let text = value.map { NumberFormat().text(Quantity($0), digits: 4) } ?? "-"
        return Series(
          "\(second.name) = \(text)\(second.unit == "1" ? "" : " \(second.unit)")",
          points(
            x.values, first.values.enumerated().filter { $0.offset % second.values.count == j }.map(\.element)
          ))
      }
    } else {
      guard Set(outputs.map { base($0, units).unit }).count == 1 else {
        let names = outputs.map { "\($0.name) (\($0.unit))" }.joined(separator: ", ")
        throw Failure(
          "choice", "a chart shows outputs of one kind of unit.",
          advice: "Choose with --output among \(names).")
      }
      series = outputs.map {
        Series(outputs.count > 1 ? $0.name : "", points(x.values, base($0, units).values))
      }
    }
    let chart = Chart(
      title: title,
      .line(
        LineChart(
          series, x: Axis(x.label, unit: x.unit == "1" ? "" : x.unit, isLogarithmic: isLogarithmic),
          y: Axis(outputs.count == 1 ? first.label : "", unit: first.unit == "1" ? "" : first.unit))))
    return chart.draw(width: width, height: height, isASCII: isASCII)
  }

  private func points(_ xs: [Double?], _ ys: [Double?]) -> [DataPoint] {
    zip(xs, ys).compactMap { x, y in
      guard let x, let y else { return nil }
      return DataPoint(x, y)
    }
  }

  /// The values in the unit without a prefix, since axes choose their own; percentages stay.
  private func base(_ column: Column, _ units: UnitTable) -> Column {
    guard let unit = units.unit(column.unit), unit.offset == 0, unit.dimension != .one else { return column }
    var column = column
    column.values = column.values.map { $0.map { $0 * unit.factor } }
    column.unit = NumberFormat(units: units).number(Quantity(0, unit.dimension)).unit
    return column
  }
}
