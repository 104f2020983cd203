/// The bytes that put a text on a terminal's clipboard: OSC 52, as xterm defines it.
enum Clipboard {
  /// Longer texts are refused by terminals, most of which take 74,994 bytes of base 64.
  static let longest = 56_000

  /// Nil for a terminal that has no clipboard, and for a text that is too long.
  ///
  /// tmux hands on what is wrapped for it where `allow-passthrough` is on, and takes the plain form where
  /// `set-clipboard` is on: it gets both. GNU screen takes what is wrapped.
  static func bytes(for text: String, terminal: String, isInTmux: Bool) -> [UInt8]? {
    guard knowsSequences(terminal), text.utf8.count <= longest else { return nil }
    let plain = "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{7}"
    if isInTmux { return Array((plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\").utf8) }
    guard terminal.hasPrefix("screen") else { return Array(plain.utf8) }
    // GNU screen takes 768 bytes at a time.
    var wrapped = ""
    var rest = Array(plain)[...]
    while !rest.isEmpty {
      wrapped += "\u{1B}P" + String(rest.prefix(700)) + "\u{1B}\\"
      rest = rest.dropFirst(700)
    }
    return Array(wrapped.utf8)
  }

  /// Whether a kind of terminal takes operating system commands, or at least does not print them.
  static func knowsSequences(_ terminal: String) -> Bool {
    !terminal.isEmpty && !without.contains { terminal == $0 || terminal.hasPrefix($0 + "-") }
  }

  /// Kinds of terminals that have no clipboard, or print what they do not know.
  private static let without: Set<String> = [
    "linux", "dumb", "vt100", "vt102", "vt220", "vt320", "ansi", "cons25", "sun", "cygwin", "wsvt25", "eterm",
    "Eterm",
  ]

  private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  static func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
      let number = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        text.append(start + place <= bytes.count ? digits[number >> (18 - 6 * place) & 63] : "=")
      }
    }
    return text
  }
}
