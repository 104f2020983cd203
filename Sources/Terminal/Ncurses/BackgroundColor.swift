/// The colour behind the text, as the terminal says when it is asked: OSC 11, as xterm defines it.
enum BackgroundColor {
  /// xterm ends its answer as the question ended.
  static let question = Array("\u{1B}]11;?\u{7}".utf8)
  /// Milliseconds between two bytes of one answer, at most.
  static let patience: Int32 = 100
  private static let longest = 256

  /// Whether a terminal can be asked without printing the question.
  static func canBeAsked(terminal: String, isInTmux: Bool) -> Bool {
    if isInTmux { return true }
    // GNU screen hands nothing on.
    return Clipboard.knowsSequences(terminal) && !terminal.hasPrefix("screen")
  }

  /// Whether dark text suits it; nil for a text that is no answer: `11;rgb:ffff/ffff/dddd`.
  static func isLight(_ answer: String) -> Bool? {
    guard answer.hasPrefix("11;"), let colon = answer.firstIndex(of: ":") else { return nil }
    let kind = answer[..<colon].dropFirst(3)
    let parts = answer[answer.index(after: colon)...].split(separator: "/", omittingEmptySubsequences: false)
    guard kind == "rgb" || kind == "rgba", parts.count >= 3 else { return nil }
    let levels = parts.prefix(3).compactMap { part -> Double? in
      guard (1...4).contains(part.count), let value = Int(part, radix: 16) else { return nil }
      return Double(value) / Double(1 << (4 * part.count) - 1)
    }
    guard levels.count == 3 else { return nil }
    // Rec. 709: what the three add to the brightness.
    return 0.2126 * levels[0] + 0.7152 * levels[1] + 0.0722 * levels[2] > 0.5
  }

  /// Reads the rest of a sequence that began with ESC ] up to its end: BEL, or ESC \.
  ///
  /// - Parameter next: the next character, or nil when none comes in time.
  static func readSequence(first: UInt32, next: () -> UInt32?) -> String {
    var text = ""
    var code: UInt32? = first
    while let character = code, character != 7, text.unicodeScalars.count < longest {
      if character == 27 {
        _ = next()
        break
      }
      if let scalar = Unicode.Scalar(character) { text.unicodeScalars.append(scalar) }
      code = next()
    }
    return text
  }
}
