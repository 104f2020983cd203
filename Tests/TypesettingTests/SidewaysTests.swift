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

  /// Cells wrap before they are moved out of sight.
  @Test func aTableIsMovedSidewaysOnlyAsFarAsItMust() {
    var context = page(56)
    context.sideways = 0
    let primitives = table(
      ["Primitive", "MLP", "CNN", "RNN", "Transformer"],
      [
        ["computation", "matrix product", "window", "small products", "dynamic"],
        ["memory access", "sequential", "strided", "sequential", "by content"],
        ["movement", "broadcast", "sliding window", "step to step", "gather, reduce"],
      ])
    let layout = primitives.layout(in: context)
    #expect(layout.overflow > 0 && layout.overflow <= 4)
    #expect(layout.lines.contains { $0.text.contains("products") })
    context.width = 60
    #expect(primitives.layout(in: context).overflow == 0)
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
