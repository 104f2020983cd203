/// A listing, fenced or indented.
public struct CodeBlock: Hashable, Sendable {
  /// The first word of the info string.
  public var language: String?
  public var text: String
  public var range: SourceRange

  public init(language: String?, text: String, range: SourceRange) {
    self.language = language
    self.text = text
    self.range = range
  }
}
