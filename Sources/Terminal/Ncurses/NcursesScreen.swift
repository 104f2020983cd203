import CNcurses
import Typesetting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terminal of this process, through ncurses. It is given back as it was when the screen is closed or released, when
/// the program exits, and when it crashes.
///
/// ```swift
/// let screen = try NcursesScreen()
/// defer { screen.close() }
/// screen.draw(Frame(rows: [StyledLine("hello")]))
/// _ = screen.nextEvent()
/// ```
public final class NcursesScreen: Screen {
  /// How a screen is used.
  public struct Options: Sendable {
    public var theme: Theme
    /// The characters that were asked for; nil for those that the locale and the kind of terminal allow.
    public var repertoire: Repertoire?
    /// Nil: colours unless NO_COLOR is set.
    public var hasColor: Bool?
    public var hasMouse: Bool

    public init(
      theme: Theme = .dark, repertoire: Repertoire? = nil, hasColor: Bool? = nil, hasMouse: Bool = true
    ) {
      self.theme = theme
      self.repertoire = repertoire
      self.hasColor = hasColor
      self.hasMouse = hasMouse
    }
  }

  public private(set) var size: ScreenSize
  public let isUnicode: Bool
  public let waker: Waker

  private let terminal: Terminal
  private let wakes: WakePipe
  private var signals = SignalPipe()
  private var keys: KeyReader
  private var palette: Palette
  private let guardian: CrashGuard
  private var isMouseOn = false
  private var isClosed = false
  /// What the terminal shows, by row.
  private var shown: [StyledLine?] = []
  /// Events that were read from a signal and not given out yet.
  private var waiting: [Event] = []
  private var emptyReads = 0

  /// Takes the terminal.
  ///
  /// - Throws: why it can not be used; nothing has been changed then.
  public init(options: Options = Options()) throws(ScreenError) {
    terminal = try Terminal.find()
    keys = KeyReader(KeySource(terminal))
    let isUTF8 = Locale.useUnicode(isAskedFor: options.repertoire == .unicode)
    let repertoire = Repertoire.suited(wish: options.repertoire, terminal: terminal.name, isUnicode: isUTF8)
    isUnicode = isUTF8 && repertoire == .unicode
    guardian = CrashGuard(terminal: terminal.output)
    let wakes = WakePipe()
    self.wakes = wakes
    waker = Waker { wakes.write() }

    // Before ncurses, so that no signal ever finds the terminal in its hands alone.
    guardian.install(restore: terminal.restoringBytes)
    signals.install()
    do throws(ScreenError) {
      try terminal.start()
    } catch {
      guardian.remove()
      signals.remove()
      throw error
    }
    _ = set_escdelay(25)
    raw()
    // A frame goes out whole; looking for keys between rows would write each row by itself.
    _ = typeahead(-1)
    noecho()
    nonl()
    let window = napkin_stdscr()
    keypad(window, true)
    nodelay(window, true)
    idlok(window, true)
    terminal.sendBytesAsTheyAre()
    terminal.writeFramesWhole()
    palette = Palette(theme: options.theme, hasColor: options.hasColor ?? Locale.allowsColor)
    size = terminal.size
    terminal.setPasteMode(true)
    isMouseOn = options.hasMouse
    setMouse(options.hasMouse)
  }

  deinit { close() }

  /// Gives the terminal back as it was. Nothing is drawn any more after that.
  public func close() {
    if isClosed { return }
    isClosed = true
    takeLateAnswer()
    terminal.setPasteMode(false)
    mousemask(0, nil)
    endwin()
    guardian.remove()
    signals.remove()
    terminal.close()
  }

