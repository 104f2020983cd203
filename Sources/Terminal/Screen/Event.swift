/// What a program waits for.
public enum Event: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Text that the terminal pasted; its lines end with a line feed.
  case paste(String)
  case resize(ScreenSize)
  /// The terminal's answer to `Screen.askBackground`.
  case background(isLight: Bool)
  /// Something beside the terminal has news: its `Waker` was used.
  case wake
  /// The program was asked to end: SIGTERM, SIGHUP, SIGINT or another signal that ends programs, or the terminal is gone.
  case end
}

/// A click or a turn of the wheel, on a row and column counted from 0.
public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case click, wheelUp, wheelDown }
  public var kind: Kind
  public var row: Int
  public var column: Int

  public init(_ kind: Kind, row: Int, column: Int) {
    self.kind = kind
    self.row = row
    self.column = column
  }
}
