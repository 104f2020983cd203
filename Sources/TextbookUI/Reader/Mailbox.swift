import Synchronization

/// One thing on its way from another thread.
final class Mailbox<Content: Sendable>: Sendable {
  private let content = Mutex<Content?>(nil)

  /// - Returns: whether something waited that is replaced now.
  @discardableResult
  func put(_ value: Content) -> Bool {
    content.withLock { content in
      defer { content = value }
      return content != nil
    }
  }

  /// What was put, once.
  func take() -> Content? {
    content.withLock { content in
      defer { content = nil }
      return content
    }
  }
}
