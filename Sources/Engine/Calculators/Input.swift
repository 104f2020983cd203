/// An input that a calculator declares.
public struct Input: Hashable, Sendable {
  /// What it takes.
  public enum Kind: Hashable, Sendable {
    case quantity, text, list
    case profile(Profile.Kind)
  }

  public var name: String
  public var label: String?
  public var kind: Kind
  /// The author's value as written.
  public var defaultText: String
  /// The unit that a bare number takes and in which the value is shown.
  public var unit: Unit?
  public var lowest: Quantity?
  public var highest: Quantity?
  public var step: Quantity?
  public var isLogarithmic: Bool
  public var isInteger: Bool
  /// What can be chosen, as entries; nil when any value in bounds goes. For a profile: the ids of every profile of its
  /// kind, which the workbook knows, so nil here.
  public var choices: [String]?
  public var isWorkbench: Bool
  public var span: Range<Int>
}
