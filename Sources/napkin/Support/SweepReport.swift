import Engine
import Foundation
import Typesetting

/// Outputs of a calculator over one or two inputs: what `sweep` prints.
struct SweepReport: Encodable {
  struct Column: Encodable {
    var name: String
    var label: String
    /// `1` for a plain number.
    var unit: String
    /// With two inputs the second runs fastest. Outputs have null where there is no value.
    var values: [Double?]

    /// `training (MB)`.
    var title: String { unit == "1" ? name : "\(name) (\(unit))" }
  }

  var id: String
  var title: String
  /// The values that each input takes; with two inputs every value of the first goes with every one of the second.
  var inputs: [Column]
  var outputs: [Column]
  /// Whether the first input goes by equal factors.
  private(set) var isLogarithmic: Bool

  private enum CodingKeys: CodingKey { case id, title, inputs, outputs }

  /// - Parameters:
  ///   - ranges: by the calculator's own names.
  ///   - isLogarithmic: whether the first input takes equal factors, whatever its author chose.
  init(
    _ view: CalculatorView, over ranges: [SweepRange], outputs: [String]?, isLogarithmic: Bool
  ) throws(Failure) {
    let id = view.calculator.id
    let sweep = try asking { () throws(Diagnostic) in
      try view.workbook.sweep(id, over: ranges, outputs: outputs)
    }
    self.id = view.id
    title = view.calculator.title
    inputs = sweep.axes.map {
      Column(name: view.ourName($0.name), label: $0.label, unit: $0.unit, values: $0.numbers.map { $0 })
    }
    self.outputs = sweep.series.map {
      Column(name: $0.name, label: $0.label, unit: $0.unit, values: $0.numbers)
    }
    self.isLogarithmic = sweep.axes.first?.isLogarithmic ?? false
    if isLogarithmic, !self.isLogarithmic { try spreadByFactors(sweep, view) }
    for index in self.outputs.indices {
      let name = self.outputs[index].name
      self.outputs[index].name = view.cover?.outputs.first { $0.value == name }?.key ?? name
    }
  }

  /// Evaluates again, with the values of the first input at equal factors.
  private mutating func spreadByFactors(_ sweep: Engine.Sweep, _ view: CalculatorView) throws(Failure) {
    let units = view.workbook.library.units
    guard let axis = sweep.axes.first, let lowest = axis.numbers.first, let highest = axis.numbers.last,
      var evaluator = view.workbook.evaluator(of: view.calculator.id)
    else { return }
    guard lowest > 0 else {
      throw Failure(
        "bounds", "--log expects values above zero, and \(axis.name) begins at \(lowest.plain).",
        advice: "Give another beginning with --from.")
    }
    let isInteger = view.calculator.inputs.first { $0.name == axis.name }?.isInteger ?? false
    var numbers: [Double] = []
    for step in axis.numbers.indices {
      let share = Double(step) / Double(max(1, axis.numbers.count - 1))
      let number = step == axis.numbers.count - 1 ? highest : lowest * pow(highest / lowest, share)
      let value = isInteger ? number.rounded() : number
      if numbers.last != value { numbers.append(value) }
    }
    func base(_ number: Double, _ unit: String) -> Double {
      units.unit(unit).map { Quantity(number, in: $0).magnitude } ?? number
    }
    let others = sweep.axes.count > 1 ? sweep.axes[1].numbers : [0]
    var found = sweep.series.map { _ in [Double?]() }
    for number in numbers {
      evaluator.set(axis.name, to: base(number, axis.unit))
      for other in others {
        if sweep.axes.count > 1 { evaluator.set(sweep.axes[1].name, to: base(other, sweep.axes[1].unit)) }
        for (index, series) in sweep.series.enumerated() {
          let unit = units.unit(series.unit)
          found[index].append(
            evaluator.number(of: series.name).map { ($0 - (unit?.offset ?? 0)) / (unit?.factor ?? 1) })
        }
      }
    }
    inputs[0].values = numbers
    for index in outputs.indices { outputs[index].values = found[index] }
    isLogarithmic = true
  }

  /// The inputs and outputs of every point.
  private var rows: [[Double?]] {
    let inner = inputs.count > 1 ? inputs[1].values : [nil]
    return (inputs.first?.values ?? []).enumerated().flatMap { i, first in
      inner.enumerated().map { j, second in
        let point = i * inner.count + j
        return [first] + (inputs.count > 1 ? [second] : [])
          + outputs.map { $0.values.indices.contains(point) ? $0.values[point] : nil }
      }
    }
  }

  /// For people. Outputs that have no room beside the others stand in a table of their own below.
  func table(width: Int) -> String {
    let columns = inputs + outputs
    let cells = rows.map { row in
      row.enumerated().map { index, number in
        number.map { NumberFormat().text(Quantity($0), digits: index < inputs.count ? 6 : 4) } ?? "-"
      }
    }
    let widths = columns.indices.map { index in
      max(DisplayWidth.of(columns[index].title), cells.map { DisplayWidth.of($0[index]) }.max() ?? 0) + 2
    }
    let lead = Array(inputs.indices)
    var groups: [[Int]] = []
    var room = 0
    for index in inputs.count..<columns.count {
      if groups.isEmpty || widths[index] > room {
        groups.append([])
        room = width + 2 - lead.reduce(0) { $0 + widths[$1] }
      }
      groups[groups.count - 1].append(index)
      room -= widths[index]
    }
    var text = paragraph(title, width: width)
    for group in groups {
      let wanted = lead + group
      let table = TextTable(
        header: wanted.map { columns[$0].title }, rows: cells.map { row in wanted.map { row[$0] } },
        numeric: Set(wanted.indices))
      text += "\n" + table.text(width: width)
    }
    return text
  }

  /// Comma-separated, with all digits.
  var csv: String {
    let head = (inputs + outputs).map { quoted($0.title) }.joined(separator: ",")
    let lines = rows.map { row in row.map { $0.map(\.plain) ?? "" }.joined(separator: ",") }
    return ([head] + lines).map { $0 + "\r\n" }.joined()
  }

  private func quoted(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
