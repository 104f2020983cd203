import Foundation
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Tells when files of a book's folder are saved, added, renamed or removed.
///
/// ```swift
/// let watcher = FolderWatcher(folder: loader.folder) { paths in … }   // ["chapters/05-neural-computation.md"]
/// watcher?.stop()
/// ```
///
/// What an editor saves in several steps is told once: changes that follow each other within a few hundredths of a second
/// come together. Hidden files and the backups of editors are left out. Links are not followed.
public final class FolderWatcher: Sendable {
  private let inotify: Int32
  /// Written to once, to end the thread.
  private let stopPipe: (reading: Int32, writing: Int32)
  private let isStopped = Mutex(false)

  /// Begins to watch.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - isDeep: whether the folders in it are watched, too.
  ///   - changed: called on a thread of the watcher, with paths from the folder.
  /// - Returns: nil where the system can not watch: it has no inotify, or no watches are left.
  public init?(folder: String, isDeep: Bool = true, changed: @escaping @Sendable ([String]) -> Void) {
    #if os(Linux)
      inotify = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
      guard inotify >= 0 else { return nil }
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        close(inotify)
        return nil
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      stopPipe = (ends[0], ends[1])
      var loop = WatchLoop(
        folder: folder, isDeep: isDeep, inotify: inotify, stop: ends[0], changed: changed)
      guard loop.watch("") else {
        for descriptor in [inotify] + ends { close(descriptor) }
        return nil
      }
      let started = loop
      let thread = Thread {
        var loop = started
        loop.run()
      }
      thread.name = "napkin.watch"
      thread.start()
    #else
      return nil
    #endif
  }

  /// Watches no longer; may be called more than once.
  public func stop() {
    let isFirst = isStopped.withLock { stopped in
      defer { stopped = true }
      return !stopped
    }
    // The thread closes what it reads from when it sees that this end is closed.
    if isFirst { close(stopPipe.writing) }
  }

  deinit { stop() }
}

#if os(Linux)
  /// Waits for the kernel, gathers what it tells, and passes it on.
  private struct WatchLoop: Sendable {
    let folder: String
    let isDeep: Bool
    let inotify: Int32
    let stop: Int32
    let changed: @Sendable ([String]) -> Void
    /// The watched folders, by the kernel's number.
    var folders: [Int32: String] = [:]

    init(
      folder: String, isDeep: Bool, inotify: Int32, stop: Int32,
      changed: @escaping @Sendable ([String]) -> Void
    ) {
      self.folder = folder
      self.isDeep = isDeep
      self.inotify = inotify
      self.stop = stop
      self.changed = changed
    }

    private static let events =
      UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
      | UInt32(IN_CREATE)
      | UInt32(IN_DONT_FOLLOW) | UInt32(IN_ONLYDIR)
    /// Folders in folders; a book has two.
    private static let depth = 6
    /// How long to wait for what follows a change, in milliseconds.
    private static let pause: Int32 = 25

    /// Watches a folder and those in it.
    ///
    /// - Returns: whether the folder itself is watched.
    mutating func watch(_ path: String, depth: Int = 0) -> Bool {
      let full = path.isEmpty ? folder : folder + "/" + path
      let number = inotify_add_watch(inotify, full, Self.events)
      guard number >= 0 else { return false }
      folders[number] = path
      guard isDeep, depth < Self.depth, let directory = opendir(full) else { return true }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if !name.hasPrefix(".") { _ = watch(path.isEmpty ? name : path + "/" + name, depth: depth + 1) }
      }
      return true
    }

    mutating func run() {
      defer {
        close(inotify)
        close(stop)
      }
      var waiting: Set<String> = []
      while true {
        var descriptors = [
          pollfd(fd: inotify, events: Int16(POLLIN), revents: 0), pollfd(fd: stop, events: 0, revents: 0),
        ]
        let count = poll(&descriptors, 2, waiting.isEmpty ? -1 : Self.pause)
        if count < 0, errno != EINTR { return }
        if descriptors[1].revents != 0 { return }
        if count == 0 {
          let paths = waiting.sorted()
          waiting = []
          changed(paths)
        } else if descriptors[0].revents != 0 {
          guard read(into: &waiting) else { return }
        }
      }
    }

    /// - Returns: whether the kernel has more to tell, now or later.
    private mutating func read(into waiting: inout Set<String>) -> Bool {
      let size = 64 << 10
      let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
      defer { buffer.deallocate() }
      let got = Glibc.read(inotify, buffer, size)
      if got < 0 { return errno == EAGAIN || errno == EINTR }
      var offset = 0
      while offset + MemoryLayout<inotify_event>.size <= got {
        let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
        let name = String(
          cString: (buffer + offset + MemoryLayout<inotify_event>.size).assumingMemoryBound(to: CChar.self))
        offset += MemoryLayout<inotify_event>.size + Int(event.len)
        // The kernel lost events: everything may have changed.
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { waiting.insert("book.yaml") }
        guard event.len > 0, let base = folders[event.wd], Self.isContent(name) else { continue }
        let path = base.isEmpty ? name : base + "/" + name
        if event.mask & UInt32(IN_ISDIR) != 0 {
          if event.mask & (UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)) != 0 { _ = watch(path) }
          waiting.insert(path)
        } else if event.mask & UInt32(IN_CREATE) == 0, name.contains(".") {
          // A file that is only begun is told of when it is closed; what has no ending is an editor's.
          waiting.insert(path)
        }
      }
      return true
    }

    /// Hidden files, backups and the traces of editors are no content.
    private static func isContent(_ name: String) -> Bool {
      !name.hasPrefix(".") && !name.hasPrefix("#") && !name.hasSuffix("~") && !name.hasSuffix(".swp")
        && !name.hasSuffix(".tmp") && name != "4913"
    }
  }
#endif
