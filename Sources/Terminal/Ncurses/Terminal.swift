import CNcurses
import Typesetting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The device behind the screen: its descriptors, its kind, its size.
struct Terminal {
  let input: Int32
  let output: Int32
  private let inputFile: UnsafeMutablePointer<FILE>?
  /// `TERM`.
  let name: String

  /// Finds the terminal: standard output, and for keys standard input or, where that is a pipe, `/dev/tty`.
  static func find() throws(ScreenError) -> Terminal {
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    var input = STDIN_FILENO
    var file = napkin_standard_input()
    if isatty(STDIN_FILENO) != 1 {
      file = fopen("/dev/tty", "r")
      guard let file else { throw .notATerminal }
      input = fileno(file)
    }
    guard let name = getenv("TERM").map({ String(cString: $0) }), !name.isEmpty else {
      throw .noTerminalType
    }
    if let problem = problem(ofKind: name) { throw problem }
    return Terminal(input: input, output: STDOUT_FILENO, inputFile: file, name: name)
  }

  /// Why a kind of terminal can not show a screen; nil where it can, and its capabilities can be asked for then.
  static func problem(ofKind name: String) -> ScreenError? {
    if name.isEmpty { return .noTerminalType }
    var status: Int32 = 0
    if setupterm(name, STDOUT_FILENO, &status) == ERR {
      return switch status {
      case 1: .tooSimple(name)
      case 0: .unknownTerminalType(name)
      default: .noDatabase
      }
    }
    return napkin_terminal_string("cup", 0) == nil ? .tooSimple(name) : nil
  }

  /// What the kind of terminal that was set up shows of styles.
  static var styles: TerminalStyles {
    let capabilities: [(Style.Emphasis, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "sitm"), (.underline, "smul"), (.reverse, "rev"),
      (.strikethrough, "smxx"),
    ]
    var emphases: Style.Emphasis = []
    for (emphasis, name) in capabilities where napkin_terminal_string(name, 0) != nil {
      emphases.insert(emphasis)
    }
    // The bits of ncv are those of terminfo's no_color_video: standout, underline, reverse, blink, dim, bold.
    let unsuited = max(0, Int(tigetnum("ncv")))
    let bits: [(Style.Emphasis, Int)] = [(.underline, 2), (.reverse, 4), (.dim, 16), (.bold, 32)]
    var colorless: Style.Emphasis = []
    for (emphasis, bit) in bits where unsuited & bit != 0 { colorless.insert(emphasis) }
    return TerminalStyles(
      colors: max(0, Int(tigetnum("colors"))), emphases: emphases, colorless: colorless)
  }

  /// Whether the kind of terminal that was set up takes its styles as ECMA-48 has them (SGR): all but a few old ones.
  static var takesSGR: Bool {
    for name in ["bold", "smul", "rev"] {
      if let text = napkin_terminal_string(name, 0), strncmp(text, "\u{1B}[", 2) == 0 { return true }
    }
    return false
  }

  /// Hands the terminal to ncurses.
  func start() throws(ScreenError) {
    guard newterm(nil, napkin_standard_output(), inputFile) != nil else { throw .unknownTerminalType(name) }
  }

  func close() {
    if input != STDIN_FILENO, let inputFile { fclose(inputFile) }
  }

  /// Has ncurses write a frame at once. Before it has come back from a shell for the first time, it writes whatever it has
  /// at every movement of the cursor: dozens of pieces for a page. So it leaves for a shell that nobody sees; the next
  /// frame is its return.
  func writeFramesWhole() {
    let kept = dup(output)
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    if kept >= 0, nowhere >= 0, dup2(nowhere, output) >= 0 {
      endwin()
      _ = dup2(kept, output)
    }
    if nowhere >= 0 { Self.close(nowhere) }
    if kept >= 0 { Self.close(kept) }
  }

  private static func close(_ descriptor: Int32) {
    #if canImport(Darwin)
      _ = Darwin.close(descriptor)
    #else
      _ = Glibc.close(descriptor)
    #endif
  }

  /// Turns off what the system does with written text. ncurses needs none of it, and with it a frame goes out in pieces.
  func sendBytesAsTheyAre() {
    var modes = termios()
    guard tcgetattr(output, &modes) == 0 else { return }
    modes.c_oflag &= ~tcflag_t(OPOST)
    if tcsetattr(output, TCSANOW, &modes) == 0 { def_prog_mode() }
  }

  /// The size now; 80x24 where the terminal does not tell.
  var size: ScreenSize {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard napkin_terminal_size(output, &columns, &rows) == 0, columns > 0, rows > 0 else {
      return ScreenSize(columns: 80, rows: 24)
    }
    return ScreenSize(columns: Int(columns), rows: Int(rows))
  }

  /// What to write so that a shell finds the terminal as it was: for a crash, when ncurses can no longer do it.
  var restoringBytes: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ name: String, _ number: Int32 = 0) {
      guard let text = napkin_terminal_string(name, number) else { return }
      bytes += Array(UnsafeBufferPointer(start: text, count: strlen(text))).map(UInt8.init(bitPattern:))
    }
    if takesPasteMode { bytes += Array(PasteReader.off.utf8) }
    add("XM")
    if napkin_terminal_string("kmous", 0) != nil { bytes += Array("\u{1B}[?1006l\u{1B}[?1000l".utf8) }
    for name in ["sgr0", "op", "cnorm", "rmkx", "rmcup"] { add(name) }
    return bytes.filter { $0 != 0 }
  }

  /// Whether a kind of terminal can be told to mark what is pasted, or at least does not print what it does not know.
  private var takesPasteMode: Bool { Clipboard.knowsSequences(name) }

  /// Whether the terminal marks what is pasted.
  func setPasteMode(_ isOn: Bool) {
    if takesPasteMode { _ = write(Array((isOn ? PasteReader.on : PasteReader.off).utf8)) }
  }

  /// Writes beside ncurses, which has written all of its own by now.
  ///
  /// - Returns: whether all of it was written.
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// What `wait` found.
  struct Ready {
    var hasInput = false
    var hasWake = false
    /// The terminal is closed.
    var isGone = false
  }

  /// Waits for a key, a signal or a wake.
  ///
  /// - Parameter milliseconds: how long at most; without end when negative.
  func wait(signals: Int32, wakes: Int32, milliseconds: Int32 = -1) -> Ready {
    let flags = Int16(POLLIN)
    var entries = [
      pollfd(fd: input, events: flags, revents: 0), pollfd(fd: signals, events: flags, revents: 0),
      pollfd(fd: wakes, events: flags, revents: 0),
    ]
    let count = poll(&entries, nfds_t(entries.count), milliseconds)
    if count <= 0 { return Ready() }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    let hasInput = entries[0].revents & flags != 0
    return Ready(
      hasInput: hasInput, hasWake: entries[2].revents & flags != 0,
      isGone: !hasInput && entries[0].revents & gone != 0)
  }

  /// Whether input is waiting now.
  var hasInput: Bool { hasInput(within: 0) }

  /// Whether input comes in so many milliseconds.
  func hasInput(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    var count = poll(&entry, 1, milliseconds)
    while count < 0, errno == EINTR { count = poll(&entry, 1, milliseconds) }
    return count > 0 && entry.revents & Int16(POLLIN) != 0
  }

  /// Drops what is waiting to be read.
  func discardInput() { tcflush(input, TCIFLUSH) }
}

/// The system's `write`, which the method of that name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
