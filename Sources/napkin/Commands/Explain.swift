import ArgumentParser
import Content
import Engine

/// Prints how a value comes about.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show how a value comes about, step by step, with the sources of its figures.",
    discussion: """
      napkin explain ch05-mnist-training-memory.training --set batch=64
      napkin explain ch05-mnist-training-memory --form latex
      napkin explain 'h100_sxm.peak.fp16 / h100_sxm.memory.bandwidth'
      """)

  @Argument(
    help: "A calculator's id, alone or with one of its values (ID.VALUE), an equation's id, or an expression."
  )
  var subject: String

  @OptionGroup var change: ChangeOptions

  @Option(help: "What it is written in: text, markdown, or the formulas alone in latex.")
  var form: Form = .text

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var options: BookOptions

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, latex }

  func run() throws {
    let book = try options.book(with: scenario)
    if change.changes.isEmpty, let equation = book.workbook.library.equations[subject] {
      let report = EquationReport(equation, in: book)
      return json ? try Output.json(report) : try Output.plain(report.text(in: book, width: Output.textWidth))
    }
    let explanation = try explanation(in: book)
    let report = ExplanationReport(explanation, library: book.workbook.library)
    if json { return try Output.json(report) }
    switch form {
    case .text: try Output.plain(report.text(in: book, width: Output.textWidth))
    case .markdown: try Output.plain(explanation.markdown(in: book))
    case .latex: try Output.plain(explanation.latex)
    }
  }

  private func explanation(in book: Book) throws(Failure) -> Explanation {
    if CalculatorView(named: subject, in: book.workbook) != nil {
      let view = try CalculatorView.named(subject, changes: change.changes, in: book)
      return Explanation(view.workbook, of: view.calculator, value: nil)
    }
    if let dot = subject.lastIndex(of: "."), subject[dot...].dropFirst().allSatisfy(\.isNameCharacter),
      CalculatorView(named: String(subject[..<dot]), in: book.workbook) != nil
    {
      let view = try CalculatorView.named(String(subject[..<dot]), changes: change.changes, in: book)
      let name = view.ownOutput(String(subject[subject.index(after: dot)...]))
      return try value(name, of: view)
    }
    guard change.changes.isEmpty, !subject.isCalculatorID else {
      throw CalculatorView.unknown(subject, in: book)
    }
    return try expression(in: book)
  }

  private func value(_ name: String, of view: CalculatorView) throws(Failure) -> Explanation {
    if let input = view.result.inputs.first(where: { view.ownInput($0.name) == name }) {
      throw Failure(
        "name", "'\(name)' is an input of '\(view.id)': it is \(input.text), and nothing leads to it.",
        advice: "Change it with --set \(input.name)=…")
    }
    guard view.workbook.derivation(of: name, in: view.calculator.id) != nil else {
      let names = view.calculator.outputs.map(\.name)
      throw Failure(
        "name", "'\(view.id)' has no value '\(name)'.",
        advice: nearest(to: name, among: names).map { "Did you mean '\($0)'?" }
          ?? "It has: \(names.joined(separator: ", ")).")
    }
    return Explanation(view.workbook, of: view.calculator, value: name)
  }

  /// An expression is explained as a calculator of one output, which uses the values of others that it names.
  private func expression(in book: Book) throws(Failure) -> Explanation {
    do throws(Diagnostic) { _ = try book.workbook.evaluate(subject) } catch {
      if error.kind == .name, subject.allSatisfy(\.isNameCharacter) {
        throw CalculatorView.unknown(subject, in: book)
      }
      throw Failure(error, in: subject)
    }
    let (formula, uses) = withoutCalculators(subject, in: book)
    let body = uses.map { "use \($0.key) = \($0.value)\n" }.sorted().joined() + "output result = \(formula)"
    let calculator = Calculator(
      id: "expression", title: subject, body: body, units: book.workbook.library.units)
    var workbook = book.workbook
    workbook.add([calculator])
    guard workbook.diagnostics(of: calculator.id).isEmpty else {
      throw Failure(
        "syntax", "'\(subject)' has a value, but no steps to show.",
        advice: "A calculator's value is explained alone: napkin explain ID.VALUE")
    }
    return Explanation(workbook, of: calculator, value: nil)
  }

  /// The formula on one line with the bare names of values of calculators, and what they stand for.
  private func withoutCalculators(_ text: String, in book: Book) -> (formula: String, uses: [String: String])
  {
    var formula = ""
    var uses: [String: String] = [:]
    var word = ""
    for character in text + " " {
      if character.isNameCharacter || character == "-" && !word.isEmpty || character == "." && !word.isEmpty {
        word.append(character)
        continue
      }
      if let dot = word.lastIndex(of: "."), book.workbook.calculator(String(word[..<dot])) != nil {
        let name = String(word[word.index(after: dot)...])
        let alias = uses[name] == nil || uses[name] == word ? name : "\(name)_\(uses.count)"
        uses[alias] = word
        word = alias
      }
      formula += word + (character.isNewline ? " " : String(character))
      word = ""
    }
    return (formula, uses)
  }
}

extension Character {
  /// Whether a name of a formula may hold it.
  var isNameCharacter: Bool { isLetter || isNumber || self == "_" }
}

extension String {
  /// Whether it reads as the id of a calculator and not as a formula.
  var isCalculatorID: Bool {
    contains("-") && allSatisfy { $0.isLetter || $0.isNumber || "-_/.".contains($0) }
  }
}
