import Testing

@testable import Typesetting

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain text", 10), ("naïve café", 10), ("é", 1), ("e\u{301}", 1), ("日本語", 6),
    ("ｆｕｌｌ", 8), ("한국", 4), ("\u{1100}\u{1161}", 2), ("──┼──", 5), ("⣿⡇", 2), ("█▌", 2), ("∂L/∂W⁽ˡ⁾", 8),
    ("𝐖𝒩ℝ", 3), ("👍", 2), ("👍🏽", 4), ("👩\u{200D}💻", 4), ("🇩🇪", 2), ("☀\u{FE0F}", 1), ("a\u{200B}b", 2),
    ("\u{1B}[1m", 3), ("a\tb", 2), ("\u{85}", 0), ("กำ", 2), ("नि", 2), ("✅", 2), ("\u{E000}", 1), ("⌚", 2),
  ])
  func widthIsTheSumOfItsScalars(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
    #expect(DisplayWidth.of(Substring(text)) == columns)
    #expect(text.reduce(0) { $0 + DisplayWidth.of($1) } == columns)
  }

  @Test func tablesAreSortedAndDisjoint() {
    for table in [DisplayWidthTable.zeroWidth, DisplayWidthTable.wide] {
      for (range, next) in zip(table, table.dropFirst()) {
        #expect(range.upperBound < next.lowerBound)
      }
    }
  }

  @Test(arguments: [
    ("plain, naïve, 日本", "plain, naïve, 日本"), ("\u{1B}[31mred\u{7}", "␛[31mred␇"),
    ("a\u{9B}2J", "a\u{FFFD}2J"),
    ("\u{7F}\u{0}", "␡␀"), ("abc\u{202E}cba", "abc\u{FFFD}cba"), ("x\u{2066}y\u{2069}", "x\u{FFFD}y\u{FFFD}"),
    ("a\tb", "a   b"), ("\t日\tb", "    日  b"), ("one\ntwo", "one two"), ("one\r\ntwo", "one two"),
    ("one\u{2028}two", "one two"), ("👩\u{200D}💻", "👩\u{200D}💻"), ("\u{FFFE}", "\u{FFFD}"),
  ])
  func controlsBecomeVisible(text: String, shown: String) {
    #expect(sanitized(text) == shown)
  }

  @Test func lineBreaksStayOnRequest() {
    #expect(sanitized("a\r\n\tb\rc\u{1B}", keepingLineBreaks: true) == "a\n    b\nc␛")
  }
}
