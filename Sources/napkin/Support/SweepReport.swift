import Engine
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

    /// The same with what it is called on the page.
    var head: String {
      let label = label.isEmpty ? name : label
      return unit == "1" ? label : "\(label) (\(unit))"
    }

    /// Whether it is one number from end to end.
    var isConstant: Bool { values.count > 1 && Set(values).count == 1 }
  }

  var id: String
  var title: String
  /// The values that each input takes; with two inputs every value of the first goes with every one of the second.
  var inputs: [Column]
  var outputs: [Column]
  /// Whether the first input goes by equal factors.
  let isLogarithmic: Bool
  /// Whether someone named the outputs, so that all of them are wanted.
  private let isChosen: Bool

  private enum CodingKeys: CodingKey { case id, title, inputs, outputs }

  /// - Parameter ranges: by the calculator's own names.
  init(_ view: CalculatorView, over ranges: [SweepRange], outputs: [String]?) throws(Failure) {
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
    isChosen = outputs != nil
    self.isLogarithmic = sweep.axes.first?.isLogarithmic ?? false
    for index in self.outputs.indices {
      let name = self.outputs[index].name
      self.outputs[index].name = view.cover?.outputs.first { $0.value == name }?.key ?? name
    }
  }

  /// The inputs and some outputs of every point.
  private func rows(_ outputs: [Column]) -> [[Double?]] {
    let inner = inputs.count > 1 ? inputs[1].values : [nil]
    return (inputs.first?.values ?? []).enumerated().flatMap { i, first in
      inner.enumerated().map { j, second in
        let point = i * inner.count + j
        return [first] + (inputs.count > 1 ? [second] : [])
          + outputs.map { $0.values.indices.contains(point) ? $0.values[point] : nil }
      }
    }
  }

  /// For people. Outputs that do not depend on the inputs are named below the table, and those that have no room beside
  /// the others stand in a table of their own.
  func table(width: Int) -> String {
    let constant = isChosen || outputs.allSatisfy(\.isConstant) ? [] : outputs.filter(\.isConstant)
    let shown = constant.isEmpty ? outputs : outputs.filter { !$0.isConstant }
    let columns = inputs + shown
    let axes = inputs.map {
      Dictionary(
        zip($0.values, NumberFormat().texts(tellingApart: $0.values)), uniquingKeysWith: { first, _ in first }
      )
    }
    let cells = rows(shown).map { row in
      row.enumerated().map { index, number in
        index < axes.count
          ? axes[index][number] ?? "-" : number.map { NumberFormat().text(Quantity($0), digits: 4) } ?? "-"
      }
    }
    let widths = columns.indices.map { index in
      max(
        min(DisplayWidth.of(columns[index].head), 24), cells.map { DisplayWidth.of($0[index]) }.max() ?? 0)
        + 2
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
        header: wanted.map { columns[$0].head }, rows: cells.map { row in wanted.map { row[$0] } },
        numeric: Set(wanted.indices))
      text += "\n" + table.text(width: width)
    }
    if !constant.isEmpty {
      let names = constant.map { column in
        let value =
          column.values.first.flatMap(\.self).map { NumberFormat().text(Quantity($0), digits: 4) } ?? "-"
        return "\(column.head) = \(value)"
      }
      text += "\n" + paragraph("The same everywhere: " + names.joined(separator: "; ") + ".", width: width)
    }
    return text
  }

  /// Comma-separated, with all digits.
  var csv: String {
    let head = (inputs + outputs).map { quoted($0.title) }.joined(separator: ",")
    let lines = rows(outputs).map { row in row.map { $0.map(\.plain) ?? "" }.joined(separator: ",") }
    return ([head] + lines).map { $0 + "\r\n" }.joined()
  }

  private func quoted(_ text: String) -> String {
    text.contains { ",\"\n\r".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
