import Terminal
import Testing

@Suite struct RepertoireTests {
  @Test(arguments: [
    "linux", "linux-16color", "vt100", "vt102", "vt220", "vt320-w", "ansi", "cons25", "wsvt25",
  ])
  func consolesAndOldTerminalsGetASCII(kind: String) {
    #expect(Repertoire.suited(wish: nil, terminal: kind, isUnicode: true) == .ascii)
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "tmux-256color", "screen", "rxvt-unicode", "alacritty", "foot", "st-256color",
    "vte-256color", "dumb", "",
  ])
  func othersGetUnicode(kind: String) {
    #expect(Repertoire.suited(wish: nil, terminal: kind, isUnicode: true) == .unicode)
  }

  @Test(
    arguments: [
      (Repertoire.unicode, "linux", true), (.unicode, "vt100", false), (.ascii, "xterm", true),
    ] as [(Repertoire, String, Bool)])
  func whatWasAskedForHolds(wish: Repertoire, kind: String, isUnicode: Bool) {
    #expect(Repertoire.suited(wish: wish, terminal: kind, isUnicode: isUnicode) == wish)
  }

  @Test func anotherCharacterSetIsASCII() {
    #expect(Repertoire.suited(wish: nil, terminal: "xterm", isUnicode: false) == .ascii)
    #expect(Repertoire.suited(wish: nil, terminal: nil, isUnicode: true) == .unicode)
  }
}
