/// Links that a terminal opens when they are clicked (OSC 8).
///
/// Terminals that do not know the sequence should swallow it, but not all do, and the terminal database says nothing of
/// it: only those that are known to take it get it.
public enum Hyperlinks {
  /// - Parameter environment: what the terminal says of itself in `TERM`, `TERM_PROGRAM` and variables of its own.
  public static func areKnown(environment: [String: String]) -> Bool {
    let kind = environment["TERM"] ?? ""
    guard Clipboard.knowsSequences(kind), !Repertoire.isLimited(terminal: kind) else { return false }
    // A multiplexer inherits what the terminal around it says, and takes links or not for itself.
    if environment["TMUX"]?.isEmpty == false || kind.hasPrefix("tmux") {
      guard environment["TERM_PROGRAM"] == "tmux" else { return false }
      return version(environment["TERM_PROGRAM_VERSION"]).map { $0 >= (3, 4) } ?? false
    }
    if kind.hasPrefix("screen") || environment["STY"]?.isEmpty == false { return false }
    if kinds.contains(String(kind.prefix { $0 != "-" })) || kinds.contains(kind) { return true }
    if let program = environment["TERM_PROGRAM"], programs.contains(program) { return true }
    if environment["WT_SESSION"]?.isEmpty == false { return true }
    return least.contains { name, number in environment[name].flatMap(Int.init).map { $0 >= number } ?? false
    }
  }

  private static let kinds: Set<String> = [
    "alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty",
  ]
  private static let programs: Set<String> = ["WezTerm", "ghostty", "iTerm.app", "rio", "vscode"]
  /// Variables that hold the version of a terminal, and the first that takes links.
  private static let least = ["VTE_VERSION": 5000, "KONSOLE_VERSION": 201_200]

  /// `3.4` and `3.5a`, also as `next-3.6`.
  private static func version(_ text: String?) -> (Int, Int)? {
    guard let text else { return nil }
    let numbers = text.drop { !$0.isNumber }.split(separator: ".", maxSplits: 1)
    guard let major = numbers.first.flatMap({ Int($0) }) else { return nil }
    return (major, numbers.count > 1 ? Int(numbers[1].prefix { $0.isNumber }) ?? 0 : 0)
  }
}
