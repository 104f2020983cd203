import Engine
import Foundation
import Testing

@testable import Content

/// Long chapters and large books: what is read first, and what is read when it is asked for.
@Suite struct LargeBookTests {
  /// Sections of about 2 KB, with a note and a link that are defined at the end.
  static func markdown(sections: Int) -> String {
    let prose = Array(repeating: "A line of prose that says little and takes room on the page.\n", count: 30)
    var text = ""
    for section in 1...sections {
      text += "## Section \(section) {#sec-\(section)}\n\nSee @sec-\(sections) and[^n] and [that][l].\n\n"
      text += "```{calc}\n#| id: c\(section)\n#| title: Number\noutput x = \(section)\n```\n\n"
      text += prose.joined() + "\n"
    }
    return text + "[^n]: A note\n    of two lines.\n\n[l]: https://example.org\n"
  }

  private func book(chapters: Int = 1, sections: Int = 12) throws -> TemporaryBook {
    var names: [String] = []
    var files: [String: String] = [:]
    for number in 1...chapters {
      names.append("\(number)-c")
      files["chapters/\(number)-c.md"] = Self.markdown(sections: sections)
        .replacingOccurrences(of: "id: c", with: "id: k\(number)-")
    }
    files["questions/1-c.md"] = (1...sections).map { section in
      "::: {.question #q-\(section) section=\"sec-\(section)\" kind=\"numeric\" answer=\"1\"}\nHow?\n:::\n"
    }.joined(separator: "\n")
    files["book.yaml"] =
      "id: a\ntitle: b\nparts: [{id: p, title: P, chapters: [\(names.joined(separator: ", "))]}]\n"
    return try TemporaryBook(files)
  }

  @Test func aFirstPageReadsTheBeginning() throws {
    let files = try book()
    let loader = try BookLoader(folder: files.folder)
    let opened = try loader.open(chapter: nil, pageFrom: 0)
    let beginning = try #require(opened.chapters["1-c"])
    let whole = try #require(loader.rest(of: opened).chapters["1-c"])
    #expect(beginning.extent == .beginning)
    #expect(whole.extent == .whole)
    #expect(beginning.offsets == Array(whole.offsets.prefix(beginning.blocks.count + 1)))
    #expect(beginning.length == whole.length)
    #expect(whole.offsets.last == whole.length)
    #expect(0.1...0.6 ~= Double(try #require(beginning.offsets.last)) / Double(whole.length))
    #expect(3...6 ~= beginning.sections.count)
    #expect(whole.sections.count == 12)
    #expect(beginning.blocks == Array(whole.blocks.prefix(beginning.blocks.count)))
    #expect(beginning.blocks.contains { if case .selfCheck = $0 { true } else { false } })
    #expect(beginning.footnotes == whole.footnotes)
    #expect(beginning.footnotes["n"]?.blocks.count == 1)
    #expect(opened.anchor("sec-12") == nil)
  }

  @Test func aBeginningFromTheCacheKnowsWhatFollows() throws {
    let files = try book()
    let loader = try BookLoader(folder: files.folder, cache: files.folder + "/cache")
    let whole = try #require(loader.rest(of: try loader.open(chapter: nil)).chapters["1-c"])
    let opened = try loader.open(chapter: nil, pageFrom: 0)
    let beginning = try #require(opened.chapters["1-c"])
    #expect(beginning.extent == .beginning)
    #expect(opened.anchor("sec-12")?.label == "Section 1.12")
    #expect(beginning.blocks == Array(whole.blocks.prefix(beginning.blocks.count)))
    #expect(beginning.blocks.count < whole.blocks.count)
    #expect(opened.workbook.result(of: "k1-1")?.outputs.map(\.text) == ["1"])
    #expect(opened.workbook.result(of: "k1-12") == nil)
    #expect(loader.rest(of: opened).chapters["1-c"]?.extent == .whole)
  }

  @Test func aShortChapterIsReadAsAWhole() throws {
    let files = try book(sections: 2)
    let opened = try BookLoader(folder: files.folder).open(chapter: nil, pageFrom: 0)
    #expect(opened.chapters["1-c"]?.extent == .whole)
    #expect(opened.chapters["1-c"]?.questions.count == 2)
  }

  @Test(arguments: [
    "~~~\n## in a fence\n~~~\n", "::: {.note}\n## in a div\n:::\n", "<!--\n## in a comment\n-->\n",
  ])
  func aBeginningEndsBetweenSections(_ inner: String) throws {
    let files = try book()
    let prose = String(repeating: "A line of prose that fills the page to its end.\n", count: 130)
    let text = "## A {#sec-a}\n\n\(prose)\n\(inner)\nlast\n\n## B {#sec-b}\n\nb\n"
    try files.write(Data(text.utf8), to: "chapters/1-c.md")
    let opened = try BookLoader(folder: files.folder).open(chapter: nil, pageFrom: 0)
    let blocks = try #require(opened.chapters["1-c"]?.blocks)
    #expect(blocks.last?.outline == "paragraph: \"last\"")
    #expect(opened.chapters["1-c"]?.findings.isEmpty == true)
  }

  @Test(arguments: [false, true]) func ofALargeBookChaptersAreReadWhenVisited(hasCache: Bool) throws {
    let files = try book(chapters: 12)
    try files.write(
      Data("## Last {#sec-last}\n\n`{calc} k5-3.x` and `{calc} k1-1.x`\n".utf8), to: "chapters/12-c.md")
    let loader = try BookLoader(folder: files.folder, cache: hasCache ? files.folder + "/cache" : nil)
    for _ in 0..<2 {
      var book = loader.rest(of: try loader.open(chapter: "1"), limit: 10_000)
      #expect(book.chapters.count == 12)
      #expect(book.chapters.values.filter { $0.extent == .whole }.map(\.id) == ["1-c"])
      #expect(book.chapters["7-c"]?.blocks.isEmpty == true)
      #expect(book.anchor("sec-last")?.label == "Section 12.1")
      #expect(book.workbook.result(of: "k1-1") != nil)
      #expect(book.workbook.result(of: "k5-3") == nil)
      book = loader.complete("12-c", of: book)
      #expect(book.chapters["12-c"]?.extent == .whole)
      #expect(book.workbook.inline("k5-3.x", near: nil).text == "3")
      for number in 2...11 { book = loader.complete("\(number)-c", of: book) }
      #expect(book.chapters.values.count { $0.extent == .whole } == 8)
      #expect(book.chapters["11-c"]?.extent == .whole)
      #expect(book.chapters["12-c"]?.extent == .outline)
      #expect(book.workbook.result(of: "k11-2")?.outputs.map(\.text) == ["2"])
    }
  }

  /// A file that is read in parts is the same as one that a definition holds together.
  @Test func aLargeFileInPartsIsTheSame() throws {
    var text = ""
    for section in 0..<400 {
      text += "## S \(section)\n\n@sec-x *a* `b` and `{calc} n\(section)`\n\n"
      text += "```{calc}\n#| id: n\(section)\n#| title: N\noutput y = \(section)\n```\n\n"
      text += String(repeating: "Prose that fills a line to its end.\n", count: 30) + "\n"
    }
    let parts = LinePass.scan(SourceText(text), file: "a.md").parts
    #expect(parts.count > 2)
    let one = chapter(text + "\n[unused]: /x\n")
    let many = chapter(text)
    #expect(many.blocks == one.blocks)
    #expect(many.calculators.map(\.id) == one.calculators.map(\.id))
    #expect(many.findings == one.findings)
    #expect(many.notes.uses.count == one.notes.uses.count)
  }
}
