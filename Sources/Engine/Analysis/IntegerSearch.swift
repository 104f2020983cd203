extension Workbook {
  /// Which end of the numbers that satisfy a condition is wanted.
  public enum Extreme: Hashable, Sendable { case largest, smallest }

  /// The largest or smallest whole number for an input, within its bounds, that satisfies a condition on the
  /// calculator's names: the largest batch for which `total <= hw.memory.capacity`.
  ///
  /// Up to 4,096 numbers are all tried; of more, 256 and then those between two that differ, so that a condition that
  /// holds for a few numbers only may be missed.
  ///
  /// - Returns: nil when no number that was tried satisfies it.
  /// - Throws: when a name is unknown or the condition is neither true nor false; spans count from the start of
  ///   `condition`.
  public func search(_ extreme: Extreme, _ name: String, of id: String, where condition: String)
    throws(Diagnostic) -> Int?
  {
    let (index, position) = try find(name, of: id)
    let input = cells[index].calculator.inputs[position]
    let search = try SearchRange(SweepRange(name), input: input, workbook: self, cell: index)
    let cell = try self.cell(cells[index], with: condition)
    guard let slot = cell.slots[Self.conditionName] else { return nil }
    let inputSlot = cell.inputs[position].slot
    var evaluator = evaluator(cell: cell, index: index)
    switch evaluator.value(of: slot) {
    case .truth, nil: break
    case .some(let value):
      let found = DimensionWords(units: library.units).phrase(value)
      throw Diagnostic(
        .unit, "a condition is true or false, got \(found)", hint: "compare it, as in total <= 80 GB",
        at: 0..<condition.utf8.count)
    }
    func holds(_ number: Double) -> Bool {
      evaluator.set(inputSlot, to: Quantity(number, in: search.unit).magnitude)
      return evaluator.value(of: slot) == .truth(true)
    }
    var wide = search
    wide.isInteger = true
    let count = search.highest - search.lowest <= 4096 ? 4097 : 256
    let grid = extreme == .largest ? wide.grid(count).reversed() : wide.grid(count)
    var outside: Double?
    for number in grid {
      guard holds(number) else {
        outside = number
        continue
      }
      guard var bad = outside, abs(bad - number) > 1 else { return Int(exactly: number) }
      var good = number
      while abs(bad - good) > 1 {
        let middle = ((good + bad) / 2).rounded()
        if middle == good || middle == bad { break }
        if holds(middle) { good = middle } else { bad = middle }
      }
      return Int(exactly: good)
    }
    return nil
  }

  private static let conditionName = "condition__"

  /// The calculator with a condition as one more formula.
  private func cell(_ cell: Cell, with condition: String) throws(Diagnostic) -> Cell {
    let prefix = "\nlet \(Self.conditionName) = ("
    let original = cell.calculator
    let start = original.body.utf8.count + prefix.utf8.count
    let calculator = Calculator(
      id: original.id, title: original.title, body: original.body + prefix + condition + "\n)",
      units: library.units)
    let compiled = CellCompiler.compile(calculator, library: library)
    let problem = (calculator.diagnostics + compiled.diagnostics).first { $0.span.upperBound >= start }
    if let problem {
      let length = condition.utf8.count
      let from = min(max(problem.span.lowerBound - start, 0), length)
      throw problem.moved(to: from..<min(max(problem.span.upperBound - start, from), length))
    }
    return compiled
  }
}
