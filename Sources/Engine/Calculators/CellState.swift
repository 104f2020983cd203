/// The values of one calculator under one scenario.
struct CellState: Sendable {
  /// By slot; nil where there is none.
  var values: [Value?] = []
  /// Why a slot has no value.
  var failures: [Int: Diagnostic] = [:]
  /// What its formulas took.
  var steps = 0
}

/// What evaluates one calculator: what readers entered and what other calculators gave.
struct CellEvaluation {
  var figures: FigureSource
  /// Values that replace the author's, by input name.
  var entered: [String: Value] = [:]
  /// Profile ids by kind, for inputs marked workbench.
  var workbench: [String: String] = [:]
  /// What its formulas may take together.
  var stepLimit = Program.maximumCellSteps

  /// - Parameter read: the value of a name of another calculator.
  func state(of cell: Cell, read: (String, String) throws(Diagnostic) -> Value) -> CellState {
    var machine = Machine(program: cell.program, figures: figures)
    run(cell, on: &machine, read: read)
    return CellState(
      values: Array(machine.stack.prefix(cell.program.names.count)), failures: machine.failures,
      steps: machine.allSteps)
  }

  /// A machine with all slots filled.
  func run(_ cell: Cell, on machine: inout Machine, read: (String, String) throws(Diagnostic) -> Value) {
    for external in cell.program.externals {
      if case .inputFigure = external.source { continue }
      fill(external, on: &machine, read: read)
    }
    for (input, slot) in zip(cell.calculator.inputs, cell.inputs) {
      if let value = entered[input.name] ?? workbenchProfile(input) {
        machine.stack[slot.slot] = value
      } else {
        machine.assign(slot.root, to: slot.slot)
        if case .quantity(let quantity) = machine.stack[slot.slot], quantity.dimension == .any {
          machine.stack[slot.slot] = .quantity(Quantity(quantity.magnitude, input.unit?.dimension ?? .one))
        }
      }
    }
    for external in cell.program.externals {
      if case .inputFigure = external.source { fill(external, on: &machine, read: read) }
    }
    let start = machine.allSteps
    for definition in cell.definitions {
      if machine.allSteps &- start > stepLimit {
        machine.stack[definition.slot] = nil
        machine.failures[definition.slot] = Diagnostic(
          .limit, "the calculations before this one take too many steps together", hint: "use shorter lists",
          at: machine.span(definition.root))
      } else if let cycle = definition.cycle {
        machine.stack[definition.slot] = nil
        machine.failures[definition.slot] = cycle
      } else {
        machine.assign(definition.root, to: definition.slot)
      }
    }
  }

  private func workbenchProfile(_ input: Input) -> Value? {
    guard input.isWorkbench, case .profile(let kind) = input.kind, let id = workbench[kind.rawValue],
      figures.library.profiles[id]?.kind == kind, input.choices?.contains(id) ?? true
    else { return nil }
    return .profile(id)
  }

  private func fill(
    _ external: (source: Program.External, slot: Int), on machine: inout Machine,
    read: (String, String) throws(Diagnostic) -> Value
  ) {
    do throws(Diagnostic) {
      switch external.source {
      case .constant(let name): machine.stack[external.slot] = try figures.constant(name)
      case .figure(let profile, let path):
        machine.stack[external.slot] = try figures.figure(path, of: profile)
      case .inputFigure(let slot, let path):
        guard case .profile(let id) = machine.stack[slot] else {
          var diagnostic =
            machine.failures[slot] ?? Diagnostic(.name, "“\(machine.program.names[slot])” is no profile")
          diagnostic.isConsequence = machine.failures[slot] != nil
          throw diagnostic
        }
        machine.stack[external.slot] = try figures.figure(path, of: id)
      case .cell(let id, let name): machine.stack[external.slot] = try read(id, name)
      }
      if !machine.failures.isEmpty { machine.failures[external.slot] = nil }
    } catch {
      machine.stack[external.slot] = nil
      machine.failures[external.slot] = error
    }
  }
}
