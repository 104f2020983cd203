/// A diagram drawn as text.
public struct FigureBlock: Hashable, Sendable {
  public var id: String?
  /// `5.1`
  public var number: String?
  public var caption: [Inline]
  /// What it shows, in words.
  public var alternative: String
  public var lines: [String]
  public var range: SourceRange

  public init(
    id: String?, number: String? = nil, caption: [Inline], alternative: String, lines: [String],
    range: SourceRange
  ) {
    self.id = id
    self.number = number
    self.caption = caption
    self.alternative = alternative
    self.lines = lines
    self.range = range
  }
}
