/// Writes a tree as MathML Core.
struct MathMLWriter {
  func text(_ nodes: [MathNode]) -> String { nodes.map(element).joined() }

  private func row(_ nodes: [MathNode]) -> String {
    nodes.count == 1 ? element(nodes[0]) : "<mrow>\(text(nodes))</mrow>"
  }

  private func row(_ node: MathNode) -> String { row(node.list) }

  private func element(_ node: MathNode) -> String {
    switch node {
    case .symbol(let symbol): return self.symbol(symbol)
    case .operation(let symbol, _): return operation(symbol)
    case .text(let words): return "<mtext>\(Self.escaped(words.replacing(" ", with: "\u{A0}")))</mtext>"
    case .group(let nodes): return "<mrow>\(text(nodes))</mrow>"
    case .scripts(let base, let sub, let sup): return scripts(base, sub, sup)
    case .fraction(let top, let bottom, let bar):
      return "<mfrac\(bar ? "" : " linethickness=\"0\"")>\(row(top))\(row(bottom))</mfrac>"
    case .root(let body, nil): return "<msqrt>\(row(body))</msqrt>"
    case .root(let body, let index?): return "<mroot>\(row(body))\(row(index))</mroot>"
    case .accent(let accent, let body): return self.accent(accent, body)
    case .brace(let body, let label, let above):
      let name = above ? "mover" : "munder"
      let braced = "<\(name)>\(row(body))<mo stretchy=\"true\">\(above ? "⏞" : "⏟")</mo></\(name)>"
      return label.map { "<\(name)>\(braced)\(row($0))</\(name)>" } ?? braced
    case .delimited(let delimiters, let parts): return delimited(delimiters, parts)
    case .matrix(let matrix): return self.matrix(matrix)
    case .annotated(let base, let over, let under): return limits(row(base), under: under, over: over)
    case .arrow(let symbol, let over, let under):
      return limits("<mo stretchy=\"true\">\(Self.escaped(symbol.unicode))</mo>", under: under, over: over)
    case .space(let columns): return columns > 0 ? "<mspace width=\"\(Self.width(columns))em\"></mspace>" : ""
    case .phantom(let body): return "<mphantom>\(row(body))</mphantom>"
    case .boxed(let body): return "<mrow style=\"border: 1px solid; padding: 0.2em\">\(row(body))</mrow>"
    case .tag(let words): return "<mspace width=\"2em\"></mspace><mtext>\(Self.escaped(words))</mtext>"
    }
  }

  private static func width(_ columns: Int) -> String {
    let tenths = min(columns, 40) * 5
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func symbol(_ symbol: MathSymbol) -> String {
    let text = Self.escaped(symbol.unicode)
    if text.isEmpty { return "" }
    guard symbol.kind == .ordinary else {
      let grows = symbol.kind == .opening || symbol.kind == .closing ? " stretchy=\"false\"" : ""
      return "<mo\(grows)>\(text)</mo>"
    }
    if symbol.unicode.allSatisfy({ $0.isNumber || $0 == "." }) { return "<mn>\(text)</mn>" }
    if symbol.unicode.allSatisfy(\.isLetter) { return "<mi>\(text)</mi>" }
    return symbol.unicode.allSatisfy { "|‖∣∥/!′″‴".contains($0) }
      ? "<mo stretchy=\"false\">\(text)</mo>" : "<mi>\(text)</mi>"
  }

  private func operation(_ symbol: MathSymbol) -> String {
    let text = Self.escaped(symbol.unicode)
    return symbol.unicode.contains(where: \.isLetter) ? "<mi>\(text)</mi>" : "<mo>\(text)</mo>"
  }

  private func scripts(_ base: MathNode, _ sub: MathNode?, _ sup: MathNode?) -> String {
    if case .operation(_, let place) = base, place != .side {
      return limits(row(base), under: sub, over: sup)
    }
    let body = row(base)
    let first = body.isEmpty ? "<mrow></mrow>" : body
    switch (sub, sup) {
    case (let sub?, let sup?): return "<msubsup>\(first)\(row(sub))\(row(sup))</msubsup>"
    case (let sub?, nil): return "<msub>\(first)\(row(sub))</msub>"
    case (nil, let sup?): return "<msup>\(first)\(row(sup))</msup>"
    case (nil, nil): return first
    }
  }

  private func limits(_ base: String, under: MathNode?, over: MathNode?) -> String {
    switch (under, over) {
    case (let under?, let over?): "<munderover>\(base)\(row(under))\(row(over))</munderover>"
    case (let under?, nil): "<munder>\(base)\(row(under))</munder>"
    case (nil, let over?): "<mover>\(base)\(row(over))</mover>"
    case (nil, nil): base
    }
  }

  private func accent(_ accent: MathAccent, _ body: MathNode) -> String {
    switch accent {
    case .underline: return "<munder>\(row(body))<mo stretchy=\"true\">_</mo></munder>"
    case .overline: return "<mover>\(row(body))<mo stretchy=\"true\">¯</mo></mover>"
    case .cancel: return "<mrow style=\"text-decoration: line-through\">\(row(body))</mrow>"
    default: break
    }
    let mark = Self.marks[accent] ?? String(accent.mark)
    return "<mover accent=\"true\">\(row(body))<mo>\(mark)</mo></mover>"
  }

  private static let marks: [MathAccent: String] = [
    .hat: "^", .bar: "¯", .tilde: "~", .vector: "→", .dot: "˙", .doubleDot: "¨", .check: "ˇ", .breve: "˘",
    .ring: "˚", .acute: "´", .grave: "`",
  ]

  private func delimited(_ delimiters: [MathSymbol], _ parts: [[MathNode]]) -> String {
    var result = ""
    for (index, delimiter) in delimiters.enumerated() {
      result += fence(delimiter)
      if index < parts.count { result += text(parts[index]) }
    }
    return "<mrow>\(result)</mrow>"
  }

  private func fence(_ symbol: MathSymbol) -> String {
    symbol.unicode.isEmpty ? "" : "<mo stretchy=\"true\" fence=\"true\">\(Self.escaped(symbol.unicode))</mo>"
  }

  private func matrix(_ matrix: MathMatrix) -> String {
    let rows = matrix.rows.indices.map { row in
      var cells = ""
      var next = 0
      for (column, cell) in matrix.rows[row].enumerated() where column >= next {
        let span = matrix.span(row: row, column: column)
        next = column + (span?.count ?? 1)
        let columns = span.map { " columnspan=\"\($0.count)\"" } ?? ""
        cells += "<mtd\(columns)\(style(row, column, matrix))>\(text(cell))</mtd>"
      }
      return "<mtr>\(cells)</mtr>"
    }
    let isDisplayed = matrix.kind == .aligned || matrix.kind == .gathered
    let table = "<mtable\(isDisplayed ? " displaystyle=\"true\"" : "")>\(rows.joined())</mtable>"
    return "<mrow>\(fence(matrix.left))\(table)\(fence(matrix.right))</mrow>"
  }

  /// Where a cell stands in its column, and the lines beside it.
  private func style(_ row: Int, _ column: Int, _ matrix: MathMatrix) -> String {
    let columns = matrix.columns
    let letter: Character =
      switch matrix.kind {
      case .aligned: column.isMultiple(of: 2) ? "r" : "l"
      case .cases: "l"
      case .gathered where columns.count > 1:
        row == 0 ? columns[0] : row == matrix.rows.count - 1 ? columns[columns.count - 1] : columns[1]
      default: columns.isEmpty ? "c" : columns[min(column, columns.count - 1)]
      }
    let span = matrix.span(row: row, column: column)
    let next = column + (span?.count ?? 1)
    func isRuled(before row: Int) -> Bool {
      matrix.rowRules.contains { $0.row == row && $0.columns?.contains(column) != false }
    }
    let line = ": 1px solid"
    let parts = [
      ["l": "text-align: left", "r": "text-align: right"][span?.alignment ?? letter],
      column == 0 && matrix.columnRules.contains(0) ? "border-left" + line : nil,
      matrix.columnRules.contains(next) ? "border-right" + line : nil,
      isRuled(before: row) ? "border-top" + line : nil,
      row == matrix.rows.count - 1 && isRuled(before: row + 1) ? "border-bottom" + line : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? "" : " style=\"\(parts.joined(separator: "; "))\""
  }

  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: if scalar.value >= 0x20, scalar.value != 0x7F { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }
}

extension Mathematics {
  /// The formula as a `<math>` element, with its words for those who do not see it.
  public func mathML(isDisplayed: Bool = false) -> String {
    let words = MathMLWriter.escaped(spoken())
    let block = isDisplayed ? " display=\"block\"" : ""
    return "<math\(block) aria-label=\"\(words)\"><mrow>\(MathMLWriter().text(nodes))</mrow></math>"
  }
}
