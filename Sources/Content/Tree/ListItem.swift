/// An item of a list.
public struct ListItem: Hashable, Sendable {
  /// Ticked or not, for an item of a task list.
  public var task: Bool?
  public var blocks: [Block]
  public var range: SourceRange

  public init(task: Bool? = nil, blocks: [Block], range: SourceRange) {
    self.task = task
    self.blocks = blocks
    self.range = range
  }
}
