/// What is left unsaid in writing: products, calls and pauses.
extension MathSpeech {
  func baseSymbol(_ node: MathNode) -> MathNode {
    if case .scripts(let base, _, _) = node { base } else { node }
  }

  func isOperation(_ node: MathNode) -> Bool {
    if case .operation = baseSymbol(node) { true } else { false }
  }

  /// Whether an operator is taken of all that follows, as a maximum is.
  func isOfAll(_ node: MathNode) -> Bool {
    if case .operation(let symbol, _) = baseSymbol(node) { symbol.spoken.hasPrefix("the ") } else { false }
  }

  func isBig(_ symbol: MathSymbol) -> Bool {
    symbol.unicode.count == 1 && symbol.spoken.hasPrefix("the ")
  }

  func isApart(_ atom: MathAtom) -> Bool { atom.isGapExplicit && atom.gap >= 3 }

  /// `∂ₓ`, which is taken of what follows.
  func isPartial(_ node: MathNode) -> Bool {
    if case .scripts(.symbol(let symbol), .some, _) = node { symbol.unicode == "∂" } else { false }
  }

  /// The `d` of an integral's variable.
  func isDifferential(_ atom: MathAtom, _ next: MathAtom?) -> Bool {
    guard case .symbol(let symbol) = atom.node, symbol.unicode == "d" || symbol.unicode == "𝐝", let next
    else {
      return false
    }
    return isLetter(next.node)
  }

  /// Whether a parenthesis holds the place at which the derivative before it is taken.
  func isPlace(_ atom: MathAtom, _ index: Int, in atoms: [MathAtom]) -> Bool {
    guard index > 0, let partner = atom.partner, partner > index, isParenthesis(atom.node), !isApart(atom),
      case .fraction(let top, let bottom, true) = atoms[index - 1].node
    else { return false }
    let isSingle = partner == index + 2 && isSimpleArgument(atoms[index + 1].node)
    return isDerivative(top, bottom) && (isSingle || isArguments(atoms[index + 1..<partner]))
  }

  /// Whether a fraction is the derivative of something that stands in it.
  private func isDerivative(_ top: MathNode, _ bottom: MathNode) -> Bool {
    guard top.list.count > 1, bottom.list.count > 1, let mark = differential(bottom) else { return false }
    if case .scripts(.symbol(let symbol), nil, .some)? = top.list.first { return symbol.unicode == mark }
    return differential(top) == mark
  }

  /// What an operator is called: a verb has no article.
  func name(of symbol: MathSymbol) -> String {
    let isVerb = ["the minimize", "the maximize", "the minimise", "the maximise"].contains {
      symbol.spoken.hasPrefix($0)
    }
    return isVerb ? String(symbol.spoken.dropFirst(4)) : symbol.spoken
  }

  /// The name of a function that has scripts: `the trace`, not `the trace of`.
  func withoutOf(_ symbol: MathSymbol) -> String {
    let name = name(of: symbol)
    return name.hasSuffix(" of") ? String(name.dropLast(3)) : name
  }

  /// What is said at a wide space: formulas side by side are apart, words stay with what they belong to.
  func pause(between before: MathAtom, _ atom: MathAtom) -> String? {
    if case .text = before.node { return nil }
    if case .text = atom.node { return "," }
    let classes = [before.right, atom.left]
    if classes.contains(.relation) || classes.contains(.binary) { return nil }
    return before.right == .punctuation || atom.left == .punctuation ? nil : ";"
  }

  func endsInPause(_ words: [String]) -> Bool {
    words.isEmpty || words.last == "," || words.last == ";"
  }

  /// Juxtaposition is said as "times" where it would not be heard: after scripts, fractions and parentheses.
  func multiplies(_ before: MathAtom, _ atom: MathAtom) -> Bool {
    switch atom.left {
    case .ordinary, .inner, .operation: break
    case .opening:
      // Letters that stand for numbers, and closed parentheses.
      switch before.node {
      case .fraction, .root: return true
      default:
        if atom.isGapExplicit, isLetter(before.node), !isCall(before, atom) { return true }
        return before.right == .closing || isNumber(before.node)
      }
    default: return false
    }
    if case .symbol(let symbol) = atom.node,
      symbol.kind == .punctuation || "/′…⋯.°%∀∃∄#".contains(symbol.unicode)
    {
      return false
    }
    if case .scripts(.group(let nodes), _, _) = atom.node, nodes.isEmpty { return false }
    if case .text = atom.node { return false }
    if MathSpacing.isSign(atom) { return false }
    if atom.isGapExplicit, case .symbol(let symbol) = atom.node, symbol.unicode == "d" { return false }
    if case .space = atom.node { return false }
    switch before.node {
    case .scripts(let base, _, _):
      if case .operation = base { return false }
      if case .symbol(let symbol) = base, "∇∂".contains(symbol.unicode) { return false }
      return before.right == .ordinary || before.right == .closing
    case .symbol where isNumber(before.node):
      switch atom.node {
      case .fraction, .root, .delimited: return true
      default: return false
      }
    case .fraction, .accent, .root, .delimited: return true
    case .annotated: return before.right == .ordinary
    case .symbol(let symbol):
      return before.right == .closing && symbol.unicode != "!" && atom.left != .closing
    default: return false
    }
  }

