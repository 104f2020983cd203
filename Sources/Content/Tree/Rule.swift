/// A thematic break.
public struct Rule: Hashable, Sendable {
  public var range: SourceRange

  public init(range: SourceRange) {
    self.range = range
  }
}
