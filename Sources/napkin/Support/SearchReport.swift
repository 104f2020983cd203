import Engine

/// What `solve --where` prints.
struct SearchReport: Encodable {
  struct Value: Encodable {
    var name: String
    var text: String
  }

  var id: String
  var input: String
  var condition: String
  /// `largest` or `smallest`.
  var extreme: String
  /// Absent when no number satisfies the condition.
  var value: Int?
  /// The outputs that the condition names, at that value.
  var outputs: [Value]

  init(_ condition: String, _ extreme: Solve.Extreme, input: String, of view: CalculatorView) throws(Failure)
  {
    let ownInput = view.ownInput(input)
    let id = view.calculator.id
    // A condition that can hold nowhere, such as one that compares bytes with seconds, is a mistake.
    if let error = view.workbook.inline(condition, near: id).error,
      [.name, .unit, .syntax].contains(error.kind), !error.isConsequence
    {
      throw Failure(error, in: condition)
    }
    do throws(Diagnostic) {
      value = try view.workbook.search(
        extreme == .largest ? .largest : .smallest, ownInput, of: id, where: condition)
    } catch {
      throw error.span.isEmpty ? Failure(error) : Failure(error, in: condition)
    }
    self.id = view.id
    self.input = input
    self.condition = condition
    self.extreme = extreme.rawValue
    outputs = []
    var workbook = view.workbook
    guard let value else { return }
    let unit = view.calculator.inputs.first { $0.name == ownInput }?.unit?.text ?? "1"
    let entry = unit == "1" ? "\(value)" : "\(value) \(unit)"
    guard (try? workbook.setInput(ownInput, of: id, to: entry)) != nil else { return }
    let names = Set(condition.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    outputs = (workbook.result(of: id)?.outputs ?? []).filter { names.contains($0.name) }
      .map { Value(name: $0.name, text: $0.text) }
  }

  /// For people.
  func text(width: Int) -> String {
    guard let value else {
      return paragraph("No whole \(input) within its bounds satisfies \(condition).", width: width)
    }
    let number = NumberFormat().text(Quantity(Double(value)))
    var text = paragraph(
      "\(input) = \(number) is the \(extreme) for which \(condition).", width: width)
    text += TextTable(rows: outputs.map { [$0.name, $0.text] }, indent: 2).text(width: width)
    return text
  }
}
