/// Fractions with a slash, and roots: where parentheses are needed.
extension MathInline {
  func fraction(_ top: MathNode, _ bottom: MathNode) -> String {
    let upper = text(top.list)
    let lower = text(bottom.list)
    return parenthesized(upper, if: !isProduct(top.list)) + "/"
      + parenthesized(lower, if: !isUnit(bottom.list))
  }

  /// A fraction next to a factor needs parentheses to show where its denominator ends.
  func needsParentheses(_ top: MathNode, _ before: MathAtom?, _ atom: MathAtom, _ after: MathAtom?)
    -> Bool
  {
    if let after, !after.isGapExplicit || after.gap < 3 {
      switch after.left {
      case .ordinary, .opening, .operation, .inner:
        if !isSlash(after.node), !beginsWithSpace(after.node) { return true }
      default: break
      }
    }
    guard let before, !isSign(before), !before.isGapExplicit || atom.gap < 3 else { return false }
    if isSlash(before.node) { return true }
    switch before.right {
    case .operation: return !isLarge(before.node)
    case .ordinary, .closing:
      if case .fraction = before.node { return true }
      return beginsWithDigit(top)
    default: return false
    }
  }

  /// Whether a numerator is that of a derivative, which its denominator shows to be one.
  private func isPartial(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.unicode == "∂"
    case .scripts(let base, _, _): isPartial(base)
    default: false
    }
  }

  private func beginsWithSpace(_ node: MathNode) -> Bool {
    if case .text(let words) = node { words.first == " " } else { false }
  }

  private func beginsWithDigit(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.ascii.first?.isNumber == true
    case .group(let nodes): nodes.first.map(beginsWithDigit) ?? false
    case .scripts(let base, _, _): beginsWithDigit(base)
    default: false
    }
  }

  private func isSlash(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "/" } else { false }
  }

  func isLarge(_ node: MathNode?) -> Bool {
    switch node {
    case .operation(let symbol, _):
      symbol.unicode.count == 1 || MathSymbolTable.limitOperators.contains(symbol.unicode)
    case .scripts(let base, _, _): isLarge(base)
    default: false
    }
  }

  /// A sign before its operand, or a mark such as ∂ that belongs to what follows.
  func isSign(_ atom: MathAtom) -> Bool {
    guard case .symbol(let symbol) = atom.node, atom.right == .ordinary else { return false }
    return symbol.kind == .binary || MathSpacing.isPrefix(atom.node)
  }

  /// Factors without operators between, which stand over `/` without parentheses.
  private func isProduct(_ nodes: [MathNode]) -> Bool {
    let atoms = MathSpacing.atoms(nodes, form: form, tight: false, inline: true)
    var depth = 0
    for (index, atom) in atoms.enumerated() {
      if let partner = atom.partner { depth += partner > index ? 1 : -1 }
      if depth > 0 { continue }
      if case .fraction = atom.node { return false }
      if hasLooseWords([atom.node]) { return false }
      if case .group(let inner) = atom.node, !isProduct(inner) { return false }
      if case .symbol(let symbol) = atom.node,
        isSlash(atom.node) || symbol.kind == .binary && atom.left != .binary && index > 0
      {
        return false
      }
      if isLarge(atom.node) { return atoms.count == 1 }
      // A function without brackets would take the denominator for part of its argument.
      if atom.right == .operation, index + 1 < atoms.count, atoms[index + 1].left != .opening,
        !isPartial(atoms[0].node)
      {
        return false
      }
      switch atom.left {
      case .relation, .punctuation: return false
      case .binary:
        guard case .symbol(let symbol) = atom.node, ["·", "×", "∗"].contains(symbol.unicode) else {
          return false
        }
      default: break
      }
    }
    return true
  }

  /// Words with a space or a slash between, which would not hold together beside `/`.
  private func hasLooseWords(_ nodes: [MathNode]) -> Bool {
    var words = false
    var spaces = false
    for node in nodes {
      switch node {
      case .text(let text):
        words = true
        spaces = spaces || text.contains { $0 == " " || $0 == "/" }
      case .space: spaces = true
      case .group(let inner): if hasLooseWords(inner) { return true }
      default: break
      }
    }
    return words && spaces
  }

  /// One factor, which stands under `/` without parentheses: a name, a number, a call, `∂x`.
  private func isUnit(_ nodes: [MathNode]) -> Bool {
    var atoms = MathSpacing.atoms(nodes, form: form, tight: false, inline: true)
    if atoms.count > 1, case .symbol(let symbol) = atoms[0].node,
      ["∂", "d", "Δ", "∇"].contains(symbol.unicode)
    {
      atoms.removeFirst()
      if atoms.count == 1, case .scripts(let base, _, _) = atoms[0].node { return isUnit([base]) }
    }
    if let first = atoms.first, atoms.count > 1 {
      // A call: a name and one pair of brackets.
      if let partner = atoms[1].partner, partner == atoms.count - 1 {
        return isCall(first, atoms[1], arguments: atoms[2..<partner])
      }
      return first.partner == atoms.count - 1
    }
    guard let only = atoms.first else { return true }
    switch only.node {
    case .symbol, .operation, .accent, .root: return true
    case .text: return !hasLooseWords([only.node])
    case .delimited: return true
    case .scripts(let base, _, _): return isUnit([base])
    case .group(let inner): return isUnit(inner)
    default: return false
    }
  }

  /// Whether a name before brackets is a function's and not a factor's: `f(x)`, `T(n)`, `p(x, y)`, but `m(s + e)`.
  private func isCall(_ name: MathAtom, _ bracket: MathAtom, arguments: ArraySlice<MathAtom>) -> Bool {
    if bracket.isGapExplicit { return false }
    if name.right == .operation { return true }
    guard name.right == .ordinary else { return false }
    switch MathSpacing.base(of: name.node) {
    case .text: return true
    case .symbol(let symbol):
      if symbol.ascii.first?.isNumber == true { return false }
      return Self.functions.contains(symbol.unicode) || arguments.count == 1
        || arguments.contains { $0.left == .punctuation || $0.left == .relation }
    default: return false
    }
  }

  /// Letters that name functions in this field.
  private static let functions: Set<String> = [
    "f", "g", "h", "F", "G", "O", "P", "p", "Q", "q", "J", "σ", "φ", "ϕ", "ψ", "Φ", "Ψ", "ℒ", "ℓ", "𝔼", "ℙ",
    "𝒪", "𝒩", "𝟙",
  ]

  func rootDegree(_ node: MathNode) -> String {
    let text = text(node.list, tight: true)
    return (isUnicode ? MathAlphabet.superscript(text) : nil) ?? "[" + text + "]"
  }

  /// A root; `isFollowed` where another factor stands behind it.
  func root(_ body: MathNode, _ index: MathNode?, isFollowed: Bool = false) -> String {
    let inner = text(body.list)
    guard isUnicode else {
      return index.map { "root" + rootDegree($0) + "(" + inner + ")" } ?? "sqrt(" + inner + ")"
    }
    let sign =
      switch index.map({ rootDegree($0) }) {
      case nil: "√"
      case "³": "∛"
      case "⁴": "∜"
      case .some(let degree): degree + "√"
      }
    let isShort = MathScript.isOneAtom(body) && !(isFollowed && MathScript.needsEnd(body))
    return sign + parenthesized(inner, if: !isShort)
  }

  func parenthesized(_ text: String, if condition: Bool) -> String {
    condition && !isBracketed(text) ? "(" + text + ")" : text
  }
}
