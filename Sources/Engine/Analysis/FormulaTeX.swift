/// Writes formulas in LaTeX, for typesetting: fractions as fractions, powers raised, with names or with numbers.
struct FormulaTeX {
  /// The value of a name, where numbers are to stand for names.
  var value: ((String) -> String?)?

  func tex(_ expression: Expression) -> String { tex(expression, at: 0) }

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
        tex(left, at: 0) + (isAnd ? #" \text{ and } "# : #" \text{ or } "#) + tex(right, at: 0), if: level > 0
      )
    case .conditional(let condition, let then, let otherwise):
      return bracketed(
        tex(then, at: 0) + #" \text{ if } "# + tex(condition, at: 0) + #" \text{ else } "#
          + tex(otherwise, at: 0),
        if: level > 0)
    case .call(let name, _, let arguments): return call(name, arguments.map(\.value), at: level)
    case .index(let list, let index):
      if let item = item(of: list, at: index) { return item }
      return tex(list, at: 4) + "_{" + tex(index, at: 0) + "}"
    case .slice(let list, let from, let to, _):
      return tex(list, at: 4) + "_{" + (from.map { tex($0, at: 0) } ?? "") + ":"
        + (to.map { tex($0, at: 0) } ?? "") + "}"
    case .comprehension(let element, let clauses):
      var inner = self
      let sources = clauses.map { clause in
        let source = inner.tex(clause.source, at: 0)
        inner = inner.binding(clause.pattern.names)
        return clause.pattern.names.map(name).joined(separator: ", ") + #" \in "# + source
      }
      return #"\left\{"# + inner.tex(element, at: 0) + #" \mid "# + sources.joined(separator: ", ")
        + #"\right\}"#
    }
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
    case ("sum", 1): if let sum = series(#"\sum"#, arguments[0]) { return bracketed(sum, if: level > 1) }
    case ("prod", 1):
      if let product = series(#"\prod"#, arguments[0]) { return bracketed(product, if: level > 1) }
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

  /// A sum or product over a comprehension, with its bound names below.
  private func series(_ sign: String, _ argument: Expression) -> String? {
    guard case .comprehension(let element, let clauses) = argument.kind, clauses.count == 1 else {
      return nil
    }
    let below =
      clauses[0].pattern.names.map(name).joined(separator: ", ") + #" \in "# + tex(clauses[0].source, at: 0)
    return "\(sign)_{\(below)} " + binding(clauses[0].pattern.names).tex(element, at: 2)
  }

  /// As it stands where a comprehension binds names: they have no value, whatever else is called so.
  private func binding(_ names: [String]) -> FormulaTeX {
    guard let value else { return self }
    return FormulaTeX { path in
      names.contains { path == $0 || path.hasPrefix($0 + ".") } ? nil : value(path)
    }
  }

  private func reference(_ expression: Expression, at level: Int) -> String {
    let path: String
    if case .cellValue(_, let name) = expression.kind { path = name } else { path = expression.path ?? "?" }
    if let value, let text = value(path) {
      return bracketed(
        quantity(text),
        if: text.hasPrefix("-") && level > 1 || text.contains(" ") && level > 3 && !text.hasPrefix("["))
    }
    return name(path)
  }

  /// With numbers, the item that a whole number picks from a list stands for itself.
  private func item(of list: Expression, at index: Expression) -> String? {
    guard let path = list.path, let text = value?(path), text.hasPrefix("["), text.hasSuffix("]"),
      !text.dropFirst().contains("["), let (literal, isNegative) = index.literal,
      let place = Int(exactly: literal.number)
    else { return nil }
    let items = text.dropFirst().dropLast().components(by: ", ")
    let position = isNegative ? items.count - place : place
    return items.indices.contains(position) ? quantity(items[position]) : nil
  }

  private func quantity(_ text: String) -> String {
    // Only the number of `80 GB/s` is mathematics.
    let parts = text.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, text.first.map({ $0.isNumber || $0 == "-" }) == true else { return plain(text) }
    return plain(String(parts[0])) + #"\ \text{\#(escaped(String(parts[1])))}"#
  }

  private func plain(_ text: String) -> String {
    let isNumber = text.allSatisfy { $0.isNumber || "-.,".contains($0) }
    return isNumber ? text.replacing(",", with: "{,}") : #"\text{\#(escaped(text))}"#
  }

  private func number(_ literal: Literal) -> String {
    guard let unit = literal.unit else { return literal.digits }
    return literal.digits + #"\ \text{\#(escaped(unit.symbol))}"#
  }

  /// One letter as a variable, with what follows `_` as its index; words upright.
  private func name(_ name: String) -> String {
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

extension Substring {
  /// The parts between separators of two characters.
  fileprivate func components(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = self
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