  /// Whether an atom is a factor of what begins with "the" behind it: of a sum, a gradient, a root.
  func isFactor(_ atom: MathAtom) -> Bool {
    guard atom.right == .ordinary || atom.right == .closing, !MathSpacing.isSign(atom) else { return false }
    switch atom.node {
    case .symbol(let symbol): return !"/∖∂∇∀∃∄¬…⋯⋮.:|‖′".contains(symbol.unicode)
    case .scripts(.symbol(let symbol), _, _): return !"∂∇".contains(symbol.unicode)
    case .text, .space, .operation, .scripts(.operation, _, _): return false
    case .scripts(.group(let nodes), _, _): return !nodes.isEmpty
    default: return true
    }
  }

  func barName(_ node: MathNode) -> String? {
    guard case .symbol(let symbol) = baseSymbol(node) else { return nil }
    switch symbol.unicode {
    case "|": return "absolute value"
    case "‖": return "norm"
    default: return nil
    }
  }

  func isLetter(_ node: MathNode) -> Bool {
    guard case .symbol(let symbol) = baseSymbol(node), symbol.kind == .ordinary else { return false }
    return symbol.unicode.count == 1 && symbol.unicode.first?.isLetter == true
  }

  func isNumber(_ node: MathNode) -> Bool {
    guard case .symbol(let symbol) = node else { return false }
    return symbol.unicode == symbol.ascii && symbol.ascii.first?.isNumber == true
      && symbol.ascii.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
  }

  func isParenthesis(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "(" } else { false }
  }

  private func isBracket(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "[" } else { false }
  }

  /// A letter before `(1 − …)` is a factor: p(1 − p), g(1 − t²).
  func isProduct(_ before: MathAtom, _ inner: ArraySlice<MathAtom>) -> Bool {
    guard isLetter(before.node), let first = inner.first, isNumber(first.node) else { return false }
    return inner.dropFirst().contains { $0.left == .binary }
  }

  /// Names of functions before parentheses are "of", all else is a product.
  func isCall(_ before: MathAtom, _ atom: MathAtom) -> Bool {
    switch atom.node {
    case .symbol(let symbol): guard symbol.unicode == "(" || symbol.unicode == "[" else { return false }
    case .delimited(let delimiters, _):
      guard ["(", "["].contains(delimiters[0].unicode) else { return false }
    default: return false
    }
    switch before.node {
    case .symbol(let symbol) where symbol.unicode == "E" && isBracket(atom.node): return true
    case .scripts(.symbol(let symbol), _, nil) where symbol.unicode == "E" && isBracket(atom.node):
      return true
    case .annotated(let base, _, _):
      guard base.list.count == 1 else { return false }
      var named = before
      named.node = base.list[0]
      return isCall(named, atom)
    case .text, .accent: return true
    case .operation(let symbol, _): return !symbol.spoken.hasSuffix(" of")
    case .symbol(let symbol): return Self.functionNames.contains(symbol.unicode)
    case .scripts(.symbol(let symbol), _, let sup):
      return Self.functionNames.contains(symbol.unicode) && (sup.map(isMark) ?? true)
    case .scripts(.operation(let symbol, _), _, _): return !isBig(symbol)
    case .scripts(.text, _, let sup): return sup.map(isMark) ?? true
    default: return false
    }
  }

  /// A superscript that names and does not raise: a prime, or a layer's number in brackets.
  private func isMark(_ node: MathNode) -> Bool {
    MathScript.isMark(node) || MathScript.plain(node.list)?.first.map { "([".contains($0) } == true
  }

  private static let functionNames: Set<String> = [
    "f", "g", "h", "F", "G", "O", "Θ", "Ω", "P", "p", "Q", "q", "T", "σ", "φ", "ψ", "ℒ", "ℓ", "J", "𝔼", "ℱ",
    "𝒪", "Φ",
    "π", "S", "A", "D", "𝒢", "ℋ", "δ", "Γ", "ζ", "𝒩", "ℙ", "𝟙", "𝟏",
  ]
}
