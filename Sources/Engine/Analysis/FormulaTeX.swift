/// Writes formulas in LaTeX, for typesetting: fractions as fractions, powers raised, with names or with numbers.
struct FormulaTeX {
  /// The value of a name, where numbers are to stand for names.
  var value: ((String) -> String?)?
  /// Whether a condition holds, where numbers stand for names; nil where that is not known.
  var holds: (Expression) -> Bool? = { _ in nil }

  func tex(_ expression: Expression) -> String {
    Cases(expression).map { cases($0) } ?? tex(expression, at: 0)
  }

  /// - Parameter level: how tightly the surroundings bind: 1 sum, 2 product, 3 sign, 4 power.
  private func tex(_ expression: Expression, at level: Int) -> String {
    switch expression.kind {
    case .number(let literal): return number(literal)
    case .text(let text): return #"\text{\#(escaped(text))}"#
    case .truth(let truth): return #"\text{\#(truth)}"#
    case .name, .field, .cellValue: return reference(expression, at: level)
    case .list(let items): return "[" + items.map { tex($0, at: 0) }.joined(separator: ", ") + "]"
    case .unary(let operation, let operand):
      let sign = operation == .not ? #"\text{not }"# : operation == .negate ? "-" : "+"
      return bracketed(sign + tex(operand, at: 3), if: level >= 3)
    case .binary(let operation, let left, let right): return binary(operation, left, right, at: level)
    case .comparison(let first, let rest):
      let text = rest.reduce(tex(first, at: 1)) {
        $0 + " \(Self.comparisons[$1.operation] ?? "=") " + tex($1.operand, at: 1)
      }
      return bracketed(text, if: level > 0)
    case .logical(let isAnd, let left, let right):
      return bracketed(
        term(left, isAnd: isAnd) + (isAnd ? #" \text{ and } "# : #" \text{ or } "#)
          + term(right, isAnd: isAnd), if: level > 0)
    case .conditional:
      return Cases(expression).map { bracketed(cases($0), if: true) } ?? ""
    case .call(let name, _, let arguments): return call(name, arguments.map(\.value), at: level)
    case .index: return item(expression, at: level)
    case .slice:
      guard let series = Series(itemsOf: expression) else { return part(expression) }
      return list(series, terms: items(of: expression))
    case .comprehension(let element, let clauses):
      return list(Series(element, clauses), terms: terms(element, clauses))
    }
  }

  /// Behind a word, too, a sign at the beginning belongs to its number.
  private func unary(_ text: String) -> String {
    guard text.hasPrefix("-"), let end = text.firstIndex(of: " ") else { return text }
    return "{\(text[..<end])}\(text[end...])"
  }

  /// A part of a condition: "or" stands in brackets beside "and".
  private func term(_ expression: Expression, isAnd: Bool) -> String {
    if case .logical(false, _, _) = expression.kind { return bracketed(tex(expression, at: 0), if: isAnd) }
    return tex(expression, at: 0)
  }

  /// A brace before a row for each value and its condition.
  private func cases(_ cases: Cases) -> String {
    let taken = cases.taken(where: holds)
    let rows = cases.rows.enumerated().map { index, row in
      let condition = row.condition.map { #"\text{if } "# + unary(tex($0, at: 0)) } ?? #"\text{otherwise}"#
      return tex(row.value, at: 0) + " & " + condition + (index == taken ? #" \text{ (taken)}"# : "")
    }
    return #"\begin{cases} "# + rows.joined(separator: #" \\ "#) + #" \end{cases}"#
  }

  private func binary(
    _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression, at level: Int
  ) -> String {
    switch operation {
    case .add: return bracketed(tex(left, at: 1) + " + " + tex(right, at: 1), if: level > 1)
    case .subtract: return bracketed(tex(left, at: 1) + " - " + tex(right, at: 2), if: level > 1)
    case .multiply: return bracketed(tex(left, at: 2) + #" \times "# + tex(right, at: 2), if: level > 2)
    case .divide:
      return bracketed(#"\frac{"# + tex(left, at: 0) + "}{" + tex(right, at: 0) + "}", if: level > 3)
    case .floorDivide:
      return #"\left\lfloor\frac{"# + tex(left, at: 0) + "}{" + tex(right, at: 0) + #"}\right\rfloor"#
    case .remainder: return bracketed(tex(left, at: 2) + #" \bmod "# + tex(right, at: 3), if: level > 2)
    case .power: return tex(left, at: 4) + "^{" + tex(right, at: 0) + "}"
    }
  }

  private func call(_ function: String, _ arguments: [Expression], at level: Int) -> String {
    let parts = arguments.map { tex($0, at: 0) }
    switch (function, parts.count) {
    case ("sqrt", 1): return #"\sqrt{\#(parts[0])}"#
    case ("exp", 1): return "e^{\(parts[0])}"
    case ("ceil", 1): return #"\left\lceil \#(parts[0]) \right\rceil"#
    case ("floor", 1): return #"\left\lfloor \#(parts[0]) \right\rfloor"#
    case ("abs", 1): return #"\left| \#(parts[0]) \right|"#
    case ("len", 1):
      if let count = count(of: arguments[0]) { return String(count) }
      return #"\left| \#(parts[0]) \right|"#
    case ("sum", 1): if let sum = series(#"\sum"#, " + ", arguments[0], at: level) { return sum }
    case ("prod", 1):
      if let product = series(#"\prod"#, #" \times "#, arguments[0], at: level) { return product }
    default: break
    }
    let known = [
      "log": #"\ln"#, "ln": #"\ln"#, "log2": #"\log_2"#, "log10": #"\log_{10}"#, "min": #"\min"#,
      "max": #"\max"#,
      "sin": #"\sin"#, "cos": #"\cos"#, "tanh": #"\tanh"#,
    ]
    let head = known[function] ?? (function.count == 1 ? function : #"\operatorname{\#(escaped(function))}"#)
    return head + #"\left("# + parts.joined(separator: ", ") + #"\right)"#
  }

  // MARK: Lists

  /// A sum or product over a list: with names its running index below it, with numbers its terms.
  private func series(_ sign: String, _ operation: String, _ argument: Expression, at level: Int) -> String? {
    guard let (series, terms) = Series.read(argument, terms: terms, items: items) else { return nil }
    if let terms, let text = joined(terms, by: operation, dots: #"\cdots"#, at: 2) {
      return bracketed(text, if: level > (sign == #"\prod"# ? 2 : 1) && terms.count > 1)
    }
    let (runs, inner) = below(series)
    let signs = runs.map { "\(sign)_{\($0)} " }.joined()
    return bracketed(signs + inner.tex(series.element, at: 2), if: level > 1)
  }

  /// A list: with names what its items are, with numbers the items.
  private func list(_ series: Series, terms: [Expression]?) -> String {
    if let terms, let text = joined(terms, by: ", ", dots: #"\ldots"#, at: 0) { return "[" + text + "]" }
    let (runs, inner) = below(series)
    return #"\left["# + inner.tex(series.element, at: 0) + #" \mid "# + runs.joined(separator: #",\ "#)
      + #"\right]"#
  }

  /// What stands below a sum or behind the bar of a list, run by run, and how the element is written.
  private func below(_ series: Series) -> (runs: [String], inner: FormulaTeX) {
    var inner = self
    var texts: [String] = []
    for run in series.runs {
      switch run {
      case .items(let names, let source, let conditions):
        let list = inner.tex(source, at: 0)
        inner = inner.binding(names)
        let text = names.map(name).joined(separator: ", ") + #" \in "# + list
        texts.append(([text] + conditions.map { inner.tex($0, at: 0) }).joined(separator: #",\ "#))
      case .index(let index, let first, let end, let conditions):
        let (first, end) = (inner.tex(first, at: 1), end.map { inner.text(of: $0) })
        inner = inner.binding([index])
        let letter = name(index)
        let text = end.map { #"\#(first) \leq \#(letter) < \#($0)"# } ?? #"\#(letter) \geq \#(first)"#
        texts.append(([text] + conditions.map { inner.tex($0, at: 0) }).joined(separator: #",\ "#))
      }
    }
    return (texts, inner)
  }

  private func text(of end: Series.End) -> String {
    switch end {
    case .value(let value): return tex(value, at: 1)
    case .length(let list, let without):
      let length = count(of: list).map(String.init) ?? #"\left| \#(FormulaTeX().tex(list, at: 0)) \right|"#
      return without == 0 ? length : length + (without > 0 ? " - " : " + ") + String(abs(without))
    }
  }

  /// Terms between operators, the middle ones of many as dots; nil where that would be longer than a line.
  private func joined(_ terms: [Expression], by operation: String, dots: String, at level: Int) -> String? {
    guard !terms.isEmpty else { return nil }
    let texts = terms.map { tex($0, at: level) }
    let line = 100
    var candidates = [texts]
    if texts.count > 4 { candidates = [] }
    if texts.count > 3 { candidates.append([texts[0], texts[1], dots, texts[texts.count - 1]]) }
    if texts.count > 2 { candidates.append([texts[0], dots, texts[texts.count - 1]]) }
    return candidates.lazy.map { $0.joined(separator: operation) }.first { Self.width($0) <= line }
  }

  /// About how many columns LaTeX takes.
  static func width(_ tex: String) -> Int {
    var count = 0
    var isCommand = false
    for character in tex {
      if character == "\\" {
        isCommand = true
      } else if isCommand, character.isLetter {
        continue
      } else {
        if isCommand { count += 1 }
        isCommand = false
        if !"{}^_ ".contains(character) { count += 1 }
      }
    }
    return count
  }

  /// The terms of a comprehension, where the numbers are to stand for names.
  private func terms(_ element: Expression, _ clauses: [Expression.Clause]) -> [Expression]? {
    value == nil ? nil : Series.terms(element, clauses, limit: 200, count: count)
  }

  private func items(of list: Expression) -> [Expression]? {
    value == nil ? nil : Series.items(of: list, count)
  }

  /// A part of a list that has no index of its own.
  private func part(_ expression: Expression) -> String {
    guard case .slice(let list, let from, let to, _) = expression.kind else { return "" }
    return tex(list, at: 4) + "_{" + (from.map { tex($0, at: 0) } ?? "") + #" \ldots "#
      + (to.map { tex($0, at: 0) } ?? "") + "}"
  }

  /// An item of a list: with numbers the item itself, else the list with an index.
  private func item(_ expression: Expression, at level: Int) -> String {
    if let text = shown(expression) { return leaf(text, at: level) }
    var base = expression
    var places: [String] = []
    while case .index(let list, let index) = base.kind {
      places.insert(place(index), at: 0)
      base = list
    }
    // A list with an index keeps its name.
    let list = base.path == nil ? tex(base, at: 4) : FormulaTeX().tex(base, at: 4)
    return list + "_{" + places.joined(separator: ", ") + "}"
  }

  private func place(_ index: Expression) -> String {
    guard let number = index.whole, number < 0 else { return tex(index, at: 0).replacing(" ", with: "") }
    return #"\text{last}"# + (number == -1 ? "" : "-\(-number - 1)")
  }

  /// The value of a name or of an item of a list, as it is shown.
  private func shown(_ expression: Expression) -> String? {
    if case .cellValue(_, let name) = expression.kind { return value?(name) }
    if let path = expression.path { return value?(path) }
    guard case .index(let list, let index) = expression.kind, let place = index.whole,
      let items = shown(list)?.listItems
    else { return nil }
    let position = place < 0 ? items.count + place : place
    return items.indices.contains(position) ? items[position] : nil
  }

  private func count(of list: Expression) -> Int? { shown(list)?.listItems?.count }

  /// As it stands where a comprehension binds names: they have no value, whatever else is called so.
  private func binding(_ names: [String]) -> FormulaTeX {
    guard let value else { return self }
    return FormulaTeX(
      value: { path in
        names.contains { path == $0 || path.hasPrefix($0 + ".") } ? nil : value(path)
      },
      holds: { condition in
        condition.references.contains { names.contains($0.name) } ? nil : holds(condition)
      })
  }

  private func reference(_ expression: Expression, at level: Int) -> String {
    if let text = shown(expression) { return leaf(text, at: level) }
    if case .cellValue(_, let path) = expression.kind { return name(path) }
    if let path = expression.path { return name(path) }
    guard case .field(let base, let field) = expression.kind else { return "" }
    return tex(base, at: 4) + #"\text{.\#(escaped(field))}"#
  }

  /// A value in a formula.
  private func leaf(_ text: String, at level: Int) -> String {
    let hasUnit = text.contains(" ") && !text.hasPrefix("[")
    return bracketed(
      TeXText.value(text),
      if: text.hasPrefix("-") && level > 1 || (hasUnit || text.contains("×")) && level > 3)
  }

  private func number(_ literal: Literal) -> String {
    guard let unit = literal.unit else { return literal.digits }
    return literal.digits + #"\ \text{\#(escaped(unit.symbol))}"#
  }

  /// One letter as a variable, with what follows `_` as its index; words upright.
  private func name(_ name: String) -> String {
    if name == "ℓ" { return #"\ell "# }
    let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].count == 1, !name.contains(".") else {
      return name.count == 1 ? name : #"\text{\#(escaped(name))}"#
    }
    return "\(parts[0])_{" + (parts[1].count == 1 ? parts[1] : #"\text{\#(escaped(parts[1]))}"#) + "}"
  }

  private func escaped(_ text: String) -> String {
    text.map { "_%$&#{}".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func bracketed(_ text: String, if condition: Bool) -> String {
    condition ? #"\left(\#(text)\right)"# : text
  }

  private static let comparisons: [Expression.Comparison: String] = [
    .equal: "=", .notEqual: #"\neq"#, .less: "<", .lessOrEqual: #"\leq"#, .greater: ">",
    .greaterOrEqual: #"\geq"#,
  ]
}
