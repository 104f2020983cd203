/// Commands that a formula defines for itself.
struct MathMacro {
  var parameters: Int
  /// What the first parameter is where a use does not give it in brackets; nil if it has to be given.
  var first: [MathToken]?
  var body: [MathToken]
}

extension MathParser {
  /// How many uses of defined commands one formula may have, and how many tokens they may come to.
  static let expansionLimit = 500
  static let expandedTokenLimit = 20_000
  static let expansionDepthLimit = 12

  /// Reads `\newcommand{\name}[n]{…}`, `\def\name#1{…}` or `\DeclareMathOperator{\name}{…}` behind its command.
  mutating func parseDefinition(_ command: String) {
    let start = offset
    let isStarred = take("*")
    let names = parseTokens()
    guard case .command(let name)? = names.first(where: { $0.kind != .space })?.kind else {
      report("the name of a command is missing", at: start)
      return
    }
    var parameters = 0
    if command == "def" || command == "gdef" || command == "let" {
      while let kind = token, kind != .open, command != "let" {
        if case .character(let digit) = kind, let number = digit.wholeNumberValue { parameters = number }
        index += 1
      }
      _ = command == "let" && take("=")
    } else if take("[") {
      while let kind = token, kind != .character("]") {
        if case .character(let digit) = kind, let number = digit.wholeNumberValue { parameters = number }
        index += 1
      }
      _ = take("]")
    }
    let first = command.hasSuffix("command") ? parseBracketed() : nil
    var body = parseTokens()
    if command == "DeclareMathOperator" {
      let head: [MathToken.Kind] = [.command("operatorname")] + (isStarred ? [.character("*")] : []) + [.open]
      body = (head).map { MathToken(kind: $0, offset: start) } + body
      body.append(MathToken(kind: .close, offset: start))
    }
    macros[name] = MathMacro(parameters: min(parameters, 9), first: first, body: body)
  }

  /// The tokens of an argument in brackets, without them; nil where none stands here.
  private mutating func parseBracketed() -> [MathToken]? {
    let start = index
    guard take("[") else {
      index = start
      return nil
    }
    let first = index
    while let kind = token, kind != .character("]") { index += 1 }
    defer { index = min(index + 1, tokens.count) }
    return Array(tokens[first..<index])
  }

  /// What a use of a defined command stands for; nil for a command that the formula does not define.
  mutating func parseUse(of name: String, at start: Int) -> MathNode?? {
    guard let macro = macros[name] else { return nil }
    let first = index
    let arguments = (0..<macro.parameters).map { place in
      if place == 0, let standard = macro.first { return parseBracketed() ?? standard }
      return parseTokens()
    }
    var tokens = [MathToken(kind: .open, offset: start)]
    var isParameter = false
    for token in macro.body {
      if isParameter, case .character(let digit) = token.kind, let number = digit.wholeNumberValue,
        (1...max(1, arguments.count)).contains(number), number <= arguments.count
      {
        tokens += arguments[number - 1]
      } else if token.kind != .character("#") {
        tokens.append(MathToken(kind: token.kind, offset: start))
      }
      isParameter = token.kind == .character("#")
    }
    tokens.append(MathToken(kind: .close, offset: start))
    if isExhausted { return .some(nil) }
    expansions += 1
    expandedTokens += tokens.count
    guard expansions <= Self.expansionLimit, expandedTokens <= Self.expandedTokenLimit,
      expansionDepth < Self.expansionDepthLimit
    else {
      if !isExhausted { report("\\\(name) stands for too much, or for itself", at: start) }
      isExhausted = true
      return .some(.text(name))
    }
    self.tokens.replaceSubrange(first..<index, with: tokens)
    index = first
    expansionDepth += 1
    let node = deeper { $0.parseGroup() } ?? nil
    expansionDepth -= 1
    if case .group(let nodes)? = node, nodes.count == 1 { return .some(nodes[0]) }
    return .some(node)
  }

  /// The tokens of a braced argument without its braces, or one token.
  private mutating func parseTokens() -> [MathToken] {
    skipSpaces()
    guard index < tokens.count else { return [] }
    guard token == .open else {
      index += 1
      return [tokens[index - 1]]
    }
    index += 1
    let first = index
    var open = 1
    while let kind = token {
      if kind == .open { open += 1 }
      if kind == .close { open -= 1 }
      if open == 0 {
        index += 1
        return Array(tokens[first..<index - 1])
      }
      index += 1
    }
    return Array(tokens[first..<index])
  }
}
