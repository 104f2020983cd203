/// The values of a calculator under a scenario.
public struct CalculatorResult: Hashable, Sendable {
  public var inputs: [InputResult]
  public var outputs: [OutputResult]
  public var checks: [CheckResult]

  public init(inputs: [InputResult] = [], outputs: [OutputResult] = [], checks: [CheckResult] = []) {
    self.inputs = inputs
    self.outputs = outputs
    self.checks = checks
  }

  /// Whether some input, profile or constant that it uses, directly or not, differs from the author's.
  public var isChanged: Bool { outputs.contains(where: \.isChanged) || inputs.contains(where: \.isChanged) }
}

/// An input with its present value.
public struct InputResult: Hashable, Sendable {
  public var name: String
  public var label: String
  public var value: Value?
  /// Formatted for people.
  public var text: String
  /// The number in `unit`, where the value is a quantity.
  public var number: Double?
  public var unit: String?
  /// The author's value, formatted.
  public var authored: String
  public var isChanged: Bool
  public var error: Diagnostic?
}

/// An output with its present value, or why there is none.
public struct OutputResult: Hashable, Sendable {
  public var name: String
  public var label: String
  public var value: Value?
  /// Formatted for people; when there is no value, a dash where a machine or model lacks a figure, else empty.
  public var text: String
  /// The number in `unit`, where the value is a quantity.
  public var number: Double?
  /// The unit after `->`, else the one fixed for its dimension (B, s, FLOP, J, USD, W, FLOP/s, B/s, …).
  public var unit: String?
  /// The author's value, formatted.
  public var authored: String
  public var isChanged: Bool
  public var error: Diagnostic?
}

/// A check with its outcome.
public struct CheckResult: Hashable, Sendable {
  public var name: String
  public var expected: String
  /// What was found, formatted like `expected`.
  public var found: String
  public var isHeld: Bool
  public var error: Diagnostic?
  public var span: Range<Int>
}
