import Testing

@testable import Terminal

@Suite struct HyperlinkTests {
  /// What a terminal says of itself, and whether it is known to take links.
  @Test(
    arguments: [
      (["TERM": "xterm-kitty"], true), (["TERM": "alacritty"], true), (["TERM": "foot-extra"], true),
      (["TERM": "xterm-256color"], false),
      (["TERM": "xterm-256color", "VTE_VERSION": "7200"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "4600"], false),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], true),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], false),
      (["TERM": "xterm-256color", "WT_SESSION": "1"], true),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "220401"], true),
      // tmux takes them from 3.4 on, whatever the terminal around it does; screen takes none.
      (
        ["TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"],
        true
      ),
      (
        [
          "TERM": "screen-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a",
        ], true
      ),
      (
        [
          "TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux",
          "TERM_PROGRAM_VERSION": "next-3.6",
        ], true
      ),
      (
        ["TERM": "tmux-256color", "TMUX": "/tmp/x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"],
        false
      ),
      (["TERM": "tmux-256color", "TMUX": "/tmp/x", "VTE_VERSION": "7200"], false),
      (["TERM": "screen-256color", "VTE_VERSION": "7200"], false),
      (["TERM": "xterm-256color", "STY": "1.pts", "VTE_VERSION": "7200"], false),
      // What a session of the console or a serial line inherited says nothing.
      (["TERM": "linux", "VTE_VERSION": "7200"], false),
      (["TERM": "vt100", "TERM_PROGRAM": "WezTerm"], false),
      (["TERM": "dumb", "VTE_VERSION": "7200"], false), (["VTE_VERSION": "7200"], false),
    ] as [([String: String], Bool)])
  func areKnown(environment: [String: String], expected: Bool) {
    #expect(Hyperlinks.areKnown(environment: environment) == expected, "\(environment)")
  }
}
