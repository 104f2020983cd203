/// Compiles a calculator against a library.
struct CellCompiler {
  private let calculator: Calculator
  private let library: Library
  private var compiler: Compiler
  private var cell: Cell
  private var ranges: [Range<Int>] = []
  private var found: [Diagnostic] = []

  static func compile(_ calculator: Calculator, library: Library) -> Cell {
    var compiler = CellCompiler(calculator, library: library)
    return compiler.compiled()
  }

  private init(_ calculator: Calculator, library: Library) {
    self.calculator = calculator
    self.library = library
    compiler = Compiler(environment: .init(library: library))
    cell = Cell(calculator: calculator, program: Program())
  }

  private mutating func compiled() -> Cell {
    compileInputs()
    declare()
    compileDefinitions()
    compileChecks()
    cell.program = compiler.program
    cell.slots = compiler.environment.slots
    cell.diagnostics = compiler.diagnostics + found
    for external in cell.program.externals {
      switch external.source {
      case .cell(let id, _): cell.reads.insert(id)
      case .constant(let name): cell.constants.insert(name)
      case .figure, .inputFigure: cell.readsFigures = true
      }
    }
    if cell.program.nodes.contains(where: { $0.operation == .field }) { cell.readsFigures = true }
    sortDefinitions()
    return cell
  }

  // MARK: Inputs

  /// The author's values see the library and nothing of the calculator.
  private mutating func compileInputs() {
    var index = 0
    for statement in calculator.sheet.statements {
      guard case .input(let input) = statement.kind else { continue }
      defer { index += 1 }
      let root = value(input.value, choices: input.choices)
      let choices = input.choices.map { choices in
        choices.enumerated().map { position, choice in
          (calculator.inputs[index].choices?[position] ?? "", value(choice, choices: choices))
        }
      }
      cell.inputs.append(.init(slot: -1, root: root, choices: choices))
      if case .name(let name) = input.value.kind, let profile = library.profiles[name] {
        cell.calculator.inputs[index].kind = .profile(profile.kind)
      } else if case .name = input.value.kind, input.choices == nil {
        cell.calculator.inputs[index].kind = .quantity
      }
    }
  }

  /// A default or a choice: a bare name is a profile, a constant, or one of the choices.
  private mutating func value(_ expression: Expression, choices: [Expression]?) -> Int32 {
    guard case .name(let name) = expression.kind, library.profiles[name] == nil,
      library.constants[name] == nil
    else {
      return compiler.compile(expression)
    }
    let isChoice = choices?.contains { if case .name(name) = $0.kind { true } else { false } } ?? false
    if isChoice { return compiler.compile(Expression(.text(name), at: expression.span)) }
    if let choices, !choices.isEmpty {
      let nearest = Spelling.nearest(
        to: name, among: choices.compactMap { if case .name(let name) = $0.kind { name } else { nil } })
      return compiler.fail(
        Diagnostic(
          .choice, "“\(name)” is not among the choices", hint: nearest.map { "did you mean \($0)?" },
          at: expression.span))
    }
    let nearest = Spelling.nearest(to: name, among: library.profiles.keys)
    return compiler.fail(
      Diagnostic(
        .name, "there is no profile or constant named “\(name)”", hint: nearest.map { "did you mean \($0)?" },
        at: expression.span))
  }

  // MARK: Names

  private mutating func declare() {
    var index = 0
    for statement in calculator.sheet.statements {
      switch statement.kind {
      case .input(let input):
        cell.inputs[index].slot = compiler.addSlot(input.name)
        if case .profile = cell.calculator.inputs[index].kind {
          compiler.environment.profileSlots.insert(cell.inputs[index].slot)
        }
        if let unit = cell.calculator.inputs[index].unit, unit.offset != 0 {
          compiler.environment.absolutes.insert(input.name)
        }
        index += 1
      case .define(let definition): _ = compiler.addSlot(definition.name)
      case .use(let name, _, _, _): _ = compiler.addSlot(name)
      case .function(let function): compiler.environment.functions[function.name] = function
      case .check, .note: break
      }
    }
  }

  // MARK: Formulas

