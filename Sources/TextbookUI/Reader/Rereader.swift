import Content
import Dispatch
import Synchronization

/// Watches the book's folder, and reads again what was saved there, beside the reading.
final class Rereader: Sendable {
  private struct Current {
    var loader: BookLoader
    var book: Book?
    var watcher: FolderWatcher?
    var count = 1
  }

  private let queue = DispatchQueue(label: "napkin.reread", qos: .userInitiated)
  private let current: Mutex<Current>
  private let inbox: Inbox

  init(loader: BookLoader, inbox: Inbox) {
    current = Mutex(Current(loader: loader))
    self.inbox = inbox
  }

  /// With the manifest as it was read last.
  var loader: BookLoader { current.withLock { $0.loader } }

  /// Watches the files of a book that was read.
  func watch(_ book: Book) {
    let loader = current.withLock { current in
      current.book = book
      return current.watcher == nil ? current.loader : nil
    }
    guard let loader else { return }
    let changed: @Sendable ([String]) -> Void = { [weak self] paths in
      guard let self else { return }
      queue.async { self.read(paths) }
    }
    let watcher = FolderWatcher(folder: loader.folder, isDeep: !loader.isPage, changed: changed)
    current.withLock { $0.watcher = watcher }
  }

  func stop() {
    current.withLock { $0.watcher.take() }?.stop()
  }

  private func read(_ paths: [String]) {
    let (loader, known, number) = current.withLock { current in
      current.count += 1
      return (current.loader, current.book, current.count)
    }
    guard let known, !loader.isPage || paths.contains(where: { loader.shows($0) }) else { return }
    do throws(BookError) {
      let (newLoader, reread) = try loader.reread(known, changed: paths)
      let book = reread.linkingTerms()
      current.withLock {
        $0.loader = newLoader
        $0.book = book
      }
      inbox.put(.reread(paths, CompletedBook(book: book, number: number), nil))
    } catch {
      inbox.put(.reread(paths, nil, error.message))
    }
  }
}
