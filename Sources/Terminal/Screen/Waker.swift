/// Makes a screen's `nextEvent` return `Event.wake`; callable from any thread, and as often as wished: wakes that were
/// not yet seen are one.
public struct Waker: Sendable {
  private let action: @Sendable () -> Void

  init(_ action: @escaping @Sendable () -> Void) { self.action = action }

  public func wake() { action() }
}
