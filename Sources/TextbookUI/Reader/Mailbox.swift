import Synchronization

/// One thing on its way from another thread.
final class Mailbox<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)

  func put(_ value: Content) { content.withLock { $0 = value } }

  /// What was put, once.
  func take() -> Content? {
    content.withLock { content in
      defer { content = nil }
      return content
    }
  }
}
