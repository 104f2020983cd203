/// Writes a tree in one line.
struct MathInline {
  let form: MathForm
  /// Whether spaces within scripts are no-break spaces, so that a line never ends there.
  var keepsScripts = false
  var sizes = MathScriptSizes()

  var isUnicode: Bool { form == .unicode }

  /// `nodes` in one line; `tight` leaves out the space around operators, as in scripts.
  func text(_ nodes: [MathNode], tight: Bool = false) -> String {
    let atoms = MathSpacing.atoms(nodes, form: form, tight: tight, inline: true)
    var result = ""
    for (index, atom) in atoms.enumerated() {
      let before = index > 0 ? atoms[index - 1] : nil
      let after = index + 1 < atoms.count ? atoms[index + 1] : nil
      var gap = atom.gap
      var piece = text(of: atom, tight: tight)
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

  private func text(of atom: MathAtom, tight: Bool) -> String {
    if case .root(let body, let index) = atom.node { return root(body, index, isFollowed: atom.isFollowed) }
    return text(atom.node, tight: tight)
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
    case .annotated(let base, let over, let under): return annotated(base, over, under)
    case .arrow(let symbol, let over, let under): return shaft(symbol, label: label(over, under))
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
    if needsParentheses(base, sup) { result = "(" + result + ")" }
    let lower = sub.flatMap { script($0, raised: false, on: base) } ?? ""
    let upper = sup.flatMap { script($0, raised: true, on: base) } ?? ""
    return result + (isUpperFirst(base, sub, sup) ? upper + lower : lower + upper)
  }

  /// Whether a superscript stands before the subscript: marks do, and a small one, which behind `_d` would seem to belong
  /// to the d.
  private func isUpperFirst(_ base: MathNode, _ sub: MathNode?, _ sup: MathNode?) -> Bool {
    guard let sup else { return false }
    if MathScript.isMark(sup) { return true }
    // Behind a sum the two are its limits.
    guard isUnicode, let sub, !MathSpacing.isLarge(base) else { return false }
    return small(sup, raised: true, on: base) != nil && small(sub, raised: false, on: base) == nil
  }

  /// Whether a base needs parentheses to be seen as what its scripts stand on: it is a fraction, a root below an
  /// exponent, more than one atom, or has a superscript that would run into the next one.
  func needsParentheses(_ base: MathNode, _ sup: MathNode?) -> Bool {
    switch base.only {
    case .fraction: return true
    case .root: return isUnicode && sup != nil
    default: break
    }
    guard case .group(let nodes) = base, let sup, !isEnclosed(nodes) else { return false }
    return nodes.count > 1 || isRaised(base) && !(raisesOnly(sup) && isSmallRaised(base))
  }

  /// Whether one pair of delimiters stands around all of it, as in `{\|x\|}^2`.
  private func isEnclosed(_ nodes: [MathNode]) -> Bool {
    let atoms = MathSpacing.atoms(nodes, form: form, tight: false, inline: true)
    if atoms.count == 1, case .delimited = atoms[0].node { return true }
    return atoms.count > 1 && atoms[0].partner == atoms.count - 1
  }

  /// A script in small letters, or after `_` or `^`, in parentheses unless it is a word. With `onlySimple`, nil
  /// where it would need parentheses around more than letters.
  func script(_ node: MathNode, raised: Bool, on base: MathNode? = nil, onlySimple: Bool = false)
    -> String?
  {
    if isUnicode, let small = small(node, raised: raised, on: base) { return small }
    if MathScript.isMark(node), raised { return text(node.list, tight: true) }
    var content = text(node.list, tight: true)
    guard !content.isEmpty else { return "" }
    if keepsScripts { content = String(content.map { $0 == " " ? "\u{A0}" : $0 }) }
    let isWord =
      MathScript.plain(node.list)?.allSatisfy({ $0.isLetter || $0.isNumber || content.count == 1 }) == true
      && (content.allSatisfy { $0.isLetter || $0.isNumber } || (content.count == 1 && content != "("))
    let isNumber = content.allSatisfy { $0.isNumber || $0 == "." || $0 == "," }
    if onlySimple, !isWord, !isNumber { return nil }
    // Braces are those of a set.
    let isClosed = isWord || isNumber || isBracketed(content) && content.first != "{"
    return (raised ? "^" : "_") + (isClosed ? content : "(" + content + ")")
  }

  /// A script in Unicode's small letters, if it has them and the formula wants them.
  func small(_ node: MathNode, raised: Bool, on base: MathNode?) -> String? {
    sizes.small(node, raised: raised, on: base)
  }

  private func isRaised(_ node: MathNode) -> Bool {
    node.list.contains { if case .scripts(_, _, .some) = $0 { true } else { false } }
  }

  /// Whether every superscript in a base is small, so that a transpose behind it is seen to belong to all of it.
  private func isSmallRaised(_ node: MathNode) -> Bool {
    isUnicode
      && node.list.allSatisfy {
        guard case .scripts(let base, _, let sup?) = $0 else { return true }
        return small(sup, raised: true, on: base) != nil
      }
  }

  private func raisesOnly(_ node: MathNode) -> Bool {
    guard let text = MathScript.plain(node.list) else { return false }
    return ["T", "⊤", "*", "′", "†"].contains(text)
  }

  private func endsInPlainScript(_ node: MathNode) -> Bool {
    guard case .scripts(let base, let sub, let sup) = node else { return false }
    let isUpperFirst = isUpperFirst(base, sub, sup)
    guard let last = isUpperFirst ? sub ?? sup : sup ?? sub else { return false }
    let raised = sup != nil && !(isUpperFirst && sub != nil)
    if raised, MathScript.isMark(last) { return false }
    return !isUnicode || small(last, raised: raised, on: base) == nil
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
    if let (base, sub, sup) = accent.narrowed(body) {
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
    let rows = matrix.rows.indices.map { index -> String in
      if matrix.kind == .aligned || matrix.kind == .gathered {
        return String(text(matrix.joined(row: index, gap: 2)).drop { $0 == " " })
      }
      var row = ""
      var next = 0
      for (column, cell) in matrix.rows[index].enumerated() where column >= next {
        next = column + (matrix.span(row: index, column: column)?.count ?? 1)
        let words = text(cell, tight: matrix.kind == .small)
        if !row.isEmpty, matrix.columnRules.contains(column) {
          row += " |"
        } else if !row.isEmpty, !words.isEmpty {
          row += ","
        }
        if words.isEmpty { continue }
        row += (row.isEmpty ? "" : " ") + (matrix.kind == .cases ? bare(words) : words)
      }
      return row
    }
    let ruled = Set(matrix.rowRules.map(\.row))
    let rule = isUnicode ? "───" : "---"
    var body = ""
    for (index, row) in rows.enumerated() where !row.isEmpty {
      if !body.isEmpty { body += body.last == "," || body.last == ";" ? " " : "; " }
      if !body.isEmpty, ruled.contains(index) { body += rule + "; " }
      body += row
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

  // MARK: Labels and arrows

  /// A sign with what stands over and under it: as one character where Unicode has it, along the shaft of an arrow, else
  /// in brackets, for a script would be another thing.
  private func annotated(_ base: MathNode, _ over: MathNode?, _ under: MathNode?) -> String {
    let label = label(over, under)
    if label.isEmpty { return text(base.list) }
    // Under an operator stands its variable.
    if over == nil, isOperator(base) { return scripts(base.only, under, nil, true) }
    guard case .symbol(let symbol) = base.only, symbol.kind != .ordinary else {
      return parenthesized(text(base.list), if: base.list.count > 1) + " [" + label + "]"
    }
    if isUnicode, symbol.unicode == "=", under == nil, let sign = Self.signs[label] { return sign }
    if let arrow = symbol.shaft { return shaft(arrow, label: label) }
    return symbol.text(form) + "[" + label + "]"
  }

  private func isOperator(_ base: MathNode) -> Bool {
    switch base.only {
    case .text, .operation: true
    case .symbol(let symbol): symbol.unicode == "𝔼" || symbol.unicode == "ℙ"
    default: MathScript.isWord(base.list)
    }
  }

  /// Equals signs with something over them.
  private static let signs = ["def": "≝", "△": "≜", "Δ": "≜", "?": "≟"]

  private func label(_ over: MathNode?, _ under: MathNode?) -> String {
    [over, under].compactMap { $0.map { text($0.list, tight: true) } }.filter { !$0.isEmpty }
      .joined(separator: ", ")
  }

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
