/// Says a tree in words.
struct MathSpeech {
  func text(_ nodes: [MathNode]) -> String {
    let text = words(nodes).joined(separator: " ")
    // A function alone: what it is taken of stands in the sentence.
    return text.hasSuffix(" of") ? String(text.dropLast(3)) : text
  }

  func words(_ nodes: [MathNode]) -> [String] {
    let atoms = MathSpacing.atoms(nodes, form: .unicode, tight: false, inline: true)
    var result: [String] = []
    // Closing parentheses of calls with one short argument.
    var silent: Set<Int> = []
    for (index, atom) in atoms.enumerated() {
      let before = index > 0 ? atoms[index - 1] : nil
      if let before, multiplies(before, atom), result.last?.hasSuffix("of") != true { result.append("times") }
      if let partner = atom.partner, partner > index, let before, barName(atom.node) == nil {
        let isSingle = partner == index + 2 && !isLong(atoms[index + 1].node)
        let isList = isArguments(atoms[index + 1..<partner])
        if isProduct(before, atoms[index + 1..<partner]) {
          result.append("times")
        } else if isCall(before, atom) || ((isSingle || isList) && isLetter(before.node)) {
          result.append("of")
          if isSingle { silent.insert(partner) } else { result += words(atom.node) }
          continue
        }
      }
      if MathSpacing.isEvaluation(atom), case .scripts(_, let sub, let sup) = atom.node {
        result += evaluation(sub, sup)
        continue
      }
      if let partner = atom.partner, let name = barName(atom.node) {
        result += partner > index ? ["the", name, "of"] : ["end", name]
        if partner < index { result += scriptWords(atom.node) }
        continue
      }
      if silent.contains(index) {
        result += scriptWords(atom.node)
        continue
      }
      if atom.left == .relation, case .symbol(let symbol) = atom.node,
        symbol.unicode == "|" || symbol.unicode == "‖"
      {
        result.append(symbol.unicode == "|" ? "given" : "from")
        continue
      }
      if case .symbol(let symbol) = atom.node, let said = said(symbol, at: index, in: atoms) {
        result += said
        continue
      }
      if case .delimited = atom.node, let before, isCall(before, atom) { result.append("of") }
      result += words(atom.node)
      if case .operation(let symbol, _) = baseSymbol(atom.node), symbol.spoken.hasPrefix("the "),
        !symbol.spoken.hasSuffix(" of"), index + 1 < atoms.count, !isCall(atom, atoms[index + 1])
      {
        result.append("of")
      }
    }
    return result.filter { !$0.isEmpty }
  }

  func words(_ node: MathNode) -> [String] {
    switch node {
    case .symbol(let symbol): return [symbol.spoken]
    case .operation(let symbol, _): return [symbol.spoken]
    case .text(let text): return words(inText: text)
    case .group(let nodes): return words(nodes)
    case .scripts(let base, let sub, let sup): return scripts(base, sub, sup)
    case .fraction(let top, let bottom, let bar):
      return bar ? fraction(top, bottom) : words(top.list) + ["over"] + words(bottom.list)
    case .root(let body, let index): return root(body, index)
    case .accent(let accent, let body):
      return isLong(body) ? words(body.list) + ["with", accent.name] : words(body.list) + [accent.name]
    case .brace(let body, let label, _):
      return words(body.list) + (label.map { ["which is"] + words($0.list) + ["end brace"] } ?? [])
    case .delimited(let delimiters, let parts): return delimited(delimiters, parts)
    case .matrix(let matrix): return self.matrix(matrix)
    case .annotated(let base, let over, let under):
      return words(base.list) + (under.map { ["over"] + words($0.list) } ?? [])
        + (over.map { ["marked"] + words($0.list) } ?? [])
    case .arrow(let symbol, let over, let under):
      let labels = [over, under].compactMap { $0 }.filter { !$0.list.isEmpty }
      return labels.flatMap { ["by"] + words($0.list) } + [symbol.spoken]
    case .space, .phantom: return []
    case .boxed(let body): return words(body.list)
    case .tag(let tag): return ["equation", tag]
    }
  }

  // MARK: Scripts

  private func scripts(_ base: MathNode, _ sub: MathNode?, _ sup: MathNode?) -> [String] {
    if case .symbol(let symbol) = base, symbol.unicode == "∇" {
      if let sub, sup == nil { return ["the gradient with respect to"] + words(sub.list) + ["of"] }
      return ["nabla"] + (sub.map { ["sub"] + words(index: $0) } ?? []) + (sup.map(power) ?? [])
    }
    if case .group(let nodes) = base, nodes.isEmpty {
      return (sub.map { ["lower"] + words(index: $0) } ?? [])
        + (sup.map { ["upper"] + words(index: $0) } ?? [])
    }
    if case .operation(let symbol, let place) = base, place != .side || symbol.spoken.hasPrefix("the ") {
      return [symbol.spoken] + limits(symbol, sub, sup)
    }
    if case .operation(let symbol, _) = base, symbol.unicode == "log", let sub {
      return ["log base"] + words(sub.list) + (sup.map(power) ?? [])
    }
    if case .delimited(let delimiters, let parts) = base, delimiters.first == MathSymbol.none,
      delimiters.last?.unicode == "|"
    {
      return parts.flatMap { words($0) } + evaluation(sub, sup)
    }
    let inner = words(base.list)
    let wrapped = base.list.count > 1 ? ["open paren"] + inner + ["close paren"] : inner
    return wrapped + (sub.map { ["sub"] + words(index: $0) } ?? []) + (sup.map(power) ?? [])
  }

