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

  /// `Calculator 5.5, What is left of a gradient (ch05-gradient-10-layers)`
  static func name(of id: String, in book: Book) -> String {
    (number(of: id, in: book).map { $0 + ", " } ?? "")
      + "\(book.workbook.calculator(id)?.title ?? id) (\(id))"
  }

  /// `Calculator 5.5`; nil for one that stands in sentences or is folded.
  private static func number(of id: String, in book: Book) -> String? {
    book.anchor(id).map(\.label).flatMap { $0.last?.isNumber == true ? $0 : nil }
  }

  /// What the prompt takes beside inputs.
  private enum Command {
    case inputs, results, explain, choices, reset, set, help, done

    /// Its words, the whole ones first, and short ones, which give way to inputs that are called so.
    static let names: [(command: Command, words: [String], short: [String])] = [
      (.inputs, ["inputs"], ["i"]), (.results, ["results", "outputs", "values"], ["o"]),
      (.explain, ["explain"], ["x"]), (.choices, ["choices"], []), (.reset, ["reset"], []),
      (.set, ["set"], ["s"]), (.help, ["help"], ["?", "h"]),
      (.done, ["done", "back", "quit"], ["", "b", "q"]),
    ]

    var takesWords: Bool {
      switch self {
      case .explain, .choices, .reset, .set: true
      case .inputs, .results, .help, .done: false
      }
    }
  }

  /// Goes on until the learner is done; false at the end of the input.
  ///
  /// - Parameter changed: is called after every change that was made.
  func run(_ context: inout PageContext, changed: (Workbook) -> Void) -> Bool {
    terminal.say(Self.name(of: id, in: context.book) + ".")
    sayInputs(context)
    sayOutputs(context)
    terminal.say("NAME=VALUE sets an input, explain shows the way, reset takes changes back, done leaves.")
    let prompt = (Self.number(of: id, in: context.book) ?? "Calculator") + "> "
    while let line = terminal.ask(prompt) {
      if let (name, value) = entry(line, context) {
        if value.isEmpty {
          sayInput(name, context)
        } else if set(name, to: value, &context) {
          changed(context.book.workbook)
        }
        continue
      }
      let (word, rest) = LineCommand.words(line)
      let found = Command.names.first { $0.words.contains(word) || $0.short.contains(word) }?.command
      guard let command = found, command.takesWords || rest.isEmpty else {
        sayUnknown(line, context)
        continue
      }
      switch command {
      case .done: return true
      case .inputs: sayInputs(context)
      case .results: sayOutputs(context)
      case .explain: explain(rest, context)
      case .choices: sayChoices(of: rest, context)
      case .reset: if reset(rest, &context) { changed(context.book.workbook) }
      case .help:
        terminal.say([
          "  batch=64 or set batch 64 or 1=64: sets an input, by its name or number.",
          "  batch or 1: says an input and what it takes. choices NAME: what can be chosen for it.",
          "  inputs: says the inputs. results: says the results.",
          "  explain, explain NAME: says how the results come about.",
          "  reset, reset NAME: takes changes back. done: goes back to the page.",
          "  A short form such as b or x gives way to an input of that name.",
        ])
      case .set: terminal.say("Expected set NAME VALUE, found \"\(line)\".")
      }
    }
    return false
  }

  // MARK: Reading a line

  private func spoken(_ text: String) -> String { spokenText(text, isASCII: terminal.isASCII) }

  private func inputs(_ context: PageContext) -> [InputResult] {
    context.book.workbook.result(of: id)?.inputs ?? []
  }

  /// The input of a number, a name or a label.
  private func inputName(_ text: String, _ context: PageContext) -> String? {
    let inputs = inputs(context)
    if let number = Int(text), inputs.indices.contains(number - 1) { return inputs[number - 1].name }
    let wanted = text.lowercased()
    return
      (inputs.first { $0.name == text }
      ?? inputs.first { $0.label.lowercased() == wanted || $0.name.lowercased() == wanted })?.name
  }

  /// The input that a line is about, with what it is set to: `rate = 0.1`, `learning rate 0.1`, `1 0.1`, `set rate 0.1`;
  /// an empty value for the name of an input alone. Nil where the line is a command or begins with no input.
  private func entry(_ line: String, _ context: PageContext) -> (name: String, value: String)? {
    if let sign = line.firstIndex(of: "="),
      let name = inputName(String(line[..<sign]).trimmed, context)
    {
      return (name, String(line[line.index(after: sign)...]).trimmed)
    }
    let (word, rest) = LineCommand.words(line)
    let known = Command.names.first { $0.words.contains(word) }
    if known == nil || known?.command.takesWords == false && !rest.isEmpty, !line.isEmpty {
      let isInput = inputs(context).contains { $0.name.lowercased() == word }
      let isShort = Command.names.contains { $0.short.contains(word) }
      if isInput || !isShort { return assignment(line, context) }
    }
    let isSetting = known?.command == .set || known == nil && word == "s"
    return isSetting ? assignment(rest, context).flatMap { $0.value.isEmpty ? nil : $0 } : nil
  }

  private func assignment(_ line: String, _ context: PageContext) -> (name: String, value: String)? {
    if let sign = line.firstIndex(of: "=") {
      return inputName(String(line[..<sign]).trimmed, context).map {
        ($0, String(line[line.index(after: sign)...]).trimmed)
      }
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

  private func sayUnknown(_ line: String, _ context: PageContext) {
    if let sign = line.firstIndex(of: "=") {
      let name = String(line[..<sign]).trimmed
      let names = inputs(context).map(\.name).joined(separator: ", ")
      return terminal.say("There is no input \"\(name)\"" + (names.isEmpty ? "." : "; there are \(names)."))
    }
    terminal.say("Expected NAME=VALUE, inputs, results, explain, reset or done, found \"\(line)\".")
  }

  // MARK: Changing

  private func set(_ name: String, to entry: String, _ context: inout PageContext) -> Bool {
    let before = outputs(context)
    do throws(Diagnostic) {
      try context.book.workbook.setInput(name, of: id, to: entry)
    } catch {
      terminal.say(Self.sentence(error.message))
      if let hint = error.hint { terminal.say(Self.sentence(hint)) }
      return false
    }
    if let index = inputs(context).firstIndex(where: { $0.name == name }) {
      terminal.say(CalculatorWords(context: context).inputs(of: id)[index] + ".")
    }
    sayOutputs(context, after: before)
    return true
  }

  private func reset(_ text: String, _ context: inout PageContext) -> Bool {
    let name = inputName(text, context)
    if !text.isEmpty, name == nil {
      terminal.say("There is no input \"\(text)\".")
      return false
    }
    let before = outputs(context)
    if context.book.workbook.reset(name, of: id).isEmpty {
      terminal.say("Nothing was changed.")
      return false
    }
    terminal.say(name.map { "\($0) is the author's again." } ?? "All inputs are the author's again.")
    sayOutputs(context, after: before)
    return true
  }

  /// With a capital letter at its start and one full stop at its end.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.last.map { ".?!".contains($0) } == true ? "" : ".")
  }

  // MARK: Saying

  /// One input, what it takes, and how it is set.
  private func sayInput(_ name: String, _ context: PageContext) {
    guard let index = inputs(context).firstIndex(where: { $0.name == name }) else { return }
    terminal.say("  \(index + 1). \(CalculatorWords(context: context).inputs(of: id)[index])")
    terminal.say(takes(name, context) + " \(index + 1)=VALUE sets it.")
  }

  /// `batch takes a whole number from 1 to 4,096.`
  private func takes(_ name: String, _ context: PageContext) -> String {
    let workbook = context.book.workbook
    guard let input = workbook.calculator(id)?.inputs.first(where: { $0.name == name }) else { return "" }
    let choices = workbook.choices(of: name, in: id)
    if !choices.isEmpty { return "\(name) takes one of \(choices.count): choices \(name) says them." }
    let kind =
      switch input.kind {
      case .list: "a list in brackets, its values"
      case .text: "a text"
      case .quantity, .profile: input.isInteger ? "a whole number" : "a number"
      }
    var words = "\(name) takes \(kind)"
    if let bounds = InputHint.bounds(of: input, in: workbook) { words += " " + bounds }
    let format = NumberFormat(units: workbook.library.units)
    if let step = input.step { words += ", in steps of " + format.text(step, unit: input.unit) }
    return words + "."
  }

  private func sayInputs(_ context: PageContext) {
    let inputs = CalculatorWords(context: context).inputs(of: id)
    terminal.say(inputs.isEmpty ? "It has no inputs." : "Inputs:")
    for (index, input) in inputs.enumerated() { terminal.say("  \(index + 1). \(input)") }
  }

  private func outputs(_ context: PageContext) -> [String] {
    CalculatorWords(context: context).outputs(of: id)
  }

  /// - Parameter before: what the results were; only those that differ are said. All without it.
  private func sayOutputs(_ context: PageContext, after before: [String]? = nil) {
    let outputs = outputs(context)
    let said = before.map { before in outputs.filter { !before.contains($0) } } ?? outputs
    if said.isEmpty { return terminal.say("No result changes.") }
    terminal.say(said.count == outputs.count ? "Results:" : "Results that change:")
    for output in said { terminal.say("  " + output) }
  }

  private func sayChoices(of text: String, _ context: PageContext) {
    guard !text.isEmpty else { return terminal.say("Expected the name of an input, as in choices NAME.") }
    guard let name = inputName(text, context) else {
      terminal.say("There is no input \"\(text)\".")
      return
    }
    let choices = context.book.workbook.choices(of: name, in: id)
    if choices.isEmpty { return terminal.say(takes(name, context)) }
    for choice in choices {
      terminal.say("  " + choice.entry + (choice.entry == choice.text ? "" : ": " + spoken(choice.text)))
    }
  }

  private func explain(_ text: String, _ context: PageContext) {
    let workbook = context.book.workbook
    let outputs = workbook.result(of: id)?.outputs ?? []
    let wanted = text.filter { !"\"\u{201C}\u{201D}".contains($0) }.lowercased()
    let name =
      (outputs.first { $0.label.lowercased() == wanted } ?? outputs.first { $0.name.lowercased() == wanted }
      ?? outputs.first { !wanted.isEmpty && $0.label.lowercased().contains(wanted) })?.name ?? text
    guard let derivation = workbook.derivation(of: name.isEmpty ? nil : name, in: id) else {
      let names = outputs.map { $0.label.isEmpty ? $0.name : $0.label }
      terminal.say("It has no value \"\(text)\"; it has \(names.joined(separator: "; ")).")
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
