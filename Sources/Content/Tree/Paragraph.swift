/// A paragraph of prose.
public struct Paragraph: Hashable, Sendable {
  public var content: [Inline]
  public var range: SourceRange

  public init(content: [Inline], range: SourceRange) {
    self.content = content
    self.range = range
  }
}
