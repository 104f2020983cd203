/// A number in the prose that a calculator computes.
public struct LiveValue: Hashable, Sendable {
  /// What the author wrote: a name, `calculator.name`, or an expression.
  public var expression: String
  /// The nearest calculator above it in the file.
  public var calculator: String?
  public var range: SourceRange

  public init(expression: String, calculator: String?, range: SourceRange) {
    self.expression = expression
    self.calculator = calculator
    self.range = range
  }
}