  private func scriptWords(_ node: MathNode) -> [String] {
    guard case .scripts(_, let sub, let sup) = node else { return [] }
    return (sub.map { ["sub"] + words(index: $0) } ?? []) + (sup.map(power) ?? [])
  }

  func baseSymbol(_ node: MathNode) -> MathNode {
    if case .scripts(let base, _, _) = node { base } else { node }
  }

  /// A subscript: letters of a word stay together.
  func words(index node: MathNode) -> [String] {
    let plain = MathScript.plain(node.list)
    if plain == "*" { return ["star"] }
    if MathScript.isWord(node.list), let word = plain { return words(inText: word) }
    return words(node.list).map { $0 == "such that" ? "colon" : $0 == "becomes" ? "from" : $0 }
  }

  private func limits(_ symbol: MathSymbol, _ sub: MathNode?, _ sup: MathNode?) -> [String] {
    guard let sub else { return sup.map { ["to"] + words($0.list) } ?? [] }
    if symbol.unicode.hasPrefix("lim") { return ["as"] + words(sub.list).map { $0 == "to" ? "goes to" : $0 } }
    guard let sup else { return ["over"] + words(sub.list) }
    return ["from"] + words(sub.list) + ["to"] + words(sup.list)
  }

  func power(_ node: MathNode) -> [String] {
    if node.list.count > 2, case .symbol(let first) = node.list[0], first.kind == .opening,
      MathSpacing.atoms(node.list, form: .unicode, tight: true, inline: true).first?.partner
        == node.list.count - 1
    {
      return ["superscript"] + words(Array(node.list.dropFirst().dropLast()))
    }
    if MathScript.isWord(node.list), let word = MathScript.plain(node.list) {
      return ["superscript"] + words(inText: word)
    }
    switch MathScript.plain(node.list) {
    case "2": return ["squared"]
    case "3": return ["cubed"]
    case "T", "⊤": return ["transpose"]
    case "*": return ["star"]
    case "†": return ["dagger"]
    case "−1": return ["inverse"]
    case .some(let marks) where marks.first.map { "′″‴".contains($0) } == true:
      return words(node.list)
    default:
      let inner = words(node.list)
      return [inner.first?.hasPrefix("the ") == true ? "to the power" : "to the"] + inner
        + (node.list.count > 2 ? ["end power"] : [])
    }
  }

  // MARK: Fractions, roots, delimiters

  private func fraction(_ top: MathNode, _ bottom: MathNode) -> [String] {
    if let derivative = derivative(top, bottom) { return derivative }
    let marks = (differential(top), differential(bottom))
    if let mark = marks.0, mark == marks.1, top.list.count > 1, bottom.list.count > 1 {
      let kind = mark == "∂" ? "partial derivative" : "derivative"
      return ["the", kind, "of"] + words(Array(top.list.dropFirst())) + ["with respect to"]
        + words(Array(bottom.list.dropFirst()))
    }
    if let mark = marks.0, mark == marks.1, top.list.count == 1, bottom.list.count > 1 {
      let kind = mark == "∂" ? "partial derivative" : "derivative"
      return ["the \(kind) with respect to"] + words(Array(bottom.list.dropFirst())) + ["of"]
    }
    if !isLong(top), !isLong(bottom) { return words(top.list) + ["over"] + words(bottom.list) }
    return ["the fraction"] + words(top.list) + ["over"] + words(bottom.list) + ["end fraction"]
  }

  private func differential(_ node: MathNode) -> String? {
    guard case .symbol(let symbol)? = node.list.first, symbol.unicode == "∂" || symbol.unicode == "d",
      !node.list.contains(where: { if case .symbol(let symbol) = $0 { symbol.unicode == "/" } else { false } }
      )
    else { return nil }
    return symbol.unicode
  }

  private func isLong(_ node: MathNode) -> Bool {
    switch node {
    case .group(let nodes):
      return nodes.count > 3
        || nodes.contains {
          switch $0 {
          case .symbol(let symbol): symbol.kind != .ordinary
          case .scripts, .text: nodes.count > 2
          default: true
          }
        }
    case .fraction, .matrix, .delimited: return true
    default: return false
    }
  }

