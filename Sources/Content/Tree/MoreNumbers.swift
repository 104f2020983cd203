/// The calculators of a section that have no place of their own, folded at its end.
public struct MoreNumbers: Hashable, Sendable {
  /// Their ids.
  public var calculators: [String]
  public var range: SourceRange

  public init(calculators: [String], range: SourceRange) {
    self.calculators = calculators
    self.range = range
  }
}
