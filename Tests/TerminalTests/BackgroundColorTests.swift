import Testing

@testable import Terminal

@Suite struct BackgroundColorTests {
  /// What a terminal says after ESC ], and whether dark text suits it.
  @Test(arguments: [
    ("11;rgb:ffff/ffff/ffff", true as Bool?), ("11;rgb:0000/0000/0000", false),
    ("11;rgb:fdf6/f6e3/e3e3", true), ("11;rgb:00/2b/36", false), ("11;rgb:f/f/d", true),
    ("11;rgba:1e1e/1e1e/2e2e/ffff", false), ("11;rgb:0000/ffff/0000", true), ("11;rgb:ffff/0000/0000", false),
    ("10;rgb:ffff/ffff/ffff", nil), ("11;rgb:ffff/ffff", nil), ("11;rgb:/ffff/ffff", nil), ("11;?", nil),
    ("11;rgb:zz/00/00", nil), ("", nil), ("52;c;Zm9v", nil),
  ])
  func brightnessIsRead(answer: String, isLight: Bool?) {
    #expect(BackgroundColor.isLight(answer) == isLight)
  }

  /// What follows ESC ], what is read of it, and what is left for keys.
  @Test(arguments: [
    ("11;rgb:00/00/00\u{7}j", "11;rgb:00/00/00", "j"), ("11;rgb:00/00/00\u{1B}\\j", "11;rgb:00/00/00", "j"),
    ("11;rgb:00", "11;rgb:00", ""), ("\u{7}j", "", "j"),
  ])
  func anAnswerEndsWhereItSays(input: String, text: String, rest: String) {
    var scalars = Array(input.unicodeScalars)[...]
    let first = scalars.removeFirst().value
    let read = BackgroundColor.readSequence(first: first) { scalars.popFirst()?.value }
    #expect(read == text)
    #expect(String(String.UnicodeScalarView(scalars)) == rest)
  }

  @Test(arguments: [
    ("xterm-256color", false, true), ("screen", false, false), ("screen-256color", true, true),
    ("tmux-256color", true, true), ("linux", false, false), ("vt100", false, false), ("", false, false),
  ])
  func onlyTerminalsThatTakeItAreAsked(terminal: String, isInTmux: Bool, isAsked: Bool) {
    #expect(BackgroundColor.canBeAsked(terminal: terminal, isInTmux: isInTmux) == isAsked)
  }
}
