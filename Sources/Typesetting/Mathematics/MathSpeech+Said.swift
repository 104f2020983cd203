/// What is said for signs by their neighbours, and for words.
extension MathSpeech {
  /// What a symbol is called in its place; nil where it is called by its own name.
  func said(_ symbol: MathSymbol, at index: Int, in atoms: [MathAtom]) -> [String]? {
    let next = index + 1 < atoms.count ? atoms[index + 1] : nil
    switch symbol.unicode {
    case "−" where atoms[index].left == .ordinary: return ["minus"]
    case "*" where atoms[index].left == .ordinary: return ["star"]
    case ".":
      // A full stop is not said; a point is.
      guard let next, next.gap == 0, case .symbol(let digits) = next.node,
        digits.ascii.first?.isNumber == true
      else { return [] }
      return ["point"]
    case "/" where isInFraction: return ["divided by"]
    case "×" where isShape: return ["by"]
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
    let ordinal = ["2": "second", "3": "third", "4": "fourth"][degree ?? ""] ?? (degree ?? "") + "th"
    let kind = mark.unicode == "∂" ? "partial derivative" : "derivative"
    let subject = words(Array(top.list.dropFirst()))
    return ["the \(ordinal) \(kind)"] + (subject.isEmpty ? [] : ["of"] + subject) + ["with respect to"]
      + Array(variables.joined(separator: ["and"])) + (subject.isEmpty ? ["of"] : [])
  }
}
