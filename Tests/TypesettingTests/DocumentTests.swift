import Content
import Engine
import Foundation
import Testing

@testable import Typesetting

@Suite struct DocumentTests {
  private var chapter: Chapter {
    var chapter = page(40).chapter
    chapter.blocks = [
      paragraph(.text("Before any section."), .footnote(label: "b")), heading(2, "Model size", number: "5.2"),
      paragraph(.text("It grows."), .footnote(label: "a")),
      division(.insight, "A kitchen", paragraph("The fridge is far.")),
    ]
    return chapter
  }

  @Test func printed() {
    let lines = Document.printed(chapter, in: page(40))
    expect(
      BlockLayout(lines: lines),
      #"""
      5  Neural Computation
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

      Before any section.¹²

      ────────────────────────
      ¹² Another.


      5.2 Model size
      ────────────────────────────────────────

      It grows.¹

      ┌ Insight · A kitchen ──────────────────
      │ The fridge is far.
      └──

      ────────────────────────
      ¹ The first note, on the size of things.
      """#)
  }

  @Test func aPartIsPrintedWithItsOwnNotes() {
    let lines = Document.printed(chapter, blocks: 1..<3, in: page(40))
    expect(
      BlockLayout(lines: lines),
      #"""
      5.2 Model size
      ────────────────────────────────────────

      It grows.¹

      ────────────────────────
      ¹ The first note, on the size of things.
      """#)
    #expect(Document.printed(chapter, blocks: 90..<95, in: page(40)).isEmpty)
  }

  @Test func aTitleOfItsOwnIsNotRepeated() {
    var chapter = chapter
    chapter.blocks.insert(heading(1, "Neural Computation", number: "5"), at: 0)
    let lines = Document.printed(chapter, in: page(40)).map(\.plain)
    #expect(lines.filter { $0.contains("Neural Computation") }.count == 1)
    #expect(Document(chapter).beginsWithTitle)
    chapter.blocks.insert(paragraph("A picture."), at: 0)
    let more = Document.printed(chapter, in: page(40)).map(\.plain)
    #expect(more.prefix(4) == ["A picture.", "", "", "5  Neural Computation"])
    #expect(more.filter { $0.contains("Neural Computation") }.count == 1)
  }

  @Test func aTitleAboveHeadingsOfOneHeightIsPrinted() {
    var chapter = chapter
    chapter.blocks = [heading(1, "Introduction"), paragraph("One."), heading(1, "What is it?")]
    #expect(!Document(chapter).beginsWithTitle)
    let lines = Document.printed(chapter, in: page(40)).map(\.plain)
    #expect(lines.first == "5  Neural Computation")
    chapter.blocks.removeLast()
    #expect(Document(chapter).beginsWithTitle)
  }

  @Test func blocksAndNotes() {
    let document = Document(chapter)
    #expect(document.count == 4)
    #expect((0..<5).map(document.blankLines(before:)) == [0, 2, 1, 1, 0])
    #expect(document.layout(3, in: page(40)).lines.last?.plain.hasPrefix("¹ The first note") == true)
    #expect(document.layout(4, in: page(40)).lines.isEmpty)
    var beside = page(40)
    beside.hasFootnotes = false
    #expect(document.layout(3, in: beside).lines.count == 1)
    #expect(document.layout(-1, in: page(40)).lines.isEmpty)
  }

  @Test func footnotes() throws {
    let context = page(30)
    expect(
      try #require(context.chapter.footnoteLayout(label: "a", in: context)),
      #"""
      ¹ The first note, on the size
        of things.
      """#)
    #expect(context.chapter.footnoteLayout(label: "none", in: context) == nil)
  }

  @Test func targetsStandOnWhatTheyMean() {
    let block = paragraph(
      .text("See "), .reference(Reference(id: "sec-size", range: nowhere)), .footnote(label: "a"),
      .text(" or "),
      .link(destination: "https://example.org", title: nil, content: [.text("a page of many words")]),
      .text(", by "),
      .citation(["horowitz-2014"]), .text("."))
    let layout = quote(block).layout(in: page(34))
    let found = layout.targets.map { target in
      ([target.action], layout.lines[target.line].columns(target.columns).text)
    }
    #expect(found.map(\.1) == ["Section 5.2", "¹", "a page of", "(Horowitz 2014)"])
    #expect(
      found.map(\.0) == [
        [.reference("sec-size")], [.footnote("a")], [.link("https://example.org")],
        [.citation(["horowitz-2014"])],
      ])
  }

  @Test func fromMarkdownToLines() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("napkin-\(UUID().uuidString).md")
    defer { try? FileManager.default.removeItem(at: file) }
    try """
    # A page

    One *plain* page with `code`, **weight** and $x^2$.[^n]

    | Layer | MACs |
    |-------|-----:|
    | in    |  784 |

    ::: {.definition title="Layer"}
    - a row of neurons
    :::

    [^n]: At the end.

    """.write(to: file, atomically: true, encoding: .utf8)
    let chapter = try BookLoader.page(file: file.path)
    var context = page(40)
    context.chapter = chapter
    expect(
      BlockLayout(lines: Document.printed(chapter, in: context)),
      #"""
      A page
      ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━

      One plain page with code, weight
      and x².¹

      Layer  MACs
      ─────  ────
      in      784

      ┌ Definition · Layer ───────────────────
      │ • a row of neurons
      └──

      ────────────────────────
      ¹ At the end.
      """#)
  }

  /// The book's own chapters, at any width: nothing too wide, no control characters, no raw LaTeX command.
  @Test(arguments: [88, 40, 20])
  func theBook(width: Int) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let loader = try BookLoader(folder: root.appendingPathComponent("Content").path)
    let book = try loader.open(chapter: nil)
    for chapter in book.chapters.values {
      for isASCII in [false, true] {
        let context = PageContext(width: width, isASCII: isASCII, book: book, chapter: chapter)
        let lines = Document.printed(chapter, in: context)
        #expect(lines.count > chapter.blocks.count)
        for line in lines {
          if line.width > width { Issue.record("too wide: \(line.plain)") }
          if isASCII && !line.text.utf8.allSatisfy({ $0 < 0x80 }) { Issue.record("not ASCII: \(line.plain)") }
          if line.runs.contains(where: { $0.style.role == .mathematics && $0.text.contains("\\") }) {
            Issue.record("a raw command: \(line.plain)")
          }
        }
      }
    }
  }
}
