/// What is said for signs by their neighbours, and for words.
extension MathSpeech {
  /// What a symbol is called in its place; nil where it is called by its own name.
  func said(_ symbol: MathSymbol, at index: Int, in atoms: [MathAtom]) -> [String]? {
    let next = index + 1 < atoms.count ? atoms[index + 1] : nil
    switch symbol.unicode {
    case "−" where atoms[index].left == .ordinary: return ["minus"]
    case "*" where atoms[index].left == .ordinary: return ["star"]
    case ".":
      // What is left open: f(.), g(., y).
      if index > 0, let next, [.opening, .punctuation].contains(atoms[index - 1].right),
        [.closing, .punctuation].contains(next.left)
      {
        return ["dot"]
      }
      // A full stop is not said; a point is.
      guard let next, next.gap == 0, case .symbol(let digits) = next.node,
        digits.ascii.first?.isNumber == true
      else { return [] }
      return ["point"]
    case "/" where isInFraction: return ["divided by"]
    case "×" where isShape: return ["by"]
    case "mod" where symbol.kind == .binary: return ["mod"]
    case "≡" where atoms[index...].contains(where: { isModulus($0.node) }): return ["is congruent to"]
    case "<", ">":
      if index > 0, atoms[index].gap == 0, sign(atoms[index - 1].node) == symbol.unicode { return [] }
      guard let next, next.gap == 0, sign(next.node) == symbol.unicode else { return nil }
      return [symbol.unicode == "<" ? "is much less than" : "is much greater than"]
    case "#" where index > 0 && next != nil && [.ordinary, .closing].contains(atoms[index - 1].right),
      "#" where atoms.count == 1:
      return ["sharp"]
    case "→":
      let isOfSets = atoms[..<index].contains {
        if case .symbol(let symbol) = $0.node { symbol.unicode == ":" } else { false }
      }
      return [isOfSets ? "to" : "goes to"]
    case ":":
      let isCondition = atoms[..<index].contains {
        if case .symbol(let symbol) = $0.node { "{∃∀".contains(symbol.unicode) } else { false }
      }
      return [isCondition ? "such that" : "colon"]
    case "∇":
      guard let next, case .symbol(let product) = next.node, next.left == .binary else { return nil }
      return product.unicode == "·" ? ["the divergence of"] : product.unicode == "×" ? ["the curl of"] : nil
    case "·", "×":
      guard index > 0, case .symbol(let before) = atoms[index - 1].node, before.unicode == "∇" else {
        return nil
      }
      return []
    default: return nil
    }
  }

  /// Whether what stands between brackets is the arguments of a function: a list, or one thing given another.
  func isArguments(_ atoms: ArraySlice<MathAtom>) -> Bool {
    var depth = 0
    for index in atoms.indices {
      let atom = atoms[index]
      if let partner = atom.partner { depth += partner > index ? 1 : -1 }
      if depth != 0 { continue }
      if atom.left == .punctuation { return true }
      if atom.left == .relation, case .symbol(let symbol) = atom.node, "|‖".contains(symbol.unicode) {
        return true
      }
    }
    return false
  }

  /// Words as they are said: with letters that every reader of text can say.
  func words(inText text: String) -> [String] {
    let spelled = text.reduce(into: "") { result, character in
      result += Self.names[character] ?? String(character)
    }
    return spelled.split(separator: " ").map { MathSymbolTable.ascii(String($0)) }
  }

  private static let names: [Character: String] = [
    "²": " squared", "³": " cubed", "–": " to ", "—": ", ", "·": " ", "µ": "micro ", "°": " degrees ",
    "→": " to ", "×": " times ", "≈": " about ", "≤": " at most ", "≥": " at least ", "±": " plus or minus ",
  ]

  /// A higher derivative: `∂²f` over `∂x ∂y` or `∂x²`; nil for another fraction.
  func derivative(_ top: MathNode, _ bottom: MathNode) -> [String]? {
    guard case .scripts(.symbol(let mark), nil, let order?)? = top.list.first,
      mark.unicode == "∂" || mark.unicode == "d"
    else { return nil }
    var variables: [[String]] = []
    var isMark = true
    for node in bottom.list {
      if case .space = node { continue }
      if isMark {
        guard case .symbol(let symbol) = node, symbol.unicode == mark.unicode else { return nil }
      } else if case .scripts(let base, let sub, _?) = node {
        variables.append(words(sub.map { .scripts(base: base, sub: $0, sup: nil) } ?? base))
      } else {
        variables.append(words(node))
      }
      isMark.toggle()
    }
    guard isMark, !variables.isEmpty else { return nil }
    let degree = MathScript.plain(order.list)
    let ordinal = Self.ordinals[degree ?? ""] ?? (degree ?? "") + "th"
    let kind = mark.unicode == "∂" ? "partial derivative" : "derivative"
    let subject = words(Array(top.list.dropFirst()))
    return ["the \(ordinal) \(kind)"] + (subject.isEmpty ? [] : ["of"] + subject) + ["with respect to"]
      + Array(variables.joined(separator: ["and"])) + (subject.isEmpty ? ["of"] : [])
  }

  static let ordinals = ["2": "second", "3": "third", "4": "fourth"]

