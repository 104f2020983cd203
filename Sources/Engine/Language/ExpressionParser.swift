/// Reads formulas by recursive descent, with the precedences of Python.
struct ExpressionParser {
  static let maximumDepth = 64
  static let maximumOperators = 1000

  private let tokens: [Token]
  var index = 0
  var depth = 0
  private var operators = 0
  let isBare: Bool
  /// Whether `id.name` with a hyphen in the id is a value of another calculator.
  let isCell: (String) -> Bool

  init(_ tokens: [Token], isBare: Bool = false, isCell: @escaping (String) -> Bool = { _ in false }) {
    self.tokens = tokens
    self.isBare = isBare
    self.isCell = isCell
  }

  // MARK: Tokens

  var token: Token { tokens[min(index, tokens.count - 1)] }

  var previousEnd: Int { index > 0 ? tokens[index - 1].span.upperBound : token.span.lowerBound }

  func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  func at(_ symbol: Symbol) -> Bool {
    if case .symbol(symbol) = token.kind { true } else { false }
  }

  func at(word: String) -> Bool {
    if case .name(word) = token.kind { true } else { false }
  }

  var isAtEnd: Bool {
    if case .end = token.kind { true } else { false }
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol, _ context: String) throws(Diagnostic) {
    if take(symbol) { return }
    throw unexpected("expected “\(symbol.rawValue)” \(context)")
  }

  mutating func name(_ expected: String) throws(Diagnostic) -> (name: String, span: Range<Int>) {
    guard case .name(let name) = token.kind else { throw unexpected("expected \(expected)") }
    let span = token.span
    if Keywords.expressions.contains(name) {
      throw Diagnostic(
        .syntax, "“\(name)” is a keyword and can not be a name", hint: "choose another name", at: span)
    }
    advance()
    return (name, span)
  }

  /// A complaint about the present token.
  func unexpected(_ expected: String, hint: String? = nil) -> Diagnostic {
    Diagnostic(
      .syntax, "\(expected), found \(Self.describe(token))", hint: hint ?? hintForToken, at: token.span)
  }

  static func describe(_ token: Token) -> String {
    switch token.kind {
    case .number(let literal): "the number \(literal.digits)\(literal.unit.map { " " + $0.text } ?? "")"
    case .name(let name): Keywords.expressions.contains(name) ? "the keyword “\(name)”" : "the name “\(name)”"
    case .text(let text): "the text \"\(text)\""
    case .symbol(let symbol): "“\(symbol.rawValue)”"
    case .unit(let unit): "the unit “\(unit)”"
    case .end: "the end of the statement"
    }
  }

  private var hintForToken: String? {
    switch token.kind {
    case .symbol(.assign): return "compare with =="
    case .symbol(.comma):
      if index > 0, case .number = tokens[index - 1].kind, case .number(let next) = peek().kind,
        next.digits.count == 3,
        next.isInteger
      {
        return "thousands are written 1_000 in formulas"
      }
      return nil
    case .end:
      guard index > 0, case .symbol(let symbol) = tokens[index - 1].kind, symbol.takesValue else {
        return nil
      }
      return "write a value behind “\(symbol.rawValue)”"
    case .symbol(.percent): return "show a percentage with -> %"
    case .text:
      if index > 0, case .text = tokens[index - 1].kind { return "texts are not joined; write one text" }
      return "inputs and outputs have labels"
    case .symbol(.arrow): return "-> stands once, at the end"
    case .number, .name:
      if index > 0 {
        switch tokens[index - 1].kind {
        case .number, .name, .symbol(.closeParenthesis), .symbol(.closeBracket): return "write * to multiply"
        default: return nil
        }
      }
      return nil
    default: return nil
    }
  }

  // MARK: Expressions

