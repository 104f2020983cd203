extension MathParser {
  /// What the command at the index means, with its arguments; nil if it shows nothing.
  mutating func parseCommand(_ name: String) -> MathNode? {
    let start = offset
    index += 1
    if let use = parseUse(of: name, at: start) { return use }
    if let columns = MathCommands.spaces[name] { return .space(columns) }
    if let symbol = MathSymbolTable.common(name) { return parseSymbol(symbol, name) }
    if let alphabet = MathCommands.alphabets[name] {
      let outer = font
      font = alphabet.within(outer)
      defer { font = outer }
      return parseArgument()
    }
    if let accent = MathCommands.accents[name] {
      if name.hasSuffix("cancel") { skipOption() }
      // The operator that makes a vector of a matrix.
      if name == "vec", token == .character("(") { return .text(name) }
      return .accent(accent, parseArgument())
    }
    if MathCommands.textFonts.contains(name) { return parseWords(of: name) }
    if let arrow = MathCommands.arrows[name] {
      let under = parseOption()
      let symbol = MathSymbol(
        unicode: arrow.unicode, ascii: arrow.ascii, spoken: arrow.spoken, kind: .relation)
      return .arrow(symbol, over: parseArgument(), under: under)
    }
    if let kind = MathCommands.sizes[name] {
      var symbol = parseDelimiter()
      if let kind { symbol.kind = kind }
      return .symbol(symbol)
    }
    if let outer = MathCommands.switches[name] {
      font = outer
      return nil
    }
    if MathCommands.isIgnored(name) { return nil }
    if let count = MathCommands.wrapping[name] {
      skipOption()
      for _ in 0..<count { _ = parseText() }
      skipOption()
      return parseArgument()
    }
    if let delimiters = MathCommands.enclosing[name] {
      _ = skipStar()
      var body = parseArgument()
      if delimiters == "⟨⟩", token == .open {
        body = .group([body, .symbol(MathSymbolTable.character(",")), parseArgument()])
      }
      return enclosed(body, delimiters)
    }
    if MathCommands.lengths.contains(name) {
      skipStar()
      let columns = MathCommands.columns(ofLength: token == .open ? parseText() : parseLength())
      return columns > 0 ? .space(columns) : nil
    }
    if MathCommands.swallowing.contains(name) {
      skipStar()
      skipOption()
      skipArgument()
      return nil
    }
    return parseStructure(name, at: start)
  }

  /// A symbol as an atom, or as an operator.
  mutating func parseSymbol(_ symbol: MathSymbol, _ name: String) -> MathNode {
    guard symbol.kind == .operation else { return .symbol(styled(distinct(symbol, name))) }
    if name == "arg", let joined = parseArgument(of: symbol) { return joined }
    return .operation(symbol, MathSymbolTable.limitOperators.contains(symbol.unicode) ? .display : .side)
  }

  /// Two forms of one letter look alike here, unless a formula has both.
  private func distinct(_ symbol: MathSymbol, _ name: String) -> MathSymbol {
    guard let pair = MathCommands.variants.first(where: { $0.straight == name || $0.curled == name }),
      hasBothForms.contains(pair.straight)
    else { return symbol }
    var symbol = symbol
    if name == pair.straight { symbol.unicode = pair.sign } else { symbol.ascii = pair.curled }
    return symbol
  }

  /// `\arg\max` and `\arg\min` are one operator, with its variable under both words.
  private mutating func parseArgument(of arg: MathSymbol) -> MathNode? {
    let start = index
    while token == .space || MathCommands.spaces.keys.contains(where: { token == .command($0) }) {
      index += 1
    }
    guard case .command(let name) = token, name == "max" || name == "min" else {
      index = start
      return nil
    }
    index += 1
    let words = "arg " + name
    return .operation(
      MathSymbol(unicode: words, ascii: words, spoken: "the " + words, kind: .operation), .display)
  }

  private mutating func parseStructure(_ name: String, at start: Int) -> MathNode? {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac":
      if name == "cfrac" { skipOption() }
      let top = parseArgument()
      let bottom = parseArgument()
      if name == "tfrac", let small = vulgar(top, bottom) { return .symbol(small) }
      return .fraction(top: top, bottom: bottom, bar: true)
    case "binom", "dbinom", "tbinom":
      let top = parseArgument()
      return enclosed(.fraction(top: top, bottom: parseArgument(), bar: false), "()")
    case "sqrt":
      let index = parseOption()
      return .root(parseArgument(), index: index)
    case "left":
      return parseDelimited()
    case "begin":
      return parseEnvironment()
    case "mathop":
      let body = parseArgument()
      if case .operation(let symbol, _) = body { return .operation(symbol, .display) }
      guard let words = operatorName(body.list) else { return body }
      return .operation(named(words, body.list), .display)
    case "operatorname", "operatornamewithlimits":
      let limits = skipStar() || name != "operatorname"
      if token == .open, case .command(let inner) = self.token(after: 1),
        MathCommands.alphabets[inner] != nil,
        inner != "mathrm"
      {
        let body = parseArgument()
        return operatorName(body.list).map { .operation(named($0, body.list), limits ? .display : .side) }
          ?? body
      }
      let words = parseText()
      let spoken = words.hasPrefix("arg") || limits && words.count > 1 ? "the " + words : words
      let symbol = MathSymbol(
        unicode: words, ascii: MathSymbolTable.ascii(words), spoken: spoken, kind: .operation)
      return .operation(symbol, limits || MathSymbolTable.limitOperators.contains(words) ? .display : .side)
    case "underbrace", "overbrace", "underbracket", "overbracket":
      if name.hasSuffix("bracket") {
        skipOption()
        skipOption()
      }
      return .brace(parseArgument(), label: nil, above: name.hasPrefix("over"))
    case "overset", "stackrel":
      let over = parseArgument()
      return .annotated(parseArgument(), over: over, under: nil)
    case "overunderset":
      let over = parseArgument()
      let under = parseArgument()
      return .annotated(parseArgument(), over: over, under: under)
    case "underset", "underaccent":
      let under = parseArgument()
      let base = parseArgument()
      guard let operation = limitOperator(base) else { return .annotated(base, over: nil, under: under) }
      return .scripts(base: operation, sub: under, sup: nil)
    case "substack":
      return parseSubstack()
    case "tag":
      let starred = skipStar()
      let words = parseText()
      return .tag(starred ? words : "(" + words + ")")
    case "phantom", "hphantom":
      return .phantom(parseArgument())
    case "boxed", "framebox":
      return .boxed(parseArgument())
    case "fbox":
      return .boxed(parseWords(of: name))
    case "multicolumn":
      return parseSpan()
    case "not", "centernot":
      return negated(parseArgument())
    case "bmod", "mod":
      return .symbol(MathSymbol(unicode: "mod", ascii: "mod", spoken: "modulo", kind: .binary))
    case "pmod":
      let body = parseArgument()
      return .group([
        .space(2), .symbol(MathSymbolTable.character("(")), .text("mod"), .space(1), body,
        .symbol(MathSymbolTable.character(")")),
      ])
    case "pod":
      return .group([.space(2), enclosed(parseArgument(), "()")])
    case "angl":
      return .delimited([.none, delimiter("⌉")], parts: [parseArgument().list])
    case "splitfrac", "splitdfrac":
      let rows = [[parseArgument().list], [parseArgument().list]]
      return .matrix(
        MathMatrix(kind: .gathered, rows: rows, left: .none, right: .none, columns: ["l", "c", "r"]))
    case "href":
      _ = parseText()
      return parseArgument()
    default:
      return parseRare(name, at: start)
    }
  }

  mutating func parseDelimiterArgument() -> MathSymbol {
    skipSpaces()
    guard token == .open else { return parseDelimiter() }
    index += 1
    skipSpaces()
    let symbol = token == .close ? .none : parseDelimiter()
    skipSpaces()
    if token == .close { index += 1 }
    return symbol
  }

  /// An operator whose name is that of `nodes`.
  private func named(_ words: String, _ nodes: [MathNode]) -> MathSymbol {
    let isWord = words.count > 1 && words.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " ") }
    let spoken = isWord ? words : MathSpeech().text(nodes)
    return MathSymbol(
      unicode: words,
      ascii: MathInline(form: .ascii).text(nodes) + (words.last == " " ? " " : ""),
      spoken: isWord ? "the " + spoken : spoken, kind: .operation)
  }

  /// The letters of an operator's name, with the spaces between its words; nil for anything else.
  private func operatorName(_ nodes: [MathNode]) -> String? {
    var name = ""
    for node in nodes {
      switch node {
      case .space(let columns): name += columns > 0 ? " " : ""
      case .group(let inner):
        guard let part = operatorName(inner) else { return nil }
        name += part
      default:
        guard let part = MathScript.plain([node]) else { return nil }
        name += part
      }
    }
    return name
  }

  /// A length such as `1pt`.
  mutating func parseLength() -> String {
    skipSpaces()
    var text = ""
    if token == .character("-") {
      text = "-"
      index += 1
    }
    while case .character(let character) = token,
      character.isNumber || character == "." || text.last?.isNumber == true
    {
      text.append(character)
      index += 1
    }
    if text.last?.isLetter == true, case .character(let unit) = token, unit.isLetter {
      text.append(unit)
      index += 1
    }
    return text
  }

  /// A small fraction that Unicode has as one character.
  private func vulgar(_ top: MathNode, _ bottom: MathNode) -> MathSymbol? {
    guard let upper = MathScript.plain(top.list), let lower = MathScript.plain(bottom.list),
      let character = MathCommands.vulgarFractions[upper + "/" + lower]
    else { return nil }
    return MathSymbol(
      unicode: character, ascii: "(" + upper + "/" + lower + ")",
      spoken: MathSpeech.fractionNames[upper + "/" + lower] ?? upper + " over " + lower, kind: .ordinary)
  }

  @discardableResult
  private mutating func skipStar() -> Bool {
    guard token == .character("*") else { return false }
    index += 1
    return true
  }

  /// The `[…]` that may follow a command.
  mutating func parseOption() -> MathNode? {
    let start = index
    guard take("[") else {
      index = start
      return nil
    }
    let nodes = deeper { $0.parseList(bracket: true) } ?? []
    if token == .character("]") { index += 1 } else { report("a [ without its ]") }
    return node(nodes)
  }

  mutating func skipOption() {
    _ = parseOption()
  }

  private mutating func negated(_ node: MathNode) -> MathNode {
    guard case .symbol(var symbol) = node else { return node }
    if let name = MathCommands.negated[symbol.unicode], let known = MathSymbolTable.command(name) {
      return .symbol(known)
    }
    symbol.unicode += "\u{338}"
    symbol.ascii = "!" + symbol.ascii
    symbol.spoken =
      symbol.spoken.hasPrefix("is ") ? "is not " + symbol.spoken.dropFirst(3) : "not " + symbol.spoken
    return .symbol(symbol)
  }
}
