import Content
import Foundation

extension FormulaWriter {
  /// Formulas as running text shows them.
  public static let typeset = FormulaWriter(
    formula: { FormulaText(tex: $0) }, symbol: { FormulaText(tex: EquationBlock.tex($0)) })

  /// Formulas in words.
  public static let spoken = FormulaWriter(
    formula: { FormulaText(spoken: $0) }, symbol: { FormulaText(spoken: EquationBlock.tex($0)) })
}

extension FormulaText {
  fileprivate init(tex: String) {
    let formula = Mathematics(tex: tex)
    let shown = sanitized(formula.inline() ?? tex)
    self.init(shown: shown, typed: Self.typed(formula, shown) ?? shown)
  }

  fileprivate init(spoken tex: String) {
    let formula = Mathematics(tex: tex)
    let inline = sanitized(formula.inline() ?? tex)
    self.init(shown: sanitized(formula.spoken()), typed: Self.typed(formula, inline) ?? inline)
  }

  /// `d_k dk` for dₖ; nil for what is shown as it is typed.
  private static func typed(_ formula: Mathematics, _ shown: String) -> String? {
    if shown.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    let ascii = sanitized(formula.inline(form: .ascii) ?? "")
    return ascii + " " + shown.precomposedStringWithCompatibilityMapping
  }
}
