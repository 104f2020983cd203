extension StyledLine {
  /// The text without trailing spaces, for pipes and files.
  public var plain: String {
    var text = self.text
    while text.utf8.last == 0x20 { text.removeLast() }
    return text
  }

  /// Adds the text without trailing spaces, in UTF-8.
  public func appendPlain(to bytes: inout [UInt8]) {
    for run in runs { bytes.append(contentsOf: run.text.utf8) }
    while bytes.last == 0x20 { bytes.removeLast() }
  }

  /// The text with the escape sequences (SGR) of a theme, ending in its reset where there is one to end.
  ///
  /// - Parameter colors: how many colours the terminal has: 256, 16, 8, or 0 for emphasis alone.
  public func ansi(theme: Theme, colors: Int = 256) -> String {
    var result = ""
    var isPlain = true
    for run in runs {
      let codes = theme.appearance(of: run.style).codes(colors: colors)
      if codes.isEmpty {
        if !isPlain { result += "\u{1B}[0m" }
        isPlain = true
      } else {
        result += "\u{1B}[0;\(codes)m"
        isPlain = false
      }
      result += run.text
    }
    if !isPlain { result += "\u{1B}[0m" }
    return result
  }
}

extension Appearance {
  /// The parameters of its SGR sequence, joined with semicolons.
  func codes(colors: Int) -> String {
    var codes: [String] = []
    let marks: [(Style.Emphasis, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strikethrough, "9"),
    ]
    for (mark, code) in marks where emphasis.contains(mark) { codes.append(code) }
    if let foreground, let code = foreground.code(base: 30, colors: colors) { codes.append(code) }
    if let background, let code = background.code(base: 40, colors: colors) { codes.append(code) }
    return codes.joined(separator: ";")
  }
}

extension Color {
  /// The SGR parameters that set it; base 30 is the foreground, 40 the background.
  func code(base: Int, colors: Int) -> String? {
    if colors < 8 { return nil }
    switch self {
    case .indexed(let index, let own):
      return colors >= 256 ? "\(base + 8);5;\(index)" : Color.terminal(own).code(base: base, colors: colors)
    case .terminal(let own):
      // Grey is the ninth colour; its remainder would be black on black.
      if colors < 16 && own % 8 == 0 { return nil }
      if own < 8 || colors < 16 { return "\(base + Int(own % 8))" }
      return "\(base + 60 + Int(own) - 8)"
    }
  }
}
