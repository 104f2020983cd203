/// Turns formulas into nodes. Names become slots; what can not be resolved becomes a diagnostic and a node that fails.
struct Compiler {
  /// What names mean outside of the formula.
  struct Environment {
    var library: Library
    /// Slots of the calculator's own names.
    var slots: [String: Int] = [:]
    /// Slots of inputs that hold a profile.
    var profileSlots: Set<Int> = []
    var functions: [String: FunctionStatement] = [:]
    /// Inputs in a unit with an offset.
    var absolutes: Set<String> = []
    /// Names of another calculator that count as own, with their calculator: the nearest one, in the prose.
    var neighbour: (cell: String, names: Set<String>)?
  }

  var environment: Environment
  var program = Program()
  /// Unknown names and the like, with their places.
  private(set) var diagnostics: [Diagnostic] = []

  private var locals: [(name: String, index: Int)] = []
  private var frameSize = 0
  private var functionDepth = 0
  private var functionIndex: [String: Int] = [:]
  private var externalSlots: [Program.External: Int] = [:]
  /// In the body of an equation, which sees neither the calculator's names nor its functions.
  private var isInEquation = false

  init(environment: Environment) { self.environment = environment }

  /// A slot for a name of the calculator.
  mutating func addSlot(_ name: String) -> Int {
    program.names.append(name)
    environment.slots[name] = program.names.count - 1
    return program.names.count - 1
  }

  mutating func fail(_ diagnostic: Diagnostic) -> Int32 {
    // Mistakes in an equation's text are reported with the equation.
    if !isInEquation { diagnostics.append(diagnostic) }
    program.diagnostics.append(diagnostic)
    return node(.failure, a: Int32(program.diagnostics.count - 1), at: diagnostic.span)
  }

  private mutating func node(
    _ operation: Program.Operation, a: Int32 = 0, b: Int32 = 0, c: Int32 = 0, at span: Range<Int>
  ) -> Int32 {
    program.nodes.append(
      Program.Node(
        operation: operation, a: a, b: b, c: c, start: Int32(clamping: span.lowerBound),
        end: Int32(clamping: span.upperBound)))
    return Int32(program.nodes.count - 1)
  }

  private mutating func constant(_ value: Value, at span: Range<Int>) -> Int32 {
    program.constants.append(value)
    return node(.constant, a: Int32(program.constants.count - 1), at: span)
  }

  private mutating func operands(_ indices: [Int32]) -> Int32 {
    program.operands += indices
    return Int32(program.operands.count - indices.count)
  }

  private mutating func external(_ source: Program.External, _ name: String, at span: Range<Int>) -> Int32 {
    if let slot = externalSlots[source] { return node(.external, a: Int32(slot), at: span) }
    program.names.append(name)
    let slot = program.names.count - 1
    externalSlots[source] = slot
    program.externals.append((source, slot))
    return node(.external, a: Int32(slot), at: span)
  }

  // MARK: Expressions

  /// Compiles a formula and returns its root.
  mutating func compile(_ expression: Expression) -> Int32 {
    let span = expression.span
    switch expression.kind {
    case .number(let literal): return constant(.quantity(literal.quantity), at: span)
    case .text(let text): return constant(.text(text), at: span)
    case .truth(let truth): return constant(.truth(truth), at: span)
    case .name(let name): return self.name(name, at: span)
    case .cellValue(let cell, let name): return external(.cell(cell, name: name), "\(cell).\(name)", at: span)
    case .list(let items):
      let roots = items.map { compile($0) }
      return node(.list, b: operands(roots), c: Int32(roots.count), at: span)
    case .unary(let operation, let operand):
      let root = compile(operand)
      switch operation {
      case .negate: return node(.negate, a: root, at: span)
      case .not: return node(.not, a: root, at: span)
      case .plus: return root
      }
    case .binary(let operation, let left, let right):
      if operation == .add, isAbsolute(left), isAbsolute(right) {
        return fail(
          Diagnostic(
            .unit, "two temperatures in °C can not be added", hint: "write a difference in K: 20 °C + 30 K",
            at: span))
      }
      let a = compile(left)
      let b = compile(right)
      return node(Self.operations[operation] ?? .add, a: a, b: b, c: right.isConstant ? 1 : 0, at: span)
    case .comparison(let first, let rest):
      var indices = [compile(first)]
      for (operation, operand) in rest { indices += [operation.rawValue, compile(operand)] }
      return node(.compare, b: operands(indices), c: Int32(rest.count), at: span)
    case .logical(let isAnd, let left, let right):
      let a = compile(left)
      return node(isAnd ? .and : .or, a: a, b: compile(right), at: span)
    case .conditional(let condition, let then, let otherwise):
      let a = compile(condition)
      let b = compile(then)
      return node(.conditional, a: a, b: b, c: compile(otherwise), at: span)
    case .call(let name, let nameSpan, let arguments):
      return call(name, nameSpan, arguments, at: span)
    case .index(let list, let position):
      let a = compile(list)
      return node(.index, a: a, b: compile(position), at: span)
    case .slice(let list, let from, let to, let step):
      let a = compile(list)
      let parts = [from, to, step].map { part in part.map { compile($0) } ?? -1 }
      return node(.slice, a: a, b: operands(parts), at: span)
    case .field: return field(expression)
    case .comprehension(let element, let clauses): return comprehension(element, clauses, at: span)
    }
  }

