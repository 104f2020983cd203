/// A fenced div: a callout, a checkpoint, or a box of the author's own class.
public struct Division: Hashable, Sendable {
  public var kind: Kind
  public var attributes: Attributes
  /// From the attribute `title`; empty where there is none.
  public var title: [Inline]
  /// `5.2`, where its kind is numbered.
  public var number: String?
  public var blocks: [Block]
  public var range: SourceRange

  /// The classes that the book knows.
  public enum Kind: Hashable, Sendable {
    case definition, perspective, napkinMath, example, checkpoint, warStory, lighthouse, principle, insight
    case fallacy, pitfall, takeaways, note, warning
    /// A div that wraps exactly one question.
    case quickCheck
    /// A class that is not known: a plain titled box.
    case other(String)
  }

  public init(
    kind: Kind, attributes: Attributes, title: [Inline] = [], number: String? = nil, blocks: [Block],
    range: SourceRange
  ) {
    self.kind = kind
    self.attributes = attributes
    self.title = title
    self.number = number
    self.blocks = blocks
    self.range = range
  }
}
