/// Reads tokens into a tree. It never fails: what it can not read becomes a problem, and reading goes on.
struct MathParser {
  /// How deep groups, arguments and environments may stand in one another.
  static let depthLimit = 64
  /// How many `\\` one formula may have.
  static let rowLimit = 256

  var tokens: [MathToken]
  let end: Int
  var index = 0
  var problems: [MathProblem] = []
  var font = MathFont.normal
  /// Greek letters that the source has in both of their forms, by the command of the straight one.
  private(set) var hasBothForms: Set<String> = []

  private var depth = 0
  var openBraces = 0
  var openDelimiters = 0
  var openEnvironments = 0
  var rowsLeft = MathParser.rowLimit
  /// How many columns the cell that is read takes, if its source says so.
  var span: (count: Int, alignment: Character)?
  var macros: [String: MathMacro] = [:]
  var expansions = 0
  var expandedTokens = 0
  var expansionDepth = 0
  /// Set once defined commands stood for too much: then they stand for nothing.
  var isExhausted = false

  init(tokens: [MathToken], end: Int) {
    self.tokens = tokens
    self.end = end
    for pair in MathCommands.variants
    where [pair.straight, pair.curled].allSatisfy({ name in tokens.contains { $0.kind == .command(name) } }) {
      hasBothForms.insert(pair.straight)
    }
  }

  /// The whole formula; `\\` and `&` on its outermost level make it an aligned display.
  mutating func parseFormula() -> [MathNode] {
    openEnvironments += 1
    var (matrix, _) = parseRows(until: nil)
    openEnvironments -= 1
    if matrix.rows.count == 1, let row = matrix.rows.first, row.count == 1 { return row[0] }
    if matrix.rows.contains(where: { $0.count > 1 }) {
      matrix.kind = .aligned
      matrix.columns = []
    }
    return [.matrix(matrix)]
  }

  // MARK: Tokens

  var token: MathToken.Kind? {
    index < tokens.count ? tokens[index].kind : nil
  }

  func token(after count: Int) -> MathToken.Kind? { kind(at: index + count) }

  var offset: Int {
    index < tokens.count ? tokens[index].offset : end
  }

  mutating func report(_ message: String, at offset: Int? = nil) {
    problems.append(MathProblem(message: message, offset: offset ?? self.offset))
  }

  mutating func skipSpaces() {
    while token == .space { index += 1 }
  }

  /// Takes the next token if it is the character, spaces aside.
  mutating func take(_ character: Character) -> Bool {
    skipSpaces()
    guard token == .character(character) else { return false }
    index += 1
    return true
  }

  // MARK: Lists

  /// Atoms up to a token that ends the list: a closing brace, `&`, `\\`, `\right`, `\middle` or `\end` of something
  /// that is open, or `bracket`.
  mutating func parseList(cells: Bool = false, bracket: Bool = false) -> [MathNode] {
    Self.joined(parseAtoms(cells: cells, bracket: bracket))
  }

  private mutating func parseAtoms(cells: Bool, bracket: Bool) -> [MathNode] {
    var nodes: [MathNode] = []
    while let kind = token {
      switch kind {
      case .space:
        index += 1
      case .dollar:
        report("$ within a formula: write a dollar sign as \\$")
        index += 1
      case .close:
        if openBraces > 0 { return nodes }
        report("a } without its {")
        index += 1
      case .alignment:
        if cells { return nodes }
        report("& outside of rows and columns")
        index += 1
      case .newline:
        if cells { return nodes }
        index += 1
        nodes.append(.space(1))
      case .command("right"), .command("middle"):
        if openDelimiters > 0 { return nodes }
        report(kind == .command("right") ? "\\right without \\left" : "\\middle without \\left")
        index += 1
        nodes.append(.symbol(parseDelimiter()))
      case .command("end"):
        if openEnvironments > 1 { return nodes }
        report("\\end without \\begin")
        index += 1
        _ = parseName()
      case .command(let name) where MathCommands.infixes[name] != nil:
        index += 1
        if name == "above" { _ = parseLength() }
        let bottom = deeper { $0.parseList(cells: cells, bracket: bracket) } ?? []
        let bar = name == "over" || name == "above"
        return [
          enclosed(
            .fraction(top: .group(nodes), bottom: .group(bottom), bar: bar), MathCommands.infixes[name] ?? "")
        ]
      case .subscript, .superscript, .character("'"):
        nodes.append(parseScripts(of: .group([])))
      case .character("]") where bracket:
        return nodes
      case .character(let character):
        nodes.append(parseScripts(of: parseCharacter(character)))
      case .open:
        nodes.append(parseScripts(of: parseGroup()))
      case .command(let name):
        let start = index
        if let node = parseCommand(name) {
          // Colours change no spacing.
          if MathCommands.wrapping[name] == 1, case .group(let inner) = node, !isScript {
            nodes += inner
            break
          }
          nodes.append(takesScripts(node) ? parseScripts(of: node) : node)
        }
        if index == start { index += 1 }
      }
    }
    return nodes
  }

