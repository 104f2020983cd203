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

/// The size of a screen in columns and rows.
public struct ScreenSize: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}
