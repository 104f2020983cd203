/// A live value in the prose.
public struct InlineResult: Hashable, Sendable {
  /// Formatted for people; when there is no value, a dash where a machine or model lacks a figure, else the message.
  public var text: String
  public var value: Value?
  /// Whether it differs from what the author's values give.
  public var isChanged: Bool
  /// The calculator that computes it.
  public var calculator: String?
  /// The name in that calculator.
  public var name: String?
  public var error: Diagnostic?
}
