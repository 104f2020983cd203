import Testing

@testable import Typesetting

@Suite struct LineTests {
  private let line = StyledLine([
    Run("weights "), Run("437.5 KB", Style(.live)), Run(" 日本", Style(.code, .bold)),
  ])

  @Test func width() {
    #expect(line.width == 21)
    #expect(StyledLine().width == 0)
  }

  @Test(arguments: [
    (21, "weights 437.5 KB 日本"), (20, "weights 437.5 KB 日…"), (19, "weights 437.5 KB  …"), (9, "weights …"),
    (1, "…"),
    (0, ""),
  ])
  func clipping(columns: Int, text: String) {
    let clipped = line.clipped(to: columns)
    #expect(clipped.text == text)
    #expect(clipped.width == min(columns, 21))
  }

  @Test(arguments: [
    (0..<7, "weights"), (8..<13, "437.5"), (16..<21, " 日本"), (18..<20, "  "), (17..<19, "日"), (18..<21, " 本"),
    (30..<40, ""), (0..<0, ""),
  ])
  func partsByColumns(columns: Range<Int>, text: String) {
    #expect(line.columns(columns).text == text)
  }

  @Test func combiningMarksStayWithTheirLetter() {
    let line = StyledLine("e\u{301}a\u{308}o")
    #expect(line.columns(1..<2).text == "a\u{308}")
    #expect(line.clipped(to: 2, marker: "").text == "e\u{301}a\u{308}")
  }

  @Test func padding() {
    #expect(StyledLine("ab").padded(to: 5).text == "ab   ")
    #expect(StyledLine("ab").padded(to: 5, .right).text == "   ab")
    #expect(StyledLine("ab").padded(to: 5, .center).text == " ab  ")
    #expect(StyledLine("abcdef").padded(to: 5).text == "abcdef")
  }

