/// How strongly an output follows an input: an elasticity of 2 means that 1 % more of the input makes about 2 % more of
/// the output.
public struct Sensitivity: Hashable, Sendable {
  public var output: String
  /// An input, or a figure or constant that the calculator reads: `hw.memory.bandwidth`.
  public var input: String
  public var elasticity: Double
}

extension Workbook {
  /// The elasticities of all outputs of a calculator under the present scenario, the strongest first; those of inputs
  /// that have no effect are 0 and stand last. Inputs and outputs that are zero or no numbers have none.
  public func sensitivities(of id: String) -> [Sensitivity] {
    guard let index = index(of: id), var evaluator = evaluator(of: id) else { return [] }
    let cell = cells[index]
    let figures = cell.program.externals.map { cell.program.names[$0.slot] }
    let names = cell.calculator.inputs.map(\.name) + figures
    let outputs = cell.calculator.outputs.compactMap { output in
      evaluator.slot(of: output.name).map { (name: output.name, slot: $0) }
    }
    var result: [Sensitivity] = []
    for name in names {
      guard let slot = evaluator.slot(of: name), let present = evaluator.number(of: slot), present != 0 else {
        continue
      }
      for output in outputs {
        // Where the output jumps (a ceiling), a wider step says more than the height of the jump.
        let elasticity = elasticity(of: output.slot, to: slot, at: present, step: 1e-4, &evaluator)
        let isJump = elasticity.map { abs($0) > 100 } ?? false
        let found =
          isJump ? self.elasticity(of: output.slot, to: slot, at: present, step: 0.1, &evaluator) : elasticity
        if let found { result.append(Sensitivity(output: output.name, input: name, elasticity: found)) }
      }
      evaluator.set(slot, to: present)
    }
    let order = Dictionary(cell.calculator.outputs.enumerated().map { ($1.name, $0) }) { first, _ in first }
    return result.sorted {
      let (a, b) = (order[$0.output] ?? 0, order[$1.output] ?? 0)
      return a != b ? a < b : abs($0.elasticity) > abs($1.elasticity)
    }
  }

  /// The slope on logarithmic scales, rounded to what a difference of doubles can say.
  private func elasticity(
    of output: Int, to input: Int, at present: Double, step: Double, _ evaluator: inout Evaluator
  ) -> Double? {
    evaluator.set(input, to: present * (1 + step))
    let above = evaluator.number(of: output)
    evaluator.set(input, to: present * (1 - step))
    let below = evaluator.number(of: output)
    guard let above, let below, below != 0, above / below > 0 else { return nil }
    let slope = Mathematics.logarithm(above / below) / Mathematics.logarithm((1 + step) / (1 - step))
    return slope.isFinite ? (slope * 1e6).rounded() / 1e6 : nil
  }
}