  mutating func expression() throws(Diagnostic) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else {
      throw Diagnostic(
        .limit, "brackets are nested more than \(Self.maximumDepth) deep", hint: "name a part with let",
        at: token.span)
    }
    let value = try disjunction()
    guard take(word: "if") else { return value }
    let condition = try disjunction()
    guard take(word: "else") else {
      throw unexpected("expected “else” after the condition", hint: "write a if condition else b")
    }
    let otherwise = try expression()
    return Expression(
      .conditional(condition: condition, then: value, otherwise: otherwise),
      at: value.span.lowerBound..<otherwise.span.upperBound)
  }

  mutating func count() throws(Diagnostic) {
    operators += 1
    guard operators <= Self.maximumOperators else {
      throw Diagnostic(
        .limit, "a statement has more than \(Self.maximumOperators) operators", hint: "name a part with let",
        at: token.span)
    }
  }

  mutating func disjunction() throws(Diagnostic) -> Expression {
    var left = try conjunction()
    while take(word: "or") {
      try count()
      let right = try conjunction()
      left = Expression(.logical(isAnd: false, left, right), at: left.span.lowerBound..<right.span.upperBound)
    }
    return left
  }

  private mutating func conjunction() throws(Diagnostic) -> Expression {
    var left = try negation()
    while take(word: "and") {
      try count()
      let right = try negation()
      left = Expression(.logical(isAnd: true, left, right), at: left.span.lowerBound..<right.span.upperBound)
    }
    return left
  }

  private mutating func negation() throws(Diagnostic) -> Expression {
    let start = token.span.lowerBound
    guard take(word: "not") else { return try comparison() }
    try count()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    let operand = try negation()
    return Expression(.unary(.not, operand), at: start..<operand.span.upperBound)
  }

  private static let comparisons: [Symbol: Expression.Comparison] = [
    .equal: .equal, .notEqual: .notEqual, .less: .less, .lessOrEqual: .lessOrEqual, .greater: .greater,
    .greaterOrEqual: .greaterOrEqual,
  ]

  private mutating func comparison() throws(Diagnostic) -> Expression {
    let first = try sum()
    var rest: [(operation: Expression.Comparison, operand: Expression)] = []
    while case .symbol(let symbol) = token.kind, let operation = Self.comparisons[symbol] {
      try count()
      advance()
      rest.append((operation, try sum()))
    }
    guard let last = rest.last else { return first }
    return Expression(.comparison(first, rest), at: first.span.lowerBound..<last.operand.span.upperBound)
  }

  private mutating func binary(
    _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression
  )
    -> Expression
  {
    Expression(.binary(operation, left, right), at: left.span.lowerBound..<right.span.upperBound)
  }

  mutating func sum() throws(Diagnostic) -> Expression {
    var left = try product()
    while true {
      let operation: Expression.BinaryOperator
      if at(.plus) { operation = .add } else if at(.minus) { operation = .subtract } else { return left }
      try count()
      advance()
      left = binary(operation, left, try product())
    }
  }

  private mutating func product() throws(Diagnostic) -> Expression {
    var left = try unary()
    while case .symbol(let symbol) = token.kind {
      let operation: Expression.BinaryOperator
      switch symbol {
      case .times: operation = .multiply
      case .divide: operation = .divide
      case .floorDivide: operation = .floorDivide
      case .percent:
        guard isBare || Self.canBegin(peek()) else {
          throw Diagnostic(
            .syntax, "% after an expression is the remainder and needs a number after it",
            hint: "show a percentage with -> %", at: token.span)
        }
        operation = .remainder
      default: return left
      }
      try count()
      advance()
      left = binary(operation, left, try unary())
    }
    return left
  }

  /// Whether an operand can begin with this token.
  private static func canBegin(_ token: Token) -> Bool {
    switch token.kind {
    case .number, .text: true
    case .name(let name): !Keywords.neverUnits.contains(name)
    case .symbol(let symbol): [.openParenthesis, .openBracket, .minus, .plus].contains(symbol)
    case .unit, .end: false
    }
  }

  func tooDeep() -> Diagnostic {
    Diagnostic(
      .limit, "a formula is nested more than \(Self.maximumDepth) deep", hint: "name a part with let",
      at: token.span)
  }

  mutating func unary() throws(Diagnostic) -> Expression {
    let start = token.span.lowerBound
    guard at(.minus) || at(.plus) else { return try power() }
    let operation: Expression.UnaryOperator = at(.minus) ? .negate : .plus
    try count()
    advance()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    let operand = try unary()
    return Expression(.unary(operation, operand), at: start..<operand.span.upperBound)
  }

  private mutating func power() throws(Diagnostic) -> Expression {
    let base = try postfix()
    if at(.caret), isBare {
      throw Diagnostic(.syntax, "“^” is no operator here", hint: "write ** for a power", at: token.span)
    }
    guard at(.power) || at(.caret) else { return base }
    try count()
    advance()
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw tooDeep() }
    // Right to left, and a sign may follow: 2 ** -3 ** 2.
    return binary(.power, base, try unary())
  }
}
