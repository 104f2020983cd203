import Content
import Engine
import Typesetting

/// A calculator by prompts: inputs are set by name or number, results said after each change.
struct LineCalculator {
  let id: String
  private let terminal: LineTerminal

  init(_ id: String, terminal: LineTerminal) {
    self.id = id
    self.terminal = terminal
  }

  /// Goes on until the learner is done; false at the end of the input.
  ///
  /// - Parameter changed: is called after every change that was made.
  func run(_ context: inout PageContext, changed: (Workbook) -> Void) -> Bool {
    let title = context.book.workbook.calculator(id)?.title ?? id
    terminal.say("\(title) (\(id)).")
    sayInputs(context)
    sayOutputs(context)
    terminal.say("NAME=VALUE sets an input, explain shows the way, reset takes changes back, done leaves.")
    while let line = terminal.ask("\(id)> ") {
      let (command, rest) = LineCommand.words(line)
      switch command {
      case "", "done", "back", "b", "quit", "q": return true
      case "inputs", "i": sayInputs(context)
      case "outputs", "values", "results", "o": sayOutputs(context)
      case "explain", "x": explain(rest, context)
      case "choices": sayChoices(of: rest, context)
      case "reset":
        let name = rest.isEmpty ? nil : inputName(rest, context) ?? rest
        if context.book.workbook.reset(name, of: id).isEmpty {
          terminal.say("Nothing was changed.")
        } else {
          changed(context.book.workbook)
          sayOutputs(context)
        }
      case "help", "?", "h":
        terminal.say([
          "  batch=64 or set batch 64 or 1=64: sets an input, by its name or number.",
          "  inputs: says the inputs. results: says the results. choices NAME: what an input takes.",
          "  explain, explain NAME: says how the results come about.",
          "  reset, reset NAME: takes changes back. done: goes back to the page.",
        ])
      case "set", "s":
        let (name, value) = LineCommand.words(rest.replacing("=", with: " "), lowercased: false)
        if set(name, to: value, &context) { changed(context.book.workbook) }
      default:
        guard let sign = line.firstIndex(of: "=") else {
          terminal.say("Expected NAME=VALUE, inputs, results, explain, reset or done, found \"\(line)\".")
          continue
        }
        let name = String(line[..<sign]).trimmed
        if set(name, to: String(line[line.index(after: sign)...]).trimmed, &context) {
          changed(context.book.workbook)
        }
      }
    }
    return false
  }

  private func set(_ name: String, to entry: String, _ context: inout PageContext) -> Bool {
    let name = inputName(name, context) ?? name
    do throws(Diagnostic) {
      try context.book.workbook.setInput(name, of: id, to: entry)
    } catch {
      terminal.say(error.message + ".")
      if let hint = error.hint { terminal.say(hint + ".") }
      return false
    }
    sayOutputs(context)
    return true
  }

  /// The input of a number or name.
  private func inputName(_ text: String, _ context: PageContext) -> String? {
    let inputs = context.book.workbook.result(of: id)?.inputs ?? []
    if let number = Int(text), inputs.indices.contains(number - 1) { return inputs[number - 1].name }
    return inputs.first { $0.name == text }?.name
  }

  private func sayInputs(_ context: PageContext) {
    let inputs = CalculatorWords(context: context).inputs(of: id)
    terminal.say(inputs.isEmpty ? "It has no inputs." : "Inputs:")
    for (index, input) in inputs.enumerated() { terminal.say("  \(index + 1). \(input)") }
  }

  private func sayOutputs(_ context: PageContext) {
    terminal.say("Results:")
    for output in CalculatorWords(context: context).outputs(of: id) { terminal.say("  " + output) }
  }

  private func sayChoices(of text: String, _ context: PageContext) {
    guard let name = inputName(text, context) else {
      terminal.say("There is no input \"\(text)\".")
      return
    }
    let choices = context.book.workbook.choices(of: name, in: id)
    if choices.isEmpty {
      terminal.say("\(name) takes any value in its bounds.")
    } else {
      for choice in choices {
        terminal.say("  " + choice.entry + (choice.entry == choice.text ? "" : ": " + choice.text))
      }
    }
  }

  private func explain(_ name: String, _ context: PageContext) {
    let workbook = context.book.workbook
    guard let derivation = workbook.derivation(of: name.isEmpty ? nil : name, in: id) else {
      let names = workbook.calculator(id)?.outputs.map(\.name) ?? []
      terminal.say("It has no value \"\(name)\"; it has \(names.joined(separator: ", ")).")
      return
    }
    if !derivation.given.isEmpty {
      terminal.say("Given:")
      for given in derivation.given { terminal.say("  \(given.name) = \(given.text)") }
    }
    terminal.say("Then:")
    for step in derivation.text.split(separator: "\n") { terminal.say("  " + step) }
  }
}
