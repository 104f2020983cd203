import Typesetting

/// What a screen shows: one line for each row, at most as wide as the screen.
public struct Frame: Hashable, Sendable {
  public var rows: [StyledLine]
  /// Where the cursor stands; hidden when nil.
  public var cursor: Position?

  /// A place on the screen, counted from 0.
  public struct Position: Hashable, Sendable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  public init(rows: [StyledLine], cursor: Position? = nil) {
    self.rows = rows
    self.cursor = cursor
  }
}
