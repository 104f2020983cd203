import Testing

@testable import Terminal

@Suite struct KeyNameTests {
  @Test(arguments: [
    ("j", Key.character("j")), ("Space", .character(" ")), ("Ctrl-L", .control("l")), ("C-o", .control("o")),
    ("Alt-x", .alt("x")), ("F5", .function(5)), ("PgDn", .pageDown), ("shift-tab", .backTab), ("↓", .down),
    ("Ctrl-I", .tab), ("\u{1B}", .escape),
  ])
  func keysAreReadByTheirNames(name: String, key: Key) { #expect(Key(named: name) == key) }

  @Test(arguments: ["", "Hyper-x", "F99", "Ctrl-", "Ctrl-ab", "jj", "\u{1}", "\u{7F}"])
  func otherTextsAreNoKeys(name: String) { #expect(Key(named: name) == nil) }
}
