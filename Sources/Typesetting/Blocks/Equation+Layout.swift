import Content
import Engine

extension EquationBlock {
  func set(in context: PageContext) -> BlockLayout {
    guard let equation = context.book.workbook.library.equations[id] else {
      return setText("There is no equation \u{201C}\(id)\u{201D} in this book.", Style(.error), in: context)
    }
    let inner = context.narrowed(by: context.width - OpenFrame.room(in: context))
    var content = setFormula(equation.tex, number: number, in: inner)
    content.append(symbols(equation, in: inner), blankLines: 1)
    if let assumes = equation.assumes, !assumes.isEmpty {
      content.append(setText("Assumes: " + assumes, Style(.label), in: inner), blankLines: 1)
    }
    if let source = equation.source, !source.isEmpty {
      content.append(setText("Source: " + source, Style(.faint), in: inner))
    }
    let title = measuredTitle([(equation.name, Style(.callout, .bold))], in: context)
    return OpenFrame(title: title).set(content, in: context)
  }

  /// A line for each symbol with its meaning.
  private func symbols(_ equation: Equation, in context: PageContext) -> BlockLayout {
    let rows = equation.symbols.map { symbol, meaning in
      (
        InlineText.measure([.mathematics(Self.tex(symbol))], in: context).line,
        InlineText.measure([.text(meaning)], in: context)
      )
    }
    let widest = rows.reduce(0) { max($0, $1.0.width) }
    let column = widest + 2
    var result = BlockLayout()
    for (symbol, meaning) in rows {
      if column * 2 > context.width {
        result.append(symbol.clipped(to: context.width, marker: context.marks.ellipsis))
        result.append(meaning.layout(width: context.width))
      } else {
        var row = BlockLayout(lines: [symbol])
        row.place(meaning.layout(width: context.width - column), column: column)
        result.append(row)
      }
    }
    return result
  }

  /// The name of a symbol in a formula (`D_vol`, `eta`) as LaTeX.
  static func tex(_ symbol: String) -> String {
    if symbol.contains(where: { $0 == "\\" || $0 == "{" }) { return symbol }
    let parts = symbol.split(separator: "_", maxSplits: 1)
    guard let base = parts.first else { return symbol }
    let head = greek.contains(String(base)) ? "\\" + base : base.count > 1 ? "\\text{\(base)}" : String(base)
    guard parts.count == 2 else { return head }
    let index = parts[1]
    return head + "_{" + (index.count > 1 ? "\\text{\(index)}" : String(index)) + "}"
  }

  private static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu",
    "nu",
    "xi", "pi", "rho", "sigma", "tau", "phi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda",
    "Xi",
    "Pi", "Sigma", "Phi", "Psi", "Omega",
  ]
}
