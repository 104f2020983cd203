import Engine
import Foundation
import Testing

@testable import Content

/// Books in folders: opened, completed, found, and refused.
@Suite struct BookLoaderTests {
  @Test func opensOneChapterAndThenTheRest() throws {
    let files = try TemporaryBook(TemporaryBook.small)
    let loader = try BookLoader(folder: files.folder)
    let book = try loader.open(chapter: nil)
    #expect(Array(book.chapters.keys) == ["01-first"])
    #expect(book.chapters["01-first"]?.title == "The first steps")
    #expect(book.chapters["01-first"]?.number == "1")
    #expect(book.chapters["01-first"]?.objectives == [Objective(id: "size", text: "Size a model.")])
    #expect(book.chapters["01-first"]?.questions.last?.id == "q-size")
    #expect(book.anchor("sec-second") == nil)
    #expect(book.workbook.library.profiles.isEmpty, "no cell of the chapter names one")
    #expect(book.workbook.result(of: "c01-weights")?.outputs.map(\.text) == ["14 GB"])

    var opened = book
    try opened.workbook.setInput("bytes", of: "c01-weights", to: "1 B")
    let rest = loader.rest(of: opened)
    #expect(rest.chapters.keys.sorted() == ["01-first", "02-second"])
    #expect(
      rest.workbook.library.profiles["h100"]?.figures.keys.sorted() == [
        "link.nvlink.kind", "memory.bandwidth", "peak.fp16", "peak.fp16.sparse",
      ])
    #expect(rest.workbook.library.constants["dram_access"]?.per == "32-bit word")
    #expect(rest.workbook.library.equations["memory_time"]?.symbols.map(\.symbol) == ["D", "B"])
    #expect(rest.anchor("sec-second")?.label == "Section 2.1")
    #expect(rest.anchor("c01-weights")?.label == "Calculator 1.1")
    #expect(rest.bibliography["horowitz"]?.container == "ISSCC")
    #expect(rest.glossary.map(\.synonyms) == [["stacked memory"]])
    #expect(rest.glossary.first?.definition.count == 1)
    #expect(rest.workbook.result(of: "c01-weights")?.outputs.map(\.text) == ["7.0 GB"])
    #expect(rest.findings.isEmpty)
    #expect(BookCheck(rest).findings.isEmpty)
    #expect(BookCheck(rest).checkCount == 1)
  }

  @Test func aFirstPageReadsWhatItsCellsName() throws {
    let files = try TemporaryBook(TemporaryBook.small)
    try files.write(
      Data(
        """
        ## Sizes {#sec-sizes}

        ```{calc}
        #| id: c
        #| title: Fetching
        input hw = h100 "accelerator"
        output t = memory_time(80 GB, hw.memory.bandwidth) -> ms
        output e = dram_access * 2 -> pJ
        ```
        """.utf8), to: "chapters/01-first.md")
    let library = try BookLoader(folder: files.folder).open(chapter: nil).workbook.library
    #expect(library.profiles.keys.sorted() == ["h100"])
    #expect(library.equations.keys.contains("memory_time"))
    #expect(library.constants.keys.contains("dram_access"))
  }

  @Test func aScenarioBringsTheProfilesThatItNames() throws {
    let files = try TemporaryBook(TemporaryBook.small)
    let scenario = Scenario(inputs: ["c": ["hw": "h100"]])
    let book = try BookLoader(folder: files.folder).open(chapter: nil, scenario: scenario)
    #expect(book.workbook.library.profiles.keys.sorted() == ["h100"])
  }

  @Test(arguments: [
    ("01-first", "01-first"), ("1", "01-first"), ("2", "02-second"), ("second", "02-second"),
    ("first steps", "01-first"), ("FIRST", "01-first"),
  ])
  func findsAChapter(named name: String, id: String) throws {
    let files = try TemporaryBook(TemporaryBook.small)
    #expect(try BookLoader(folder: files.folder).chapterID(named: name) == id)
  }

  @Test func namesTheChaptersWhenThereIsNone() throws {
    let files = try TemporaryBook(TemporaryBook.small)
    let loader = try BookLoader(folder: files.folder)
    #expect(throws: BookError("there is no chapter `9`", advice: "the chapters are 1, 2")) {
      try loader.open(chapter: "9")
    }
  }

  /// What `book.yaml` holds, and what is said about it.
  static let manifests: [(text: String, message: String)] = [
    ("", "book.yaml:1:1: a book begins with `id:`, `title:` and `parts:`"),
    ("id: a\n", "book.yaml:1:1: `parts` is missing"),
    ("title: a\nparts: []\n", "book.yaml:1:1: `id` is missing"),
    ("id: a\ntitle: [b]\nparts: []\n", "book.yaml:2:8: `title` is a text, and this is a list"),
    ("id: a\ntitle: b\nparts: c\n", "book.yaml:3:8: `parts` is a list, and this is the text `c`"),
    ("id: a\ncolour: b\n", "book.yaml:2:1: a book knows no `colour`"),
    ("id: a\nid: b\n", "book.yaml:1:1: the key `id` is given twice"),
    (
      "id: a\ntitle: b\nparts: [{id: c, title: d, chapters: [../e]}]\n",
      "book.yaml:3:38: `../e` is no name of a chapter"
    ),
    (
      "id: a\ntitle: b\nparts: [{id: c, title: d, chapters: [/etc/passwd]}]\n",
      "book.yaml:3:38: `/etc/passwd` is no name of a chapter"
    ),
    ("id: &x a\ntitle: b\nparts: []\n", "book.yaml:1:5: an anchor is not allowed here"),
    ("a: &x [y]\nid: *x\n", "book.yaml:2:5: an alias is not allowed here"),
    ("id: a: b\n", "book.yaml:1:6: a colon with a space after it stands in a text without quotes"),
    ("id: [a\n", "book.yaml:2:1: a list or mapping in brackets is not closed, or a comma is missing"),
    ("- a\n", "book.yaml:1:1: a book begins with `id:`, `title:` and `parts:`"),
  ]

  @Test(arguments: manifests.indices) func refusesAManifest(_ index: Int) throws {
    let (text, message) = Self.manifests[index]
    let files = try TemporaryBook(["book.yaml": text])
    do {
      _ = try BookLoader(folder: files.folder)
      Issue.record("was read: \(text)")
    } catch {
      let place = try #require(error.position)
      #expect("book.yaml:\(place.line):\(place.column): \(error.message)" == message)
    }
  }

  @Test func refusesAFolderThatIsNoBook() throws {
    let files = try TemporaryBook(["a.md": "a"])
    #expect(throws: BookError.self) { try BookLoader(folder: files.folder) }
    #expect(throws: BookError.self) { try BookLoader(folder: files.folder + "/none") }
  }

  /// A chapter that can not be read says why in its place, and the rest of the book is there.
  @Test func keepsWhatCanBeRead() throws {
    let files = try TemporaryBook.small(with: [
      "book.yaml": TemporaryBook.manifest.replacingOccurrences(
        of: "[01-first, 02-second]",
        with: "[01-first, 02-second, 03-none, 04-bytes, 05-link, 06-folder, 07-large]")
    ])
    try files.write(Data("ok\n\nab".utf8) + Data([0xFF, 0x41]), to: "chapters/04-bytes.md")
    try files.link("chapters/05-link.md", to: "/etc/passwd")
    try files.write(Data(), to: "chapters/06-folder.md/x")
    try files.write(Data(count: (16 << 20) + 1), to: "chapters/07-large.md")
    let loader = try BookLoader(folder: files.folder)
    let book = loader.rest(of: try loader.open(chapter: "1"))
    #expect(book.chapters.count == 7)
    let found = BookCheck(book).findings.map { "\($0.file): \($0.message)" }
    #expect(
      found == [
        "book.yaml: the chapter `03-none` has no file",
        "chapters/04-bytes.md: `chapters/04-bytes.md` is not UTF-8: line 3, byte 6 of the file",
        "chapters/05-link.md: `chapters/05-link.md` is a link out of the book's folder",
        "chapters/06-folder.md: `chapters/06-folder.md` is a folder",
        "chapters/07-large.md: `chapters/07-large.md` has 16 MB, and a file of a book has at most 16",
      ])
    #expect(book.chapters["04-bytes"]?.blocks.map(\.outline) == ["problem: \(found[1].dropFirst(22))"])
  }

  @Test func findsTheBook() throws {
    let files = try TemporaryBook(TemporaryBook.small)
    let other = try TemporaryBook(["Content/book.yaml": "", "x/y": "", "bin/napkin": ""])
    let root = try #require(FileStore.resolved(files.folder))
    let second = try #require(FileStore.resolved(other.folder)) + "/Content"
    func find(_ option: String?, _ variable: String?, _ directory: String) throws -> String {
      let environment = variable.map { ["NAPKIN_BOOK": $0] } ?? [:]
      return try BookLoader.find(
        option: option, environment: environment, directory: directory, executable: nil)
    }
    #expect(try find(files.folder, other.folder, "/") == root)
    #expect(try find(nil, files.folder, other.folder) == root)
    #expect(try find(nil, "", files.folder + "/chapters") == root)
    #expect(try find(nil, nil, other.folder + "/x") == second)
    #expect(try find("chapters/..", nil, files.folder) == root)
    #expect(
      throws: BookError(
        "--book names `none`, but there is no such folder", advice: "name the folder that holds book.yaml")
    ) { try find("none", nil, "/") }
    #expect(
      throws: BookError(
        "NAPKIN_BOOK names `x`, but it holds no book.yaml", advice: "name the folder that holds book.yaml")
    ) { try find(nil, "x", other.folder) }
    #expect(throws: BookError.self) { try find(nil, nil, "/") }
    try other.write(Data(), to: "share/napkin/Content/book.yaml")
    let installed = try BookLoader.find(
      option: nil, environment: [:], directory: "/", executable: other.folder + "/bin/napkin")
    #expect(installed.hasSuffix("/share/napkin/Content"))
  }

  @Test func readsAPageOfItsOwn() throws {
    let files = try TemporaryBook(["notes.md": "# Notes\n\n## A\n\n`{calc} 2 + 2`\n"])
    let page = try BookLoader.page(file: files.folder + "/notes.md")
    #expect(page.id == "notes")
    #expect(page.title == "Notes")
    #expect(page.number == nil)
    #expect(page.sections.map(\.number) == [nil, nil])
    #expect(throws: BookError.self) { try BookLoader.page(file: files.folder + "/none.md") }
  }

  @Test func putsThePoolAtTheEndOfItsSection() {
    let pool = ["a", "b", "c", "d"].map { name in
      let section = ["a": "sec-one", "b": "sec-two", "c": "sec-inner", "d": "sec-none"][name] ?? ""
      return "::: {.question #q-\(name) kind=\"numeric\" answer=\"1\" section=\"\(section)\"}\n\(name)\n:::\n"
    }.joined(separator: "\n")
    let text = "## One {#sec-one}\n\n### Inner {#sec-inner}\n\nx\n\n## Two {#sec-two}\n\ny\n"
    let chapter = chapter(text, pool: pool + "\nprose\n")
    #expect(
      chapter.blocks.compactMap { block in
        if case .selfCheck(let check) = block {
          "\(check.section): \(check.questions.map(\.id))"
        } else {
          nil
        }
      } == ["sec-one: [\"q-a\", \"q-c\"]", "sec-two: [\"q-b\"]"])
    #expect(chapter.questions.count == 4)
    #expect(
      report(chapter.findings, withFile: true) == [
        "! questions/05-test.md:17:1 warning: a file of questions holds only `{.question}` divs > move this into the chapter"
      ])
  }

  @Test func countsBeyondNine() {
    let text = (1...12).map { "## S\($0) {#sec-\($0)}\n\n$$ x $$ {#eq-\($0)}\n" }.joined(separator: "\n")
    let chapter = chapter(text)
    #expect(chapter.sections.map(\.number).suffix(3) == ["5.10", "5.11", "5.12"])
    #expect(chapter.anchors.last?.label == "Equation 5.12")
    #expect(chapter.anchors.map(\.block) == Array(0..<24))
  }
}
