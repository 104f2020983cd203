/// A calculator made ready to be evaluated many times with other numbers: for sweeps, solvers and benchmarks. Values of
/// other calculators, profiles and constants stay as they are under the scenario that it was made for.
///
/// ```swift
/// var evaluator = workbook.evaluator(of: "kv")!
/// evaluator.set("context", to: 4096)
/// evaluator.number(of: "kv")            // bytes
/// ```
public struct Evaluator: Sendable {
  private var machine: Machine
  private let cell: Cell
  private var isStale = false

  init(cell: Cell, machine: Machine) {
    self.cell = cell
    self.machine = machine
  }

  /// The place of an input, output or other name, for repeated use.
  public func slot(of name: String) -> Int? {
    cell.slots[name] ?? cell.program.externals.first { cell.program.names[$0.slot] == name }?.slot
  }

  /// Puts a number, in base units, into a slot; its dimension stays.
  public mutating func set(_ slot: Int, to magnitude: Double) {
    guard machine.stack.indices.contains(slot), case .quantity(let present) = machine.stack[slot] else {
      return
    }
    machine.stack[slot] = .quantity(Quantity(magnitude, present.dimension))
    isStale = true
  }

  /// Puts a number, in base units, into an input.
  public mutating func set(_ name: String, to magnitude: Double) {
    if let slot = slot(of: name) { set(slot, to: magnitude) }
  }

  /// The number, in base units, of a slot; nil when it has none.
  public mutating func number(of slot: Int) -> Double? {
    if case .quantity(let quantity) = value(of: slot) { return quantity.magnitude }
    return nil
  }

  /// The number, in base units, of a name.
  public mutating func number(of name: String) -> Double? { slot(of: name).flatMap { number(of: $0) } }

  mutating func value(of slot: Int) -> Value? {
    if isStale { evaluate() }
    return machine.stack.indices.contains(slot) ? machine.stack[slot] : nil
  }

  /// The steps that it has taken so far, but for the last formula.
  var pastSteps: Int { machine.pastSteps }

  /// Evaluates all formulas with the present numbers.
  public mutating func evaluate() {
    for definition in cell.definitions where definition.cycle == nil {
      machine.assign(definition.root, to: definition.slot)
    }
    isStale = false
  }
}

extension Workbook {
  /// The calculator under the present scenario, ready to be evaluated many times; nil for an unknown id.
  public func evaluator(of id: String) -> Evaluator? {
    index(of: id).map { evaluator(cell: cells[$0], index: $0) }
  }

  /// An evaluator of a cell that may have more formulas than the workbook's.
  func evaluator(cell: Cell, index: Int) -> Evaluator {
    let evaluation = evaluation(of: index, isAuthored: false)
    var machine = Machine(program: cell.program, figures: evaluation.figures)
    evaluation.run(cell, on: &machine, read: reader(for: index, isAuthored: false))
    return Evaluator(cell: cell, machine: machine)
  }
}
