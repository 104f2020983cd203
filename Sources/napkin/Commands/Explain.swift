import ArgumentParser
import Content
import Engine

/// Prints how a value comes about.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
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

  @Option(help: "What formulas are written in: text or latex.")
  var form: Form = .text

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  enum Form: String, ExpressibleByArgument, CaseIterable { case text, latex }

  func run() throws {
    let book = try options.book()
    if change.changes.isEmpty, let equation = book.workbook.library.equations[subject] {
      let report = EquationReport(equation, in: book)
      return json ? try Output.json(report) : try Output.write(report.text(in: book, width: Output.textWidth))
    }
    let report = try explanation(in: book)
    if json {
      try Output.json(report)
    } else if form == .latex {
      try Output.write(report.latex)
    } else {
      try Output.write(report.text(in: book, width: Output.textWidth))
    }
  }

  private func explanation(in book: Book) throws(Failure) -> Explanation {
    if CalculatorView(named: subject, in: book.workbook) != nil {
      let view = try CalculatorView.named(subject, changes: change.changes, in: book)
      return Explanation(view.workbook, of: view.calculator, value: nil)
    }
    if let dot = subject.lastIndex(of: "."),
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

  /// An expression is explained as a calculator of one output.
  private func expression(in book: Book) throws(Failure) -> Explanation {
    do throws(Diagnostic) { _ = try book.workbook.evaluate(subject) } catch {
      throw Failure(error, in: subject)
    }
    let line = subject.map { $0.isNewline ? " " : String($0) }.joined()
    let calculator = Calculator(
      id: "expression", title: subject, body: "output result = \(line)",
      units: book.workbook.library.units)
    var workbook = book.workbook
    workbook.add([calculator])
    guard workbook.diagnostics(of: calculator.id).isEmpty else {
      throw Failure(
        "syntax", "'\(subject)' has a value, but no steps to show.",
        advice: "A calculator's value is explained alone: napkin explain ID.VALUE")
    }
    return Explanation(workbook, of: calculator, value: nil)
  }
}

extension String {
  /// Whether it reads as the id of a calculator and not as a formula.
  var isCalculatorID: Bool {
    contains("-") && allSatisfy { $0.isLetter || $0.isNumber || "-_/.".contains($0) }
  }
}
