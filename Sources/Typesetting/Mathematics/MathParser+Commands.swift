extension MathParser {
  /// What the command at the index means, with its arguments; nil if it shows nothing.
  mutating func parseCommand(_ name: String) -> MathNode? {
    let start = offset
    index += 1
    if let columns = MathCommands.spaces[name] { return .space(columns) }
    if let symbol = MathSymbolTable.command(name) {
      guard symbol.kind == .operation else { return .symbol(styled(symbol)) }
      if name == "arg", let joined = parseArgument(of: symbol) { return joined }
      return .operation(symbol, MathSymbolTable.limitOperators.contains(symbol.unicode) ? .display : .side)
    }
    if let alphabet = MathCommands.alphabets[name] {
      let outer = font
      font = alphabet
      defer { font = outer }
      return parseArgument()
    }
    if let accent = MathCommands.accents[name] {
      if name.hasSuffix("cancel") { skipOption() }
      return .accent(accent, parseArgument())
    }
    if MathCommands.textFonts.contains(name) { return .text(parseText()) }
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
    if MathCommands.swallowing.contains(name) {
      skipStar()
      skipOption()
      skipSpaces()
      if token == .open { _ = parseText() }
      return nil
    }
    return parseStructure(name, at: start)
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
      return binomial(.fraction(top: top, bottom: parseArgument(), bar: false))
    case "sqrt":
      let index = parseOption()
      return .root(parseArgument(), index: index)
    case "left":
      return parseDelimited()
    case "begin":
      return parseEnvironment()
    case "operatorname", "mathop", "DeclareMathOperator":
      let limits = skipStar() || name == "mathop"
      let words = parseText()
      let spoken = words.hasPrefix("arg") ? "the " + words : words
      let symbol = MathSymbol(
        unicode: words, ascii: MathSymbolTable.ascii(words), spoken: spoken, kind: .operation)
      return .operation(symbol, limits || MathSymbolTable.limitOperators.contains(words) ? .display : .side)
    case "underbrace", "overbrace":
      return .brace(parseArgument(), label: nil, above: name == "overbrace")
    case "overset", "stackrel":
      let over = parseArgument()
      return .annotated(parseArgument(), over: over, under: nil)
    case "underset":
      let under = parseArgument()
      return .annotated(parseArgument(), over: nil, under: under)
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
    case "textcolor", "colorbox":
      skipOption()
      _ = parseText()
      return parseArgument()
    case "mathrel", "mathbin", "mathord", "mathopen", "mathclose", "mathpunct", "mathinner", "ensuremath",
      "mathstrut",
      "mathclap", "mathllap", "mathrlap", "hbar*", "raisebox":
      return parseArgument()
    case "not":
      return negated(parseArgument())
    case "bmod", "mod":
      return .symbol(MathSymbol(unicode: "mod", ascii: "mod", spoken: "modulo", kind: .binary))
    case "pmod":
      let body = parseArgument()
      return .group([
        .space(2), .symbol(MathSymbolTable.character("(")), .text("mod "), body,
        .symbol(MathSymbolTable.character(")")),
      ])
    case "href", "url":
      _ = parseText()
      return name == "href" ? parseArgument() : nil
    default:
      report("unknown command \\\(name)", at: start)
      return .text(name)
    }
  }

  /// A small fraction that Unicode has as one character.
  private func vulgar(_ top: MathNode, _ bottom: MathNode) -> MathSymbol? {
    guard let upper = MathScript.plain(top.list), let lower = MathScript.plain(bottom.list),
      let character = MathCommands.vulgarFractions[upper + "/" + lower]
    else { return nil }
    return MathSymbol(
      unicode: character, ascii: "(" + upper + "/" + lower + ")", spoken: upper + " over " + lower,
      kind: .ordinary)
  }

  @discardableResult
  private mutating func skipStar() -> Bool {
    guard token == .character("*") else { return false }
    index += 1
    return true
  }

  /// The `[…]` that may follow a command.
  private mutating func parseOption() -> MathNode? {
    let start = index
    guard take("[") else {
      index = start
      return nil
    }
    let nodes = deeper { $0.parseList(bracket: true) } ?? []
    if token == .character("]") { index += 1 } else { report("a [ without its ]") }
    return node(nodes)
  }

  private mutating func skipOption() {
    _ = parseOption()
  }

  private mutating func negated(_ node: MathNode) -> MathNode {
    guard case .symbol(var symbol) = node else { return node }
    if let name = MathCommands.negated[symbol.unicode], let known = MathSymbolTable.command(name) {
      return .symbol(known)
    }
    symbol.unicode += "\u{338}"
    symbol.ascii = "!" + symbol.ascii
    symbol.spoken = "not " + symbol.spoken
    return .symbol(symbol)
  }

  private mutating func parseSubstack() -> MathNode? {
    skipSpaces()
    guard token == .open else { return parseArgument() }
    return parseRowsInBraces()
  }

  private mutating func parseEnvironment() -> MathNode {
    let start = offset
    let name = parseName()
    let plain = name.hasSuffix("*") ? String(name.dropLast()) : name
    guard let environment = MathCommands.environments[plain] else {
      report("unknown environment \(name)", at: start)
      let (rows, _) = parseRows(until: name)
      return .matrix(MathMatrix(kind: .gathered, rows: rows, left: .none, right: .none, columns: ["l"]))
    }
    var columns: [Character] =
      switch environment.kind {
      case .cases: ["l"]
      case .aligned: []
      default: ["c"]
      }
    switch plain {
    case "array", "subarray", "tabular":
      skipOption()
      columns = parseName().filter { "lcr".contains($0) }
      if columns.isEmpty { columns = ["c"] }
    case "alignedat", "alignat": _ = parseName()
    case "eqnarray": columns = ["r", "c", "l"]
    case "aligned", "gathered", "split", "cases": skipOption()
    default: if name.hasSuffix("*") && environment.kind == .matrix { skipOption() }
    }
    let (rows, closed) = parseRows(until: name)
    if !closed { report("\\begin{\(name)} without its \\end", at: start) }
    return .matrix(
      MathMatrix(
        kind: environment.kind, rows: rows, left: delimiter(environment.left),
        right: delimiter(environment.right),
        columns: columns))
  }

  private func delimiter(_ text: String) -> MathSymbol {
    switch text {
    case "": .none
    case "‖": MathSymbolTable.command("Vert") ?? .none
    case "{", "}": MathSymbolTable.command(text) ?? .none
    default: MathSymbolTable.character(Character(text))
    }
  }
}
