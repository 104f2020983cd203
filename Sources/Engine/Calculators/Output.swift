/// An output that a calculator declares.
public struct Output: Hashable, Sendable {
  public var name: String
  public var label: String?
  /// The unit after `->`.
  public var unit: Unit?
  /// Significant digits after `digits`, or those of its check.
  public var digits: Int?
  public var span: Range<Int>
}
