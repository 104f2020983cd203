import Content

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
    self.init(
      shown: sanitized(formula.inline() ?? tex), typed: sanitized(formula.inline(form: .ascii) ?? tex))
  }

  fileprivate init(spoken tex: String) {
    let formula = Mathematics(tex: tex)
    self.init(
      shown: sanitized(formula.spoken()), typed: sanitized(formula.inline(form: .ascii) ?? tex))
  }
}
