import Content
import Engine

/// Draws the inputs that a numeric question varies.
struct InputDraw {
  var numeric: NumericAnswer
  /// With the author's values of the inputs that vary.
  var workbook: Workbook
  private var varied: [VariedInput] = []
  private var authored: NumericExpectation?

  init(_ numeric: NumericAnswer, workbook: Workbook) {
    self.numeric = numeric
    self.workbook = workbook
    if !numeric.vary.isEmpty, let id = NumericReference(numeric.answer)?.calculator,
      let calculator = workbook.calculator(id)
    {
      for name in numeric.vary { self.workbook.reset(name, of: id) }
      let values = self.workbook.result(of: id)?.inputs ?? []
      varied = calculator.inputs.filter { numeric.vary.contains($0.name) }.map { input in
        VariedInput(
          input, value: values.first { $0.name == input.name }?.value,
          choices: self.workbook.choices(of: input.name, in: id).map(\.entry))
      }
    }
    authored = try? NumericExpectation(numeric, workbook: self.workbook)
  }

  func draw(random: inout SplitMix64) -> (inputs: [String: String], answer: String?) {
    guard !varied.isEmpty else { return ([:], authored?.text) }
    var fallback: (inputs: [String: String], answer: String?)?
    for _ in 0..<Self.tries {
      var entries: [String: String] = [:]
      for input in varied { entries[input.name] = input.draw(random: &random) }
      guard varied.contains(where: { !$0.isAuthored(entries[$0.name] ?? "") }),
        let expectation = try? NumericExpectation(numeric, workbook: workbook, drawn: entries),
        expectation.number != 0
      else { continue }
      if let authored, isSame(expectation, authored) { continue }
      guard isTold(expectation) else { continue }
      if isUnambiguous(expectation, entries: entries) { return (entries, expectation.text) }
      fallback = fallback ?? (entries, expectation.text)
    }
    return fallback ?? ([:], authored?.text)
  }

  /// Whether a wrong sign, a wrong power of ten, and bits for bytes are told from the answer.
  private func isTold(_ expectation: NumericExpectation) -> Bool {
    !Self.slips.contains { expectation.accepts(expectation.number * $0) }
  }

  private static let slips: [Double] = [-1, 8, 0.125, 1000, 100, 10, 0.1, 0.01, 0.001]

  /// Whether neither a drawn number nor the reckoning with one new input overlooked gives the answer as well.
  private func isUnambiguous(_ expectation: NumericExpectation, entries: [String: String]) -> Bool {
    for input in varied {
      guard let entry = entries[input.name] else { continue }
      if let typed = try? TypedQuantity(entry), expectation.accepts(typed.number) { return false }
      guard varied.count > 1, !input.isAuthored(entry) else { continue }
      var overlooked = entries
      overlooked[input.name] = nil
      if let slip = try? NumericExpectation(numeric, workbook: workbook, drawn: overlooked),
        isSame(expectation, slip)
      {
        return false
      }
    }
    return true
  }

  private func isSame(_ one: NumericExpectation, _ other: NumericExpectation) -> Bool {
    guard one.dimension == other.dimension else { return false }
    let magnitude = NumericExpectation.magnitude(other.number, of: other.unit)
    return one.accepts(NumericExpectation.number(magnitude, in: one.unit))
  }

  /// Enough to leave a bound or a coincidence behind, few enough for no one to wait.
  private static let tries = 40
}
