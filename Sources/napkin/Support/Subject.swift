import ArgumentParser
import Content
import Engine

/// Changed inputs of a calculator.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change an input; a bare number takes the unit of the input's default. May be given many times.",
      valueName: "name=value"))
  var changes: [String] = []
}

extension CalculatorView {
  /// The calculator that a reader named, with changes as after `--set`.
  ///
  /// - Throws: when there is none, with the name that is nearest, or a change does not fit.
  static func named(_ name: String, changes: [String] = [], in book: Book) throws(Failure) -> CalculatorView {
    guard var view = CalculatorView(named: name, in: book.workbook) else {
      throw unknown(name, in: book)
    }
    for change in changes { try view.set(change) }
    return view
  }

  static func unknown(_ name: String, in book: Book) -> Failure {
    Failure(
      "name", "there is no calculator '\(name)' in this book.",
      advice: nearest(to: name, among: book.workbook.calculatorIDs)
        .map { "Did you mean '\($0)'? napkin calc --list shows all." } ?? "napkin calc --list shows all.")
  }

  /// The calculator's name of an input that the reader named.
  func ownInput(_ name: String) -> String { cover?.inputs[name] ?? name }

  /// The calculator's name of an output that the reader named.
  func ownOutput(_ name: String) -> String { cover?.outputs[name] ?? name }
}

/// Does what the engine may refuse; its refusal becomes a failure of the command.
func asking<T>(_ question: () throws(Diagnostic) -> T) throws(Failure) -> T {
  do throws(Diagnostic) {
    return try question()
  } catch {
    throw Failure(error)
  }
}
