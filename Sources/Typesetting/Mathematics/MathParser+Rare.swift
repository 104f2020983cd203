extension MathParser {
  /// Commands that few formulas have: definitions, quantities, what other packages add.
  mutating func parseRare(_ name: String, at start: Int) -> MathNode? {
    switch name {
    case "newcommand", "renewcommand", "providecommand", "def", "gdef", "edef", "let", "DeclareMathOperator":
      parseDefinition(name)
      return nil
    case "SI", "qty": return parseQuantity()
    case "si", "unit":
      skipOption()
      return parseUnit()
    case "num":
      skipOption()
      return parseNumeral()
    case "SIrange", "qtyrange", "numrange": return parseRange(hasUnit: name != "numrange")
    case "SIlist", "qtylist", "numlist": return parseNumerals(hasUnit: name != "numlist")
    case "ang": return .group([parseNumeral(), .symbol(MathSymbolTable.command("degree") ?? .none)])
    case "ce", "ch": return parseSubstance()
    case "genfrac":
      let delimiters = [parseDelimiterArgument(), parseDelimiterArgument()]
      let bar = parseText() != "0pt"
      _ = parseText()
      let top = parseArgument()
      let fraction = MathNode.fraction(top: top, bottom: parseArgument(), bar: bar)
      return delimiters == [.none, .none] ? fraction : .delimited(delimiters, parts: [[fraction]])
    case "sideset": return parseSideset()
    case "prescript":
      let sup = parseArgument()
      let corner = MathNode.scripts(base: .group([]), sub: parseArgument(), sup: sup)
      return .group([corner, parseArgument()])
    case "textsuperscript": return .scripts(base: .group([]), sub: nil, sup: parseArgument())
    case "textsubscript": return .scripts(base: .group([]), sub: parseArgument(), sup: nil)
    case "ref", "eqref", "autoref", "cref", "Cref", "cite", "citep", "citet", "footnote", "url":
      let words = parseText()
      return .text(name == "eqref" || name == "footnote" ? "(" + words + ")" : words)
    case "mathchoice", "texorpdfstring":
      let shown = parseArgument()
      for _ in 0..<(name == "mathchoice" ? 3 : 1) { _ = parseArgument() }
      return shown
    case "dv", "pdv", "derivative": return parseDerivative(of: name == "pdv" ? "∂" : "d")
    case "dd", "diff", "differential":
      return token == .open ? .group([.text("d"), parseArgument()]) : .text("d")
    case "rule":
      skipOption()
      _ = parseText()
      _ = parseText()
      return nil
    case "setlength", "definecolor", "arraystretch", "setcounter":
      while token == .open { _ = parseText() }
      return nil
    case "cancelto":
      let value = parseArgument()
      return .scripts(base: .accent(.cancel, parseArgument()), sub: nil, sup: value)
    case "verb":
      guard case .character(let end) = token else { return nil }
      index += 1
      var words = ""
      while let kind = token {
        index += 1
        if kind == .character(end) { break }
        if case .character(let character) = kind { words.append(character) }
        if kind == .space { words.append(" ") }
        if kind == .subscript { words.append("_") }
      }
      return .text(words)
    case "inv":
      let minus = MathNode.group([minusSign, .symbol(MathSymbolTable.character("1"))])
      return token == .open ? .scripts(base: parseArgument(), sub: nil, sup: minus) : minus
    case "unicode":
      let digits = parseText().drop { $0 == "x" || $0 == "U" || $0 == "+" }
      guard let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) else { return nil }
      return .symbol(MathSymbolTable.character(Character(sanitized(String(Character(scalar))))))
    default:
      if let call = parseCall(of: name) { return call }
      if let symbol = MathSymbolTable.command(name) { return parseSymbol(symbol, name) }
      if let letter = MathNotation.letter(name) { return letter }
      report("unknown command \\\(name)", at: start)
      return .text(name)
    }
  }

  /// `\sideset{_a^b}{_c^d}\prod`: scripts at the four corners of an operator.
  private mutating func parseSideset() -> MathNode? {
    let left = parseArgument()
    let right = parseArgument()
    skipSpaces()
    guard case .command(let name) = token, let operation = deeper({ $0.parseCommand(name) }) ?? nil else {
      return .group([left, right])
    }
    return .group([left, parseScripts(of: operation), right])
  }

  /// `\pdv{f}{x}` and `\dv[2]{f}{x}`: a derivative as a fraction.
  private mutating func parseDerivative(of mark: String) -> MathNode {
    let order = parseOption()
    let sign = MathNode.symbol(MathSymbolTable.character(Character(mark)))
    let first = parseArgument()
    skipSpaces()
    let hasTwo = token == .open
    let variable = hasTwo ? parseArgument() : first
    let above = order.map { MathNode.scripts(base: sign, sub: nil, sup: $0) } ?? sign
    let below = order.map { MathNode.scripts(base: variable, sub: nil, sup: $0) } ?? variable
    return .fraction(
      top: hasTwo ? .group([above] + first.list) : above, bottom: .group([sign, below]), bar: true)
  }
}
