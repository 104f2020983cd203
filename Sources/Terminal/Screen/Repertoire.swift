/// The characters that pages are drawn with.
public enum Repertoire: String, CaseIterable, Sendable {
  /// All that Unicode has: braille for curves, mathematical alphabets, raised letters.
  case unicode
  /// Those of every terminal.
  case ascii

  /// Whether a kind of terminal, by its `TERM`, lacks most of what pages use even where its text is UTF-8: the fonts of
  /// consoles have 256 or 512 characters, and which ones can not be known; terminals of the vt series and those that
  /// behave like them have Latin letters alone.
  public static func isLimited(terminal kind: String) -> Bool {
    let name = kind.prefix { $0 != "-" }
    if name.hasPrefix("vt"), name.dropFirst(2).first?.isNumber == true { return true }
    return limited.contains(String(name))
  }

  private static let limited: Set<String> = [
    "linux", "ansi", "console", "cons25", "cons25r", "cons50", "cygwin", "pcansi", "pccon", "sun", "wsvt25",
  ]

  /// The repertoire for a terminal.
  ///
  /// - Parameters:
  ///   - wish: what the person asked for, which holds whatever else is known.
  ///   - kind: the terminal's `TERM`; nil for text that goes elsewhere.
  ///   - isUnicode: whether the locale's text is UTF-8.
  public static func suited(wish: Repertoire?, terminal kind: String?, isUnicode: Bool) -> Repertoire {
    if let wish { return wish }
    return isUnicode && !(kind.map(isLimited) ?? false) ? .unicode : .ascii
  }
}
