/// A displayed formula.
public struct Formula: Hashable, Sendable {
  public var tex: String
  public var id: String?
  /// `5.3`, where it has an id.
  public var number: String?
  /// What is shown in its place, line by line, where the page is too narrow for it.
  public var plain: [String] = []
  public var range: SourceRange

  public init(tex: String, id: String? = nil, number: String? = nil, range: SourceRange) {
    self.tex = tex
    self.id = id
    self.number = number
    self.range = range
  }
}
