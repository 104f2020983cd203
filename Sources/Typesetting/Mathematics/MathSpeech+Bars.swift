/// Bars, which mean what their place makes of them.
extension MathSpeech {
  /// What a bar that stands between two things is called.
  func bar(_ symbol: MathSymbol, at index: Int, in atoms: [MathAtom]) -> String {
    let opening = opening(around: index, in: atoms)
    if symbol.unicode == "‖" {
      guard let opening, opening > 0 else { return "concatenated with" }
      return isDivergence(atoms[opening - 1].node) ? "from" : "concatenated with"
    }
    guard let opening, case .symbol(let bracket) = atoms[opening].node else { return "given" }
    if bracket.unicode == "⟨" { return "bar" }
    // The first bar of a set is its condition.
    let isFirst = !(opening + 1..<index).contains {
      isBar($0, in: atoms) && self.opening(around: $0, in: atoms) == opening
    }
    return bracket.unicode == "{" && isFirst ? "such that" : "given"
  }

  private func isBar(_ index: Int, in atoms: [MathAtom]) -> Bool {
    guard case .symbol(let symbol) = atoms[index].node, atoms[index].left == .relation else { return false }
    return symbol.unicode == "|"
  }

  /// The bracket that is open before an atom.
  private func opening(around index: Int, in atoms: [MathAtom]) -> Int? {
    var place = index - 1
    while place >= 0 {
      if let partner = atoms[place].partner {
        if partner > place { return place }
        place = partner
      } else if atoms[place].right == .opening {
        return place
      }
      place -= 1
    }
    return nil
  }

  /// Whether a function measures how far one distribution is from another.
  private func isDivergence(_ node: MathNode) -> Bool {
    var base = node
    var index: String?
    if case .scripts(let letter, let sub, _) = node {
      base = letter
      index = sub.flatMap { MathScript.plain($0.list) }
    }
    let name = asciiName(base)
    return ["D", "d"].contains(name) || name.lowercased().hasPrefix("div")
      || ["KL", "JS"].contains { name.contains($0) || index?.contains($0) == true }
  }

  private func asciiName(_ node: MathNode) -> String {
    switch node {
    case .symbol(let symbol), .operation(let symbol, _): symbol.ascii
    case .text(let words): words
    case .accent(_, let body): asciiName(body)
    case .group(let nodes): nodes.map(asciiName).joined()
    default: ""
    }
  }

  /// Whether a bar has the place at which something is taken, whatever stands before it.
  func isEvaluation(_ atom: MathAtom) -> Bool {
    guard atom.partner == nil, atom.right == .closing, case .scripts(let base, _, _) = atom.node,
      case .symbol(let symbol) = base
    else { return false }
    return symbol.unicode == "|" && symbol.kind == .ordinary
  }

  /// Whether a node is `‖`, with or without braces around it.
  func isBar(_ node: MathNode) -> Bool {
    guard node.list.count == 1, case .symbol(let symbol) = node.list[0] else { return false }
    return symbol.unicode == "‖"
  }

  /// Whether `‖` joins what stands beside it: `a ‖ … ‖ b`, or `a \, ‖ \, b \, ‖ \, c`. Bars come in pairs otherwise.
  func isConcatenation(_ index: Int, in atoms: [MathAtom]) -> Bool {
    guard barName(atoms[index].node) == "norm", let partner = atoms[index].partner else { return false }
    let (first, last) = (min(index, partner), max(index, partner))
    guard first > 0, last + 1 < atoms.count, last > first + 1, isFactor(atoms[first - 1]) else {
      return false
    }
    if last == first + 2, case .symbol(let dots) = atoms[first + 1].node, "…⋯".contains(dots.unicode) {
      return true
    }
    return [first, first + 1, last, last + 1].allSatisfy { atoms[$0].isGapExplicit }
  }
}
