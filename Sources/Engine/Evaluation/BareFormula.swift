/// The formulas of the source book, which reckon with bare numbers: Python assignments without units, `$` and
/// percentages, where `%` is the remainder and `^` is refused.
struct BareFormula {
  private var compiler = Compiler(environment: .init(library: Library()))
  private var steps: [(root: Int32, pattern: Program.Pattern)] = []
  private var inputs: [(name: String, slot: Int, value: Value)] = []

  /// Reads `lines` of assignments over `inputs`.
  ///
  /// - Throws: the first mistake, with its place in its line.
  init(lines: [String], inputs values: [String: Value]) throws(Diagnostic) {
    for (name, value) in values { inputs.append((name, compiler.addSlot(name), value)) }
    for line in lines {
      let bytes = Array(line.utf8)
      var lexer = Lexer(bytes, range: 0..<bytes.count, units: .standard, options: .init(isBare: true))
      var parser = ExpressionParser(try lexer.tokens(), isBare: true)
      let pattern = try parser.pattern()
      try parser.expect(.assign, "after the names")
      var expression = try parser.expression()
      if parser.at(.comma) {
        var items = [expression]
        while parser.take(.comma) { items.append(try parser.expression()) }
        expression = Expression(.list(items), at: 0..<bytes.count)
      }
      guard parser.isAtEnd else { throw parser.unexpected("expected an operator or the end of the line") }
      let root = compiler.compile(expression)
      if let problem = compiler.diagnostics.first { throw problem }
      steps.append((root, slots(pattern)))
    }
  }

  private mutating func slots(_ pattern: Expression.Pattern) -> Program.Pattern {
    switch pattern {
    case .name(let name): .slot(compiler.addSlot(name))
    case .items(let items): .items(items.map { slots($0) })
    }
  }

  /// The value of every name after the last line.
  ///
  /// - Throws: the first failure.
  func values() throws(Diagnostic) -> [String: Value] {
    var machine = Machine(program: compiler.program, figures: FigureSource(library: Library()))
    machine.countsTruth = true
    for input in inputs { machine.stack[input.slot] = input.value }
    for step in steps {
      let value = try machine.value(of: step.root)
      try machine.bind(step.pattern, to: value, frame: 0, at: machine.program.nodes[Int(step.root)])
    }
    var values: [String: Value] = [:]
    for (name, slot) in compiler.environment.slots { values[name] = machine.stack[slot] }
    return values
  }
}
