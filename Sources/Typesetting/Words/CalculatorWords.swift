import Content
import Engine

/// What a calculator says: its inputs and outputs, one a line.
///
/// ```swift
/// CalculatorWords(context: context).outputs(of: "ch06-kv-cache-7b")   // ["KV cache: 1.07 GB", …]
/// ```
public struct CalculatorWords {
  let context: PageContext

  public init(context: PageContext) { self.context = context }

  func title(of id: String) -> String { plain(context.book.workbook.calculator(id)?.title ?? id) }

  /// `layers = 32: layers (was 16)`
  public func inputs(of id: String) -> [String] {
    (context.book.workbook.result(of: id)?.inputs ?? []).map { input in
      let label = input.label.isEmpty || input.label == input.name ? "" : ", " + plain(input.label)
      let change = input.isChanged ? ", was " + plain(input.authored) : ""
      return input.name + " = " + plain(input.text) + label + change
    }
  }

  /// `KV cache: 1.07 GB`
  public func outputs(of id: String) -> [String] {
    (context.book.workbook.result(of: id)?.outputs ?? []).map { output in
      let label = plain(output.label.isEmpty ? output.name : output.label)
      if let missing = output.missing { return label + ": no value, since " + plain(missing) }
      if let error = output.error { return label + ": " + plain(Panel.message(error)) }
      return label + ": " + plain(output.text)
        + (output.isChanged ? ", was " + plain(output.authored) : "")
    }
  }

  func lines(of id: String, number: String?) -> [String] {
    let workbook = context.book.workbook
    guard let calculator = workbook.calculator(id) else { return ["Calculator \(id): there is none."] }
    let name = number.map { "Calculator " + $0 } ?? "Calculator"
    let inputs = inputs(of: id)
    return ["\(name), \(title(of: id)) (\(id)):"] + (inputs.isEmpty ? [] : ["  Inputs:"])
      + inputs.map { "    " + $0 } + ["  Results:"] + outputs(of: id).map { "    " + $0 }
      + calculator.notes.map { "  Note: " + plain($0) }
  }

  private func plain(_ text: String) -> String { spokenText(text, isASCII: context.isASCII) }
}
