/// Writes a tree in one line.
struct MathInline {
  let form: MathForm
  /// Whether spaces within scripts are no-break spaces, so that a line never ends there.
  var keepsScripts = false
  var subscripts = MathSubscripts()

  var isUnicode: Bool { form == .unicode }

  /// `nodes` in one line; `tight` leaves out the space around operators, as in scripts.
  func text(_ nodes: [MathNode], tight: Bool = false) -> String {
    let atoms = MathSpacing.atoms(nodes, form: form, tight: tight, inline: true)
    var result = ""
    for (index, atom) in atoms.enumerated() {
      let before = index > 0 ? atoms[index - 1] : nil
      let after = index + 1 < atoms.count ? atoms[index + 1] : nil
      var gap = atom.gap
      var piece = text(atom.node, tight: tight)
      if case .fraction(let top, _, true) = atom.node {
        if needsParentheses(top, before, atom, after) {
          piece = "(" + piece + ")"
          if before?.right == .operation, !isLarge(before?.node), !atom.isGapExplicit { gap = 0 }
        } else if gap == 0, let before, before.right == .closing || before.right == .ordinary, !isSign(before)
        {
          gap = 1
        }
      }
      if gap == 0, let before, endsInPlainScript(before.node),
        piece.first?.isLetter == true || piece.first?.isNumber == true
      {
        gap = 1
      }
      result += String(repeating: " ", count: gap)
      result += piece
    }
    return result
  }

  func text(_ node: MathNode, tight: Bool) -> String {
    switch node {
    case .symbol(let symbol), .operation(let symbol, _): return symbol.text(form)
    case .text(let words): return text(words)
    case .group(let nodes): return text(nodes, tight: tight)
    case .scripts(let base, let sub, let sup): return scripts(base, sub, sup, tight)
    case .fraction(let top, let bottom, let bar):
      if bar { return fraction(top, bottom) }
      return text(top.list, tight: tight) + " " + (isUnicode ? "¦" : ";") + " "
        + text(bottom.list, tight: tight)
    case .root(let body, let index): return root(body, index)
    case .accent(let accent, let body): return self.accent(accent, body)
    case .brace(let body, let label, _):
      let inner = parenthesized(text(body.list), if: body.list.count > 1)
      return label.map { inner + " [" + text($0.list) + "]" } ?? inner
    case .delimited(let delimiters, let parts): return delimited(delimiters, parts, tight)
    case .matrix(let matrix): return self.matrix(matrix)
    case .annotated(let base, let over, let under): return scripts(base, under, over, tight)
    case .arrow(let symbol, let over, let under):
      let label = [over, under].compactMap { $0.map { text($0.list, tight: true) } }.filter { !$0.isEmpty }
      return shaft(symbol, label: label.joined(separator: ", "))
    case .space(let columns): return String(repeating: " ", count: columns)
    case .phantom, .tag: return ""
    case .boxed(let body): return "[" + text(body.list) + "]"
    }
  }

  /// Words, in ASCII without the characters that ASCII lacks.
  func text(_ words: String) -> String {
    isUnicode ? words : MathSymbolTable.ascii(words)
  }

  // MARK: Scripts

  private func scripts(_ base: MathNode, _ sub: MathNode?, _ sup: MathNode?, _ tight: Bool) -> String {
    var result = text(base, tight: tight)
    if case .fraction = base {
      result = "(" + result + ")"
    } else if needsParentheses(base, sup) {
      result = "(" + result + ")"
    }
    let lower = sub.flatMap { script($0, raised: false, below: base) } ?? ""
    let upper = sup.flatMap { script($0, raised: true) } ?? ""
    return result + (sup.map(MathScript.isMark) == true ? upper + lower : lower + upper)
  }

  /// Whether a base is more than one atom, or has a superscript that would run into the next one.
  func needsParentheses(_ base: MathNode, _ sup: MathNode?) -> Bool {
    guard case .group(let nodes) = base, let sup, !isEnclosed(nodes) else { return false }
    return nodes.count > 1 || isRaised(base) && !raisesOnly(sup)
  }

  /// Whether one pair of delimiters stands around all of it, as in `{\|x\|}^2`.
  private func isEnclosed(_ nodes: [MathNode]) -> Bool {
    let atoms = MathSpacing.atoms(nodes, form: form, tight: false, inline: true)
    if atoms.count == 1, case .delimited = atoms[0].node { return true }
    return atoms.count > 1 && atoms[0].partner == atoms.count - 1
  }

  /// A script in small letters, or after `_` or `^`, in parentheses unless it is a word. With `onlySimple`, nil
  /// where it would need parentheses around more than letters.
  func script(_ node: MathNode, raised: Bool, below base: MathNode? = nil, onlySimple: Bool = false)
    -> String?
  {
    if isUnicode, let small = small(node, raised: raised, below: base) { return small }
    if MathScript.isMark(node), raised { return text(node.list, tight: true) }
    var content = text(node.list, tight: true)
    guard !content.isEmpty else { return "" }
    if keepsScripts { content = String(content.map { $0 == " " ? "\u{A0}" : $0 }) }
    let isWord =
      MathScript.plain(node.list)?.allSatisfy({ $0.isLetter || $0.isNumber || content.count == 1 }) == true
      && (content.allSatisfy { $0.isLetter || $0.isNumber } || (content.count == 1 && content != "("))
    let isNumber = content.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
    if onlySimple, !isWord, !isNumber { return nil }
    return (raised ? "^" : "_") + (isWord || isNumber || isBracketed(content) ? content : "(" + content + ")")
  }

