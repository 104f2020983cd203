import Content
import Engine
import Typesetting

/// The input that brings a result to a value.
extension LineCalculator {
  /// `solve total = 16 MB for batch`; what is not said is asked for.
  mutating func solve(_ text: String) {
    if inputs.isEmpty {
      return terminal.say(
        "Nothing here can be varied: its results stand on figures. explain says which; on the page whatif changes them."
      )
    }
    guard let wish = wish(text) else { return }
    guard let result = wish.result.isEmpty ? chooseResult() : resultName(wish.result) else { return }
    var input: String?
    if let name = wish.input {
      guard let found = inputName(name) else { return sayNoInput(name) }
      input = found
    }
    let label = label(of: result)
    let now = spoken(workbook.inline("\(id).\(result)", near: nil).text)
    if !wish.target.isEmpty { return say(solutions(of: result, wish.target, input), label) }
    // Until there is a value that it can have, or something else is wanted.
    while let target = ask("What is \"\(label)\" to be? It is \(now.isEmpty ? "without a value" : now) now") {
      if target.isEmpty { return }
      // No value begins with the word of a command.
      if LineCalculatorCommand(whole: LineCommand.words(target).first) != nil { return doNext(target) }
      let solutions = solutions(of: result, target, input)
      say(solutions, label)
      if solutions.problem == nil { return }
    }
  }

  private func solutions(of result: String, _ target: String, _ input: String?) -> Solutions {
    Solutions(context.book, of: id, value: result, equals: target, preferred: input, only: input != nil)
  }

  /// The parts of `total = 16 MB for batch`; empty ones where they are not said. What is wrong is said.
  private func wish(_ text: String) -> (result: String, target: String, input: String?)? {
    if let sign = text.firstIndex(of: "=") {
      let result = String(text[..<sign]).trimmed
      var target = String(text[text.index(after: sign)...]).trimmed
      var input: String?
      if let (before, after) = target.divided(atLast: " for ") { (target, input) = (before, after) }
      guard !result.isEmpty, !target.isEmpty else {
        terminal.say("Expected solve RESULT = VALUE, as in solve \(example), found \"solve \(text)\".")
        return nil
      }
      return (result, target, input)
    }
    // A result alone, or with a number right behind it.
    if text.isEmpty || !resultNames(text).isEmpty { return (text, "", nil) }
    var rest = text
    var input: String?
    if let (before, after) = text.divided(atLast: " for "), inputName(after) != nil {
      (rest, input) = (before, after)
    }
    let found = beginning(of: rest) { name in resultNames(name).isEmpty ? nil : name }
    if let found { return (found.name, found.value, input) }
    _ = resultName(text)
    return nil
  }

  /// `KV cache = 1.07 GB`
  private var example: String {
    let result = results.first { $0.number != nil } ?? results.first
    return result.map { "\(label(of: $0.name)) = \($0.text)" } ?? "RESULT = VALUE"
  }

  /// Says the solutions, and sets the one that is taken.
  private mutating func say(_ solutions: Solutions, _ label: String) {
    if let problem = solutions.problem { return say(problem) }
    let target = spoken(solutions.target)
    var entries: [(input: String, entry: String)] = []
    var names: [String] = []
    for row in solutions.rows {
      for (index, entry) in row.found.flatMap(\.self).enumerated() {
        entries.append((row.input.name, entry.entry))
        let gives = entry.output.map { ", which gives \($0)" } ?? ""
        let now = index == 0 ? "; it is \(row.input.text) now" : ""
        names.append(spoken("\(row.input.label) = \(entry.text)\(entry.remark)\(gives)\(now)"))
      }
    }
    if names.isEmpty {
      terminal.say("No input alone makes \"\(label)\" \(target).")
    } else {
      terminal.say("\"\(label)\" is \(target) where one input is changed alone:")
    }
    func sayTheRest() {
      for row in solutions.rows {
        if let failure = row.failure { terminal.say(spoken("\(row.input.label): \(failure).")) }
      }
      for reason in solutions.reasons { terminal.say(spoken(reason)) }
      if !solutions.idle.isEmpty {
        terminal.say(spoken("Without effect on it: \(solutions.idle.joined(separator: "; "))."))
      }
      if !solutions.fixed.isEmpty {
        terminal.say(
          spoken("No single number, and not varied: \(solutions.fixed.joined(separator: "; "))."))
      }
    }
    if names.isEmpty { return sayTheRest() }
    for (index, name) in names.enumerated() { terminal.say("  \(index + 1). \(name)") }
    sayTheRest()
    let chosen = choose("Set which? A number, or Enter for none", outOf: names.count)
    if let chosen { set(entries[chosen].input, to: entries[chosen].entry) }
  }
}

extension String {
  /// The two sides of the last place where a word stands.
  func divided(atLast word: String) -> (before: String, after: String)? {
    ranges(of: word).last.map {
      (String(self[..<$0.lowerBound]).trimmed, String(self[$0.upperBound...]).trimmed)
    }
  }
}