  private func root(_ body: MathNode, _ index: MathNode?) -> [String] {
    let degree = index.flatMap { MathScript.plain($0.list) }
    let name: [String] =
      switch degree {
      case nil where index == nil: ["the square root of"]
      case "3": ["the cube root of"]
      default: ["the root of degree"] + (index.map { words($0.list) } ?? []) + ["of"]
      }
    return name + words(body.list) + (MathScript.isOneAtom(body) ? [] : ["end root"])
  }

  private func delimited(_ delimiters: [MathSymbol], _ parts: [[MathNode]]) -> [String] {
    if parts.count == 1, parts[0].count == 1, case .fraction(let top, let bottom, false) = parts[0][0] {
      return words(top.list) + ["choose"] + words(bottom.list)
    }
    let left = delimiters.first ?? .none
    var body: [String] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { body.append(delimiters[index].unicode == "‖" ? "from" : "given") }
      body += words(part)
    }
    switch left.unicode {
    case "|": return ["the absolute value of"] + body + ["end absolute value"]
    case "‖": return ["the norm of"] + body + ["end norm"]
    case "": return body + (delimiters.last?.unicode == "|" ? ["evaluated"] : [])
    default: return [left.spoken] + body + [delimiters.last?.spoken ?? ""]
    }
  }

  private func matrix(_ matrix: MathMatrix) -> [String] {
    switch matrix.kind {
    case .aligned, .gathered, .small:
      return matrix.rows.map { words(Array($0.joined())) }.joined(separator: [";"]).map { $0 }
    case .cases:
      let rows = matrix.rows.map { row in row.map { words(bare($0)) }.joined(separator: [","]).map { $0 } }
      return ["cases:"] + rows.joined(separator: [";"]) + ["end cases"]
    case .matrix:
      let columns = matrix.rows.reduce(0) { max($0, $1.count) }
      let rows = matrix.rows.enumerated().map { index, row in
        ["row \(index + 1):"] + row.map { words($0) }.joined(separator: [","])
      }
      return ["the \(matrix.rows.count) by \(columns) matrix"] + rows.joined(separator: [";"]) + [
        "end matrix"
      ]
    }
  }

  // MARK: What is left unsaid in writing

  private func isBig(_ symbol: MathSymbol) -> Bool {
    symbol.unicode.count == 1 && symbol.spoken.hasPrefix("the ")
  }

  /// Juxtaposition is said as "times" where it would not be heard: after scripts, fractions and parentheses.
  private func multiplies(_ before: MathAtom, _ atom: MathAtom) -> Bool {
    guard !atom.isGapExplicit || atom.gap < 3 else { return false }
    switch atom.left {
    case .ordinary, .inner, .operation: break
    case .opening:
      // Letters that stand for numbers, and closed parentheses.
      if case .fraction = before.node { return true }
      return before.right == .closing || isNumber(before.node)
    default: return false
    }
    if case .symbol(let symbol) = atom.node, symbol.kind == .punctuation || "/′…⋯.°%".contains(symbol.unicode)
    {
      return false
    }
    if case .scripts(.group(let nodes), _, _) = atom.node, nodes.isEmpty { return false }
    if case .text = atom.node { return false }
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
    case .symbol(let symbol):
      return before.right == .closing && symbol.unicode != "!" && atom.left != .closing
    default: return false
    }
  }

  /// A cell without the comma that the author ended it with: one is said between cells.
  private func bare(_ cell: [MathNode]) -> [MathNode] {
    var cell = cell
    loop: while let last = cell.last {
      switch last {
      case .space: cell.removeLast()
      case .symbol(let symbol) where symbol.kind == .punctuation: cell.removeLast()
      case .text(let words) where words.last == ",":
        cell[cell.count - 1] = .text(String(words.dropLast()))
        break loop
      default: break loop
      }
    }
    return cell
  }

  private func barName(_ node: MathNode) -> String? {
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

  private func isNumber(_ node: MathNode) -> Bool {
    guard case .symbol(let symbol) = node else { return false }
    return symbol.ascii.allSatisfy(\.isNumber) && symbol.unicode == symbol.ascii
  }

  /// A letter before `(1 − …)` is a factor: p(1 − p), g(1 − t²).
  private func isProduct(_ before: MathAtom, _ inner: ArraySlice<MathAtom>) -> Bool {
    guard isLetter(before.node), let first = inner.first, isNumber(first.node) else { return false }
    return inner.dropFirst().contains { $0.left == .binary }
  }

  /// Names of functions before parentheses are "of", all else is a product.
  private func isCall(_ before: MathAtom, _ atom: MathAtom) -> Bool {
    switch atom.node {
    case .symbol(let symbol): guard symbol.unicode == "(" || symbol.unicode == "[" else { return false }
    case .delimited(let delimiters, _):
      guard ["(", "["].contains(delimiters[0].unicode) else { return false }
    default: return false
    }
    switch before.node {
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