  public func draw(_ frame: Frame) {
    if isClosed { return }
    let window = napkin_stdscr()
    if shown.count != size.rows { shown = Array(repeating: nil, count: size.rows) }
    for row in 0..<size.rows {
      let line = row < frame.rows.count ? frame.rows[row] : StyledLine()
      if shown[row] == line { continue }
      shown[row] = line
      draw(line.columns(0..<size.columns), at: row, in: window)
    }
    if let cursor = frame.cursor, (0..<size.rows).contains(cursor.row) {
      wmove(window, Int32(cursor.row), Int32(min(max(cursor.column, 0), size.columns - 1)))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wrefresh(window)
  }

  private func draw(_ line: StyledLine, at row: Int, in window: UnsafeMutablePointer<WINDOW>?) {
    wmove(window, Int32(row), 0)
    wattr_set(window, 0, 0, nil)
    wclrtoeol(window)
    for run in line.runs {
      let attributes = palette.attributes(of: run.style)
      napkin_set_attributes(window, attributes.attributes, attributes.pair)
      // Control characters, if there were any, ncurses itself replaces: no text can steer the terminal.
      let text = isUnicode ? run.text : run.text.inASCII
      _ = text.withCString { waddnstr(window, $0, -1) }
    }
    wattr_set(window, 0, 0, nil)
  }

  public func nextEvent(whenIdle: () -> Void) -> Event {
    while true {
      if isClosed { return .end }
      for number in signals.drain() { handle(signal: number) }
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let event = keys.next() {
        emptyReads = 0
        return event
      }
      // Also after bytes that are no event: they may have held a drawing back.
      whenIdle()
      let ready = terminal.wait(
        signals: signals.descriptor, wakes: wakes.readEnd, milliseconds: keys.patience ?? -1)
      if ready.isGone { return .end }
      if ready.hasInput {
        // Input of which nothing can ever be read is the end of it.
        emptyReads = keys.hasRead ? 0 : emptyReads + 1
        if emptyReads > 50 { return .end }
      } else if ready.hasWake {
        _ = wakes.drain()
        return .wake
      }
    }
  }

  private func handle(signal number: Int32) {
    switch number {
    case SIGWINCH:
      adoptSize()
      waiting.append(.resize(size))
    case SIGTSTP: stop()
    case SIGCONT: redraw()
    case SIGPIPE: break
    default: waiting.append(.end)
    }
  }

  private func adoptSize() {
    size = terminal.size
    resizeterm(Int32(size.rows), Int32(size.columns))
    shown = []
  }

  public func copy(_ text: String) -> Bool {
    if isClosed { return false }
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    guard let bytes = Clipboard.bytes(for: text, terminal: kind, isInTmux: getenv("TMUX") != nil) else {
      return false
    }
    return terminal.write(bytes)
  }

  public func redraw() {
    shown = []
    clearok(napkin_stdscr(), true)
  }

  public func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    mouseinterval(0)
    let events = napkin_mouse_presses() | napkin_mouse_wheel_up() | napkin_mouse_wheel_down()
    mousemask(isOn ? events : 0, nil)
  }

  public func setTheme(_ theme: Theme) {
    if palette.use(theme) { shown = [] }
  }

  public func suspended(_ body: () -> Void) {
    leave()
    body()
    enter()
    // Ctrl-C and Ctrl-\ in an editor are the editor's: they come to the whole group.
    for number in signals.drain() where number != SIGINT && number != SIGQUIT { handle(signal: number) }
  }

  public func stop() {
    leave()
    napkin_handle_by_default(SIGTSTP)
    // The whole group, so that a script around the program stops with it.
    kill(0, SIGTSTP)
    signals.collect(SIGTSTP)
    enter()
    for number in signals.drain() where number != SIGCONT && number != SIGTSTP { handle(signal: number) }
  }

  public func askBackground() {
    let kind = getenv("TERM").map { String(cString: $0) } ?? ""
    guard !isClosed, BackgroundColor.canBeAsked(terminal: kind, isInTmux: getenv("TMUX") != nil),
      terminal.write(BackgroundColor.question)
    else { return }
    keys.awaitAnswer(seconds: 1)
  }

  /// An answer that comes after the program has left the terminal would stand in the shell as if it had been typed.
  private func takeLateAnswer() {
    if keys.isAwaiting, terminal.hasInput(within: BackgroundColor.patience) { terminal.discardInput() }
  }

  private func leave() {
    takeLateAnswer()
    terminal.setPasteMode(false)
    mousemask(0, nil)
    endwin()
    guardian.setActive(false)
  }

  private func enter() {
    guardian.setActive(true)
    reset_prog_mode()
    terminal.setPasteMode(true)
    setMouse(isMouseOn)
    let before = size
    adoptSize()
    if size != before { waiting.append(.resize(size)) }
    redraw()
    wrefresh(napkin_stdscr())
  }
}
