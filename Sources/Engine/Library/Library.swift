/// Everything that calculators may name without declaring it: units, constants, profiles, equations.
public struct Library: Sendable {
  public var units: UnitTable
  public private(set) var constants: [String: Constant] = [:]
  public private(set) var profiles: [String: Profile] = [:]
  public private(set) var equations: [String: Equation] = [:]
  /// The functions of equations, by their name.
  private(set) var functions: [String: FunctionStatement] = [:]

  public init(units: UnitTable = .standard) { self.units = units }

  public mutating func add(_ constant: Constant) { constants[constant.name] = constant }
  public mutating func add(_ profile: Profile) { profiles[profile.id] = profile }

  /// Adds an equation and compiles its function.
  ///
  /// An equation may call others that are added later; `problems(in:)` finds names that are still unknown when all are
  /// there.
  ///
  /// - Returns: what is wrong with its function; spans count from the start of `body`.
  public mutating func add(_ equation: Equation) -> [Diagnostic] {
    equations[equation.id] = equation
    guard let body = equation.body else { return [] }
    let sheet = Sheet(body, units: units)
    if !sheet.diagnostics.isEmpty { return sheet.diagnostics }
    guard sheet.statements.count == 1, case .function(let function) = sheet.statements[0].kind else {
      return [
        Diagnostic(
          .syntax, "an equation is one fn statement", hint: "write fn name(a: B, b: s) -> B/s = a / b")
      ]
    }
    if let other = equations.values.first(where: {
      $0.id != equation.id && functionNames[$0.id] == function.name
    }) {
      return [
        Diagnostic(
          .name, "the equation \(other.id) has a function of this name already", at: function.nameSpan)
      ]
    }
    functions[function.name] = function
    functionNames[equation.id] = function.name
    return []
  }

  private var functionNames: [String: String] = [:]

  /// Unknown names in the function of an equation; spans count from the start of its `body`.
  public func problems(in equation: String) -> [Diagnostic] {
    guard let function = functionNames[equation].flatMap({ functions[$0] }) else { return [] }
    var environment = Compiler.Environment(library: self)
    environment.functions = [function.name: function]
    // As a function of its own cell, so that names are looked up and mistakes are kept.
    environment.library.functions[function.name] = nil
    var compiler = Compiler(environment: environment)
    let arguments = function.parameters.map {
      Expression.Argument(name: $0.name, value: Expression(.truth(true), at: 0..<0))
    }
    _ = compiler.compile(
      Expression(.call(name: function.name, nameSpan: 0..<0, arguments: arguments), at: 0..<0))
    return compiler.diagnostics
  }

  /// The name by which formulas call an equation, with its parameters and the units they take; nil for one that is
  /// only set.
  public func signature(of equation: String) -> (
    name: String, parameters: [(name: String, unit: Unit?)], result: Unit?
  )? {
    guard let function = functionNames[equation].flatMap({ functions[$0] }) else { return nil }
    return (function.name, function.parameters.map { ($0.name, $0.unit) }, function.result)
  }

  /// The unit in which a figure is written.
  func unit(of figure: Figure) -> Unit? { literal(of: figure.text)?.literal.unit }

  private func literal(of text: String) -> (literal: Literal, isNegative: Bool)? {
    let bytes = Array(text.utf8)
    let options = Lexer.Options(isPercentAlways: true, isEntry: true, givesHints: false)
    var lexer = Lexer(bytes, range: 0..<bytes.count, units: units, options: options)
    guard let tokens = try? lexer.tokens() else { return nil }
    var parser = ExpressionParser(tokens)
    guard let expression = try? parser.expression(), parser.isAtEnd else { return nil }
    return expression.literal
  }

  /// Reads a figure's text: a quantity with a unit (`640 pJ`, `$2.50/h`, `25.6e6`), else plain text.
  public func value(of text: String) -> Value {
    guard let (literal, isNegative) = literal(of: text) else { return .text(text) }
    return .quantity(Quantity(isNegative ? 0 - literal.number : literal.number, in: literal.unit ?? .one))
  }
}
