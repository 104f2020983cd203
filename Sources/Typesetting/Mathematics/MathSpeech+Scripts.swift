/// Indices, powers and bounds.
extension MathSpeech {
  func scripts(_ base: MathNode, _ sub: MathNode?, _ sup: MathNode?) -> [String] {
    switch base {
    case .symbol(let symbol) where symbol.unicode == "∇":
      if let sub, sup == nil { return ["the gradient with respect to"] + words(sub.list) + ["of"] }
      if let sub { return ["nabla"] + power(sup, of: base) + ["with respect to"] + words(sub.list) + ["of"] }
      return ["nabla"] + index(sub) + power(sup, of: base)
    case .symbol(let symbol) where symbol.unicode == "∂":
      guard let sub else { return ["partial"] + power(sup, of: base) }
      let order = sup.flatMap { MathScript.plain($0.list) }.flatMap { Self.ordinals[$0] }
      return (order.map { ["the " + $0, "partial"] } ?? ["the partial"] + power(sup, of: base)) + [
        "with respect to"
      ]
        + words(sub.list)
    case _ where isBar(base):
      return ["the concatenation"] + limits(.none, sub, sup)
    case .group(let nodes) where nodes.isEmpty:
      return (sub.map { ["lower"] + words(index: $0) } ?? [])
        + (sup.map { ["upper"] + words(index: $0) } ?? [])
    case .operation(let symbol, let place) where place != .side || isBig(symbol):
      return [withoutOf(symbol)] + limits(symbol, sub, sup)
    case .operation(let symbol, _) where symbol.unicode == "log" && sub != nil:
      return ["log base"] + (sub.map { words($0.list) + end("base", unlessSimple: $0) } ?? [])
        + power(sup, of: base) + ["of"]
    case .operation(let symbol, _):
      return [withoutOf(symbol)] + index(sub) + power(sup, of: base)
    case .delimited(let delimiters, let parts)
    where delimiters.first == MathSymbol.none && delimiters.last?.unicode == "|":
      return parts.flatMap { words($0) } + evaluation(sub, sup)
    case .symbol(let symbol) where symbol.kind == .closing:
      return [symbol.spoken] + behindBracket(symbol, sub, sup)
    default: break
    }
    var inner: [String] =
      if base.list.count == 1, case .fraction(_, _, true) = base.list[0] {
        // Without its end it would be heard with the power on its denominator.
        words(base.list[0])
      } else {
        words(base.list)
      }
    if base.list.count > 1, !isBracketed(base.list) { inner = ["open paren"] + inner + ["close paren"] }
    switch base {
    case .root(let body, _) where MathScript.isOneAtom(body): inner.append("end root")
    case .fraction where inner.first?.contains("derivative") == true && inner.last != "end derivative":
      inner.append("end derivative")
    default: break
    }
    return inner + index(sub) + power(sup, of: base)
  }

  /// Whether brackets or bars stand around all of a list.
  func isBracketed(_ nodes: [MathNode]) -> Bool {
    let atoms = MathSpacing.atoms(flat(nodes), form: .unicode, tight: false, inline: true)
    guard atoms.count > 2, atoms[0].partner == atoms.count - 1, case .symbol = atoms[atoms.count - 1].node
    else { return false }
    return true
  }

  /// The scripts of a bar or a bracket, without it.
  func scriptWords(_ node: MathNode) -> [String] {
    guard case .scripts(let base, let sub, let sup) = node else { return [] }
    return index(sub) + power(sup, of: base)
  }

  /// What a closing bracket has: the range of what stands in it, the bounds it is evaluated between, or scripts.
  private func behindBracket(_ symbol: MathSymbol, _ sub: MathNode?, _ sup: MathNode?) -> [String] {
    if let sub {
      let isRange = sub.list.dropFirst().contains {
        if case .symbol(let symbol) = $0 { "=∈≤<≥>".contains(symbol.unicode) } else { false }
      }
      if isRange {
        guard let sup else { return ["for"] + withoutIs(words(sub.list)) + ["end range"] }
        return ["for"] + withoutIs(words(sub.list)) + ["to"] + words(sup.list)
          + end("range", unlessSimple: sup)
      }
      if let sup, symbol.unicode == "]" { return evaluation(sub, sup) }
    }
    return index(sub) + power(sup, of: .symbol(symbol))
  }

  /// `sub i`, `sub l minus 1 end sub`
  func index(_ node: MathNode?) -> [String] {
    guard let node else { return [] }
    return ["sub"] + words(index: node) + (isSimpleIndex(node.list) ? [] : ["end sub"])
  }

