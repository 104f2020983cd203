import Content
import Engine

/// An equation with arguments by name, as `napkin calc iron_law D_vol=140GB …` gives them.
struct EquationCall {
  let formula: String

  /// - Throws: what is missing, unknown, given twice, or no value; missing arguments with what they mean.
  init(_ equation: Equation, arguments: [String], in book: Book) throws(Failure) {
    guard let signature = book.workbook.library.signature(of: equation.id) else {
      throw Failure(
        "name", "'\(equation.id)' is only set and can not be evaluated.",
        advice: "napkin equations \(equation.id) shows it.")
    }
    let names = signature.parameters.map(\.name)
    var values: [String: String] = [:]
    for argument in arguments {
      guard let sign = argument.firstIndex(of: "="), sign != argument.startIndex else {
        throw Failure(
          "syntax", "expected name=value, found '\(argument)'.",
          advice: "The arguments are \(names.joined(separator: ", ")).")
      }
      let name = String(argument[..<sign]).trimmed
      let value = String(argument[argument.index(after: sign)...]).trimmed
      guard names.contains(name) else {
        throw Failure(
          "name", "'\(equation.id)' takes no '\(name)'.",
          advice: nearest(to: name, among: names).map { "Did you mean '\($0)'?" }
            ?? "It takes \(names.joined(separator: ", ")).")
      }
      guard !value.isEmpty else {
        throw Failure(
          "syntax", "'\(name)' has no value.",
          advice: "Write \(name)= and a number with its unit, or an expression.")
      }
      guard values[name] == nil else { throw Failure("name", "'\(name)' is given twice.") }
      // Alone first, so that a mistake is shown where it stands.
      do throws(Diagnostic) { _ = try book.workbook.evaluate(value) } catch {
        throw Failure(error, in: value)
      }
      values[name] = value
    }
    let missing = signature.parameters.filter { values[$0.name] == nil }
    guard missing.isEmpty else {
      let rows = missing.map { parameter in
        let meaning = equation.symbols.first { $0.symbol == parameter.name }?.meaning ?? ""
        let unit = parameter.unit.map { $0.text == "1" ? "a plain number" : $0.text } ?? ""
        return [parameter.name, meaning, unit]
      }
      let table = TextTable(rows: rows, indent: 4).text(width: Output.textWidth).dropLast()
      throw Failure(
        "name",
        "'\(equation.id)' needs \(missing.count == 1 ? "one more argument" : "more arguments"):\n\(table)",
        advice:
          "As in: napkin calc \(equation.id) \(names.map { "\($0)=\(values[$0] ?? "…")" }.joined(separator: " "))"
      )
    }
    let list = names.map { "\($0) = \(values[$0] ?? "")" }.joined(separator: ", ")
    formula = "\(signature.name)(\(list))"
  }
}
