extension Workbook {
  /// The outcomes of a calculator's checks under a state of it.
  func checkResults(of index: Int, state: CellState, isAuthored: Bool) -> [CheckResult] {
    let cell = cells[index]
    guard !cell.checks.isEmpty else { return [] }
    var machine = Machine(
      program: cell.program, figures: evaluation(of: index, isAuthored: isAuthored).figures)
    for (slot, value) in state.values.enumerated() { machine.stack[slot] = value }
    machine.failures = state.failures
    let text = SourceText(cell.calculator.body)
    return cell.checks.enumerated().map { position, check in
      let declared = cell.calculator.checks[position]
      var result = CheckResult(
        name: declared.name, expected: text[check.statement.expectedSpan], found: "", isHeld: false,
        span: declared.span)
      if case .holds = check.statement.expectation { result.expected = "true" }
      do throws(Diagnostic) {
        let found = try machine.value(of: check.root)
        result.found = found.text(like: check.statement, format)
        result.isHeld = try holds(found, check, &machine)
      } catch {
        result.error = error
      }
      return result
    }
  }

  private func holds(
    _ found: Value, _ check: Cell.CompiledCheck, _ machine: inout Machine
  ) throws(Diagnostic) -> Bool {
    let node = machine.program.nodes[Int(check.root)]
    switch check.statement.expectation {
    case .holds:
      guard case .truth(let truth) = found else {
        throw Diagnostic(
          .syntax, "a check compares with ≈, == or in, or is true or false",
          hint: "write check … ≈ \(format.text(found))", at: check.statement.expression.span)
      }
      return truth
    case .equal:
      return try machine.isEqual(found, try machine.value(of: check.expected[0]), node)
    case .between:
      let lowest = try machine.value(of: check.expected[0])
      let highest = try machine.value(of: check.expected[1])
      let isAbove = try machine.holds(lowest, .lessOrEqual, found, node)
      let isBelow = try machine.holds(found, .lessOrEqual, highest, node)
      return isAbove && isBelow
    case .near(let expression, let tolerance):
      let expected = try machine.value(of: check.expected[0])
      return try isNear(found, expected, expression, tolerance, machine, node)
    }
  }

  private func isNear(
    _ found: Value, _ expected: Value, _ expression: Expression, _ tolerance: CheckStatement.Tolerance?,
    _ machine: Machine, _ node: Program.Node
  ) throws(Diagnostic) -> Bool {
    switch (found, expected) {
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      var items = Array(repeating: expression, count: b.count)
      if case .list(let parts) = expression.kind, parts.count == b.count { items = parts }
      for index in a.indices where try !isNear(a[index], b[index], items[index], tolerance, machine, node) {
        return false
      }
      return true
    case (.quantity(let a), .quantity(let b)):
      guard
        a.dimension == b.dimension || a.dimension == .any
          || b.dimension == .any && b.magnitude == 0 && expression.literal?.literal.unit == nil
      else {
        let words = DimensionWords(units: library.units)
        throw Diagnostic(
          .unit, "the check expects \(words.phrase(b.dimension)), the value is \(words.phrase(a.dimension))",
          at: expression.span)
      }
      let slack: Double
      switch tolerance {
      case .relative(let share): slack = share * abs(b.magnitude)
      case .absolute(let quantity): slack = quantity.magnitude
      case nil:
        slack =
          expression.literal.map { $0.literal.halfOfLastDigit * ($0.literal.unit?.factor ?? 1) } ?? 1e-6
          * abs(b.magnitude)
      }
      return abs(a.magnitude - b.magnitude) <= slack * (1 + 1e-9) + 1e-14 * abs(b.magnitude)
    default: return try machine.isEqual(found, expected, node)
    }
  }
}

extension Value {
  /// The value in the unit and with the digits of a check.
  fileprivate func text(like check: CheckStatement, _ format: NumberFormat) -> String {
    guard case .near(let expression, _) = check.expectation else { return format.text(self) }
    var literal = expression.literal?.literal
    if case .list(let items) = expression.kind { literal = items.first?.literal?.literal }
    return format.text(self, unit: literal?.unit ?? .one, digits: check.digits)
  }
}
