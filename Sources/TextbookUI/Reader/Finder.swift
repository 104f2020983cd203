import Content
import Dispatch
import Synchronization
import Typesetting

/// Searches the book beside the reading: brings its index up to date, then answers the text that was asked for last.
final class Finder: Sendable {
  private let queue = DispatchQueue(label: "napkin.find", qos: .userInitiated)
  private let index = Mutex<SearchIndex?>(nil)
  private let asked = Mutex("")
  private let isStopped = Mutex(false)
  private let path: String?
  private let inbox: Inbox

  /// - Parameter path: where the index is kept; nil for one in memory.
  init(path: String?, inbox: Inbox) {
    self.path = path
    self.inbox = inbox
  }

  /// Brings the index up to date with a book.
  func read(_ book: Book, from loader: BookLoader) {
    let work: @Sendable () -> Void = { [self] in
      if isStopped.withLock({ $0 }) { return }
      do {
        let index = try self.index.withLock({ $0 }) ?? SearchIndex(path: path)
        try index.update(
          book, stamps: loader.stamps(), formulas: .typeset, chapter: { loader.chapter($0, of: book) }
        ) {
          isStopped.withLock { $0 }
        }
        self.index.withLock { $0 = index }
        inbox.put(.findNotice(nil))
      } catch {
        inbox.put(.findNotice("The book can not be searched: \(error)"))
      }
    }
    queue.async(execute: work)
  }

  /// Looks for a text; where another is asked for before its turn comes, it is not looked for.
  func find(_ text: String) {
    asked.withLock { $0 = text }
    let work: @Sendable () -> Void = { [self] in
      guard asked.withLock({ $0 }) == text, let index = index.withLock({ $0 }) else { return }
      do {
        inbox.put(.found(text, try index.hits(for: text)))
      } catch {
        inbox.put(.findNotice("The book can not be searched: \(error)"))
      }
    }
    queue.async(execute: work)
  }

  /// Ends the work on the index as soon as a chapter is done.
  func stop() { isStopped.withLock { $0 = true } }
}
