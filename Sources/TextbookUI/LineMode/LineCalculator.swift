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
        guard let (name, value) = assignment(rest, context), !value.isEmpty else {
          terminal.say("Expected set NAME VALUE, found \"\(line)\".")
          continue
        }
        if set(name, to: value, &context) { changed(context.book.workbook) }
      default:
        guard let (name, value) = assignment(line, context) else {
          terminal.say("Expected NAME=VALUE, inputs, results, explain, reset or done, found \"\(line)\".")
          continue
        }
        if value.isEmpty {
          sayInput(name, context)
        } else if set(name, to: value, &context) {
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
      terminal.say(Self.sentence(error.message))
      if let hint = error.hint { terminal.say(Self.sentence(hint)) }
      return false
    }
    sayOutputs(context)
    return true
  }

  private func spoken(_ text: String) -> String { spokenText(text, isASCII: terminal.isASCII) }

  /// With a capital letter at its start and one full stop at its end.
  private static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.last.map { ".?!".contains($0) } == true ? "" : ".")
  }

  /// The input of a number, a name or a label.
  private func inputName(_ text: String, _ context: PageContext) -> String? {
    let inputs = context.book.workbook.result(of: id)?.inputs ?? []
    if let number = Int(text), inputs.indices.contains(number - 1) { return inputs[number - 1].name }
    let wanted = text.lowercased()
    return
      (inputs.first { $0.name == text }
      ?? inputs.first { $0.label.lowercased() == wanted || $0.name.lowercased() == wanted })?.name
  }

  /// Name and value of `rate = 0.1`, `learning rate 0.1` or `1 0.1`; an empty value for the name of an input alone. Nil
  /// where a line without `=` begins with no input.
  private func assignment(_ line: String, _ context: PageContext) -> (name: String, value: String)? {
    if let sign = line.firstIndex(of: "=") {
      return (String(line[..<sign]).trimmed, String(line[line.index(after: sign)...]).trimmed)
    }
    if let name = inputName(line, context) { return (name, "") }
    var end = line.endIndex
    while let space = line[..<end].lastIndex(of: " ") {
      if let name = inputName(String(line[..<space]).trimmed, context) {
        return (name, String(line[space...]).trimmed)
      }
      end = space
    }
    return nil
  }

  /// One input, and how it is set.
  private func sayInput(_ name: String, _ context: PageContext) {
    let inputs = context.book.workbook.result(of: id)?.inputs ?? []
    guard let index = inputs.firstIndex(where: { $0.name == name }) else { return }
    terminal.say("  \(index + 1). \(CalculatorWords(context: context).inputs(of: id)[index])")
    terminal.say("\(index + 1)=VALUE sets it.")
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
        terminal.say("  " + choice.entry + (choice.entry == choice.text ? "" : ": " + spoken(choice.text)))
      }
    }
  }

  private func explain(_ name: String, _ context: PageContext) {
    let workbook = context.book.workbook
    let outputs = workbook.result(of: id)?.outputs ?? []
    let name = outputs.first { $0.label.lowercased() == name.lowercased() }?.name ?? name
    guard let derivation = workbook.derivation(of: name.isEmpty ? nil : name, in: id) else {
      let names = workbook.calculator(id)?.outputs.map(\.name) ?? []
      terminal.say("It has no value \"\(name)\"; it has \(names.joined(separator: ", ")).")
      return
    }
    if !derivation.given.isEmpty {
      terminal.say("Given:")
      for given in derivation.given { terminal.say("  " + spoken("\(given.name) = \(given.text)")) }
    }
    terminal.say("Then:")
    for step in derivation.text.split(separator: "\n") { terminal.say("  " + spoken(String(step))) }
  }
}
