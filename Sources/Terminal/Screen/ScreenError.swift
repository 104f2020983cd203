/// Why a terminal can not be used.
public enum ScreenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard output, or the input, is a file or a pipe.
  case notATerminal
  /// `TERM` is not set.
  case noTerminalType
  /// The terminal database does not know this `TERM`.
  case unknownTerminalType(String)
  /// The terminal can not move its cursor: `dumb`, a hard copy.
  case tooSimple(String)
  /// There is no terminal database.
  case noDatabase

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .notATerminal:
      "Reading on the full screen needs a terminal, and this is none. `napkin read --line` reads by prompts, `napkin show` prints."
    case .noTerminalType:
      "TERM is not set, so the kind of terminal is unknown. Try `TERM=xterm-256color napkin`, or print with `napkin show`."
    case .unknownTerminalType(let name):
      "The terminal database does not know TERM=\(name). Try `TERM=xterm-256color napkin`, or install ncurses-term."
    case .tooSimple(let name):
      "A terminal of the kind TERM=\(name) can not move its cursor. `napkin read --line` reads by prompts, `napkin show` prints."
    case .noDatabase:
      "There is no terminal database (terminfo) on this machine. Install ncurses-base, or print with `napkin show`."
    }
  }
}
