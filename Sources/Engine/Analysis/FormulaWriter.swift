extension Expression {
  /// Names and figures (`hw.memory.bandwidth`) that stand free in a formula, with their places; names that a
  /// comprehension binds are not among them.
  var references: [(name: String, span: Range<Int>)] { references(bound: []) }

  /// The dotted name of a figure, if this is one.
  var path: String? {
    switch kind {
    case .name(let name): name
    case .field(let base, let name): base.path.map { "\($0).\(name)" }
    default: nil
    }
  }

  private func references(bound: Set<String>) -> [(name: String, span: Range<Int>)] {
    switch kind {
    case .name(let name): return bound.contains(name) ? [] : [(name, span)]
    case .field(let base, _):
      if let path, let first = path.split(separator: ".").first, !bound.contains(String(first)) {
        return [(path, span)]
      }
      return base.references(bound: bound)
    case .cellValue(let cell, let name): return [("\(cell).\(name)", span)]
    case .number, .text, .truth: return []
    case .list(let items): return items.flatMap { $0.references(bound: bound) }
    case .unary(_, let operand): return operand.references(bound: bound)
    case .binary(_, let a, let b), .logical(_, let a, let b), .index(let a, let b):
      return a.references(bound: bound) + b.references(bound: bound)
    case .comparison(let first, let rest):
      return first.references(bound: bound) + rest.flatMap { $0.operand.references(bound: bound) }
    case .conditional(let condition, let then, let otherwise):
      return [then, condition, otherwise].flatMap { $0.references(bound: bound) }
    case .call(_, _, let arguments): return arguments.flatMap { $0.value.references(bound: bound) }
    case .slice(let list, let from, let to, let step):
      return ([list] + [from, to, step].compactMap { $0 }).flatMap { $0.references(bound: bound) }
    case .comprehension(let element, let clauses):
      var bound = bound
      var found: [(name: String, span: Range<Int>)] = []
      for clause in clauses {
        found += clause.source.references(bound: bound)
        bound.formUnion(clause.pattern.names)
        found += clause.conditions.flatMap { $0.references(bound: bound) }
      }
      return found + element.references(bound: bound)
    }
  }
}

/// Writes formulas for people in one line, with names or with numbers. What runs through lists is written as
/// mathematics: `∑_(ℓ ≥ 1) widths_(ℓ−1) × widths_ℓ`.
struct FormulaWriter {
  let source: SourceText
  /// What stands for a name; nil for the name itself.
  var value: (String) -> String? = { _ in nil }
  /// Whether numbers stand for names, so that items of lists can be picked and sums written out.
  var hasNumbers = false
  /// Whether a condition holds, where numbers stand for names; nil where that is not known.
  var holds: (Expression) -> Bool? = { _ in nil }

  /// The formula as the author wrote it, on one line.
  func formula(_ expression: Expression) -> String { tidy(source[expression.span]) }

  /// The formula with what stands for its names.
  func text(_ expression: Expression) -> String {
    var text = ""
    var position = expression.span.lowerBound
    for piece in pieces(expression) where piece.span.lowerBound >= position {
      text += tidy(source[position..<piece.span.lowerBound], isPart: true)
      text += bracketed(
        piece, after: text, before: source[piece.span.upperBound..<expression.span.upperBound])
      position = piece.span.upperBound
    }
    return (text + tidy(source[position..<expression.span.upperBound], isPart: true)).trimmed
  }

  /// What stands in the place of a part of the source.
  private struct Piece {
    var span: Range<Int>
    var text: String
    /// Whether it is a sum or product over a list, which operators around it would cut short.
    var isSeries = false
    /// Whether it stands between brackets of its own.
    var isEnclosed = false
  }

  private func pieces(_ expression: Expression) -> [Piece] {
    found(expression).sorted { $0.span.lowerBound < $1.span.lowerBound }
  }

