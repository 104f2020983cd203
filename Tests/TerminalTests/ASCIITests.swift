import Testing
import Typesetting

@testable import Terminal

@Suite struct ASCIITests {
  @Test(arguments: [
    ("plain", "plain"), ("a · b …", "a - b ."), ("“5 × 3”", "\"5 x 3\""), ("┌──┐", "+--+"), ("数 x", "?? x"),
    ("⣿", "?"),
  ])
  func keepsTheColumns(text: String, ascii: String) {
    #expect(text.inASCII == ascii)
    #expect(DisplayWidth.of(text) == ascii.count)
  }
}
