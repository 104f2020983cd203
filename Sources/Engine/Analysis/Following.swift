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
}
