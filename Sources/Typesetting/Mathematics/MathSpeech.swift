/// Says a tree in words, so that two formulas that differ sound different: where an index, a power, a fraction or a
/// root holds more than one simple thing, its end is said.
struct MathSpeech {
  /// Whether what is said is a part of a fraction, where "over" belongs to that one alone.
  var isInFraction = false
  /// Whether a cross stands between the sides of a shape.
  var isShape = false
  /// Whether the formula counts up to T, so that a superscript T may be a step.
  var countsToT = false
  /// Whether a superscript T is a step and no transpose.
  var isStep = false

  func text(_ nodes: [MathNode]) -> String {
    var speech = self
    speech.isShape = Self.isShape(nodes)
    speech.countsToT = Self.countsToT(nodes)
    // Names of operators may have wide spaces.
    let words = speech.lines(nodes) ?? speech.words(nodes)
    let text = words.joined(separator: " ").split(separator: " ").joined(separator: " ")
    // A function alone: what it is taken of stands in the sentence.
    return text.hasSuffix(" of") ? String(text.dropLast(3)) : text
  }

  func words(_ nodes: [MathNode]) -> [String] {
    let atoms = MathSpacing.atoms(flat(nodes), form: .unicode, tight: false, inline: true)
    var result: [String] = []
    // Closing parentheses of calls with one short argument.
    var silent: Set<Int> = []
    var isUnderIntegral = false
    for (index, atom) in atoms.enumerated() {
      let next = index + 1 < atoms.count ? atoms[index + 1] : nil
      let isAfterOf = result.last?.hasSuffix("of") == true
      let isApart = isApart(atom)
      if index > 0, isApart, !isAfterOf, let pause = pause(between: atoms[index - 1], atom),
        !endsInPause(result)
      {
        result.append(pause)
      }
      if isConcatenation(index, in: atoms) {
        result.append("concatenated with")
        continue
      }
      // What stands apart neither multiplies nor calls.
      let before =
        index > 0 && !isApart && !isConcatenation(index - 1, in: atoms) ? atoms[index - 1] : nil
      if case .operation(let symbol, _) = baseSymbol(atom.node), symbol.spoken.contains("integral") {
        isUnderIntegral = true
      }
      let isDifferential = isUnderIntegral && isDifferential(atom, next)
      let isPlace = isPlace(atom, index, in: atoms)
      let isMultiplied =
        before.map { multiplies($0, atom) } == true && !isAfterOf && !isDifferential && !isPlace
      if isMultiplied { result.append("times") }
      if let partner = atom.partner, partner > index, let before, barName(atom.node) == nil {
        let isSingle = partner == index + 2 && isSimpleArgument(atoms[index + 1].node)
        let isList = isArguments(atoms[index + 1..<partner])
        let isCalled = isCall(before, atom)
        if isPlace {
          result.append("at")
          if isSingle, case .symbol = atoms[partner].node {
            silent.insert(partner)
          } else {
            result += words(atom.node)
          }
          continue
        }
        if isProduct(before, atoms[index + 1..<partner]) {
          result.append("times")
        } else if isCalled || ((isSingle || isList) && isLetter(before.node) && !isMultiplied) {
          if !isAfterOf { result.append("of") }
          // What stands behind the parenthesis would be heard as the argument's own.
          let isClosed: Bool = if case .scripts = atoms[partner].node { true } else { false }
          if isSingle, !isClosed, isCalled ? !isOfAll(before.node) : isParenthesis(atom.node) {
            silent.insert(partner)
          } else {
            result += words(atom.node)
          }
          continue
        }
      }
      if isEvaluation(atom), case .scripts(_, let sub, let sup) = atom.node {
        result += evaluation(sub, sup)
        continue
      }
      if let partner = atom.partner, let name = barName(atom.node) {
        if partner > index, let before, isFactor(before), !isAfterOf, result.last != "times" {
          result.append("times")
        }
        result += partner > index ? ["the", name, "of"] : ["end", name]
        if partner < index { result += scriptWords(atom.node) }
        continue
      }
      if silent.contains(index) { continue }
      if atom.left == .relation, case .symbol(let symbol) = atom.node,
        symbol.unicode == "|" || symbol.unicode == "‖"
      {
        result.append(bar(symbol, at: index, in: atoms))
        continue
      }
      if case .symbol(let symbol) = atom.node, let said = said(symbol, at: index, in: atoms) {
        result += said
        continue
      }
      var said: [String]
      if case .fraction(let top, let bottom, true) = atom.node {
        said = fraction(top, bottom, isAlone: standsAlone(index, in: atoms))
      } else if standsForStep(index, in: atoms) {
        var speech = self
        speech.isStep = true
        said = speech.words(atom.node)
      } else {
        said = words(atom.node, isEnclosed: index > 0 && atoms[index - 1].partner == index + 1)
      }
      if let before, isFactor(before), said.first?.hasPrefix("the ") == true, result.last != "times",
        !isAfterOf
      {
        result.append("times")
      }
      if let next, said.last?.hasSuffix("of") != true {
        if isOperation(atom.node), said.first?.hasPrefix("the ") == true,
          self.isApart(next) || !isCall(atom, next)
        {
          said.append("of")
        } else if isPartial(atom.node) || isBar(baseSymbol(atom.node)), atom.partner == nil,
          [.ordinary, .opening, .operation, .inner].contains(next.left)
        {
          said.append("of")
        }
      }
      result += said
    }
    for case .tag(let tag) in nodes { result += [",", "numbered", tag.filter { !"()".contains($0) }] }
    return result.filter { !$0.isEmpty }
  }