  private func found(_ expression: Expression) -> [Piece] {
    switch expression.kind {
    case .number(let literal):
      // An index that nobody wrote has no text of its own.
      let isNumber = source[expression.span].first.map { !$0.isLetter && $0 != "_" } ?? false
      let unit = literal.unit.map { " " + $0.symbol } ?? ""
      return isNumber ? [] : [Piece(span: expression.span, text: literal.digits + unit)]
    case .text, .truth: return []
    case .name, .field, .cellValue:
      if let path = path(expression) {
        let text = value(path) ?? path
        return text == source[expression.span] ? [] : [Piece(span: expression.span, text: text)]
      }
      if case .field(let base, _) = expression.kind { return found(base) }
      return []
    case .list(let items): return items.flatMap(found)
    case .unary(_, let operand): return found(operand)
    case .binary(_, let a, let b), .logical(_, let a, let b): return found(a) + found(b)
    case .comparison(let first, let rest): return found(first) + rest.flatMap { found($0.operand) }
    case .conditional:
      return Cases(expression).map { [Piece(span: expression.span, text: cases($0), isEnclosed: true)] } ?? []
    case .call(let name, _, let arguments):
      if arguments.count == 1, let sign = ["sum": "∑", "prod": "∏"][name],
        let text = series(sign, arguments[0].value)
      {
        return [Piece(span: expression.span, text: text, isSeries: true)]
      }
      if name == "len", arguments.count == 1 {
        let text = count(of: arguments[0].value).map(String.init) ?? "|\(text(arguments[0].value))|"
        return [Piece(span: expression.span, text: text)]
      }
      return arguments.flatMap { found($0.value) }
    case .index: return [Piece(span: expression.span, text: item(expression))]
    case .slice(let list, _, _, _):
      guard let series = Series(itemsOf: expression) else { return found(list) }
      return [Piece(span: expression.span, text: self.list(series, items(of: expression)))]
    case .comprehension(let element, let clauses):
      let text = list(Series(element, clauses), terms(element, clauses))
      return [Piece(span: expression.span, text: text)]
    }
  }

  private func path(_ expression: Expression) -> String? {
    if case .cellValue(let cell, let name) = expression.kind { return "\(cell).\(name)" }
    return expression.path
  }

  private func bracketed(_ piece: Piece, after before: String, before after: String) -> String {
    let text = piece.text
    let operators = ["×", "*", "/", "^", "%"]
    let next = after.trimmed
    let isOperand =
      operators.contains { before.trimmed.hasSuffix($0) } || operators.contains { next.hasPrefix($0) }
    if piece.isSeries { return isOperand || before.trimmed.hasSuffix("-") ? "(\(text))" : text }
    if piece.isEnclosed || text.hasPrefix("“") || text.hasPrefix("[") { return text }
    let isPower = next.hasPrefix("**") || next.hasPrefix("^")
    let isCompound = text.contains("/") && text != source[piece.span]
    return isCompound && isOperand || text.hasPrefix("-") || isPower && text.contains(" ")
      ? "(\(text))" : text
  }

  // MARK: Cases

  /// `{a, if b > c; d, otherwise}`
  private func cases(_ cases: Cases) -> String {
    let taken = cases.taken(where: holds)
    let rows = cases.rows.enumerated().map { index, row in
      let condition = row.condition.map { "if " + self.condition($0) } ?? "otherwise"
      return text(row.value) + ", " + condition + (index == taken ? " (taken)" : "")
    }
    return "{" + rows.joined(separator: "; ") + "}"
  }

  /// A condition with the signs of mathematics.
  private func condition(_ expression: Expression) -> String {
    switch expression.kind {
    case .comparison(let first, let rest):
      let text = rest.reduce(self.text(first)) {
        $0 + " \(Self.comparisons[$1.operation] ?? "=") " + self.text($1.operand)
      }
      return expression.isBracketed ? "(\(text))" : text
    case .logical(let isAnd, let left, let right):
      let text = condition(left) + (isAnd ? " and " : " or ") + condition(right)
      return expression.isBracketed ? "(\(text))" : text
    default: return text(expression)
    }
  }

  private static let comparisons: [Expression.Comparison: String] = [
    .equal: "=", .notEqual: "≠", .less: "<", .lessOrEqual: "≤", .greater: ">", .greaterOrEqual: "≥",
  ]

  // MARK: Lists

  private func series(_ sign: String, _ argument: Expression) -> String? {
    guard let (series, terms) = Series.read(argument, terms: terms, items: items) else { return nil }
    if let terms, let text = joined(terms, by: sign == "∑" ? " + " : " × ", isOperand: true) { return text }
    let (runs, inner) = below(series)
    return runs.map { "\(sign)_(\($0)) " }.joined() + inner.operand(series.element)
  }

  private func list(_ series: Series, _ terms: [Expression]?) -> String {
    if let terms, let text = joined(terms, by: ", ", isOperand: false) { return "[" + text + "]" }
    let (runs, inner) = below(series)
    return "[" + inner.text(series.element) + " | " + runs.joined(separator: ", ") + "]"
  }

