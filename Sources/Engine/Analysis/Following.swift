extension Workbook {
  /// The first output of a calculator that is another number when one input is; nil where none follows it.
  public func firstOutput(of id: String, following input: String) -> String? {
    guard let result = result(of: id) else { return nil }
    let names = result.outputs.filter { $0.number != nil }.map(\.name)
    let choices = choices(of: input, in: id)
    if choices.isEmpty {
      let moved = Set(sensitivities(of: id).filter { $0.input == input && $0.elasticity != 0 }.map(\.output))
      return names.first(where: moved.contains)
    }
    var other = self
    for choice in choices {
      guard (try? other.setInput(input, of: id, to: choice.entry)) != nil,
        let outputs = other.result(of: id)?.outputs
      else { continue }
      let changed = zip(result.outputs, outputs).filter { $0.value != $1.value }.map(\.0.name)
      if let first = names.first(where: changed.contains) { return first }
    }
    return nil
  }

  /// Whether an output is another for some choice of an input, or somewhere between an input's bounds. Of an input that is
  /// neither a choice nor a number it is not known, and taken for granted.
  public func hasEffect(of input: String, on output: String, in id: String) -> Bool {
    let choices = choices(of: input, in: id)
    if choices.isEmpty {
      let range = SweepRange(input, count: Self.effectSteps)
      guard let numbers = (try? sweep(id, over: [range], outputs: [output]))?.series.first?.numbers else {
        return true
      }
      return numbers.contains { $0 != numbers[0] }
    }
    let present = result(of: id)?.outputs.first { $0.name == output }?.value
    var other = self
    return choices.contains { choice in
      guard (try? other.setInput(input, of: id, to: choice.entry)) != nil,
        let found = other.result(of: id)?.outputs.first(where: { $0.name == output })
      else { return false }
      return found.value != present
    }
  }

  /// Enough to see a bend between the bounds of an input.
  private static let effectSteps = 33
}