  /// The words of one node; `isEnclosed` is whether brackets stand around it, and nothing else in them.
  func words(_ node: MathNode, isEnclosed: Bool = false) -> [String] {
    switch node {
    case .symbol(let symbol): return [symbol.spoken]
    case .operation(let symbol, _): return [name(of: symbol)]
    case .text(let text): return words(inText: text)
    case .group(let nodes): return words(nodes)
    case .scripts(let base, let sub, let sup): return scripts(base, sub, sup)
    case .fraction(let top, let bottom, let bar):
      return bar
        ? fraction(top, bottom, isAlone: false)
        : ["the stack of"] + words(top.list) + ["over"] + words(bottom.list) + ["end stack"]
    case .root(let body, let index): return root(body, index)
    case .accent(let accent, let body):
      return isPlain(body)
        ? words(body.list) + [accent.name]
        : [accent.name, "on"] + words(body.list) + ["end", accent.name]
    case .brace(let body, let label, _):
      guard let label else { return words(body.list) }
      return (isPlain(body) ? [] : ["the group"]) + words(body.list) + ["which is"] + words(label.list)
        + ["end group"]
    case .delimited(let delimiters, let parts): return delimited(delimiters, parts)
    case .matrix(let matrix): return self.matrix(matrix, isEnclosed: isEnclosed)
    case .annotated(let base, let over, let under): return annotated(base, over: over, under: under)
    case .arrow(let symbol, let over, let under):
      let labels = [over, under].compactMap { $0 }.filter { !$0.list.isEmpty }
      return labels.flatMap { ["by"] + words($0.list) } + [symbol.spoken]
    case .space, .phantom, .tag: return []
    case .boxed(let body): return words(body.list)
    }
  }

  // MARK: Fractions, roots, delimiters

  private func fraction(_ top: MathNode, _ bottom: MathNode, isAlone: Bool) -> [String] {
    if let upper = MathScript.plain(top.list), let lower = MathScript.plain(bottom.list),
      let name = Self.fractionNames[upper + "/" + lower]
    {
      return [name]
    }
    if let derivative = derivative(top, bottom) { return derivative }
    let marks = (differential(top), differential(bottom))
    if let mark = marks.0, mark == marks.1, bottom.list.count > 1 {
      let kind = mark == "∂" ? "partial derivative" : "derivative"
      let variable = flat(Array(bottom.list.dropFirst()))
      let said = words(variable) + (variable.count > 1 ? ["end derivative"] : [])
      if top.list.count == 1 { return ["the \(kind) with respect to"] + said + ["of"] }
      return ["the \(kind) of"] + words(Array(top.list.dropFirst())) + ["with respect to"] + said
    }
    if isAlone, isPlain(top), isPlain(bottom) { return words(top.list) + ["over"] + words(bottom.list) }
    var inner = self
    inner.isInFraction = true
    return ["the fraction"] + inner.words(top.list) + ["over"] + inner.words(bottom.list) + ["end fraction"]
  }

  /// Small fractions by their names; `½` is one sign.
  static let fractionNames = [
    "1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter", "3/4": "three quarters",
  ]

