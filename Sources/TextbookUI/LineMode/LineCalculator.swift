import Content
import Engine
import Typesetting

/// A calculator by prompts: inputs are set by name or number, results said after each change, and what the screen
/// answers on pages of their own is answered below the question.
struct LineCalculator {
  let id: String
  let terminal: LineTerminal
  /// The book with what was changed.
  private(set) var context: PageContext
  /// The figures that its inputs move.
  private let figures: [PlotBlock]
  /// What was typed where something else was asked for; it is done next.
  private var queued: String?
  /// Whether the input ended.
  private var isOver = false

  init(_ id: String, context: PageContext, terminal: LineTerminal) {
    self.id = id
    self.context = context
    self.terminal = terminal
    var figures: [PlotBlock] = []
    let book = context.book
    for chapter in book.manifest.chapterIDs.compactMap({ book.chapters[$0] }) {
      for block in chapter.blocks {
        block.walk {
          if case .plot(let plot) = $0, plot.controller(in: book.workbook) == id { figures.append(plot) }
        }
      }
    }
    self.figures = figures
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

  /// Goes on until the learner is done; false at the end of the input.
  ///
  /// - Parameter changed: is called where a line changed something.
  mutating func run(changed: (Workbook) -> Void) -> Bool {
    terminal.say(Self.name(of: id, in: context.book) + ".")
    sayInputs()
    sayOutputs()
    for note in workbook.calculator(id)?.notes ?? [] { terminal.say("Note: " + spoken(note)) }
    terminal.say(
      inputs.isEmpty
        ? "explain says how the results come about, done leaves, help says more."
        : "NAME=VALUE sets an input, explain says how the results come about, solve finds the input for a result, sweep "
          + "varies one, reset takes changes back, done leaves, help says more.")
    while let line = nextLine() {
      let before = workbook.scenario
      let goesOn = perform(line)
      if workbook.scenario != before { changed(workbook) }
      if !goesOn { return true }
    }
    return false
  }

  private mutating func nextLine() -> String? {
    defer { queued = nil }
    if isOver { return nil }
    return queued ?? terminal.ask((Self.number(of: id, in: context.book) ?? "Calculator") + "> ")
  }

  /// - Returns: false where the learner is done.
  private mutating func perform(_ line: String) -> Bool {
    if let (name, value) = entry(line) {
      if value.isEmpty { sayInput(name) } else { set(name, to: value) }
      return true
    }
    let (word, rest) = LineCommand.words(line)
    guard let command = LineCalculatorCommand(word), command.takesWords || rest.isEmpty else {
      sayUnknown(line)
      return true
    }
    switch command {
    case .done: return false
    case .inputs: sayInputs()
    case .results: sayOutputs()
    case .explain: explain(rest)
    case .solve: solve(rest)
    case .sweep: sweep(rest)
    case .sensitivity: saySensitivities(of: rest)
    case .compare: compare()
    case .figure: sayFigures()
    case .choices: choose(rest)
    case .reset: reset(rest)
    case .help: terminal.say(LineCalculatorCommand.helpLines)
    case .set: terminal.say("Expected set NAME VALUE, found \"\(line)\".")
    }
    return true
  }

  // MARK: What there is

  var workbook: Workbook { context.book.workbook }

  var inputs: [InputResult] { workbook.result(of: id)?.inputs ?? [] }

  var results: [OutputResult] { workbook.result(of: id)?.outputs ?? [] }

  func spoken(_ text: String) -> String { spokenText(text, isASCII: terminal.isASCII) }

  /// What an input or a result is called, with its name where another result is called the same.
  func label(of name: String) -> String {
    let label = spoken(context.book.label(of: name, in: id))
    let isShared = results.count { spoken($0.label) == label } > 1
    return isShared && results.contains { $0.name == name } ? "\(label), \(name)" : label
  }

  /// With a capital letter at its start and one full stop at its end.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + (text.last.map { ".?!".contains($0) } == true ? "" : ".")
  }

  func say(_ error: Diagnostic) {
    terminal.say(spoken(Self.sentence(error.message)))
    if let hint = error.hint { terminal.say(spoken(Self.sentence(hint))) }
  }

  // MARK: Asking

  /// Says a list by number, a long one by pages, and asks for one of it, as `choose(_:outOf:read:)` does.
  mutating func choose(
    _ question: String, from names: [String], read: (Self, String) -> Int? = { _, _ in nil }
  ) -> Int? {
    var heard = 0
    while heard < names.count {
      // A page and a few more are one page.
      let end = names.count - heard <= Self.pageLength * 3 / 2 ? names.count : heard + Self.pageLength
      for index in heard..<end { terminal.say("  \(index + 1). \(names[index])") }
      heard = end
      let isLast = heard == names.count
      let more = "\(question.prefix { $0 != "?" })? A number, or Enter for more, \(heard) of \(names.count)"
      let chosen = choose(isLast ? question : more, outOf: names.count, read: read)
      if isLast || chosen != nil || queued != nil || isOver { return chosen }
    }
    return nil
  }

  /// How many of a long list are said before more are asked for.
  private static let pageLength = 20

  /// Asks for one of a list that was said by number.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - read: the place in the list of what was typed in place of a number.
  /// - Returns: its place; nil where Enter was typed, or something else, which is then done in its place.
  mutating func choose(
    _ question: String, outOf count: Int, read: (Self, String) -> Int? = { _, _ in nil }
  ) -> Int? {
    while let line = ask(question) {
      if line.isEmpty { return nil }
      if let index = read(self, line) { return index }
      guard let number = Int(line) else {
        queued = line
        return nil
      }
      if (1...count).contains(number) { return number - 1 }
      terminal.say("Expected a number from 1 to \(count), found \(number). Enter alone takes none.")
    }
    return nil
  }

