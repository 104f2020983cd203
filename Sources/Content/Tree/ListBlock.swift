/// A list, ordered or not.
public struct ListBlock: Hashable, Sendable {
  public var isOrdered: Bool
  /// The number of the first item.
  public var start: Int
  /// Whether items stand without blank lines between them.
  public var isTight: Bool
  public var items: [ListItem]
  public var range: SourceRange

  public init(isOrdered: Bool, start: Int = 1, isTight: Bool = true, items: [ListItem], range: SourceRange) {
    self.isOrdered = isOrdered
    self.start = start
    self.isTight = isTight
    self.items = items
    self.range = range
  }
}
