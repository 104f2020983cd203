/// A heading. Level 2 is a section.
public struct Heading: Hashable, Sendable {
  public var level: Int
  public var content: [Inline]
  public var attributes: Attributes
  /// `5.2.1`; nil where it is not numbered.
  public var number: String?
  public var range: SourceRange

  public init(
    level: Int, content: [Inline], attributes: Attributes = Attributes(), number: String? = nil,
    range: SourceRange
  ) {
    self.level = level
    self.content = content
    self.attributes = attributes
    self.number = number
    self.range = range
  }
}