  @Test func restyling() {
    let restyled = line.restyled(columns: 6..<13, .reverse)
    #expect(
      restyled.runs == [
        Run("weight"), Run("s ", Style(.body, .reverse)), Run("437.5", Style(.live, .reverse)),
        Run(" KB", Style(.live)),
        Run(" 日本", Style(.code, .bold)),
      ])
    #expect(restyled.text == line.text)
    #expect(line.restyled(columns: 40..<50, .bold) == line)
  }

  @Test func appendingJoinsRunsOfOneStyle() {
    var line = StyledLine("a")
    line.append("b")
    line.append("", Style(.code))
    line.append("c", Style(.code))
    #expect(line.runs == [Run("ab"), Run("c", Style(.code))])
  }

  @Test(
    arguments: [
      (
        "dark", 1 << 24,
        "weights \u{1B}[0;38;2;135;215;135m437.5 KB\u{1B}[0;1;38;2;215;175;135m 日本\u{1B}[0m"
      ),
      ("dark", 256, "weights \u{1B}[0;38;5;114m437.5 KB\u{1B}[0;1;38;5;180m 日本\u{1B}[0m"),
      ("dark", 16, "weights \u{1B}[0;92m437.5 KB\u{1B}[0;1;33m 日本\u{1B}[0m"),
      ("dark", 8, "weights \u{1B}[0;1;32m437.5 KB\u{1B}[0;1;33m 日本\u{1B}[0m"),
      ("dark", 0, "weights 437.5 KB\u{1B}[0;1m 日本\u{1B}[0m"),
      ("mono", 256, "weights \u{1B}[0;4m437.5 KB\u{1B}[0;1m 日本\u{1B}[0m"),
    ] as [(String, Int, String)])
  func ansi(theme: String, colors: Int, text: String) throws {
    let styles = TerminalStyles(colors: colors, emphases: TerminalStyles.xterm.emphases)
    #expect(try line.ansi(theme: #require(Theme.named(theme)), on: styles) == text)
  }

  /// What each kind of terminal shows of a heading and of the status line, by the entries of terminfo.
  @Test(
    arguments: [
      // vt100: bold, underline and reverse, no colours.
      (TerminalStyles(colors: 0, emphases: [.bold, .underline, .reverse]), "1", "7"),
      // linux: eight colours, with which it does not underline.
      (
        TerminalStyles(
          colors: 8, emphases: [.bold, .dim, .underline, .reverse], colorless: [.underline, .dim]), "1;34",
        "7"
      ),
      (TerminalStyles(colors: 16, emphases: [.bold, .reverse]), "1;94", "37;40"),
      (TerminalStyles(colors: 88, emphases: [.bold, .reverse]), "1;94", "37;40"),
      (.xterm, "1;38;5;75", "38;5;252;48;5;236"),
      (
        TerminalStyles(colors: 1 << 24, emphases: [.bold]), "1;38;2;95;175;255",
        "38;2;208;208;208;48;2;48;48;48"
      ),
    ] as [(TerminalStyles, String, String)])
  func whatATerminalShows(styles: TerminalStyles, heading: String, status: String) {
    let theme = Theme.dark.suited(to: styles)
    for (role, codes) in [(Style.Role.heading, heading), (.status, status)] {
      let line = StyledLine("x", Style(role))
      #expect(line.ansi(theme: theme, on: styles) == "\u{1B}[0;\(codes)mx\u{1B}[0m", "\(role)")
    }
  }

  @Test func whatATerminalLacksIsNotWritten() {
    let all: Style.Emphasis = [.bold, .dim, .italic, .underline, .reverse, .strikethrough]
    let line = StyledLine("x", Style(.body, all))
    let vt100 = TerminalStyles(colors: 0, emphases: [.bold, .underline, .reverse])
    #expect(line.ansi(theme: Theme.dark.suited(to: vt100), on: vt100) == "\u{1B}[0;1;4;7mx\u{1B}[0m")
    let none = TerminalStyles(colors: 0, emphases: [])
    #expect(line.ansi(theme: Theme.dark.suited(to: none), on: none) == "x")
  }

  /// Whoever made the line, its text can not steer the terminal.
  @Test(arguments: ["\u{1B}[31m", "\u{9B}31m", "\u{7}", "\u{7F}", "\r", "\n", "\u{202E}"])
  func aLineHasNoControlCharacters(control: String) {
    let line = StyledLine("a\(control)b", Style(.live))
    var bytes: [UInt8] = []
    line.appendPlain(to: &bytes)
    let texts = [
      line.plain, String(decoding: bytes, as: UTF8.self),
      line.ansi(theme: .dark, on: .init(colors: 0, emphases: [])),
    ]
    for text in texts { #expect(!text.contains(control) && text.hasPrefix("a") && text.hasSuffix("b")) }
  }

  @Test func plainTextHasNoTrailingSpaces() {
    #expect(StyledLine([Run("a  "), Run("  ", Style(.code))]).plain == "a")
    #expect(StyledLine("   ").plain == "")
  }

  @Test func monochromeHasNoColours() {
    for role in Style.Role.allCases {
      let appearance = Theme.monochrome.appearance(of: Style(role))
      #expect(appearance.foreground == nil && appearance.background == nil)
    }
  }

  @Test func whatMattersDiffersFromTextWithoutColour() {
    for role in [Style.Role.live, .changed, .error, .right, .wrong, .heading] {
      #expect(!Theme.monochrome.appearance(of: Style(role)).emphasis.isEmpty, "\(role)")
      #expect(!Theme.highContrast.appearance(of: Style(role)).emphasis.isEmpty, "\(role)")
    }
  }

  @Test func emphasisIsUnderlinedWhereLettersAreNotSlanted() {
    var theme = Theme.dark
    #expect(theme.appearance(of: Style(.body, .italic)).emphasis == .italic)
    theme.hasItalics = false
    #expect(theme.appearance(of: Style(.body, .italic)).emphasis == .underline)
    #expect(theme.appearance(of: Style(.heading, [.bold, .italic])).emphasis == [.bold, .underline])
    // What only a theme slants stays as it is.
    #expect(theme.appearance(of: Style(.comment)).emphasis == [])
  }

  @Test func everyThemeTellsHeadingsOfTheThirdAndFourthLevel() {
    func looks(_ level: Int, _ theme: Theme) -> Appearance? {
      let layout = heading(level, "A").layout(in: page(40))
      return layout.lines.first?.runs.first.map { theme.appearance(of: $0.style) }
    }
    for theme in Theme.all {
      for hasItalics in [true, false] {
        var theme = theme
        theme.hasItalics = hasItalics
        #expect(looks(3, theme) != looks(4, theme), "\(theme.name)")
        #expect(looks(4, theme) != looks(5, theme), "\(theme.name)")
      }
    }
  }
}
