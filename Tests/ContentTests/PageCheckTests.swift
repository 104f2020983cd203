import Testing

@testable import Content

/// Files that no book lists: drafts in the folder of a book, and pages that belong to none.
@Suite struct PageCheckTests {
  private func book(_ changes: [String: String?]) throws -> (TemporaryBook, Book) {
    let files = try TemporaryBook.small(with: changes)
    let loader = try BookLoader(folder: files.folder)
    return (files, loader.rest(of: try loader.open(chapter: nil)))
  }

  @Test func draftMayUseItsBook() throws {
    let (files, book) = try book([
      "chapters/03-draft.md": """
      ---
      title: Draft
      ---

      ## A draft {#sec-draft}

      See @sec-weights, @calc-c01-weights, @term-hbm and `{calc} c01-weights.size` [@horowitz].

      ```{calc}
      #| id: c03
      use size = c01-weights.size
      output time = memory_time(size, h100.memory.bandwidth) -> ms
      check time ≈ 4.19 ms
      ```

      See @sec-none.
      """
    ])
    _ = files
    let check = try BookCheck(page: "chapters/03-draft.md", in: book)
    #expect(
      report(check.findings, withFile: true) == [
        "! chapters/03-draft.md:1:1 warning: the book does not list this file, so nobody can read it > add "
          + "`03-draft` to the chapters of a part in book.yaml, or remove the file",
        "! chapters/03-draft.md:13:1 error: the check does not hold: time is 4.18 ms, not 4.19 ms > correct the "
          + "formula, or the value here; a `note` tells what a source printed",
        "! chapters/03-draft.md:16:5 error: `@sec-none` refers to nothing > give the id to what is meant, or remove "
          + "the reference",
      ])
    #expect(check.checkCount == 1)
  }

  @Test func wholeCheckLooksAtWhatTheBookLists() throws {
    let (files, book) = try book([:])
    _ = files
    for file in [
      "chapters/01-first.md", "questions/01-first.md", "glossary.md", "book.yaml", "equations/performance.md",
    ] {
      #expect(BookCheck.looks(at: file, of: book), "\(file)")
    }
    for file in ["chapters/03-draft.md", "README.md", "questions/03-draft.md"] {
      #expect(!BookCheck.looks(at: file, of: book), "\(file)")
    }
  }

  @Test func pageWithoutABook() throws {
    let files = try TemporaryBook([
      "notes/page.md": "# Notes\n\n## A part\n\nA [link](none.md), [another](other.md), @sec-x [@key].\n",
      "notes/other.md": "",
    ])
    let path = files.folder + "/notes/page.md"
    #expect(
      report(try BookCheck(page: path).findings, withFile: true) == [
        "! \(path):5:10 error: the link `none.md` leads to no file: there is no none.md > check the name; files are "
          + "named from the one that links to them",
        "! \(path):5:41 error: `@sec-x` refers to nothing > give the id to what is meant, or remove the reference",
      ])
    #expect(throws: BookError.self) { try BookCheck(page: files.folder + "/none.md") }
  }
}