  /// Whether a script follows.
  private var isScript: Bool {
    var place = index
    while kind(at: place) == .space { place += 1 }
    switch kind(at: place) {
    case .subscript, .superscript, .character("'"): return true
    default: return false
    }
  }

  private func takesScripts(_ node: MathNode) -> Bool {
    switch node {
    case .space, .tag: false
    default: true
    }
  }

  /// A character with those that make one number or one upright word with it.
  private mutating func parseCharacter(_ character: Character) -> MathNode {
    index += 1
    if character.isASCII, character.isNumber { return .symbol(parseNumber(character)) }
    if font == .upright, character.isLetter {
      var word = String(character)
      while case .character(let next) = token, next.isLetter {
        word.append(next)
        index += 1
      }
      if word.count > 1 { return .text(word) }
    }
    return .symbol(styled(MathSymbolTable.character(character)))
  }

  private mutating func parseNumber(_ first: Character) -> MathSymbol {
    var digits = String(first)
    takeDigits(&digits)
    // Groups of thousands are one number only if every group has three digits.
    if digits.count <= 3 {
      var grouped = digits
      let start = index
      while let comma = commaLength, case .character(let next) = kind(at: index + comma), next.isNumber {
        index += comma
        var group = ""
        takeDigits(&group)
        guard group.count == 3 else {
          grouped = digits
          index = start
          break
        }
        grouped += "," + group
      }
      digits = grouped
    }
    if token == .character("."), case .character(let next) = kind(at: index + 1), next.isNumber {
      index += 1
      digits.append(".")
      takeDigits(&digits)
    }
    let text = String(digits.map { MathAlphabet.styled($0, font) })
    let isIndicator = font == .doubleStruck && digits == "1"
    return MathSymbol(
      unicode: text, ascii: digits, spoken: isIndicator ? "indicator" : digits, kind: .ordinary)
  }

  /// How many tokens a comma between digits takes: `,` or `{,}`.
  private var commaLength: Int? {
    if token == .character(",") { return 1 }
    let isBraced = token == .open && kind(at: index + 1) == .character(",") && kind(at: index + 2) == .close
    return isBraced ? 3 : nil
  }

  private mutating func takeDigits(_ digits: inout String) {
    while case .character(let next) = token, next.isASCII, next.isNumber {
      digits.append(next)
      index += 1
    }
  }

  private func kind(at index: Int) -> MathToken.Kind? {
    index < tokens.count ? tokens[index].kind : nil
  }

  func styled(_ symbol: MathSymbol) -> MathSymbol {
    guard font != .normal, symbol.kind == .ordinary, symbol.unicode.count == 1,
      let letter = symbol.unicode.first
    else { return symbol }
    var result = symbol
    result.unicode = String(MathAlphabet.styled(letter, font))
    if font == .script || font == .boldScript { result.spoken = "script " + symbol.spoken }
    return result
  }

  // MARK: Groups and scripts

  mutating func parseGroup() -> MathNode {
    let start = offset
    index += 1
    let outer = font
    openBraces += 1
    let nodes = deeper { $0.parseList() }
    openBraces -= 1
    font = outer
    guard let nodes else {
      skipGroup()
      return .symbol(MathSymbolTable.character("…"))
    }
    if token == .close { index += 1 } else { report("a { without its }", at: start) }
    if nodes.count == 1, let only = nodes.first, isPlain(only) { return only }
    return .group(nodes)
  }

