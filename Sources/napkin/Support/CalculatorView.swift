import Engine

/// A calculator under the names that the reader asked with: its own, or those of a worked example that it covers.
struct CalculatorView {
  let calculator: Calculator
  let cover: Cover?
  let id: String
  private let authored: Workbook
  private(set) var workbook: Workbook

  init?(named name: String, in book: Workbook) {
    if let calculator = book.calculator(name) {
      self.calculator = calculator
      cover = nil
    } else if let found = book.calculator(covering: name) {
      calculator = found.calculator
      cover = found.cover
    } else {
      return nil
    }
    id = name
    var start = book
    for (input, entry) in (cover?.set ?? [:]).sorted(by: { $0.key < $1.key }) {
      _ = try? start.setInput(input, of: calculator.id, to: entry)
    }
    authored = start
    workbook = start
  }

  /// Applies `name=value`.
  mutating func set(_ change: String) throws(Failure) {
    guard let sign = change.firstIndex(of: "="), sign != change.startIndex else {
      throw Failure("syntax", "--set expects name=value, found '\(change)'.", advice: "As in: --set batch=64")
    }
    let name = String(change[..<sign]).trimmed
    let entry = String(change[change.index(after: sign)...]).trimmed
    let target = cover?.inputs[name] ?? name
    do throws(Diagnostic) {
      if calculator.inputs.contains(where: { $0.name == target }) {
        try workbook.setInput(target, of: calculator.id, to: entry)
      } else {
        try overrideFigure(target, with: entry)
      }
    } catch {
      throw Failure(error)
    }
  }

  /// A target such as `hw.memory.bandwidth` changes that figure of the profile that the input holds.
  private mutating func overrideFigure(_ target: String, with entry: String) throws(Diagnostic) {
    let names = calculator.inputs.map { input in ourName(input.name) }
    guard let dot = target.firstIndex(of: "."),
      case .profile(let profile)? = workbook.result(of: calculator.id)?.inputs
        .first(where: { $0.name == target[..<dot] })?.value
    else {
      throw Diagnostic(
        .name, "'\(id)' has no input '\(target)'.",
        hint: nearest(to: target, among: names).map { "Did you mean '\($0)'?" }
          ?? (names.isEmpty ? "It has no inputs." : "It has: \(names.joined(separator: ", ")).")
      )
    }
    var scenario = workbook.scenario
    scenario.overrides[profile + target[dot...]] = entry
    if let problem = workbook.apply(scenario).first { throw problem }
  }

  /// The reader's name for one of the calculator's inputs.
  func ourName(_ input: String) -> String { cover?.inputs.first { $0.value == input }?.key ?? input }

  var result: CalculatorResult {
    renamed(workbook.result(of: calculator.id) ?? CalculatorResult(inputs: [], outputs: [], checks: []))
  }

  /// The values before any change.
  var authoredResult: CalculatorResult {
    renamed(authored.result(of: calculator.id) ?? CalculatorResult(inputs: [], outputs: [], checks: []))
  }

  private func renamed(_ result: CalculatorResult) -> CalculatorResult {
    guard let cover else { return result }
    var result = result
    for index in result.inputs.indices { result.inputs[index].name = ourName(result.inputs[index].name) }
    for index in result.outputs.indices {
      let name = result.outputs[index].name
      result.outputs[index].name = cover.outputs.first { $0.value == name }?.key ?? name
    }
    return result
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return start < end ? String(self[start..<end]) : ""
  }
}
