import CNcurses
import Typesetting

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of the terminal without taking it: for a report of what works here.
public struct TerminalFacts: Sendable {
  /// Whether standard output, and standard input, are a terminal.
  public let isOutputTerminal: Bool
  public let isInputTerminal: Bool
  /// `TERM`.
  public let kind: String?
  /// Why the full screen can not be had with this `TERM`; nil where it can.
  public let problem: ScreenError?
  /// What that kind of terminal shows of styles; no colours and nothing else where the kind is not known.
  public let styles: TerminalStyles
  /// Whether it takes them as escape sequences of ECMA-48.
  public let takesSGR: Bool
  public let allowsColor: Bool
  /// Whether text is UTF-8, after C.UTF-8 was tried too.
  public let isUnicode: Bool
  /// Whether that kind of terminal shows no more than ASCII reliably, whatever the locale says.
  public let isLimited: Bool
  /// The size; nil where standard output is no terminal.
  public let size: ScreenSize?
  /// Whether programs can put text on its clipboard.
  public let hasClipboard: Bool
  /// Whether it can be asked for the colour of its background.
  public let canTellBackground: Bool
  public let isInTmux: Bool
  /// `ncurses 6.4.20221231`.
  public let library: String

  /// Looks at the environment and the terminal database.
  public init() {
    isOutputTerminal = isatty(STDOUT_FILENO) == 1
    isInputTerminal = isatty(STDIN_FILENO) == 1
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    kind = name.isEmpty ? nil : name
    isInTmux = getenv("TMUX") != nil
    allowsColor = Locale.allowsColor
    isUnicode = Locale.useUnicode()
    hasClipboard = Clipboard.knowsSequences(name)
    canTellBackground = BackgroundColor.canBeAsked(terminal: name, isInTmux: isInTmux)
    library = curses_version().map { String(cString: $0) } ?? "ncurses"
    problem = Terminal.problem(ofKind: name)
    styles = problem == nil ? Terminal.styles : TerminalStyles(colors: 0, emphases: [])
    takesSGR = problem == nil && Terminal.takesSGR
    isLimited = Repertoire.isLimited(terminal: name)
    var (columns, rows): (Int32, Int32) = (0, 0)
    let isKnown = isOutputTerminal && napkin_terminal_size(STDOUT_FILENO, &columns, &rows) == 0
    size = isKnown ? ScreenSize(columns: Int(columns), rows: Int(rows)) : nil
  }
}
