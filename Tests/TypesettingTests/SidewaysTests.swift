import Content
import Testing

@testable import Typesetting

/// What is wider than the page: windows on lines, listings and tables moved sideways, headers that stay.
@Suite struct SidewaysTests {
  @Test(arguments: [
    (0, 10, "abcdefghi…"), (1, 10, "…cdefghij…"), (16, 10, "…rstuvwxyz"), (20, 10, "…vwxyz"), (40, 10, "…"),
    (0, 26, "abcdefghijklmnopqrstuvwxyz"),
  ])
  func aWindowMarksWhatIsMissing(hidden: Int, columns: Int, text: String) {
    let line = StyledLine("abcdefghijklmnopqrstuvwxyz")
    #expect(line.window(hiding: hidden, columns: columns).text == text)
  }

  @Test func everyThemeHasANameOfItsOwn() {
    #expect(Theme.all.map(\.name) == ["dark", "light", "terminal", "contrast", "mono"])
    for theme in Theme.all { #expect(Theme.named(theme.name) == theme) }
  }

  @Test func theMonochromeThemeHasNoColours() {
    for role in Style.Role.allCases {
      let appearance = Theme.monochrome.appearance(of: Style(role))
      #expect(appearance.foreground == nil && appearance.background == nil)
    }
  }

  @Test func theTerminalsThemeUsesItsOwnColoursAlone() {
    for role in Style.Role.allCases {
      let appearance = Theme.terminal.appearance(of: Style(role))
      for color in [appearance.foreground, appearance.background].compactMap({ $0 }) {
        guard case .terminal = color else {
          Issue.record("\(role) has \(color)")
          continue
        }
      }
    }
  }
}
