import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A pipe that never blocks: what a signal handler or another thread writes, the event loop sees in `poll`.
final class WakePipe: Sendable {
  let readEnd: Int32
  let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = ends.withUnsafeMutableBufferPointer { pipe($0.baseAddress) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (readEnd, writeEnd) = (ends[0], ends[1])
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Writes one byte. A full pipe is as good: the reader has something to see.
  func write(_ byte: UInt8 = 0) {
    var byte = byte
    _ = Self.write(writeEnd, &byte)
  }

  /// Everything that was written since the last call.
  func drain() -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = buffer.withUnsafeMutableBytes { read(readEnd, $0.baseAddress, $0.count) }
    return count > 0 ? Array(buffer.prefix(count)) : []
  }

  private static func write(_ descriptor: Int32, _ byte: UnsafePointer<UInt8>) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, byte, 1)
    #else
      Darwin.write(descriptor, byte, 1)
    #endif
  }
}

/// The signals that a full-screen program answers in its own time.
struct SignalPipe {
  /// What would end the program at once, and the terminal would stay as ncurses has it.
  static let ending: [Int32] = [
    SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU,
  ]
  /// SIGPIPE is noted and means nothing: a closed pipe is reported by who writes to it. It is not ignored, since an editor
  /// would inherit that.
  static let numbers: [Int32] = ending + [SIGWINCH, SIGTSTP, SIGCONT, SIGPIPE]
  private let pipe = WakePipe()
  private var previous: [(number: Int32, action: sigaction)] = []

  var descriptor: Int32 { pipe.readEnd }

  /// Starts to collect the signals. Only one pipe at a time collects. ncurses sets handlers of its own only where there is
  /// none when it starts, so that this comes before.
  mutating func install() {
    signalDescriptor.pointee = pipe.writeEnd
    for number in Self.numbers {
      var old = sigaction()
      napkin_handle(number, noteSignal, &old)
      previous.append((number, old))
    }
  }

  /// The numbers of the signals that came since the last call.
  func drain() -> [Int32] { pipe.drain().map(Int32.init) }

  /// Handles one signal anew, after `stop` had given it back to the system.
  func collect(_ number: Int32) { napkin_handle(number, noteSignal, nil) }

  mutating func remove() {
    for var entry in previous { napkin_restore_handler(entry.number, &entry.action) }
    previous = []
    signalDescriptor.pointee = -1
  }
}

// A handler may touch nothing that Swift guards (exclusive access, lazy values), hence bare memory that is set up before
// any handler is.
private nonisolated(unsafe) let signalDescriptor: UnsafeMutablePointer<Int32> = {
  let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
  pointer.initialize(to: -1)
  return pointer
}()

private func noteSignal(_ number: Int32) {
  let savedError = errno
  var byte = UInt8(truncatingIfNeeded: number)
  if signalDescriptor.pointee >= 0 { _ = write(signalDescriptor.pointee, &byte, 1) }
  errno = savedError
}
