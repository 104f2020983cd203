/// The place of a calculator whose display is a panel. The calculator itself is in the chapter.
public struct CalculatorBlock: Hashable, Sendable {
  public var id: String
  public var title: String
  /// `5.2`
  public var number: String?
  /// The outputs that are shown; all, with the notes, when nil.
  public var outputs: [String]?
  public var range: SourceRange

  public init(id: String, title: String, number: String? = nil, range: SourceRange) {
    self.id = id
    self.title = title
    self.number = number
    self.range = range
  }
}
