/// Reads one statement.
struct StatementParser {
  private let bytes: [UInt8]
  private let line: Range<Int>
  private let units: UnitTable
  private(set) var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], line: Range<Int>, units: UnitTable) {
    self.bytes = bytes
    self.line = line
    self.units = units
  }

  /// The statement; what is wrong is in `diagnostics`. A definition whose formula can not be read still names its value.
  mutating func statement() -> Statement? {
    let first = Sheet.word(bytes, at: line.lowerBound)
    let keyword = text(first)
    guard Keywords.statements.contains(keyword) else {
      diagnostics.append(unknownStatement(keyword, at: first))
      return nil
    }
    let rest = first.upperBound..<line.upperBound
    do {
      let kind: Statement.Kind
      switch keyword {
      case "use": kind = try use(rest)
      case "input": kind = .input(try input(rest))
      case "check": kind = .check(try check(rest))
      case "fn": kind = .function(try function(rest))
      case "note": kind = try note(rest)
      default: kind = .define(try definition(rest, isOutput: keyword == "output"))
      }
      return Statement(kind: kind, span: line)
    } catch {
      diagnostics.append(error)
      return broken(keyword, rest)
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func unknownStatement(_ word: String, at span: Range<Int>) -> Diagnostic {
    let expected = "a line begins with input, let, output, check, fn, use or note"
    let rest = text(span.upperBound..<line.upperBound).drop { $0 == " " }
    let place = span.isEmpty ? line.lowerBound..<line.lowerBound + 1 : span
    if let keyword = Spelling.nearest(to: word, among: Keywords.statements) {
      return Diagnostic(.syntax, expected, hint: "did you mean \(keyword)?", at: place)
    }
    let hint = !word.isEmpty && rest.hasPrefix("=") && !rest.hasPrefix("==") ? "write let \(word) = …" : nil
    return Diagnostic(.syntax, expected, hint: hint, at: place)
  }

  /// A definition without its formula, so that what uses the name is not reported as unknown.
  private func broken(_ keyword: String, _ rest: Range<Int>) -> Statement? {
    guard ["let", "output", "input", "use"].contains(keyword) else { return nil }
    let name = Sheet.word(bytes, at: rest.lowerBound)
    guard Characters.isName(text(name)) else { return nil }
    let definition = Definition(
      name: text(name), nameSpan: name, expression: nil, isOutput: keyword == "output")
    return Statement(kind: .define(definition), span: line)
  }

  private func parser(_ range: Range<Int>, _ options: Lexer.Options = .init()) throws(Diagnostic)
    -> ExpressionParser
  {
    var lexer = Lexer(bytes, range: range, units: units, options: options)
    return ExpressionParser(try lexer.tokens())
  }

  private func expectEnd(_ parser: ExpressionParser, _ expected: String) throws(Diagnostic) {
    if !parser.isAtEnd { throw parser.unexpected("expected \(expected)") }
  }

  // MARK: let, output

  private func definition(_ range: Range<Int>, isOutput: Bool) throws(Diagnostic) -> Definition {
    var parser = try parser(range)
    let (name, span) = try parser.name("a name after \(isOutput ? "output" : "let")")
    try parser.expect(.assign, "after the name \(name)")
    var result = Definition(
      name: name, nameSpan: span, expression: try parser.expression(), isOutput: isOutput)
    if parser.at(.arrow), !isOutput {
      throw Diagnostic(
        .syntax, "a let has no unit to be shown in", hint: "write output, or leave the unit out",
        at: parser.token.span)
    }
    result.unit = try shownUnit(&parser)
    if parser.take(word: "digits") {
      guard case .number(let literal) = parser.token.kind, literal.isInteger,
        (1...15).contains(literal.number)
      else {
        throw parser.unexpected("expected a number of digits from 1 to 15", hint: "write digits 3")
      }
      result.digits = Int(literal.number)
      parser.advance()
    }
    if isOutput { result.label = label(&parser) }
    try expectEnd(
      parser,
      isOutput ? "an operator, -> and a unit, or a label in quotes" : "an operator or the end of the line")
    return result
  }

  /// The unit after `->`.
  private func shownUnit(_ parser: inout ExpressionParser) throws(Diagnostic) -> Unit? {
    guard parser.take(.arrow) else { return nil }
    guard case .unit(let text) = parser.token.kind else {
      throw parser.unexpected("expected a unit after ->")
    }
    let unit = try unit(text, at: parser.token.span)
    parser.advance()
    return unit
  }

  private func unit(_ text: String, at span: Range<Int>) throws(Diagnostic) -> Unit {
    var reader = UnitReader(text, table: units)
    do { return try reader.unit() } catch {
      let hint = units.suggestion(for: error.found, among: units.names).map { "did you mean \($0)?" }
      throw Diagnostic(
        .unit, "“\(error.found)” is no unit", hint: hint,
        at: span.lowerBound + error.span.lowerBound..<span.lowerBound + error.span.upperBound)
    }
  }

  private func label(_ parser: inout ExpressionParser) -> String? {
    guard case .text(let text) = parser.token.kind else { return nil }
    parser.advance()
    return text
  }

  // MARK: input

  private func input(_ range: Range<Int>) throws(Diagnostic) -> InputStatement {
    var parser = try parser(range, Lexer.Options(isPercentAlways: true))
    let (name, span) = try parser.name("a name after input")
    try parser.expect(.assign, "after the name \(name)")
    var result = InputStatement(name: name, nameSpan: span, value: try inputValue(&parser))
    result.shownUnit = try shownUnit(&parser)
    result.label = label(&parser)
    if parser.take(.openBrace) {
      result.choices = try choices(&parser)
    } else if case .number = parser.token.kind {
      try bounds(&result, &parser)
    } else if parser.at(.minus) {
      try bounds(&result, &parser)
    }
    while case .name(let word) = parser.token.kind {
      switch word {
      case "log": result.isLogarithmic = true
      case "int": result.isInteger = true
      case "real": result.isInteger = false
      case "workbench": result.isWorkbench = true
      case "step":
        parser.advance()
        result.step = try parser.sum()
        continue
      default: throw parser.unexpected("expected step, log, int, real or workbench")
      }
      parser.advance()
    }
    if result.label == nil { result.label = label(&parser) }
    try expectEnd(parser, "bounds such as 1...100, choices in braces or workbench")
    return result
  }

  /// The author's value. In `= -5 -10...10` the second sign belongs to the bounds.
  private func inputValue(_ parser: inout ExpressionParser) throws(Diagnostic) -> Expression {
    var literal = parser
    let start = literal.token.span.lowerBound
    let isNegative = literal.take(.minus)
    if case .number(let number) = literal.token.kind {
      let value = Expression(.number(number), at: literal.token.span)
      literal.advance()
      if literal.at(.minus), case .number = literal.peek().kind, case .symbol(.range) = literal.peek(2).kind {
        parser = literal
        return isNegative ? Expression(.unary(.negate, value), at: start..<value.span.upperBound) : value
      }
    }
    return try parser.expression()
  }

  private func bounds(_ result: inout InputStatement, _ parser: inout ExpressionParser) throws(Diagnostic) {
    result.lowest = try parser.sum()
    try parser.expect(.range, "between the bounds")
    result.highest = try parser.sum()
  }

  private func choices(_ parser: inout ExpressionParser) throws(Diagnostic) -> [Expression] {
    var choices: [Expression] = []
    while !parser.at(.closeBrace) {
      choices.append(try parser.expression())
      if !parser.take(.comma) { break }
    }
    try parser.expect(.closeBrace, "after the choices")
    return choices
  }

  // MARK: check

  private func check(_ range: Range<Int>) throws(Diagnostic) -> CheckStatement {
    var parser = try parser(range, Lexer.Options(isTimesUnit: true))
    let left = try parser.expression()
    var result = CheckStatement(expression: left, expectation: .holds, expectedSpan: left.span)
    let start = parser.peek().span.lowerBound
    if parser.take(.approximately) {
      let value = try parser.sum()
      var tolerance: CheckStatement.Tolerance?
      if parser.take(.plusMinus) { tolerance = try self.tolerance(&parser) }
      result.expectation = .near(value, tolerance: tolerance)
      result.expectedSpan = start..<parser.previousEnd
    } else if parser.take(word: "in") {
      let lowest = try parser.sum()
      try parser.expect(.range, "between the bounds")
      result.expectation = .between(lowest, try parser.sum())
      result.expectedSpan = start..<parser.previousEnd
    } else if case .comparison(let first, let rest) = left.kind, rest.count == 1, rest[0].operation == .equal
    {
      result.expression = first
      result.expectation = .equal(rest[0].operand)
      result.expectedSpan = rest[0].operand.span
    }
    try expectEnd(parser, "≈, == or in with the right value")
    return result
  }

  private func tolerance(_ parser: inout ExpressionParser) throws(Diagnostic) -> CheckStatement.Tolerance {
    guard case .number(let literal) = parser.token.kind else {
      throw parser.unexpected("expected a tolerance such as 0.5 % after ±")
    }
    parser.advance()
    return literal.unit?.text == "%" ? .relative(literal.number / 100) : .absolute(literal.quantity)
  }

  // MARK: fn

  private func function(_ range: Range<Int>) throws(Diagnostic) -> FunctionStatement {
    var parser = try parser(range, Lexer.Options(isFunctionHead: true))
    let (name, span) = try parser.name("a name after fn")
    try parser.expect(.openParenthesis, "after the name \(name)")
    var parameters: [FunctionStatement.Parameter] = []
    while !parser.at(.closeParenthesis) {
      let (parameter, place) = try parser.name("the name of a parameter")
      if parameters.contains(where: { $0.name == parameter }) {
        throw Diagnostic(.name, "the parameter “\(parameter)” is there twice", at: place)
      }
      var unit: Unit?
      if parser.take(.colon) {
        guard case .unit(let text) = parser.token.kind else {
          throw parser.unexpected("expected a unit after “:”")
        }
        unit = try self.unit(text, at: parser.token.span)
        parser.advance()
      }
      parameters.append(.init(name: parameter, unit: unit))
      if !parser.take(.comma) { break }
    }
    try parser.expect(.closeParenthesis, "after the parameters")
    let result = try shownUnit(&parser)
    try parser.expect(.assign, "before the formula")
    let body = try parser.expression()
    try expectEnd(parser, "an operator or the end of the line")
    return FunctionStatement(name: name, nameSpan: span, parameters: parameters, result: result, body: body)
  }

  // MARK: use, note

  private func use(_ range: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    let name = Sheet.word(bytes, at: range.lowerBound)
    guard Characters.isName(text(name)) else {
      throw Diagnostic(.syntax, "expected a name after use", hint: "write use name = cell-id.value", at: name)
    }
    var position = name.upperBound
    while position < range.upperBound, bytes[position] == 32 { position += 1 }
    guard position < range.upperBound, bytes[position] == UInt8(ascii: "=") else {
      throw Diagnostic(
        .syntax, "expected “=” after the name \(text(name))", hint: "write use name = cell-id.value",
        at: position..<min(position + 1, max(position, range.upperBound)))
    }
    position += 1
    while position < range.upperBound, bytes[position] == 32 { position += 1 }
    var end = position
    while end < range.upperBound, !" \t\r\n#".utf8.contains(bytes[end]) { end += 1 }
    let parts = text(position..<end).split(separator: ".", omittingEmptySubsequences: false)
    let isComplete = Lexer(bytes, range: end..<range.upperBound, units: units).isBlank
    guard parts.count == 2, !parts[0].isEmpty, Characters.isName(String(parts[1])), isComplete else {
      throw Diagnostic(
        .syntax, "expected a calculator's id and a name in it", hint: "write use name = cell-id.value",
        at: position..<max(end, position))
    }
    return .use(name: text(name), cell: String(parts[0]), value: String(parts[1]), span: position..<end)
  }

  private func note(_ range: Range<Int>) throws(Diagnostic) -> Statement.Kind {
    var parser = try parser(range)
    guard let text = label(&parser) else { throw parser.unexpected("expected a text in quotes after note") }
    try expectEnd(parser, "the end of the line")
    return .note(text)
  }
}