  /// A subscript: letters of a word stay together, those of indices do not.
  func words(index node: MathNode) -> [String] {
    let plain = MathScript.plain(node.list)
    if plain == "*" { return ["star"] }
    if MathScript.isWord(node.list), let word = plain {
      return isIndices(word) ? word.map(String.init) : words(inText: word)
    }
    var speech = self
    speech.isShape = Self.isShape(node.list)
    var said = speech.words(node.list).map {
      $0 == "such that" ? "colon" : $0 == "becomes" ? "from" : $0
    }
    // "y sub less than t"
    if case .symbol(let symbol)? = node.list.first, symbol.kind == .relation, let first = said.first,
      first.hasPrefix("is ")
    {
      said[0] = String(first.dropFirst(3))
    }
    return withoutIs(said)
  }

  /// A condition without its verb, "x at most y", unless it is a chain of two relations.
  private func withoutIs(_ said: [String]) -> [String] {
    var result = said
    var verbs: [Int] = []
    for index in said.indices {
      if said[index].hasPrefix("is ") { verbs.append(index) }
      let isEnd = index == said.count - 1 || said[index + 1] == "," || said[index + 1] == ";"
      guard isEnd else { continue }
      if verbs.count == 1 { result[verbs[0]] = String(said[verbs[0]].dropFirst(3)) }
      verbs = []
    }
    return result
  }

  /// Whether letters are indices side by side such as `ijk`, and no word.
  private func isIndices(_ word: String) -> Bool {
    guard word.count > 2, word.allSatisfy({ ("i"..."n").contains($0) }) else { return false }
    return word.contains("j") || zip(word, word.dropFirst()).allSatisfy { $0 < $1 }
  }

  func limits(_ symbol: MathSymbol, _ sub: MathNode?, _ sup: MathNode?) -> [String] {
    guard let sub else { return sup.map { ["to"] + words($0.list) } ?? [] }
    if symbol.unicode.hasPrefix("lim") {
      return ["as"]
        + words(sub.list).map {
          ["superscript plus": "from above", "superscript minus": "from below"][$0] ?? $0
        }
    }
    guard let sup else { return ["over"] + withoutIs(words(sub.list)) }
    return ["from"] + withoutIs(words(sub.list)) + ["to"] + words(sup.list)
  }

  /// A bar with the place, or the places, at which what stands before it is taken.
  func evaluation(_ sub: MathNode?, _ sup: MathNode?) -> [String] {
    func place(_ node: MathNode) -> [String] { words(node.list) + end("evaluation", unlessSimple: node) }
    guard let sub else { return ["evaluated"] + (sup.map { ["at"] + place($0) } ?? []) }
    guard let sup else { return ["evaluated at"] + place(sub) }
    return ["evaluated from"] + words(sub.list) + ["to"] + place(sup)
  }

  // MARK: Powers

  /// A superscript as what it is: a power, a layer's number in brackets, a name, or a mark such as a transpose.
  func power(_ node: MathNode?, of base: MathNode) -> [String] {
    guard let node else { return [] }
    let list = node.list.filter { if case .space(let columns) = $0 { columns > 2 } else { true } }
    if let said = layer(list, of: base) ?? mark(list, of: base) { return said }
    if case .symbol(let symbol)? = list.first, list.count > 1, "′″‴*†".contains(symbol.unicode),
      !joins(list[1])
    {
      return (mark([list[0]], of: base) ?? []) + power(.group(Array(list.dropFirst())), of: base)
    }
    if MathScript.isWord(list), let word = MathScript.plain(list) {
      return ["superscript"] + words(inText: word)
        + (word.contains(" ") ? ["end superscript"] : [])
    }
    var speech = self
    speech.isShape = Self.isCross(list) && !isNumber(base)
    let inner = speech.words(list)
    return isSimple(list) ? ["to the"] + inner : ["to the power"] + inner + ["end power"]
  }

