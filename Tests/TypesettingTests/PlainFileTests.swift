import Content
import Testing

@testable import Typesetting

/// What files of other projects hold: HTML, alerts, long lines of code.
@Suite struct PlainFileTests {
  static let html: [(String, [String])] = [
    ("<p align=\"center\">\n  <img src=\"docs/logo.png?raw=1\" width=200>\n</p>", ["[logo.png]"]),
    ("<img alt='Build passing' src=x>", ["[Build passing]"]),
    (
      "<h1 align=center>Title</h1>\n<p>one &amp; two &#8212; <a href=x>three</a></p>",
      ["Title", "one & two — three"]
    ),
    ("<details>\n<summary>More</summary>", ["▾ More"]),
    ("<!-- a comment\n over lines -->", []), ("<script>alert('<b>')</script>", []),
    ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a b", "c"]),
    ("<ul><li>one<li>two</ul>", ["• one", "• two"]), ("a < b && c <", ["a < b && c <"]), ("<br/>", []),
    ("<!-- never closed", []), ("<p", []),
    ("&unknown; &#xFFFFFFFF; &#7;", ["&unknown; &#xFFFFFFFF; ␇"]),
  ]

  @Test(arguments: html)
  func htmlLeavesItsText(text: String, lines: [String]) {
    let block = Block.html(HTMLBlock(text: text, range: nowhere))
    #expect(block.layout(in: page(60)).lines.map(\.plain) == lines)
  }

  @Test func whatShowsNothingTakesNoRoom() {
    var chapter = page(40).chapter
    chapter.blocks = [
      paragraph("One."), .html(HTMLBlock(text: "<!-- x -->", range: nowhere)), paragraph("Two."),
    ]
    let lines = Document.printed(chapter, in: page(40)).map(\.plain)
    #expect(lines.suffix(3) == ["One.", "", "Two."])
  }

  @Test(arguments: [
    ("[!NOTE]", "Note"), ("[!tip]", "Tip"), ("[!WARNING]", "Warning"), ("[!IMPORTANT]", "Important"),
    ("[!CAUTION]", "Caution"),
  ])
  func alertsAreCallouts(mark: String, name: String) {
    let block = quote(paragraph(.text(mark), .softBreak, .text("Mind the gap.")), paragraph("And more."))
    #expect(
      block.layout(in: page(24)).lines.map(\.plain) == [
        "┌ \(name) " + String(repeating: "─", count: 21 - name.count), "│ Mind the gap.", "│", "│ And more.",
        "└──",
      ])
  }

  @Test func anotherMarkIsAQuote() {
    let block = quote(paragraph(.text("[!FOO]"), .softBreak, .text("bar")))
    #expect(block.layout(in: page(24)).lines.map(\.plain) == ["▏ [!FOO] bar"])
  }

  @Test func printedCodeLosesNothing() {
    let block = listing("sh", "pip install one two three four five six seven")
    #expect(block.layout(in: page(30)).lines.map(\.plain) == ["│ pip install one two three f…"])
    #expect(
      block.layout(in: page(30, isPrinted: true)).lines.map(\.plain) == [
        "  pip install one two three ↵", "  four five six seven",
      ])
  }

  /// Spaces are spread from the left and from the right by turns; the last line stays as it is.
  @Test func justifiedText() {
    let block = paragraph(
      "A layer reads its weights once for each batch, and a batch of one reads them for a single product.")
    var context = page(30)
    context.isJustified = true
    let lines = block.layout(in: context).lines.map(\.plain)
    #expect(lines.dropLast().allSatisfy { $0.count == 30 })
    #expect(
      lines.map { $0.split(separator: " ").joined(separator: " ") }
        == block.layout(in: page(30)).lines.map(\.plain))
    #expect((lines.last?.count ?? 30) < 30)
  }

  @Test func targetsStandOnJustifiedText() {
    let block = paragraph(
      .text("A layer reads its weights once, as in "), .reference(Reference(id: "sec-size", range: nowhere)),
      .text(", and again for the next batch of all."))
    var context = page(34)
    context.isJustified = true
    let layout = block.layout(in: context)
    #expect(layout.targets.map { layout.lines[$0.line].columns($0.columns).text } == ["Section 5.2"])
  }
}