  /// Lets a line that was typed in place of an answer be done.
  mutating func doNext(_ line: String) { queued = line }

  /// What was typed; nil at the end of the input.
  mutating func ask(_ question: String) -> String? {
    let line = terminal.ask(question + "> ")
    isOver = line == nil
    return line
  }

  // MARK: Changing

  mutating func set(_ name: String, to entry: String) {
    let before = outputLines
    do throws(Diagnostic) {
      try context.book.workbook.setInput(name, of: id, to: entry)
    } catch {
      if let profile = profile(named: entry, for: name) {
        if !profile.isEmpty { set(name, to: profile) }
        return
      }
      say(error)
      if error.hint == nil, !workbook.choices(of: name, in: id).isEmpty {
        terminal.say("choices \(name) lists them by number.")
      }
      return
    }
    if let index = inputs.firstIndex(where: { $0.name == name }) {
      terminal.say(CalculatorWords(context: context).inputs(of: id)[index] + ".")
    }
    sayOutputs(after: before)
  }

  /// The id of the machine or model that is meant by a part of its name, chosen from a list where several are; empty
  /// where none of them was taken, nil where none is called so.
  private mutating func profile(named entry: String, for name: String) -> String? {
    guard case .profile? = workbook.calculator(id)?.inputs.first(where: { $0.name == name })?.kind else {
      return nil
    }
    let wanted = NameWords(entry)
    let fitting = workbook.choices(of: name, in: id).filter { choice in
      let words = NameWords(choice.text).words + NameWords(choice.entry).words
      return !wanted.words.isEmpty
        && wanted.words.allSatisfy { word in words.contains { $0.text.hasPrefix(word.text) } }
    }
    guard fitting.count > 1 else { return fitting.first?.entry }
    terminal.say("\(fitting.count) of its choices are called so, by number:")
    let chosen = choose(
      "Which? A number, or Enter for none", from: fitting.map { "\(spoken($0.text)), \($0.entry)" })
    return chosen.map { fitting[$0].entry } ?? ""
  }

  private mutating func reset(_ text: String) {
    let name = inputName(text)
    if !text.isEmpty, name == nil { return sayNoInput(text) }
    let before = outputLines
    if context.book.workbook.reset(name, of: id).isEmpty {
      return terminal.say(
        name.map { "\($0) was not changed." }
          ?? "No input of it was changed."
          + (isChangedElsewhere ? " compare says what its results follow." : ""))
    }
    terminal.say(name.map { "\($0) is the author's again." } ?? "All inputs are the author's again.")
    sayOutputs(after: before)
  }

  /// Whether its results are others than the author's though no input of it was changed.
  private var isChangedElsewhere: Bool { workbook.result(of: id)?.isChanged == true }

  // MARK: Saying

  /// One input, what it takes, and how it is set.
  private func sayInput(_ name: String) {
    guard let index = inputs.firstIndex(where: { $0.name == name }) else { return }
    terminal.say("  \(index + 1). \(CalculatorWords(context: context).inputs(of: id)[index])")
    terminal.say(takes(name) + " \(index + 1)=VALUE sets it.")
  }

  /// `batch takes a whole number from 1 to 4,096.`
  private func takes(_ name: String) -> String {
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
    return spoken(words) + "."
  }

  private func sayInputs() {
    let inputs = CalculatorWords(context: context).inputs(of: id)
    terminal.say(inputs.isEmpty ? "It has no inputs." : "Inputs:")
    for (index, input) in inputs.enumerated() { terminal.say("  \(index + 1). \(input)") }
  }

  private var outputLines: [String] { CalculatorWords(context: context).outputs(of: id) }

  /// - Parameter before: what the results were; only those that differ are said. All without it.
  private func sayOutputs(after before: [String]? = nil) {
    let outputs = outputLines
    let said = before.map { before in outputs.filter { !before.contains($0) } } ?? outputs
    if said.isEmpty, figures.isEmpty || !outputs.isEmpty {
      terminal.say(before == nil ? "It has no results." : "No result changes.")
    } else if !said.isEmpty {
      terminal.say(said.count == outputs.count ? "Results:" : "Results that change:")
    }
    for output in said { terminal.say("  " + output) }
    if !figures.isEmpty {
      let names = figures.map { plot in plot.number.map { "Figure " + $0 } ?? "A figure" }
      let follows = figures.count == 1 ? "follows; figure says it." : "follow; figure says them."
      terminal.say("\(names.joined(separator: ", ")) \(follows)")
    }
  }

  private func sayFigures() {
    if figures.isEmpty { return terminal.say("No figure follows its inputs.") }
    terminal.say(Typesetting.words(of: figures.map { .plot($0) }, in: context))
  }

  /// The choices of an input, to take one by its number.
  private mutating func choose(_ text: String) {
    guard !text.isEmpty else { return terminal.say("Expected the name of an input, as in choices NAME.") }
    guard let name = inputName(text) else { return sayNoInput(text) }
    let choices = workbook.choices(of: name, in: id)
    if choices.isEmpty { return terminal.say(takes(name)) }
    let present = inputs.first { $0.name == name }?.text
    let names = choices.map { choice in
      (choice.entry == choice.text ? choice.entry : "\(spoken(choice.text)), \(choice.entry)")
        + (choice.text == present ? ", chosen now" : "")
    }
    let chosen = choose(
      "Which for \(name)? A number, or Enter to leave it", from: names,
      // An entry that is a number itself, such as 4 B, is typed with its name.
      read: { _, line in choices.firstIndex { $0.entry == line && Int(line) == nil } })
    if let chosen { set(name, to: choices[chosen].entry) }
  }
}