  /// Braces around one ordinary atom change nothing; around `{,}` or `{=}` they take its space away.
  private func isPlain(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.kind == .ordinary
    case .text, .operation, .fraction, .root, .accent, .delimited, .matrix, .group: true
    default: false
    }
  }

  /// Skips an argument in braces that says nothing to a reader.
  mutating func skipArgument() {
    skipSpaces()
    guard token == .open else { return }
    let start = offset
    index += 1
    skipGroup()
    if tokens[index - 1].kind != .close { report("a { without its }", at: start) }
  }

  private mutating func skipGroup() {
    var open = 1
    while let kind = token {
      index += 1
      if kind == .open { open += 1 }
      if kind == .close { open -= 1 }
      if open == 0 { return }
    }
  }

  /// One argument: a group, a command or a single character.
  mutating func parseArgument() -> MathNode {
    skipSpaces()
    switch token {
    case .open:
      return parseGroup()
    case .character(let character):
      index += 1
      return .symbol(styled(MathSymbolTable.character(character)))
    case .command(let name) where name != "right" && name != "end" && name != "middle":
      let start = index
      let node = deeper { $0.parseCommand(name) }
      if index == start { index += 1 }
      return (node ?? nil) ?? .group([])
    default:
      report("an argument is missing")
      return .group([])
    }
  }

  /// `base` with the scripts, primes and limits that follow it.
  mutating func parseScripts(of base: MathNode) -> MathNode {
    var base = base
    var sub: [MathNode]?
    var sup: [MathNode]?
    var primes = 0
    loop: while true {
      skipSpaces()
      switch token {
      case .character("'"):
        index += 1
        primes += 1
      case .subscript:
        let start = offset
        index += 1
        let node = parseArgument()
        if sub != nil { report("two subscripts on one base: put braces around the first", at: start) }
        sub = (sub ?? []) + node.list
      case .superscript:
        let start = offset
        index += 1
        let node = parseArgument()
        if sup != nil { report("two superscripts on one base: put braces around the first", at: start) }
        sup = (sup ?? []) + node.list
      case .command("limits"), .command("nolimits"), .command("displaylimits"):
        if case .operation(let symbol, _) = base {
          base = .operation(symbol, token == .command("limits") ? .always : .side)
        }
        index += 1
      default: break loop
      }
    }
    if let marks = sup, !marks.isEmpty, marks.allSatisfy({ MathScript.plain([$0]) == "′" }) {
      primes += marks.count
      sup = nil
    }
    if primes > 0 { sup = [.symbol(prime(primes))] + (sup ?? []) }
    guard sub != nil || sup != nil else { return base }
    if case .brace(let body, nil, let above) = base, let label = above ? sup : sub, (above ? sub : sup) == nil
    {
      return .brace(body, label: node(label), above: above)
    }
    if sub == nil, let sup, let raised = degrees(sup, on: base) { return raised }
    return .scripts(base: base, sub: sub.map(node), sup: sup.map(node))
  }

  private func prime(_ count: Int) -> MathSymbol {
    let (sign, word) = [("′", "prime"), ("″", "double prime"), ("‴", "triple prime")][min(count, 3) - 1]
    let more = String(repeating: "′", count: count > 3 ? count - 3 : 0)
    return MathSymbol(
      unicode: sign + more, ascii: String(repeating: "'", count: count), spoken: word, kind: .ordinary)
  }

  func node(_ nodes: [MathNode]) -> MathNode {
    if nodes.count == 1, let only = nodes.first { only } else { .group(nodes) }
  }

  /// A node between the first and the last of `delimiters`, or itself where there are none.
  func enclosed(_ node: MathNode, _ delimiters: String) -> MathNode {
    guard let left = delimiters.first, let right = delimiters.last else { return node }
    return .delimited([delimiter(String(left)), delimiter(String(right))], parts: [[node]])
  }

  /// Runs `body` one level deeper, or reports and returns nil where the limit is reached.
  mutating func deeper<Result>(_ body: (inout MathParser) -> Result) -> Result? {
    guard depth < Self.depthLimit else {
      report("nested deeper than \(Self.depthLimit) levels")
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    return body(&self)
  }
}
