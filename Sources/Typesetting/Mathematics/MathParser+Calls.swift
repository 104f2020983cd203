/// Commands of the field that take their arguments in braces, and words within formulas.
extension MathParser {
  var minusSign: MathNode { .symbol(MathSymbolTable.character("-")) }

  /// `\E{x}`, `\Var{x}`, `\KL{p}{q}`: the operator with its arguments in brackets; nil for another command.
  mutating func parseCall(of name: String) -> MathNode? {
    guard token == .open, let delimiters = MathNotation.calls[name],
      let symbol = MathSymbolTable.command(name)
    else {
      return nil
    }
    var arguments: [MathNode] = []
    while token == .open {
      if !arguments.isEmpty {
        let isDivergence = name.hasSuffix("KL")
        arguments.append(
          .symbol(isDivergence ? delimiter("‖") : MathSymbolTable.character(",")))
      }
      arguments += parseArgument().list
    }
    let operation: MathNode = symbol.kind == .operation ? .operation(symbol, .side) : .symbol(symbol)
    return .group([
      operation,
      .delimited(
        [delimiter(String(delimiters.prefix(1))), delimiter(String(delimiters.suffix(1)))],
        parts: [arguments]),
    ])
  }

  /// `\text{…}`, with the mathematics between dollar signs in it as mathematics.
  mutating func parseWords(of name: String) -> MathNode {
    skipSpaces()
    if token == .open, let end = closing(of: index),
      tokens[index..<end].contains(where: { $0.kind == .dollar })
    {
      return parseMixedWords(until: end)
    }
    let words = parseText()
    // A bold letter is a vector or a matrix.
    if name == "textbf", words.count == 1, let letter = words.first, letter.isASCII, letter.isLetter {
      var symbol = MathSymbolTable.character(letter)
      symbol.unicode = String(MathAlphabet.styled(letter, .bold))
      return .symbol(symbol)
    }
    return .text(words)
  }

  /// The index of the brace that closes the one at `start`.
  private func closing(of start: Int) -> Int? {
    var open = 0
    for index in start..<tokens.count {
      if tokens[index].kind == .open { open += 1 }
      if tokens[index].kind == .close { open -= 1 }
      if open == 0 { return index }
    }
    return nil
  }

  private mutating func parseMixedWords(until end: Int) -> MathNode {
    let inside = Array(tokens[(index + 1)..<end])
    var nodes: [MathNode] = []
    for (place, part) in inside.split(separator: .dollar, omittingEmptySubsequences: false).enumerated()
    where !part.isEmpty {
      let isMathematics = place % 2 == 1
      let offset = part.first?.offset ?? self.offset
      let braced =
        [MathToken(kind: .open, offset: offset)] + part + [MathToken(kind: .close, offset: offset)]
      var parser = self
      parser.tokens = braced
      parser.index = 0
      if isMathematics {
        nodes += (deeper { _ in parser.parseGroup() } ?? .group([])).list
      } else {
        nodes.append(.text(parser.parseText()))
      }
      problems = parser.problems
    }
    index = end + 1
    return .group(nodes)
  }

  /// A base whose subscript stands under it on a line of its own: `\underset` under `argmin` as a name or as words.
  func limitOperator(_ base: MathNode) -> MathNode? {
    switch base {
    case .operation(let symbol, _): return .operation(symbol, .always)
    case .text(let words) where words.hasPrefix("arg") || MathSymbolTable.limitOperators.contains(words):
      let known = MathSymbolTable.command(words)
      return .operation(
        MathSymbol(
          unicode: words, ascii: MathSymbolTable.ascii(words), spoken: known?.spoken ?? "the " + words,
          kind: .operation), .always)
    case .group(let nodes) where nodes.count == 1: return limitOperator(nodes[0])
    default: return nil
    }
  }

  /// `^\circ` is the sign of degrees; nil for another superscript.
  func degrees(_ sup: [MathNode], on base: MathNode) -> MathNode? {
    guard sup.count == 1, case .symbol(let symbol) = sup[0], symbol.unicode == "∘",
      let degree = MathSymbolTable.command("degree")
    else { return nil }
    if case .group(let nodes) = base, nodes.isEmpty { return .symbol(degree) }
    guard case .symbol(let number) = base, number.ascii.last?.isNumber == true else { return nil }
    return .group([base, .symbol(degree)])
  }
}

extension Array<MathToken> {
  fileprivate func split(separator kind: MathToken.Kind, omittingEmptySubsequences: Bool) -> [[MathToken]] {
    split(omittingEmptySubsequences: omittingEmptySubsequences) { $0.kind == kind }.map(Array.init)
  }
}