  /// Whether a formula is a temperature above freezing rather than a difference.
  private func isAbsolute(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .number(let literal): literal.unit.map { $0.offset != 0 } ?? false
    case .name(let name): !isInEquation && environment.absolutes.contains(name)
    case .binary(.add, let left, let right): isAbsolute(left) || isAbsolute(right)
    case .binary(.subtract, let left, let right): isAbsolute(left) && !isAbsolute(right)
    default: false
    }
  }

  private static let operations: [Expression.BinaryOperator: Program.Operation] = [
    .add: .add, .subtract: .subtract, .multiply: .multiply, .divide: .divide, .floorDivide: .floorDivide,
    .remainder: .remainder, .power: .power,
  ]

  private mutating func name(_ name: String, at span: Range<Int>) -> Int32 {
    if let local = locals.last(where: { $0.name == name }) {
      return node(.local, a: Int32(local.index), at: span)
    }
    if !isInEquation {
      if let slot = environment.slots[name] { return node(.slot, a: Int32(slot), at: span) }
      if let neighbour = environment.neighbour, neighbour.names.contains(name) {
        return external(.cell(neighbour.cell, name: name), name, at: span)
      }
    }
    let library = environment.library
    if library.constants[name] != nil { return external(.constant(name), name, at: span) }
    if library.profiles[name] != nil { return constant(.profile(name), at: span) }
    if name == "pi" { return constant(.quantity(Quantity(Double.pi)), at: span) }
    return fail(unknown(name, at: span))
  }

  private func unknown(_ name: String, at span: Range<Int>) -> Diagnostic {
    let isFunction =
      environment.functions[name] != nil || environment.library.functions[name] != nil
      || Builtin.byName[name] != nil
      || Builtin.mathematicalByName[name] != nil
    if isFunction {
      return Diagnostic(
        .name, "“\(name)” is a function and needs arguments", hint: "write \(name)(…)", at: span)
    }
    let own = locals.map(\.name) + (isInEquation ? [] : Array(environment.slots.keys))
    let others = Array(environment.library.constants.keys) + Array(environment.library.profiles.keys)
    let nearest =
      Spelling.nearest(to: name, among: own) ?? Spelling.nearest(
        to: name, among: environment.neighbour?.names ?? [])
      ?? Spelling.nearest(to: name, among: others)
    let unit =
      environment.library.units.unit(name) == nil ? nil : "a unit stands only after a number: 1 \(name)"
    return Diagnostic(
      .name, "there is no value named “\(name)”", hint: nearest.map { "did you mean \($0)?" } ?? unit,
      at: span)
  }

  // MARK: Fields

  private mutating func field(_ expression: Expression) -> Int32 {
    var path: [String] = []
    var base = expression
    while case .field(let inner, let name) = base.kind {
      path.insert(name, at: 0)
      base = inner
    }
    let joined = path.joined(separator: ".")
    if case .name(let name) = base.kind, !locals.contains(where: { $0.name == name }) {
      if !isInEquation, let slot = environment.slots[name] {
        if environment.profileSlots.contains(slot) {
          return external(.inputFigure(slot: slot, path: joined), "\(name).\(joined)", at: expression.span)
        }
      } else if environment.library.profiles[name] != nil, environment.neighbour?.names.contains(name) != true
      {
        return external(.figure(profile: name, path: joined), "\(name).\(joined)", at: expression.span)
      }
    }
    let root = compile(base)
    program.strings.append(joined)
    return node(.field, a: root, b: Int32(program.strings.count - 1), at: expression.span)
  }

  // MARK: Comprehensions

  mutating func bind(_ pattern: Expression.Pattern) -> Program.Pattern {
    switch pattern {
    case .name(let name):
      locals.append((name, frameSize))
      frameSize += 1
      return .slot(frameSize - 1)
    case .items(let items): return .items(items.map { bind($0) })
    }
  }

  private mutating func comprehension(
    _ element: Expression, _ clauses: [Expression.Clause], at span: Range<Int>
  ) -> Int32 {
    let outer = locals.count
    var indices: [Int32] = []
    for clause in clauses {
      let source = compile(clause.source)
      program.patterns.append(bind(clause.pattern))
      let pattern = Int32(program.patterns.count - 1)
      let conditions = clause.conditions.map { compile($0) }
      indices += [source, pattern, Int32(conditions.count)] + conditions
    }
    let root = compile(element)
    locals.removeSubrange(outer...)
    if functionDepth == 0 { program.localCount = max(program.localCount, frameSize) }
    return node(.comprehension, a: root, b: operands(indices), c: Int32(clauses.count), at: span)
  }

  // MARK: Calls

  private mutating func call(
    _ name: String, _ nameSpan: Range<Int>, _ arguments: [Expression.Argument], at span: Range<Int>
  ) -> Int32 {
    if !isInEquation, let function = environment.functions[name] {
      return call(function, isEquation: false, arguments, at: span)
    }
    if let function = environment.library.functions[name] {
      return call(function, isEquation: true, arguments, at: span)
    }
    if let named = arguments.first(where: { $0.name != nil }) {
      return fail(
        Diagnostic(.name, "\(name) takes no argument named “\(named.name ?? "")”", at: named.value.span))
    }
    let roots = arguments.map { compile($0.value) }
    if roots.count == 1, let index = Builtin.mathematicalByName[name] {
      return node(.mathematical, a: index, b: operands(roots), c: 1, at: span)
    }
    if let index = Builtin.byName[name] {
      let arity = Builtin.allCases[Int(index)].arity
      guard arity.contains(roots.count) else {
        let expected =
          arity.lowerBound == arity.upperBound
          ? "\(arity.lowerBound)" : "\(arity.lowerBound) to \(arity.upperBound)"
        return fail(
          Diagnostic(
            .syntax, "\(name) takes \(expected) argument\(expected == "1" ? "" : "s"), got \(roots.count)",
            at: span))
      }
      return node(.builtin, a: index, b: operands(roots), c: Int32(roots.count), at: span)
    }
    if Builtin.mathematicalByName[name] != nil {
      return fail(Diagnostic(.syntax, "\(name) takes 1 argument, got \(roots.count)", at: span))
    }
    let candidates =
      Array(environment.functions.keys) + Array(environment.library.functions.keys) + Builtin.names
    let nearest = Spelling.nearest(to: name, among: candidates).map { "did you mean \($0)?" }
    let isValue = environment.slots[name] != nil
    return fail(
      Diagnostic(
        .name,
        isValue ? "“\(name)” is a value and takes no arguments" : "there is no function named “\(name)”",
        hint: nearest ?? (isValue ? "write * to multiply" : nil), at: nameSpan))
  }

  private mutating func call(
    _ function: FunctionStatement, isEquation: Bool, _ arguments: [Expression.Argument], at span: Range<Int>
  ) -> Int32 {
    let signature = "\(function.name)(\(function.parameters.map(\.name).joined(separator: ", ")))"
    var roots = [Int32?](repeating: nil, count: function.parameters.count)
    for (position, argument) in arguments.enumerated() {
      let index = argument.name.map { name in function.parameters.firstIndex { $0.name == name } } ?? position
      guard let index, index < roots.count else {
        let message =
          argument.name.map { "\(function.name) takes no argument named “\($0)”" }
          ?? "\(function.name) takes \(roots.count) argument\(roots.count == 1 ? "" : "s"), got \(arguments.count)"
        return fail(
          Diagnostic(
            .name, message, hint: "write \(signature)", at: argument.name == nil ? span : argument.value.span)
        )
      }
      guard roots[index] == nil else {
        return fail(
          Diagnostic(.name, "“\(function.parameters[index].name)” is given twice", at: argument.value.span))
      }
      roots[index] = compile(argument.value)
    }
    if let missing = roots.firstIndex(where: { $0 == nil }) {
      return fail(
        Diagnostic(
          .syntax, "\(function.name) also needs “\(function.parameters[missing].name)”",
          hint: "write \(signature)",
          at: span))
    }
    let index = compileFunction(function, isEquation: isEquation)
    return node(.call, a: Int32(index), b: operands(roots.map { $0 ?? 0 }), c: Int32(roots.count), at: span)
  }

  private mutating func compileFunction(_ function: FunctionStatement, isEquation: Bool) -> Int {
    let key = (isEquation ? "equation " : "fn ") + function.name
    if let index = functionIndex[key] { return index }
    program.functions.append(
      Program.Function(
        name: function.name, parameters: function.parameters.map { ($0.name, $0.unit?.dimension) },
        result: function.result?.dimension, isEquation: isEquation))
    let index = program.functions.count - 1
    functionIndex[key] = index

    let saved = (locals, frameSize, isInEquation)
    locals = function.parameters.enumerated().map { ($1.name, $0) }
    frameSize = locals.count
    isInEquation = isEquation
    functionDepth += 1
    let start = program.nodes.count
    program.functions[index].root = compile(function.body)
    program.functions[index].nodes = start..<program.nodes.count
    program.functions[index].frameSize = frameSize
    functionDepth -= 1
    (locals, frameSize, isInEquation) = saved
    return index
  }
}
