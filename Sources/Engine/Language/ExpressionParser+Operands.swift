/// Names, numbers, calls, lists and comprehensions.
extension ExpressionParser {
  mutating func postfix() throws(Diagnostic) -> Expression {
    var value = try primary()
    while case .symbol(let symbol) = token.kind {
      switch symbol {
      case .openBracket:
        try count()
        value = try subscripted(value)
      case .dot:
        try count()
        advance()
        guard case .name(let field) = token.kind else {
          throw unexpected("expected the name of a figure after “.”")
        }
        value = Expression(.field(value, name: field), at: value.span.lowerBound..<token.span.upperBound)
        advance()
      case .openParenthesis:
        guard case .name(let name) = value.kind else { return value }
        let arguments = try arguments()
        value = Expression(
          .call(name: name, nameSpan: value.span, arguments: arguments),
          at: value.span.lowerBound..<previousEnd)
      default: return value
      }
    }
    return value
  }

  mutating func subscripted(_ value: Expression) throws(Diagnostic) -> Expression {
    advance()
    let from = at(.colon) ? nil : try expression()
    if let from, take(.closeBracket) {
      return Expression(.index(value, from), at: value.span.lowerBound..<previousEnd)
    }
    try expect(.colon, "or “]” in the brackets")
    let to = at(.colon) || at(.closeBracket) ? nil : try expression()
    var step: Expression?
    if take(.colon), !at(.closeBracket) { step = try expression() }
    try expect(.closeBracket, "after the part of the list")
    return Expression(.slice(value, from: from, to: to, step: step), at: value.span.lowerBound..<previousEnd)
  }

  mutating func arguments() throws(Diagnostic) -> [Expression.Argument] {
    let open = token.span
    advance()
    var arguments: [Expression.Argument] = []
    while !at(.closeParenthesis) {
      var name: String?
      if case .name(let word) = token.kind, case .symbol(.assign) = peek().kind {
        name = word
        advance()
        advance()
      }
      let start = token.span.lowerBound
      var value = try expression()
      if at(word: "for") { value = try comprehension(of: value, from: start) }
      arguments.append(Expression.Argument(name: name, value: value))
      if !take(.comma) { break }
    }
    try close(.closeParenthesis, opened: open, "after the arguments")
    return arguments
  }

  mutating func close(_ symbol: Symbol, opened: Range<Int>, _ context: String) throws(Diagnostic) {
    if take(symbol) { return }
    if isAtEnd {
      throw Diagnostic(.syntax, "this bracket is not closed", hint: "add “\(symbol.rawValue)”", at: opened)
    }
    throw unexpected("expected “,” or “\(symbol.rawValue)” \(context)")
  }

  mutating func primary() throws(Diagnostic) -> Expression {
    let token = token
    switch token.kind {
    case .number(let literal):
      advance()
      return Expression(.number(literal), at: token.span)
    case .text(let text):
      advance()
      return Expression(.text(text), at: token.span)
    case .name(let name):
      if name == "true" || name == "false" || isBare && (name == "True" || name == "False") {
        advance()
        return Expression(.truth(name.lowercased() == "true"), at: token.span)
      }
      if let value = cellValue() { return value }
      if Keywords.expressions.contains(name) { throw unexpected("expected a value") }
      if name == "lambda" {
        throw Diagnostic(
          .syntax, "functions are not written in formulas", hint: "declare it with fn", at: token.span)
      }
      advance()
      return Expression(.name(name), at: token.span)
    case .symbol(.openParenthesis):
      return try parenthesized()
    case .symbol(.openBracket):
      return try list()
    case .symbol(.openBrace):
      throw Diagnostic(
        .syntax, "“{” holds the choices of an input and has no meaning in a formula",
        hint: "write a list with [ ]",
        at: token.span)
    case .symbol(.approximately), .symbol(.plusMinus):
      throw unexpected("expected a value", hint: "≈ and ± stand in a check")
    default:
      throw unexpected("expected a value")
    }
  }

  /// `cell-id.name`, where the id is that of a calculator.
  mutating func cellValue() -> Expression? {
    let start = token.span.lowerBound
    var id = ""
    var ahead = 0
    // Words and numbers joined by hyphens without spaces.
    while true {
      switch peek(ahead).kind {
      case .name(let name): id += name
      case .number(let literal): id += literal.digits + (literal.unit?.text ?? "")
      default: return nil
      }
      let end = peek(ahead).span.upperBound
      let next = peek(ahead + 1)
      guard next.span.lowerBound == end, case .symbol(let symbol) = next.kind, ahead < 64 else { return nil }
      guard peek(ahead + 2).span.lowerBound == next.span.upperBound else { return nil }
      if symbol == .minus {
        id += "-"
        ahead += 2
      } else if symbol == .dot, case .name(let name) = peek(ahead + 2).kind, isCell(id) {
        let span = start..<peek(ahead + 2).span.upperBound
        index += ahead + 3
        return Expression(.cellValue(cell: id, name: name), at: span)
      } else {
        return nil
      }
    }
  }

  mutating func parenthesized() throws(Diagnostic) -> Expression {
    let open = token.span
    advance()
    var value = try expression()
    if at(word: "for") { value = try comprehension(of: value, from: value.span.lowerBound) }
    if at(.comma) {
      guard isBare else {
        throw Diagnostic(
          .syntax, "a list is written with [ ]", hint: "use [ ] instead of ( )", at: token.span)
      }
      var items = [value]
      while take(.comma), !at(.closeParenthesis) { items.append(try expression()) }
      try close(.closeParenthesis, opened: open, "after the items")
      return Expression(.list(items), at: open.lowerBound..<previousEnd)
    }
    try close(.closeParenthesis, opened: open, "after the expression")
    value.span = open.lowerBound..<previousEnd
    return value
  }

  mutating func list() throws(Diagnostic) -> Expression {
    let open = token.span
    advance()
    var items: [Expression] = []
    while !at(.closeBracket) {
      let item = try expression()
      if items.isEmpty, at(word: "for") {
        var value = try comprehension(of: item, from: item.span.lowerBound)
        try close(.closeBracket, opened: open, "after the items")
        value.span = open.lowerBound..<previousEnd
        return value
      }
      items.append(item)
      if !take(.comma) { break }
    }
    try close(.closeBracket, opened: open, "after the items")
    return Expression(.list(items), at: open.lowerBound..<previousEnd)
  }

  mutating func comprehension(of element: Expression, from start: Int) throws(Diagnostic)
    -> Expression
  {
    var clauses: [Expression.Clause] = []
    while take(word: "for") {
      try count()
      let pattern = try pattern()
      guard take(word: "in") else { throw unexpected("expected “in” after the names") }
      let source = try disjunction()
      var conditions: [Expression] = []
      while take(word: "if") { conditions.append(try disjunction()) }
      clauses.append(Expression.Clause(pattern: pattern, source: source, conditions: conditions))
    }
    return Expression(.comprehension(element, clauses: clauses), at: start..<previousEnd)
  }

  /// `a`, `a, b`, `i, (a, b)`.
  mutating func pattern() throws(Diagnostic) -> Expression.Pattern {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    var items: [Expression.Pattern] = []
    repeat {
      if take(.openParenthesis) {
        items.append(try pattern())
        try expect(.closeParenthesis, "after the names")
      } else {
        items.append(.name(try name("a name").name))
      }
    } while take(.comma)
    return items.count == 1 ? items[0] : .items(items)
  }
}