  /// A script in Unicode's small letters, if it has them and the formula wants them.
  func small(_ node: MathNode, raised: Bool, below base: MathNode?) -> String? {
    raised ? MathScript.small(node.list, raised: true) : subscripts.small(node, below: base)
  }

  private func isRaised(_ node: MathNode) -> Bool {
    node.list.contains { if case .scripts(_, _, .some) = $0 { true } else { false } }
  }

  private func raisesOnly(_ node: MathNode) -> Bool {
    guard let text = MathScript.plain(node.list) else { return false }
    return ["T", "⊤", "*", "′", "†"].contains(text)
  }

  private func endsInPlainScript(_ node: MathNode) -> Bool {
    guard case .scripts(let base, let sub, let sup) = node else { return false }
    guard let last = sup ?? sub else { return false }
    let raised = sup != nil
    if raised, MathScript.isMark(last) { return false }
    return !isUnicode || small(last, raised: raised, below: base) == nil
  }

  /// Whether the first bracket of `text` closes at its end.
  func isBracketed(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, text.count > 2,
      (first == "(" && last == ")") || (first == "[" && last == "]") || (first == "{" && last == "}")
    else { return false }
    var depth = 0
    for (index, character) in text.enumerated() {
      if character == first { depth += 1 }
      if character == last { depth -= 1 }
      if depth == 0 { return index == text.count - 1 }
    }
    return false
  }

  // MARK: Marks, delimiters, rows

  private func accent(_ accent: MathAccent, _ body: MathNode) -> String {
    if case .scripts(let base, let sub, let sup) = body, case .symbol = base, accent.row != "_",
      accent != .underline
    {
      return scripts(.accent(accent, base), sub, sup, true)
    }
    let inner = text(body.list)
    guard isUnicode else {
      return accent.name.split(separator: " ").joined(separator: "-") + "(" + inner + ")"
    }
    func marked(_ character: Character) -> String {
      var result = String(character)
      result.unicodeScalars.append(accent.mark)
      return result
    }
    switch accent {
    case .overline, .underline, .cancel:
      return inner.reduce(into: "") { $0 += marked($1) }
    case .bar where inner.count > 1:
      return inner.reduce(into: "") { $0 += String($1) + "\u{305}" }
    default:
      if inner.count == 1, let only = inner.first {
        return marked(only == "ı" ? "i" : only == "ȷ" ? "j" : only)
      }
      return inner.isEmpty ? "" : accent.name.split(separator: " ").joined(separator: "-") + "(" + inner + ")"
    }
  }

  private func delimited(_ delimiters: [MathSymbol], _ parts: [[MathNode]], _ tight: Bool) -> String {
    if parts.count == 1, parts[0].count == 1, case .fraction(let top, let bottom, false) = parts[0][0],
      delimiters.first?.unicode == "("
    {
      return "C(" + text(top.list) + ", " + text(bottom.list) + ")"
    }
    var result = ""
    for (index, delimiter) in delimiters.enumerated() {
      let isMiddle = index > 0 && index < parts.count
      result += isMiddle ? " " + delimiter.text(form) + " " : delimiter.text(form)
      if index < parts.count { result += text(parts[index], tight: tight) }
    }
    return result
  }

  private func matrix(_ matrix: MathMatrix) -> String {
    let rows = matrix.rows.map { row -> String in
      let cells = row.enumerated().map { column, cell in
        text(
          matrix.kind == .aligned && column % 2 == 1 ? [.group([])] + cell : cell,
          tight: matrix.kind == .small)
      }
      if matrix.kind == .aligned || matrix.kind == .gathered {
        return cells.enumerated().reduce(into: "") {
          $0 += ($1.offset > 0 && $1.offset % 2 == 0 ? "  " : "") + $1.element
        }
      }
      return cells.filter { !$0.isEmpty }.map { matrix.kind == .cases ? bare($0) : $0 }
        .joined(separator: ", ")
    }
    let body = rows.filter { !$0.isEmpty }.reduce(into: "") { result, row in
      if !result.isEmpty { result += result.last == "," || result.last == ";" ? " " : "; " }
      result += row
    }
    return matrix.left.text(form) + body
      + (matrix.kind == .cases && matrix.right == .none ? "}" : matrix.right.text(form))
  }

  /// A cell without the comma that the author ended it with: one is written between cells.
  private func bare(_ cell: String) -> String {
    var cell = Substring(cell)
    while let last = cell.last, ",; ".contains(last) { cell.removeLast() }
    return String(cell)
  }

  // MARK: Arrows

  /// An arrow `width` columns long.
  func shaft(_ symbol: MathSymbol, width: Int) -> String {
    let (tail, line, head) = arrowParts(symbol)
    let fill = max(1, width - tail.count - head.count)
    return tail + String(repeating: line, count: fill) + head
  }

  private func shaft(_ symbol: MathSymbol, label: String) -> String {
    if label.isEmpty { return shaft(symbol, width: 2) }
    let (tail, line, head) = arrowParts(symbol)
    return (tail.isEmpty ? line : tail) + line + " " + label + " " + line + (head.isEmpty ? line : head)
  }

  private func arrowParts(_ symbol: MathSymbol) -> (tail: String, line: String, head: String) {
    let isDouble = "⇒⇐⇔=".contains(symbol.unicode)
    let line = isUnicode ? (isDouble ? "═" : "─") : (isDouble ? "=" : "-")
    let text = symbol.unicode
    let tail =
      "←↔⇐⇔".contains(text)
      ? (isUnicode ? (isDouble ? "⇐" : "←") : "<") : text == "↦" ? (isUnicode ? "├" : "|") : ""
    let head = "←⇐=".contains(text) ? "" : isUnicode ? (isDouble ? "⇒" : "→") : ">"
    return (tail, line, head)
  }
}
