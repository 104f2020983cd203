extension StyledLine {
  /// The text without trailing spaces, for pipes and files.
  public var plain: String {
    var text = sanitized(self.text)
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// Adds the text without trailing spaces, in UTF-8.
  public func appendPlain(to bytes: inout [UInt8]) {
    for run in runs { bytes.append(contentsOf: sanitized(run.text).utf8) }
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  /// The text with the escape sequences (SGR) of a theme, ending in its reset where there is one to end.
  ///
  /// - Parameter styles: what the terminal shows.
  public func ansi(theme: Theme, on styles: TerminalStyles = .xterm) -> String {
    var result = ""
    var isPlain = true
    for run in runs {
      let codes = theme.appearance(of: run.style).shown(on: styles).codes(colors: styles.colors)
      if codes.isEmpty {
        if !isPlain { result += "\u{1B}[0m" }
        isPlain = true
      } else {
        result += "\u{1B}[0;\(codes)m"
        isPlain = false
      }
      result += sanitized(run.text)
    }
    if !isPlain { result += "\u{1B}[0m" }
    return result
  }
}

extension TerminalAppearance {
  /// The parameters of its SGR sequence, joined with semicolons.
  func codes(colors: Int) -> String {
    var codes: [String] = []
    let marks: [(Style.Emphasis, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strikethrough, "9"),
    ]
    for (mark, code) in marks where emphasis.contains(mark) { codes.append(code) }
    if let foreground { codes.append(Self.code(of: foreground, base: 30, colors: colors)) }
    if let background { codes.append(Self.code(of: background, base: 40, colors: colors)) }
    return codes.joined(separator: ";")
  }

  /// The SGR parameters of a colour's number; base 30 is the foreground, 40 the background.
  private static func code(of number: Int, base: Int, colors: Int) -> String {
    if number < 8 { return "\(base + number)" }
    if colors > 256 { return "\(base + 8);2;\(number >> 16);\(number >> 8 & 255);\(number & 255)" }
    return number < 16 ? "\(base + 60 + number - 8)" : "\(base + 8);5;\(number)"
  }
}
