import Engine

/// A worked example beside the calculator that covers it: with the example's inputs, the calculator yields the
/// example's outputs.
struct ExampleJoin {
  let example: WorkedExample
  let workbook: Workbook
  /// Outputs that the calculator need not yield and inputs that it need not take, as `example.name`.
  var exceptions: Set<String> = []

  /// Numbers agree to this share: the inventory has six digits, and formulas of ours may round elsewhere.
  static let tolerance = 0.002

  /// What disagrees, a line each; nothing when no calculator covers the example.
  func problems() -> [String] {
    guard let covering = workbook.calculator(covering: example.id) else { return [] }
    var workbook = workbook
    do {
      let scenario = try workbook.scenario(covering: example.id, inputs: try entries(covering: covering))
      for problem in workbook.apply(scenario) {
        return ["\(example.id): its scenario can not be restored: \(problem.message)"]
      }
    } catch {
      return ["\(example.id): \(error.message) (\(error.hint ?? "no advice"))"]
    }
    let outputs = workbook.result(of: covering.calculator.id)?.outputs ?? []
    return example.outputs.keys.sorted().compactMap { name in
      guard let number = example.outputs[name], number.given != true, !isException(name) else { return nil }
      let place = "\(example.id): \(name)"
      guard let expected = number.recomputed else { return "\(place): the inventory has no value" }
      let target = covering.cover.outputs[name] ?? name
      guard let output = outputs.first(where: { $0.name == target }) else {
        return "\(place): \(covering.calculator.id) has no output \(target)"
      }
      let wanted = "expected \(expected) \(number.unit ?? "")"
      guard let value = output.value else {
        return "\(place): \(wanted), found no value: \(output.error?.message ?? "")"
      }
      let units = workbook.library.units
      let unit = InventoryUnit(number.unit, isBinary: example.isBinary(name), units: units)
      guard let found = unit.value(value, units: units) else {
        return "\(place): \(wanted), found \(output.text), which is of another kind"
      }
      return found.agrees(with: expected, within: Self.tolerance)
        ? nil : "\(place): \(wanted), found \(found) in \(unit.names[0]) (\(output.text))"
    }
  }

  /// The scenario of the example; nil when its calculator refuses it.
  func scenario() -> Scenario? {
    guard let covering = workbook.calculator(covering: example.id) else { return nil }
    return try? workbook.scenario(covering: example.id, inputs: entries(covering: covering))
  }

  /// The example's inputs as a reader would type them, each in the first unit that its calculator takes.
  private func entries(
    covering: (calculator: Calculator, cover: Cover)
  ) throws(Diagnostic) -> [String: String] {
    var entries: [String: String] = [:]
    for (name, number) in example.inputs where !isException(name) {
      guard let value = number.value else {
        throw Diagnostic(.name, "the input \(name) has no value in the inventory")
      }
      let candidates = InventoryUnit(number.unit, units: workbook.library.units).entries(value)
      let fitting = candidates.first {
        (try? workbook.scenario(covering: example.id, inputs: [name: $0])) != nil
      }
      entries[name] = fitting ?? candidates.first
    }
    return entries
  }

  private func isException(_ name: String) -> Bool { exceptions.contains("\(example.id).\(name)") }
}
