import ArgumentParser
import Content
import Engine

/// Prints a calculator's values.
struct Calc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calc",
    abstract: "Print the values of a calculator, an equation or an expression.",
    discussion: """
      napkin calc ch05-mnist-training-memory --set batch=64 --json
      napkin calc iron_law D_vol=140GB BW=3.35TB/s O=280GFLOP R_peak=989TFLOP/s eta=0.5 L_lat=0s
      napkin calc '140 GB / (3.35 TB/s)'

      Alone on a terminal, or with lines to read, it evaluates what is typed, line by line.
      """)

  @Argument(
    help: "A calculator's id, the id of a worked example that one covers, an equation's id, or an expression."
  )
  var subject: String?

  @Argument(
    help: ArgumentHelp("Inputs of the calculator, or arguments of the equation.", valueName: "name=value"))
  var arguments: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change an input; a bare number takes the unit of the input's default. May be given many times.",
      valueName: "name=value"))
  var changes: [String] = []

  @Flag(help: "List all calculators.")
  var list = false

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var scenario: ScenarioOptions

  @OptionGroup var options: BookOptions

  func validate() throws {
    if list == (subject != nil), list || !Prompt.hasLines {
      throw ValidationError("expected a calculator's id or an expression, or --list")
    }
  }

  func run() throws {
    let book = try options.book(with: scenario)
    if list { return try printList(of: book) }
    guard let subject else {
      var prompt = Prompt(book)
      return try prompt.run()
    }
    if CalculatorView(named: subject, in: book.workbook) != nil {
      let view = try CalculatorView.named(subject, changes: arguments + changes, in: book)
      let report = CalculatorReport(view)
      if json { try Output.json(report) } else { try Output.plain(report.text(width: Output.textWidth)) }
    } else if let equation = book.workbook.library.equations[subject] {
      try evaluate(try EquationCall(equation, arguments: arguments + changes, in: book).formula, in: book)
    } else {
      guard changes.isEmpty, arguments.isEmpty else { throw unknown(subject, in: book) }
      try evaluate(subject, in: book)
    }
  }

  private func evaluate(_ expression: String, in book: Book) throws(Failure) {
    let result: InlineResult
    do throws(Diagnostic) {
      result = try book.workbook.evaluate(expression)
    } catch {
      let isName = error.kind == .name && expression.allSatisfy(\.isNameCharacter)
      throw isName || expression.isCalculatorID
        ? unknown(expression, in: book) : Failure(error, in: expression)
    }
    if json {
      try Output.json(
        ExpressionReport(expression: expression, value: JSONValue(result.value), text: result.text))
    } else {
      try Output.line(result.text)
    }
  }

  private func unknown(_ id: String, in book: Book) -> Failure {
    let equations = book.workbook.library.equations.keys.sorted()
    let lists = "'napkin calc --list' and 'napkin equations' list all"
    return Failure(
      "name",
      "there is no calculator '\(id)' in this book\(id.contains("-") ? "" : ", and no equation or value").",
      advice: suggestion(for: id, among: book.workbook.calculatorIDs + equations, lists: lists))
  }

  private func printList(of book: Book) throws {
    let entries = CalculatorList(book).entries
    if json { return try Output.json(entries) }
    let width = entries.map(\.id.count).max() ?? 0
    for entry in entries {
      try Output.line(entry.id + String(repeating: " ", count: width - entry.id.count + 2) + entry.title)
    }
  }
}

extension Failure {
  /// A mistake in an expression from the command line, with a caret under it.
  init(_ diagnostic: Diagnostic, in expression: String) {
    self.init(diagnostic)
    let before = expression.utf8.prefix(diagnostic.span.lowerBound)
    let marked = expression.utf8.dropFirst(diagnostic.span.lowerBound).prefix(max(1, diagnostic.span.count))
    let caret =
      String(repeating: " ", count: String(decoding: before, as: UTF8.self).count)
      + String(repeating: "^", count: max(1, String(decoding: marked, as: UTF8.self).count))
    message = "\(diagnostic.message)\n  \(expression)\n  \(caret)"
  }
}
