/// A `check` that a calculator declares.
public struct Check: Hashable, Sendable {
  /// The text left of the comparison.
  public var name: String
  /// The text right of it.
  public var expected: String
  /// The share after `±`: 0.005 for `± 0.5 %`; nil where the value is to round to the digits written, or the tolerance
  /// is a quantity.
  public var tolerance: Double?
  public var span: Range<Int>
}