  private func below(_ series: Series) -> (runs: [String], inner: FormulaWriter) {
    var inner = self
    var texts: [String] = []
    for run in series.runs {
      switch run {
      case .items(let names, let source, let conditions):
        let list = inner.text(source)
        inner = inner.binding(names)
        let text = names.joined(separator: ", ") + " ∈ " + list
        texts.append(([text] + conditions.map { inner.text($0) }).joined(separator: ", "))
      case .index(let index, let first, let end, let conditions):
        let (first, end) = (inner.place(first), end.map { inner.text(of: $0) })
        inner = inner.binding([index])
        let text = end.map { "\(first) ≤ \(index) < \($0)" } ?? "\(index) ≥ \(first)"
        texts.append(([text] + conditions.map { inner.text($0) }).joined(separator: ", "))
      }
    }
    return (texts, inner)
  }

  private func text(of end: Series.End) -> String {
    switch end {
    case .value(let value): return text(value)
    case .length(let list, let without):
      let length = count(of: list).map(String.init) ?? "|\(path(list) ?? text(list))|"
      return without == 0 ? length : length + (without > 0 ? " − " : " + ") + String(abs(without))
    }
  }

  /// A part of a sum or product.
  private func operand(_ expression: Expression) -> String {
    let text = text(expression)
    if expression.isBracketed { return text }
    switch expression.kind {
    case .binary(.add, _, _), .binary(.subtract, _, _), .logical, .comparison:
      return "(\(text))"
    default: return text
    }
  }

  private func joined(_ terms: [Expression], by operation: String, isOperand: Bool) -> String? {
    guard !terms.isEmpty else { return nil }
    let texts = terms.map { isOperand ? operand($0) : text($0) }
    var candidates = texts.count > 4 ? [] : [texts]
    if texts.count > 3 { candidates.append([texts[0], texts[1], "…", texts[texts.count - 1]]) }
    if texts.count > 2 { candidates.append([texts[0], "…", texts[texts.count - 1]]) }
    return candidates.lazy.map { $0.joined(separator: operation) }.first { $0.count <= 100 }
  }

  /// As it stands where names are bound: they have no value, whatever else is called so.
  private func binding(_ names: [String]) -> FormulaWriter {
    var inner = self
    inner.value = { [value] path in
      names.contains { path == $0 || path.hasPrefix($0 + ".") } ? nil : value(path)
    }
    inner.holds = { [holds] condition in
      condition.references.contains { names.contains($0.name) } ? nil : holds(condition)
    }
    return inner
  }

  private func terms(_ element: Expression, _ clauses: [Expression.Clause]) -> [Expression]? {
    hasNumbers ? Series.terms(element, clauses, limit: 200, count: count) : nil
  }

  private func items(of list: Expression) -> [Expression]? {
    hasNumbers ? Series.items(of: list, count) : nil
  }

  private func count(of list: Expression) -> Int? { hasNumbers ? shown(list)?.listItems?.count : nil }

  private func item(_ expression: Expression) -> String {
    if hasNumbers, let text = shown(expression) { return text }
    var base = expression
    var places: [String] = []
    while case .index(let list, let index) = base.kind {
      places.insert(place(index), at: 0)
      base = list
    }
    // A list with an index keeps its name.
    let list = hasNumbers ? path(base) ?? text(base) : text(base)
    let index = places.joined(separator: ", ")
    return list + (index.allSatisfy { $0.isLetter || $0.isNumber } ? "_\(index)" : "_(\(index))")
  }

  private func place(_ index: Expression) -> String {
    if let number = index.whole {
      return number >= 0 ? String(number) : number == -1 ? "last" : "last−\(-number - 1)"
    }
    if case .binary(.subtract, let left, let right) = index.kind, let number = right.whole {
      return "\(place(left))−\(number)"
    }
    if case .name(let name) = index.kind { return value(name) ?? name }
    return text(index)
  }

  private func shown(_ expression: Expression) -> String? {
    if let path = path(expression) { return value(path) }
    guard case .index(let list, let index) = expression.kind, let place = index.whole,
      let items = shown(list)?.listItems
    else { return nil }
    let position = place < 0 ? items.count + place : place
    return items.indices.contains(position) ? items[position] : nil
  }

  /// On one line, with × for *; a part of what readers see has ^ for **.
  private func tidy(_ text: String, isPart: Bool = false) -> String {
    var result = ""
    var isSpace = false
    let text = text.replacing(" * ", with: " × ")
    for character in isPart ? text.replacing(" ** ", with: "^") : text {
      let isBlank = character == " " || character == "\n" || character == "\t"
      if !isBlank || !isSpace { result.append(isBlank ? " " : character) }
      isSpace = isBlank
    }
    return isPart ? result : result.trimmed
  }
}
