import Terminal
import Testing

@Suite struct ScreenErrorTests {
  /// Each says what was found and what to type instead.
  @Test(arguments: [
    (ScreenError.notATerminal, "needs a terminal", "napkin show"),
    (.noTerminalType, "TERM is not set", "TERM=xterm-256color"),
    (.unknownTerminalType("foo"), "TERM=foo", "ncurses-term"),
    (.tooSimple("dumb"), "TERM=dumb", "napkin show"), (.noDatabase, "terminfo", "ncurses-base"),
  ])
  func saysWhatToDo(error: ScreenError, found: String, advice: String) {
    #expect(error.description.contains(found))
    #expect(error.description.contains(advice))
  }
}
