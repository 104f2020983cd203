/// A formula that says of each of its values under which condition it is taken: `a if b else c if d else e` has three.
struct Cases {
  struct Row {
    var value: Expression
    /// Nil for what is taken where no condition holds.
    var condition: Expression?
  }

  var rows: [Row]

  /// Nil for a formula without conditions.
  init?(_ expression: Expression) {
    rows = []
    var rest = expression
    while case .conditional(let condition, let then, let otherwise) = rest.kind {
      rows.append(Row(value: then, condition: condition))
      rest = otherwise
    }
    if rows.isEmpty { return nil }
    rows.append(Row(value: rest))
  }

  /// The index of the value that is taken; nil where that is not known.
  func taken(where holds: (Expression) -> Bool?) -> Int? {
    for (index, row) in rows.enumerated() {
      guard let condition = row.condition else { return index }
      guard let isHeld = holds(condition) else { return nil }
      if isHeld { return index }
    }
    return nil
  }
}

/// Finds out which conditions of a calculator's formulas hold under its present values.
struct Conditions {
  let cell: Cell
  /// By slot.
  let values: [Value?]
  let figures: FigureSource

  /// Nil where it has no value, or is no condition.
  func holds(_ condition: Expression) -> Bool? {
    var environment = Compiler.Environment(library: figures.library)
    environment.slots = cell.slots
    environment.functions = cell.calculator.functions
    for (input, slot) in zip(cell.calculator.inputs, cell.inputs) {
      if case .profile = input.kind { environment.profileSlots.insert(slot.slot) }
      if let unit = input.unit, unit.offset != 0 { environment.absolutes.insert(input.name) }
    }
    var compiler = Compiler(environment: environment)
    compiler.program.names = cell.program.names
    let root = compiler.compile(condition)
    guard compiler.diagnostics.isEmpty else { return nil }
    var machine = Machine(program: compiler.program, figures: figures)
    for (slot, value) in values.enumerated() where machine.stack.indices.contains(slot) {
      machine.stack[slot] = value
    }
    // What comes from outside has slots of its own here.
    for (source, slot) in compiler.program.externals {
      guard let known = cell.program.externals.first(where: { $0.source == source })?.slot else { return nil }
      machine.stack[slot] = values[known]
    }
    guard case .truth(let truth)? = try? machine.value(of: root) else { return nil }
    return truth
  }
}