  private func sign(_ node: MathNode) -> String? {
    if case .symbol(let symbol) = node { symbol.unicode } else { nil }
  }

  // MARK: Above and below

  /// What has something above or below it: `equals by definition`, `K with n by d below`.
  func annotated(_ base: MathNode, over: MathNode?, under: MathNode?) -> [String] {
    var base = base
    if base.list.count == 1 { base = base.list[0] }
    if under == nil, let over, case .symbol(let symbol) = base, symbol.unicode == "=",
      MathScript.plain(over.list) == "def"
    {
      return ["equals by definition"]
    }
    var said = words(base.list)
    if base.list.count > 1, !isBracketed(base.list) { said = ["the group"] + said }
    if let over { said += ["with"] + label(over) + ["above"] }
    if let under { said += ["with"] + label(under) + ["below"] }
    return said
  }

  /// Letters of a word stay together; a sign of doubt or of demand is called by its own name.
  private func label(_ node: MathNode) -> [String] {
    switch MathScript.plain(node.list) {
    case "!": return ["exclamation mark"]
    case "?": return ["question mark"]
    default: break
    }
    let parts = node.list.split { if case .space = $0 { true } else { false } }.map { Array($0) }
    if parts.allSatisfy({ MathScript.isWord($0) }) {
      return parts.flatMap { words(inText: MathScript.plain($0) ?? "") }
    }
    var speech = self
    speech.isShape = Self.isShape(node.list)
    return speech.words(index: node)
  }

  // MARK: Modulo

  /// `(mod n)`, which `\pmod` puts behind a congruence, as "modulo n"; nil for other groups.
  func modulus(_ nodes: [MathNode]) -> [MathNode]? {
    let nodes = nodes.filter { if case .space = $0 { false } else { true } }
    guard nodes.count > 3, sign(nodes[0]) == "(", case .text("mod") = nodes[1],
      sign(nodes[nodes.count - 1]) == ")"
    else { return nil }
    let body = Array(nodes[2..<(nodes.count - 1)])
    return [.symbol(Self.modulo)] + flat(body) + (isSimple(body) ? [] : [.text("end modulo")])
  }

  private static let modulo = MathSymbol(unicode: "(mod", ascii: "(mod", spoken: "modulo", kind: .relation)

  private func isModulus(_ node: MathNode) -> Bool {
    guard case .symbol(let symbol) = node else { return false }
    return symbol == Self.modulo || symbol.unicode == "mod" && symbol.kind == .binary
  }

  // MARK: Steps

  /// Whether T is the last of what is counted: the upper bound of a sum, or what it is divided by, or in a superscript
  /// with more than it.
  static func countsToT(_ nodes: [MathNode]) -> Bool {
    nodes.contains { node in
      switch node {
      case .scripts(.operation, let sub, let sup):
        return sup.map { $0.list.contains(where: isT) } == true
          || countsToT((sub?.list ?? []) + (sup?.list ?? []))
      case .scripts(let base, let sub, let sup):
        if let sup, sup.list.count > 1, sup.list.contains(where: isT),
          sup.list.contains(where: {
            if case .symbol(let symbol) = $0 { ",+−".contains(symbol.unicode) } else { false }
          })
        {
          return sup.list.first.map(isT) == true
        }
        return countsToT(base.list + (sub?.list ?? []) + (sup?.list ?? []))
      case .fraction(let top, let bottom, _):
        return bottom.list.count == 1 && isT(bottom.list[0]) && MathScript.plain(top.list) == "1"
          || countsToT(top.list) || countsToT(bottom.list)
      case .group(let nodes): return countsToT(nodes)
      case .delimited(_, let parts): return parts.contains(where: countsToT)
      case .matrix(let matrix): return matrix.rows.contains { $0.contains(where: countsToT) }
      case .root(let body, _), .accent(_, let body), .boxed(let body), .brace(let body, _, _):
        return countsToT(body.list)
      default: return false
      }
    }
  }

  /// Whether a superscript T is a step: behind what is called with arguments, or where nothing is multiplied in a formula
  /// that counts to T.
  func standsForStep(_ index: Int, in atoms: [MathAtom]) -> Bool {
    guard case .scripts(let base, let sub, let sup?) = atoms[index].node, sup.list.count == 1,
      Self.isT(sup.list[0]), !isBold(base)
    else { return false }
    let next = index + 1 < atoms.count ? atoms[index + 1] : nil
    if sub != nil, let next, isParenthesis(next.node), let partner = next.partner {
      let inside = atoms[(index + 2)..<partner]
      return inside.count == 1 && isSimpleArgument(atoms[index + 2].node) || isArguments(inside)
    }
    if index > 0, isFactor(atoms[index - 1]) { return false }
    return countsToT && next.map { [.relation, .binary, .closing, .punctuation].contains($0.left) } ?? true
  }

  private func isBold(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol):
      symbol.unicode.unicodeScalars.first.map {
        (0x1D400...0x1D433).contains($0.value) || (0x1D6A8...0x1D6DB).contains($0.value)
      }
        ?? false
    case .accent(_, let body): isBold(body)
    case .group(let nodes): nodes.contains(where: isBold)
    default: false
    }
  }

  private static func isT(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "T" } else { false }
  }
}
