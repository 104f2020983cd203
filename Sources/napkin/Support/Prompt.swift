import Content
import Engine
import Foundation

/// Evaluates lines from standard input: expressions, and `let` lines whose names stay.
struct Prompt {
  /// No calculator of a book has a space in its id.
  private static let id = "the prompt"

  private var workbook: Workbook
  /// The `let` lines so far, by name.
  private var definitions: [(name: String, line: String)] = []

  init(_ book: Book) { workbook = book.workbook }

  /// Whether standard input is a terminal, a pipe or a file.
  static var hasLines: Bool {
    if isatty(0) == 1 { return true }
    var status = stat()
    guard fstat(0, &status) == 0 else { return false }
    return [S_IFIFO, S_IFREG, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Reads to the end of the input, or to Ctrl-D.
  ///
  /// - Throws: where a line of a pipe or a file is wrong; on a terminal the mistake is said and the next line asked for.
  mutating func run() throws(Failure) {
    let isTerminal = isatty(0) == 1
    var editor = LineEditor(prompt: "> ")
    if isTerminal { try Output.line("Expressions, let name = …, or an id of the book. Ctrl-D ends.") }
    editor.names = names
    while let line = isTerminal ? editor.line() : readLine() {
      do throws(Failure) {
        if let text = try answer(to: line.trimmed) { try Output.line(text) }
      } catch {
        if !isTerminal || error.kind == "io" { throw error }
        Output.complain(error.text)
      }
      editor.names = names
    }
  }

  /// What may be typed: names of `let` lines, calculators with their values, equations, constants and figures.
  private var names: [String] {
    let library = workbook.library
    let calculators = workbook.calculatorIDs.filter { $0 != Prompt.id }.flatMap { id in
      [id] + (workbook.calculator(id)?.outputs ?? []).map { "\(id).\($0.name)" }
    }
    let equations = library.equations.keys.compactMap { library.signature(of: $0)?.name }
    let figures = library.profiles.values.flatMap { profile in
      profile.figures.keys.map { "\(profile.id).\($0)" }
    }
    return (definitions.map(\.name) + calculators + equations + library.constants.keys + figures).sorted()
  }

  /// What is printed for a line; nil for nothing.
  mutating func answer(to line: String) throws(Failure) -> String? {
    if line.isEmpty || line.hasPrefix("#") { return nil }
    if line.hasPrefix("let "), let sign = line.firstIndex(of: "=") {
      let name = String(line[line.index(line.startIndex, offsetBy: 4)..<sign]).trimmed
      return try define(name, by: line)
    }
    if let view = CalculatorView(named: line, in: workbook), view.calculator.id != Prompt.id {
      return String(CalculatorReport(view).text(width: Output.textWidth).dropLast())
    }
    let result = workbook.inline(line, near: Prompt.id)
    if let error = result.error { throw Failure(error, in: line) }
    return result.text
  }

  private mutating func define(_ name: String, by line: String) throws(Failure) -> String? {
    var definitions = definitions.filter { $0.name != name }
    let start = definitions.reduce(0) { $0 + $1.line.utf8.count + 1 }
    definitions.append((name, line))
    let calculator = Calculator(
      id: Prompt.id, title: "", body: definitions.map(\.line).joined(separator: "\n"),
      units: workbook.library.units)
    var changed = workbook
    changed.add([calculator])
    if var problem = changed.diagnostics(of: Prompt.id).first {
      let isHere = problem.span.lowerBound >= start
      problem.span = isHere ? problem.span.lowerBound - start..<problem.span.upperBound - start : 0..<0
      throw isHere ? Failure(problem, in: line) : Failure(problem)
    }
    workbook = changed
    self.definitions = definitions
    return "\(name) = \(workbook.inline(name, near: Prompt.id).text)"
  }
}
