/// A terminal as the program sees it. One thread owns it.
public protocol Screen: AnyObject {
  var size: ScreenSize { get }
  /// Shows a frame; only what differs from the last one is written.
  func draw(_ frame: Frame)
  /// Waits for the next event.
  func nextEvent() -> Event
  /// Gives the terminal back to the shell while `body` runs (an editor), then takes it again and redraws all.
  func suspended(_ body: () -> Void)
}
