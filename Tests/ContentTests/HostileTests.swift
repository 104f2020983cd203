import Engine
import Testing

@testable import Content

/// Texts made to break a parser: each is read, and what is read has a size that its text explains. A parser with
/// quadratic cost would need minutes for them.
@Suite struct HostileTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var testDescription: String { name }

    /// `unit` as often as it fits into the size.
    init(_ name: String, _ unit: String, head: String = "", tail: String = "", size: Int = 100_000) {
      self.name = name
      text = head + String(repeating: unit, count: size / unit.utf8.count) + tail
    }
  }

  static let attacks = [
    Attack("dollars", "$a "), Attack("dollars alone", "$"), Attack("dollars with spaces", "a$ "),
    Attack("formulas that do not close", "$$\n\n"), Attack("lines of two dollars", "$$\n"),
    Attack("double dollars", "$$a "), Attack("brackets", "["), Attack("links in links", "[a](b "),
    Attack("pictures", "!["), Attack("footnotes that are none", "[^"), Attack("undefined footnotes", "[^a] "),
    Attack("one footnote", "a[^x] ", tail: "\n\n[^x]: y\n"), Attack("footnote labels", "[^a]:"),
    Attack("gaps", "]{.blank}"), Attack("gaps in brackets", "[a]{.blank}"), Attack("braces", "{"),
    Attack("closing fences", ":::\n"), Attack("open divs", "::: a\n"), Attack("colons", ":"),
    Attack("signs", "@"), Attack("references", " @sec-a"), Attack("citations that do not close", "[@a; "),
    Attack("addresses", "a@b.c"), Attack("escaped signs", "&#64;sec-a \\@sec-b "),
    Attack("emphasis", "*a **a "), Attack("stars", "*"), Attack("crossed emphasis", "_a *b "),
    Attack("quotes", ">"), Attack("lists", "- "), Attack("ordered lists", "1. "),
    Attack("ticks", "` `` ``` "),
    Attack("processing instructions", "a <? "), Attack("declarations", "a <!A "),
    Attack("sections of data", "a <![CDATA[ > "),
    Attack("comments", "a <!-- "), Attack("tags", "<a "), Attack("entities", "&"),
    Attack("addresses of pages", "www."),
    Attack(
      "a table of short rows", "|a\n",
      head: String(repeating: "|a", count: 200) + "\n" + String(repeating: "|-", count: 200) + "\n"),
    Attack(
      "a wide table", "|a\n",
      head: String(repeating: "|a", count: 5000) + "\n" + String(repeating: "|-", count: 5000) + "\n"),
    Attack("one long definition", "[a] ", head: "[a]: \(String(repeating: "x", count: 50_000))\n\n"),
    Attack("cells that do not close", "```{calc}\n"), Attack("empty cells", "```{calc}\n#| id: a\n```\n"),
    Attack("options that are wrong", "#| a: [\n", head: "```{calc}\n", tail: "```\n"),
    Attack("code fences", "```\n"), Attack("captions", ": x\n", head: "|a|\n|-|\n"),
    Attack("forged markers", "<!--napkin-0:0-->\n"), Attack("fences in code", "```\n::: a\n```\n"),
    Attack("fences in HTML", "::: a\n", head: "<div>\n"), Attack("headings", "# a\n"),
    Attack("attributes", "## a {#sec-a}\n"), Attack("tildes", "~a ~~b "), Attack("NUL", "\0"),
    Attack("escapes", "\u{1B}[2J"),
    Attack("carriage returns", "\r"), Attack("a long line", "a ", size: 2_000_000),
    Attack("brackets in front matter", "[", head: "---\na: ", tail: "\n---\n"),
    Attack("a table of too many cells", "|a|b|\n", head: "|a|b|\n|-|-|\n", size: 700_000),
    Attack("links that do not end", "[a](<"), Attack("labels that do not end", "[k\n"),
    Attack("titles that do not end", "[k]: x \"a\n"), Attack("definitions", "[k]: x\n"),
    Attack(
      "ticks of every length", (1...400).map { "e" + String(repeating: "`", count: $0) }.joined(),
      size: 80_600),
    Attack("comments that end", "<!-- a -->"), Attack("comments alone", "<!--"),
    Attack("letters that join", "a\u{301}"), Attack("one letter with many marks", "\u{301}", head: "a"),
    Attack("a row of quotes and lines", "> a\nb\n"), Attack("emphasis in emphasis", "*_"),
    Attack("formulas in a line", "$\\frac{a}{b}$ "),
    Attack("braces in a formula", "{", head: "$$\n", tail: "\n$$\n"),
    Attack("classes of a div", ".a ", head: "::: {", tail: "}\na\n:::\n"),
    Attack("covers", "ch01/a/1 ", head: "::: {.note covers=\"", tail: "\"}\na\n:::\n"),
    Attack("keys in front matter", "a: b\n", head: "---\n", tail: "---\n"),
  ]

  @Test(arguments: attacks) func isRead(_ attack: Attack) {
    let chapter = chapter(attack.text)
    var count = 0
    for block in chapter.blocks { block.walk { (_: Block) in count += 1 } }
    #expect(count <= attack.text.utf8.count)
  }

  /// Footnotes that all refer to each other: each is read once.
  @Test func footnotesThatReferToEachOtherAreReadOnce() {
    let notes = (0..<1000).map { note in
      "[^\(note)]: See [^\((note + 1) % 1000)], [^\((note * 7 + 3) % 1000)] and [^\(note)].\n"
    }
    let page = chapter("A[^0].\n\n" + notes.joined(separator: "\n"))
    #expect(page.footnotes.count == 1000)
    #expect(page.footnotes.values.allSatisfy { $0.blocks.count == 1 })
    #expect(Set(page.footnotes.values.map(\.number)).count == 1000)
  }

  /// What `check` makes of many alike mistakes: a finding each, or a count, and no more.
  @Test func manyMistakesAreCheckedOnceEach() {
    let texts = [
      (0..<3000).map { "## a {#sec-\($0)}\n\n@sec-x\($0)\n\n" }.joined(),
      "```{calc}\n#| id: c\n" + String(repeating: "let = )\n", count: 5000) + "```\n",
      "```{calc}\n#| id: c\n" + String(repeating: "let a = b\n", count: 5000) + "```\n",
      "[a]: \(String(repeating: "x", count: 900))\n\n" + String(repeating: "[a] ", count: 5000),
      (0..<2000).map { "::: {.question #q\($0) kind=\"fill\" section=\"s\($0)\"}\n[a]{.blank}\n:::\n\n" }
        .joined(),
    ]
    for text in texts {
      let page = chapter(text)
      let book = Book(page: page, folder: "/nowhere", library: Library(), others: nil)
      let context = CheckContext(
        book, extent: .pageOfBook, anchors: [], calculators: [], mathematics: { _ in [] })
      #expect(BookCheck(context).findings.count <= 6010)
    }
  }

  @Test func deepNestingIsBounded() {
    let deep = (0..<300).map { String(repeating: "  ", count: $0) + "- a" }.joined(separator: "\n")
    let texts = [
      String(repeating: "::: a\n", count: 500), String(repeating: "> ", count: 500) + "a", deep,
      String(repeating: "*a _b ", count: 500) + String(repeating: "c_ d* ", count: 500),
      String(repeating: "> - ", count: 300) + "a",
    ]
    for text in texts {
      let blocks = chapter(text).blocks
      #expect(blocks.map(Self.depth).max() ?? 0 <= 140)
    }
    #expect(
      report(chapter(texts[1]).findings) == [
        "! 1:129 error: quotes and lists are nested more than 64 deep > write it flatter"
      ])
    #expect(chapter(texts[0]).findings.contains { $0.message == "divs are nested more than 64 deep" })
  }

  private static func depth(of block: Block) -> Int { 1 + (block.children.map(depth).max() ?? 0) }

  /// Keys made of aliases take forever to compare, so aliases never get that far.
  @Test func aliasesAreRefusedBeforeTheyAreRead() {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    let bomb = zip(letters, letters.dropFirst()).map { inner, outer in
      "\(outer): &\(outer) [\(Array(repeating: "*\(inner)", count: 9).joined(separator: ", "))]\n"
    }.joined()
    for text in [
      "a: &a [x]\n" + bomb + "? *z\n: 1\n? *z\n: 2\n", "- &a [b]\n- ? - *a\n  : 1\n", "*a : b\n",
      "a:\n  *b\n",
    ] {
      #expect(throws: YAMLProblem.self) { try YAMLNode.parse(text) }
    }
    for text in ["a: 2 * b\n", "a: 'b: *c*'\n", "a: \"- *c\" # *d\n", "a: b, *c\n", "a: x\n  *b* c\n"] {
      #expect(throws: Never.self) { try YAMLNode.parse(text) }
    }
  }

  /// Chapters are parsed on several threads, and each finds what is in it.
  @Test func parsersDoNotDisturbEachOther() async {
    let text = String(repeating: "$x$ ~~a~~ @sec-a www.a.org [^1]\n\n", count: 200) + "[^1]: a\n"
    let expected = outline(text)
    await withTaskGroup(of: Bool.self) { group in
      for index in 0..<24 {
        group.addTask {
          if index.isMultiple(of: 2) {
            return HTMLWriter.bare("~a~ $x$ @sec-a") == "<p><del>a</del> $x$ @sec-a</p>\n"
          }
          return outline(text) == expected
        }
      }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