  /// Whether a sign needs what stands before it.
  private func joins(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.kind == .binary || symbol.kind == .relation } else { false }
  }

  /// `(l)` and `(l-1)T`, which count layers, steps or samples and raise nothing.
  private func layer(_ list: [MathNode], of base: MathNode) -> [String]? {
    guard list.count > 2, case .symbol(let first) = list[0], first.unicode == "(" || first.unicode == "[",
      let partner = MathSpacing.atoms(list, form: .unicode, tight: true, inline: true).first?.partner,
      partner > 1, case .symbol = list[partner]
    else { return nil }
    let inside = Array(list[1..<partner])
    let rest = Array(list[(partner + 1)...])
    var marks: [String] = []
    if !rest.isEmpty {
      // A number behind a number would be heard as a power of it.
      guard let said = mark(rest, of: base), !["squared", "cubed"].contains(said.joined()) else { return nil }
      marks = said
    }
    var speech = self
    speech.isShape = Self.isShape(inside)
    // A word without brackets is said with "superscript" alone.
    let bracket = first.unicode == "[" ? ["bracket"] : MathScript.isWord(inside) ? ["paren"] : []
    return ["superscript"] + bracket + speech.words(inside)
      + (isSimpleIndex(inside) ? [] : ["end superscript"]) + marks
  }

  private func mark(_ list: [MathNode], of base: MathNode) -> [String]? {
    guard let plain = MathScript.plain(list) else { return nil }
    let isNumber = isNumber(base)
    switch plain {
    case "2": return ["squared"]
    case "3": return ["cubed"]
    case "T" where !isNumber && !isStep, "⊤": return ["transpose"]
    case "−T" where !isNumber, "−⊤": return ["inverse", "transpose"]
    case "−1" where !isNumber: return ["inverse"]
    case "*", "∗": return ["star"]
    case "†": return ["dagger"]
    case "+": return ["superscript plus"]
    case "−": return ["superscript minus"]
    case "±": return ["superscript plus or minus"]
    default: break
    }
    if list.count == 1, let first = plain.first, "′″‴".contains(first) { return words(list) }
    // `W^O` is a matrix by the name of O.
    if list.count == 1, case .symbol(let letter) = base, case .symbol(let symbol) = list[0],
      isUpper(letter), isUpper(symbol)
    {
      return ["super", symbol.spoken]
    }
    return nil
  }

  private func isUpper(_ symbol: MathSymbol) -> Bool {
    guard symbol.kind == .ordinary, symbol.ascii.count == 1, let letter = symbol.ascii.first else {
      return false
    }
    return letter.isUppercase && symbol.unicode.first != MathAlphabet.styled(letter, .doubleStruck)
  }

  // MARK: What is simple

  func end(_ name: String, unlessSimple node: MathNode) -> [String] {
    isSimple(node.list) ? [] : ["end " + name]
  }

  /// One letter, number, sign or word, or one with a sign before it.
  func isSimple(_ nodes: [MathNode]) -> Bool {
    let nodes = nodes.filter { if case .space = $0 { false } else { true } }
    switch nodes.count {
    case 1: return isOne(nodes[0])
    case 2:
      guard case .symbol(let sign) = nodes[0] else { return false }
      return ["−", "+", "±"].contains(sign.unicode) && isPlain(nodes[1])
    default: return false
    }
  }

  /// Besides, a word, and letters and numbers side by side: behind a subscript "times" is said.
  func isSimpleIndex(_ nodes: [MathNode]) -> Bool {
    if isSimple(nodes) { return true }
    if MathScript.isWord(nodes) { return MathScript.plain(nodes)?.contains(" ") != true }
    return nodes.allSatisfy {
      switch $0 {
      case .symbol(let symbol):
        symbol.kind == .ordinary && symbol.unicode.allSatisfy { $0.isLetter || $0.isNumber }
      case .space(let columns): columns < 3
      default: false
      }
    }
  }

  private func isOne(_ node: MathNode) -> Bool {
    switch node {
    case .symbol, .operation: true
    case .text(let words): !words.contains(" ")
    case .accent(_, let body): isPlain(body)
    case .group(let nodes): isSimple(nodes)
    default: false
    }
  }

  /// A letter, a number or a word, with an accent or without.
  func isPlain(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.kind == .ordinary
    case .text(let words): !words.contains(" ")
    case .accent(_, let body): isPlain(body)
    case .group(let nodes): nodes.count == 1 && isPlain(nodes[0])
    default: false
    }
  }

  /// What is heard as a whole behind "of".
  func isSimpleArgument(_ node: MathNode) -> Bool {
    switch node {
    case .scripts(let base, _, _): isPlain(base)
    case .root: true
    default: isPlain(node)
    }
  }

  /// `n × d`: letters and whole numbers with crosses between them.
  static func isCross(_ nodes: [MathNode]) -> Bool {
    let nodes = nodes.filter { if case .space = $0 { false } else { true } }
    guard nodes.count > 2, nodes.count % 2 == 1 else { return false }
    return nodes.enumerated().allSatisfy { place, node in
      if place % 2 == 1 {
        if case .symbol(let symbol) = node { return symbol.unicode == "×" }
        return false
      }
      switch node {
      case .symbol(let symbol), .scripts(.symbol(let symbol), _, nil):
        return symbol.kind == .ordinary && symbol.ascii.allSatisfy { $0.isLetter || $0.isNumber || $0 == "," }
      default: return false
      }
    }
  }

  /// A shape, or shapes in parentheses one after the other.
  static func isShape(_ nodes: [MathNode]) -> Bool {
    let parts = nodes.split {
      if case .symbol(let symbol) = $0 { "()".contains(symbol.unicode) } else { false }
    }
    return !parts.isEmpty && parts.allSatisfy { isCross(Array($0)) }
  }
}