  /// Whether a fraction stands where nothing multiplies it, so that "a over b" is heard as the whole of it.
  private func standsAlone(_ index: Int, in atoms: [MathAtom]) -> Bool {
    if isInFraction { return false }
    func isSum(_ atom: MathAtom) -> Bool {
      if case .symbol(let symbol) = atom.node { "+−±∓".contains(symbol.unicode) } else { false }
    }
    if index > 0 {
      let before = atoms[index - 1]
      switch before.right {
      case .relation, .punctuation, .opening: break
      default: guard isSum(before) else { return false }
      }
    }
    guard index + 1 < atoms.count else { return true }
    let after = atoms[index + 1]
    switch after.left {
    case .relation, .punctuation, .closing: return true
    default:
      if case .text = after.node { return true }
      return isSum(after)
    }
  }

  func differential(_ node: MathNode) -> String? {
    guard case .symbol(let symbol)? = node.list.first, symbol.unicode == "∂" || symbol.unicode == "d",
      !node.list.contains(where: { if case .symbol(let symbol) = $0 { symbol.unicode == "/" } else { false } }
      )
    else { return nil }
    return symbol.unicode
  }

  private func root(_ body: MathNode, _ index: MathNode?) -> [String] {
    let degree = index.flatMap { MathScript.plain($0.list) }
    let name: [String] =
      switch degree {
      case nil where index == nil: ["the square root of"]
      case "3": ["the cube root of"]
      default: ["the root of degree"] + (index.map { words($0.list) } ?? []) + ["of"]
      }
    // The beginning says whether an end is to come.
    return MathScript.isOneAtom(body)
      ? name + words(body.list) : name + ["the quantity"] + words(body.list) + ["end root"]
  }

  private func delimited(_ delimiters: [MathSymbol], _ parts: [[MathNode]]) -> [String] {
    if parts.count == 1, parts[0].count == 1, case .fraction(let top, let bottom, false) = parts[0][0] {
      let said = words(top.list) + ["choose"] + words(bottom.list)
      return isPlain(top) && isPlain(bottom) ? said : ["the binomial"] + said + ["end binomial"]
    }
    let left = delimiters.first ?? .none
    var body: [String] = []
    for (index, part) in parts.enumerated() {
      if index > 0 { body.append(delimiters[index].unicode == "‖" ? "from" : "given") }
      body += words(part)
    }
    switch (left.unicode, delimiters.last?.unicode) {
    case ("|", "⟩"): return ["ket"] + body + (parts.allSatisfy(isSimple) ? [] : ["end ket"])
    case ("⟨", "|"): return ["bra"] + body + (parts.allSatisfy(isSimple) ? [] : ["end bra"])
    default: break
    }
    switch left.unicode {
    case "|": return ["the absolute value of"] + body + ["end absolute value"]
    case "‖": return ["the norm of"] + body + ["end norm"]
    case "": return body + (delimiters.last?.unicode == "|" ? ["evaluated"] : [])
    default: return [left.spoken] + body + [delimiters.last?.spoken ?? ""]
    }
  }

  /// Growing brackets as the brackets that they are, and groups as what is in them; bars, and brackets with one side,
  /// stay.
  func flat(_ nodes: [MathNode]) -> [MathNode] {
    nodes.flatMap { node -> [MathNode] in
      switch node {
      case .group(let inner): return modulus(inner) ?? flat(inner)
      case .delimited(let delimiters, let parts):
        return brackets(delimiters, parts) { .symbol($0) } ?? [node]
      case .scripts(.delimited(let delimiters, let parts), let sub, let sup):
        return brackets(delimiters, parts) { .scripts(base: .symbol($0), sub: sub, sup: sup) } ?? [node]
      default: return [node]
      }
    }
  }

  private func brackets(
    _ delimiters: [MathSymbol], _ parts: [[MathNode]], closing: (MathSymbol) -> MathNode
  ) -> [MathNode]? {
    guard var first = delimiters.first, var last = delimiters.last, delimiters.count == parts.count + 1,
      "([{⟨⌊⌈)]}⟩⌋⌉".contains(first.unicode), "([{⟨⌊⌈)]}⟩⌋⌉".contains(last.unicode)
    else { return nil }
    if parts.count == 1, parts[0].count == 1, case .fraction(_, _, false) = parts[0][0] { return nil }
    first.kind = .opening
    last.kind = .closing
    var result: [MathNode] = [.symbol(first)]
    for (index, part) in parts.enumerated() {
      if index > 0 {
        var middle = delimiters[index]
        middle.kind = .relation
        result.append(.symbol(middle))
      }
      result += flat(part)
    }
    return result + [closing(last)]
  }
}
