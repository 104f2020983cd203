import Dispatch
import Synchronization

/// Asks for `Request.tick` every second while it runs.
final class Clock: Sendable {
  private let timer = Mutex<(any DispatchSourceTimer)?>(nil)
  private let inbox: Inbox

  init(inbox: Inbox) { self.inbox = inbox }

  func set(_ isOn: Bool) {
    timer.withLock { timer in
      if !isOn {
        timer?.cancel()
        timer = nil
      } else if timer == nil {
        let source = DispatchSource.makeTimerSource(queue: .global(qos: .utility))
        source.schedule(deadline: .now() + 1, repeating: 1)
        let inbox = inbox
        let tick: @Sendable () -> Void = { inbox.put(.tick) }
        source.setEventHandler(handler: tick)
        source.resume()
        timer = source
      }
    }
  }
}