  private mutating func compileDefinitions() {
    for statement in calculator.sheet.statements {
      let name: String
      let expression: Expression?
      switch statement.kind {
      case .define(let definition): (name, expression) = (definition.name, definition.expression)
      case .use(let alias, let id, let value, let span):
        (name, expression) = (alias, Expression(.cellValue(cell: id, name: value), at: span))
      default: continue
      }
      guard let slot = compiler.environment.slots[name] else { continue }
      let start = compiler.program.nodes.count
      let root: Int32
      if let expression {
        root = compiler.compile(expression)
      } else {
        compiler.program.diagnostics.append(unreadable(name, at: statement.span))
        compiler.program.nodes.append(
          .init(operation: .failure, a: Int32(compiler.program.diagnostics.count - 1)))
        root = Int32(compiler.program.nodes.count - 1)
      }
      ranges.append(start..<compiler.program.nodes.count)
      cell.definitions.append((slot, root, nil))
    }
  }

  /// What is said of a name whose line could not be read: the mistake that reading found there.
  private func unreadable(_ name: String, at span: Range<Int>) -> Diagnostic {
    var result =
      calculator.diagnostics.first {
        span.contains($0.span.lowerBound) || span.upperBound == $0.span.lowerBound
      }
      ?? Diagnostic(.syntax, "“\(name)” could not be read", at: span)
    result.isConsequence = false
    return result
  }

  private mutating func compileChecks() {
    for statement in calculator.sheet.statements {
      guard case .check(let check) = statement.kind else { continue }
      let root = compiler.compile(check.expression)
      let expected: [Int32]
      switch check.expectation {
      case .holds: expected = []
      case .near(let value, _), .equal(let value): expected = [self.expected(value)]
      case .between(let lowest, let highest):
        expected = [compiler.compile(lowest), compiler.compile(highest)]
      }
      cell.checks.append(.init(root: root, statement: check, expected: expected))
    }
  }

  /// The right side of a check; a bare name that means nothing else is a choice.
  private mutating func expected(_ value: Expression) -> Int32 {
    if case .name(let name) = value.kind, compiler.environment.slots[name] == nil,
      library.constants[name] == nil,
      library.profiles[name] == nil,
      cell.calculator.inputs.contains(where: { $0.choices?.contains(name) == true })
    {
      return compiler.compile(Expression(.text(name), at: value.span))
    }
    return compiler.compile(value)
  }

  // MARK: Order

  /// Puts definitions behind those that they need.
  private mutating func sortDefinitions() {
    let bySlot = Dictionary(cell.definitions.indices.map { (cell.definitions[$0].slot, $0) }) { first, _ in
      first
    }
    let needs = ranges.map { range in slots(in: range).compactMap { bySlot[$0] } }
    var order: [Int] = []
    var state = [UInt8](repeating: 0, count: needs.count)
    // A walk with its own stack: a cell may have thousands of lines.
    for start in needs.indices where state[start] == 0 {
      var stack: [(index: Int, next: Int)] = [(start, 0)]
      state[start] = 1
      while let top = stack.last {
        if top.next < needs[top.index].count {
          stack[stack.count - 1].next += 1
          let need = needs[top.index][top.next]
          if state[need] == 0 {
            state[need] = 1
            stack.append((need, 0))
          } else if state[need] == 1, let first = stack.firstIndex(where: { $0.index == need }) {
            reportCycle(stack[first...].map(\.index))
          }
        } else {
          state[top.index] = 2
          order.append(top.index)
          stack.removeLast()
        }
      }
    }
    cell.definitions = order.map { cell.definitions[$0] }
  }

  private mutating func reportCycle(_ indices: [Int]) {
    let names = indices.map { cell.program.names[cell.definitions[$0].slot] }
    let path = (names + names.prefix(1)).joined(separator: " → ")
    for (position, index) in indices.enumerated() where cell.definitions[index].cycle == nil {
      let span = cell.program.nodes[Int(cell.definitions[index].root)].span
      var diagnostic = Diagnostic(
        .cycle, "“\(names[position])” needs itself: \(path)", hint: "give one of them a value of its own",
        at: span)
      diagnostic.isConsequence = position > 0
      cell.definitions[index].cycle = diagnostic
      if position == 0 { cell.diagnostics.append(diagnostic) }
    }
  }

  /// Slots that nodes read, those of the functions that they call included.
  private func slots(in range: Range<Int>) -> [Int] {
    var slots: Set<Int> = []
    var functions: Set<Int> = []
    var pending = [range]
    while let range = pending.popLast() {
      for node in cell.program.nodes[range] {
        if node.operation == .slot { slots.insert(Int(node.a)) }
        if node.operation == .call, functions.insert(Int(node.a)).inserted {
          pending.append(cell.program.functions[Int(node.a)].nodes)
        }
      }
    }
    return slots.sorted()
  }
}
