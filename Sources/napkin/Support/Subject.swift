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
    let ids = book.workbook.calculatorIDs
    var advice = suggestion(for: name, among: ids, lists: "'napkin calc --list' lists all")
    // Of `ch06-kv-cache.kv` both parts may be meant otherwise.
    if let dot = name.lastIndex(of: "."), let id = nearest(to: String(name[..<dot]), among: ids) {
      let outputs = book.workbook.calculator(id)?.outputs.map(\.name) ?? []
      let value = nearest(to: String(name[name.index(after: dot)...]), among: outputs)
      advice = "Did you mean '\(id)\(value.map { "." + $0 } ?? "")'? 'napkin calc \(id)' shows its values."
    }
    return Failure("name", "there is no calculator '\(name)' in this book.", advice: advice)
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
