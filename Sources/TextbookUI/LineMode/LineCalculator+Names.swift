import Content
import Engine

/// What a line is about: inputs and results by their names, labels and numbers.
extension LineCalculator {
  /// The input of a number, a name or a label.
  func inputName(_ text: String) -> String? {
    let inputs = inputs
    if let number = Int(text), inputs.indices.contains(number - 1) { return inputs[number - 1].name }
    let wanted = text.lowercased()
    return
      (inputs.first { $0.name == text }
      ?? inputs.first { spoken($0.label).lowercased() == wanted || $0.label.lowercased() == wanted }
      ?? inputs.first { $0.name.lowercased() == wanted })?.name
  }

  /// The input that a line is about, with what it is set to: `rate = 0.1`, `learning rate 0.1`, `1 0.1`, `set rate 0.1`;
  /// an empty value for the name of an input alone. Nil where the line is a command or begins with no input.
  func entry(_ line: String) -> (name: String, value: String)? {
    if let sign = line.firstIndex(of: "="), let name = inputName(String(line[..<sign]).trimmed) {
      return (name, String(line[line.index(after: sign)...]).trimmed)
    }
    let (word, rest) = LineCommand.words(line)
    let known = LineCalculatorCommand(whole: word)
    if known == nil || known?.takesWords == false && !rest.isEmpty, !line.isEmpty {
      let isInput = inputs.contains { $0.name.lowercased() == word }
      if isInput || !LineCalculatorCommand.isShort(word) { return assignment(line) }
    }
    let isSetting = known == .set || known == nil && word == "s"
    return isSetting ? assignment(rest).flatMap { $0.value.isEmpty ? nil : $0 } : nil
  }

  private func assignment(_ line: String) -> (name: String, value: String)? {
    if let sign = line.firstIndex(of: "=") {
      return inputName(String(line[..<sign]).trimmed).map {
        ($0, String(line[line.index(after: sign)...]).trimmed)
      }
    }
    return beginning(of: line) { inputName($0) }
  }

  /// What the longest beginning of a line names, with the rest.
  func beginning<Name>(of line: String, _ name: (String) -> Name?) -> (name: Name, value: String)? {
    if let found = name(line) { return (found, "") }
    var end = line.endIndex
    while let space = line[..<end].lastIndex(of: " ") {
      if let found = name(String(line[..<space]).trimmed) { return (found, String(line[space...]).trimmed) }
      end = space
    }
    return nil
  }

  // MARK: Results

  /// The results that are meant: by label or name as they stand, else those whose labels have all of the words; a value
  /// of the formulas that is no result by its name.
  func resultNames(_ text: String) -> [String] {
    let wanted = text.filter { !"\"\u{201C}\u{201D}".contains($0) }.lowercased()
    guard !wanted.isEmpty else { return [] }
    let results = results
    func labels(_ result: OutputResult) -> [String] {
      [result.label, spoken(result.label), label(of: result.name)].map { $0.lowercased() }
    }
    let same = results.filter { labels($0).contains(wanted) }
    if !same.isEmpty { return same.map(\.name) }
    if let named = results.first(where: { $0.name.lowercased() == wanted }) { return [named.name] }
    let isValue = workbook.inline("\(id).\(text)", near: nil).name == text
    if isValue, inputName(text) == nil { return [text] }
    return results.filter { labels($0).contains { $0.contains(wanted) } }.map(\.name)
  }

  /// The one result that is meant; where there is none or several fit, that is said.
  func resultName(_ text: String) -> String? {
    let names = resultNames(text)
    if names.count > 1 {
      terminal.say(
        "\(names.count) results fit \"\(text)\": \(names.map { label(of: $0) }.joined(separator: "; ")).")
      return nil
    }
    if names.isEmpty {
      let names = results.map { label(of: $0.name) }
      terminal.say("It has no result \"\(text)\"; it has \(names.joined(separator: "; ")).")
    }
    return names.first
  }

  // MARK: What is not there

  func sayNoInput(_ name: String) {
    let names = inputs.map(\.name).joined(separator: ", ")
    terminal.say(
      "There is no input \"\(name)\"" + (names.isEmpty ? "; it has none." : "; there are \(names)."))
  }

  func sayUnknown(_ line: String) {
    if let sign = line.firstIndex(of: "=") {
      let name = String(line[..<sign]).trimmed
      guard let result = resultNames(name).first, !name.isEmpty else { return sayNoInput(name) }
      let label = label(of: result)
      return terminal.say(
        "\"\(label)\" is a result. solve \(label) = \(String(line[line.index(after: sign)...]).trimmed) finds the input "
          + "that gives it.")
    }
    if let result = resultNames(line).first, resultNames(line).count == 1 {
      let label = label(of: result)
      return terminal.say(
        "\(label): \(spoken(workbook.inline("\(id).\(result)", near: nil).text)). explain \(label) says how it comes about."
      )
    }
    terminal.say(
      "Expected NAME=VALUE, inputs, results, explain, solve, sweep, sensitivity, compare, reset or done, found "
        + "\"\(line)\". help says what each does.")
  }
}
