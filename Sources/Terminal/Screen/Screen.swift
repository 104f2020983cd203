import Typesetting

/// A terminal as the program sees it. One thread owns it.
public protocol Screen: AnyObject {
  var size: ScreenSize { get }
  /// Whether it shows more than ASCII.
  var isUnicode: Bool { get }
  /// Interrupts `nextEvent` from any thread.
  var waker: Waker { get }
  /// Shows a frame; only what differs from the last one is written.
  func draw(_ frame: Frame)
  /// Waits for the next event.
  ///
  /// - Parameter whenIdle: called when no event can be read and before the waiting begins, perhaps more than once: the
  ///   time to draw, since a frame drawn while keys are waiting is stale before it is seen.
  func nextEvent(whenIdle: () -> Void) -> Event
  /// Gives the terminal back to the shell while `body` runs (an editor), then takes it again and redraws all.
  func suspended(_ body: () -> Void)
  /// Stops the program as Ctrl-Z does; returns when it goes on, with everything drawn anew.
  func stop()
  /// Draws everything anew with the next frame, whatever else has written on the terminal.
  func redraw()
  /// Puts a text on the terminal's clipboard.
  ///
  /// - Returns: whether the terminal is of a kind that has one that programs can write to.
  func copy(_ text: String) -> Bool
  /// Whether the program gets the mouse, or the terminal itself for selecting text.
  func setMouse(_ isOn: Bool)
  /// Asks the terminal for the colour behind its text; `Event.background` brings the answer, if it gives one.
  func askBackground()
  /// Draws in other colours from the next frame on.
  func setTheme(_ theme: Theme)
}

extension Screen {
  /// Waits for the next event.
  public func nextEvent() -> Event { nextEvent {} }
}
