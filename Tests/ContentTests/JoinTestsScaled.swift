import Testing

@testable import Content
@testable import Engine

/// The worked examples with one input changed at a time, against the source's own formulas: an input that a cover maps
/// to the wrong one shows, although the author's values hide it.
@Suite struct JoinTestsScaled {
  /// The first that the calculator takes: a count refuses the one, a choice or a bound the other.
  static let factors = [1.1, 2, 0.5]

  /// Examples whose formula bare mode does not read, with the reason.
  static let exceptions = [
    "ch05-mnist-training-memory": "looks the optimizer up in a dictionary",
    "ch06-edge-equivariance": "defines its rows with lambda",
  ]

  @Test(arguments: JoinTests.covered) func exampleHoldsForOtherInputs(_ id: String) throws {
    guard let example = JoinExample.all[id] else { return }
    let isReadable = (try? example.recomputed()) != nil
    #expect(isReadable == (Self.exceptions[id] == nil), "\(id): bare mode reads it: \(isReadable)")
    guard isReadable else { return }
    let workbook = try #require(JoinTests.book).workbook
    for (name, number) in example.inputs.sorted(by: { $0.key < $1.key }) {
      guard let value = number.value, value.isNumeric else {
        continue
      }
      let changed = Self.factors.compactMap { try? example.with(name, as: value.scaled(by: $0)) }
      guard let accepted = changed.first(where: { JoinTests.scenario(of: $0, in: workbook) != nil }) else {
        Issue.record("\(id): \(name) takes nothing but \(value)")
        continue
      }
      for problem in JoinTests.problems(of: accepted, in: workbook) {
        Issue.record("\(problem), with \(name) = \(accepted.inputs[name]?.value ?? value)")
      }
    }
  }
}

extension JoinExample {
  /// The example with another input, and what its formula then gives.
  fileprivate func with(_ name: String, as value: Bare) throws -> JoinExample {
    var example = self
    example.inputs[name]?.value = value
    return try example.recomputed()
  }

  /// The example with what its formula gives for its inputs.
  fileprivate func recomputed() throws -> JoinExample {
    var example = self
    let inputs = inputs.compactMapValues { $0.value.map { Value($0) } }
    let values = try BareFormula(lines: formula, inputs: inputs).values()
    for (name, output) in outputs where output.recomputed != nil {
      example.outputs[name]?.recomputed = values[name].flatMap { Bare($0) }
    }
    return example
  }
}

extension JoinExample.Bare {
  fileprivate var isNumeric: Bool {
    switch self {
    case .number: true
    case .list(let items): items.allSatisfy(\.isNumeric)
    case .text, .truth: false
    }
  }

  fileprivate func scaled(by factor: Double) -> Self {
    switch self {
    case .number(let number): .number(number * factor)
    case .list(let items): .list(items.map { $0.scaled(by: factor) })
    case .text, .truth: self
    }
  }

  /// What a bare formula yields.
  fileprivate init?(_ value: Value) {
    switch value {
    case .quantity(let quantity): self = .number(quantity.magnitude)
    case .truth(let truth): self = .truth(truth)
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.compactMap { Self($0) })
    case .profile: return nil
    }
  }
}

extension Value {
  fileprivate init(_ bare: JoinExample.Bare) {
    switch bare {
    case .number(let number): self = .quantity(Quantity(number))
    case .truth(let truth): self = .truth(truth)
    case .text(let text): self = .text(text)
    case .list(let items): self = .list(items.map { Value($0) })
    }
  }
}
