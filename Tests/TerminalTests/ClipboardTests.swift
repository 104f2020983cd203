import Testing

@testable import Terminal

@Suite struct ClipboardTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("126 KB\n", "MTI2IEtCCg=="), ("µ", "wrU="),
  ])
  func encodes(text: String, expected: String) { #expect(Clipboard.base64(Array(text.utf8)) == expected) }

  /// The kind of a terminal, whether it is in tmux, and what it gets for `f`.
  @Test(arguments: [
    ("xterm-256color", false, "\u{1B}]52;c;Zg==\u{7}" as String?),
    ("screen", false, "\u{1B}P\u{1B}]52;c;Zg==\u{7}\u{1B}\\"),
    (
      "tmux-256color", true,
      "\u{1B}]52;c;Zg==\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;Zg==\u{7}\u{1B}\\"
    ),
    ("linux", false, nil), ("vt220-8bit", false, nil), ("dumb", false, nil), ("", false, nil),
  ])
  func writes(terminal: String, isInTmux: Bool, expected: String?) {
    let bytes = Clipboard.bytes(for: "f", terminal: terminal, isInTmux: isInTmux)
    #expect(bytes.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test func refusesWhatTerminalsRefuse() {
    let text = String(repeating: "a", count: Clipboard.longest + 1)
    #expect(Clipboard.bytes(for: text, terminal: "xterm", isInTmux: false) == nil)
  }
}
