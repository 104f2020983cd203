import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gives the terminal back when the program crashes or exits: handlers write bytes that were prepared while all was well,
/// restore the terminal's modes, and let the signal go on to whoever handled it before.
struct CrashGuard {
  static let numbers: [Int32] = [SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP]

  /// Notes the terminal's modes as they are now; call before ncurses changes them.
  init(terminal: Int32) {
    crashState.pointee.terminal = terminal
    crashState.pointee.hasModes = tcgetattr(terminal, &crashState.pointee.modes) == 0
  }

  /// Guards from now on, before ncurses starts; a crash writes `restore`, which ends what ncurses began.
  func install(restore: [UInt8]) {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(restore.count, 1))
    bytes.initialize(from: restore, count: restore.count)
    crashState.pointee.bytes = bytes
    crashState.pointee.count = restore.count
    installStack()
    for (index, number) in Self.numbers.enumerated() {
      napkin_handle(number, leaveAndGoOn, &crashState.pointee.previous[index])
    }
    setActive(true)
    if !crashState.pointee.isAtExit {
      crashState.pointee.isAtExit = true
      atexit { giveTerminalBack() }
    }
  }

  /// Whether the terminal is in ncurses' hands. As long as it is, standard error is kept off it.
  func setActive(_ isActive: Bool) {
    crashState.pointee.isActive = isActive
    if isActive {
      crashState.pointee.errorOutput.keep()
    } else {
      crashState.pointee.errorOutput.release()
    }
  }

  func remove() {
    setActive(false)
    for (index, number) in Self.numbers.enumerated() {
      napkin_restore_handler(number, &crashState.pointee.previous[index])
    }
    crashState.pointee.count = 0
  }

  /// A stack for the handlers, so that they also run when the stack itself has overflowed.
  private func installStack() {
    var present = stack_t()
    guard sigaltstack(nil, &present) == 0, Int(present.ss_flags) & Int(SS_DISABLE) != 0 else { return }
    let size = 65_536
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    stack.ss_flags = 0
    sigaltstack(&stack, nil)
  }
}

/// What the handlers may touch: bare memory, set up before they are.
private struct CrashState {
  var terminal: Int32 = -1
  var hasModes = false
  var modes = termios()
  var bytes: UnsafeMutablePointer<UInt8>?
  var count = 0
  var isActive = false
  var isAtExit = false
  var errorOutput = ErrorOutput()
  let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: CrashGuard.numbers.count)
}

private nonisolated(unsafe) let crashState: UnsafeMutablePointer<CrashState> = {
  let pointer = UnsafeMutablePointer<CrashState>.allocate(capacity: 1)
  pointer.initialize(to: CrashState())
  for index in 0..<CrashGuard.numbers.count { (pointer.pointee.previous + index).initialize(to: sigaction()) }
  return pointer
}()

private func giveTerminalBack() {
  guard crashState.pointee.isActive else { return }
  crashState.pointee.isActive = false
  if let bytes = crashState.pointee.bytes {
    _ = write(crashState.pointee.terminal, bytes, crashState.pointee.count)
  }
  if crashState.pointee.hasModes {
    tcsetattr(crashState.pointee.terminal, TCSANOW, &crashState.pointee.modes)
  }
  crashState.pointee.errorOutput.release()
}

private func leaveAndGoOn(_ number: Int32) {
  giveTerminalBack()
  if let index = crashIndex(number) {
    napkin_restore_handler(number, crashState.pointee.previous + index)
  } else {
    napkin_handle_by_default(number)
  }
  raise(number)
}

/// The place of a signal in `CrashGuard.numbers`, found without touching an array: a handler must not allocate.
private func crashIndex(_ number: Int32) -> Int? {
  switch number {
  case SIGSEGV: 0
  case SIGABRT: 1
  case SIGILL: 2
  case SIGBUS: 3
  case SIGFPE: 4
  case SIGTRAP: 5
  default: nil
  }
}
