/// `@sec-id`, `@fig-id`, `@tbl-id`, `@eq-id` or `@calc-id`.
public struct Reference: Hashable, Sendable {
  /// The id as the target declares it: `sec-…`, `fig-…`, `tbl-…`, `eq-…`, or for `@calc-X` the cell id `X`.
  public var id: String
  /// Whether it was written `@calc-…`.
  public var isCalculator: Bool
  public var range: SourceRange

  public init(id: String, isCalculator: Bool = false, range: SourceRange) {
    self.id = id
    self.isCalculator = isCalculator
    self.range = range
  }
}
