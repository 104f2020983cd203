/// What stands in the place of content that could not be read.
public struct ProblemBlock: Hashable, Sendable {
  public var message: String
  public var advice: String?
  /// The text as the author wrote it.
  public var source: String
  public var range: SourceRange

  public init(message: String, advice: String? = nil, source: String, range: SourceRange) {
    self.message = message
    self.advice = advice
    self.source = source
    self.range = range
  }
}
