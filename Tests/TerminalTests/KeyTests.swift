import Terminal
import Testing

@Suite struct KeyTests {
  @Test(arguments: [
    (Key.character("j"), "j"), (.character(" "), "Space"), (.control("l"), "Ctrl-L"), (.alt("x"), "Alt-x"),
    (.enter, "Enter"), (.backTab, "Shift-Tab"), (.up, "↑"), (.pageDown, "PgDn"), (.function(5), "F5"),
  ])
  func names(key: Key, name: String) {
    #expect(key.name == name)
  }
}
