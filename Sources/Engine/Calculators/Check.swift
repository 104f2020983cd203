/// A `check` that a calculator declares.
public struct Check: Hashable, Sendable {
  /// The text left of the comparison.
  public var name: String
  /// The text right of it.
  public var expected: String
  public var span: Range<Int>
}
