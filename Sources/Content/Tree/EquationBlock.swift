/// The place of an equation of the library.
public struct EquationBlock: Hashable, Sendable {
  public var id: String
  public var number: String?
  public var range: SourceRange

  public init(id: String, number: String? = nil, range: SourceRange) {
    self.id = id
    self.number = number
    self.range = range
  }
}
