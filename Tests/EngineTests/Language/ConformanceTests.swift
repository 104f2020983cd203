import Testing

@testable import Engine

/// Every worked example of the source book, in its own formulas, gives the numbers that were recomputed for it.
struct ConformanceTests {
  /// What the language has no wish to say.
  static let exceptions = [
    "ch05-mnist-training-memory": "looks the optimizer up in a dictionary; calculators have choices",
    "ch06-edge-equivariance": "defines a function with lambda; calculators have fn",
  ]

  @Test func `There are all of the source's examples`() {
    #expect(WorkedExample.all.count > 1200)
  }

  @Test func `Every formula gives the recomputed values`() {
    var disagreeing: [String] = []
    var refused: Set<String> = []
    for example in WorkedExample.all {
      do {
        for difference in try Self.differences(example) { disagreeing.append("\(example.id): \(difference)") }
      } catch {
        refused.insert(example.id)
        if Self.exceptions[example.id] == nil { disagreeing.append("\(example.id): \(error)") }
      }
    }
    #expect(disagreeing.isEmpty, "\(disagreeing.joined(separator: "\n"))")
    #expect(refused == Set(Self.exceptions.keys))
  }

  private static func differences(_ example: WorkedExample) throws -> [String] {
    let formula = try BareFormula(lines: example.formula, inputs: example.inputs.compactMapValues(\.value))
    let values = try formula.values()
    return example.outputs.compactMap { name, output in
      guard let expected = output.recomputed else { return nil }
      guard let found = values[name] else { return "\(name) is missing" }
      return agrees(found, expected) ? nil : "\(name): expected \(expected), got \(found)"
    }
  }

  /// Six digits are given of every expected number.
  static func agrees(_ found: Value, _ expected: Value) -> Bool {
    switch (found, expected) {
    case (.quantity(let a), .quantity(let b)):
      abs(a.magnitude - b.magnitude) <= max(1e-4 * abs(b.magnitude), 1e-12)
    case (.list(let a), .list(let b)): a.count == b.count && zip(a, b).allSatisfy { agrees($0, $1) }
    default: found == expected
    }
  }
}
