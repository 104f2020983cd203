import Synchronization
import Terminal

/// What other threads ask of the reader, in their order; each wakes the loop that waits for keys.
final class Inbox: Sendable {
  private let requests = Mutex<[Request]>([])
  private let waker: Waker

  init(waker: Waker) { self.waker = waker }

  func put(_ request: Request) {
    requests.withLock { $0.append(request) }
    waker.wake()
  }

  /// All that was put since the last time.
  func take() -> [Request] {
    requests.withLock { requests in
      defer { requests = [] }
      return requests
    }
  }
}
