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

/// Writes formulas for people, with names or with numbers.
struct FormulaWriter {
  let source: SourceText
  let value: (String) -> String?

  /// The formula with names, on one line.
  func formula(_ expression: Expression) -> String { tidy(source[expression.span]) }

  /// The formula with the values of its names.
  func substituted(_ expression: Expression) -> String {
    var text = ""
    var position = expression.span.lowerBound
    for (name, span) in expression.references.sorted(by: { $0.span.lowerBound < $1.span.lowerBound })
    where span.lowerBound >= position {
      text += tidy(source[position..<span.lowerBound], isPart: true)
      let shown = value(name) ?? name
      let after = source[span.upperBound..<expression.span.upperBound].trimmed
      let isPower = after.hasPrefix("**") || after.hasPrefix("^")
      let needsBrackets =
        shown.contains("/") && !shown.hasPrefix("“") || shown.hasPrefix("-")
        || isPower && shown.contains(" ") && !shown.hasPrefix("“")
      text += needsBrackets && !shown.hasPrefix("[") ? "(\(shown))" : shown
      position = span.upperBound
    }
    return text + tidy(source[position..<expression.span.upperBound], isPart: true)
  }

  /// On one line, with × for *.
  private func tidy(_ text: String, isPart: Bool = false) -> String {
    var result = ""
    var isSpace = false
    for character in text.replacing(" * ", with: " × ") {
      let isBlank = character == " " || character == "\n" || character == "\t"
      if !isBlank || !isSpace { result.append(isBlank ? " " : character) }
      isSpace = isBlank
    }
    return isPart ? result : result.trimmed
  }
}
