/// A formula in the index of a book.
public struct FormulaText: Hashable, Sendable {
  /// In one line, as results show it: `dₖ`.
  public var shown: String
  /// As one types it to find it: `d_k`.
  public var typed: String

  public init(shown: String, typed: String) {
    self.shown = shown
    self.typed = typed
  }
}

/// How a book's index writes formulas. Reading them is the business of whoever shows the results.
public struct FormulaWriter: Sendable {
  /// A formula from its source between the dollar signs.
  public var formula: @Sendable (_ tex: String) -> FormulaText
  /// A symbol from the name that an equation gives it: `D_vol`, `eta`.
  public var symbol: @Sendable (_ name: String) -> FormulaText

  public init(
    formula: @escaping @Sendable (_ tex: String) -> FormulaText,
    symbol: @escaping @Sendable (_ name: String) -> FormulaText
  ) {
    self.formula = formula
    self.symbol = symbol
  }
}
