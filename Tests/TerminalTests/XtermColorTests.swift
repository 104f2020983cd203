import Testing

@testable import Terminal

@Suite struct XtermColorTests {
  @Test(arguments: [
    (UInt8(16), UInt32(0x000000)), (21, 0x0000FF), (196, 0xFF0000), (231, 0xFFFFFF), (232, 0x080808),
    (255, 0xEEEEEE), (75, 0x5FAFFF), (9, 0xFF0000),
  ])
  func numbersStandForTheColoursOfXterm(index: UInt8, rgb: UInt32) {
    #expect(XtermColors.rgb(of: index) == rgb)
  }

  @Test(arguments: [
    ("j", Key.character("j")), ("Space", .character(" ")), ("Ctrl-L", .control("l")), ("C-o", .control("o")),
    ("Alt-x", .alt("x")), ("F5", .function(5)), ("PgDn", .pageDown), ("shift-tab", .backTab), ("↓", .down),
    ("Ctrl-I", .tab),
  ])
  func keysAreReadByTheirNames(name: String, key: Key) { #expect(Key(named: name) == key) }

  @Test(arguments: ["", "Hyper-x", "F99", "Ctrl-", "Ctrl-ab", "jj"])
  func otherTextsAreNoKeys(name: String) { #expect(Key(named: name) == nil) }
}
