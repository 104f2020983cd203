import Foundation
import Testing

/// `napkin check` from outside: what a path means, the forms of its output, its status.
@Suite struct CheckCommandTests {
  /// A folder with a book of one chapter that has one warning, and a page beside the book with an error.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "id: small\ntitle: Small\nparts: [{id: one, title: One, chapters: [01-first]}]\n", to: "book/book.yaml")
    try folder.write(
      "---\ntitle: First\n---\n\n## Start\n\nHalf: 50%, $x$\n", to: "book/chapters/01-first.md")
    try folder.write("See @sec-none.\n", to: "page.md")
    try folder.write("# Draft\n\n## Part {#sec-part}\n\nSee @sec-none.\n", to: "book/chapters/02-draft.md")
    return folder
  }

  static let paths: [(arguments: [String], status: Int32, places: [String])] = [
    (["--book", "book"], 0, ["book/chapters/01-first.md:5:1", "book/chapters/02-draft.md:1:1"]),
    (["--book", "book", "--strict"], 1, ["book/chapters/01-first.md:5:1", "book/chapters/02-draft.md:1:1"]),
    (["book"], 0, ["book/chapters/01-first.md:5:1", "book/chapters/02-draft.md:1:1"]),
    (["book/chapters"], 0, ["book/chapters/01-first.md:5:1", "book/chapters/02-draft.md:1:1"]),
    (["book/chapters/01-first.md"], 0, ["book/chapters/01-first.md:5:1"]),
    (["book/book.yaml", "--strict"], 0, []),
    (["book/chapters/02-draft.md"], 1, ["book/chapters/02-draft.md:1:1", "book/chapters/02-draft.md:5:5"]),
    (["page.md"], 1, ["page.md:1:5"]),
    (["."], 1, ["./page.md:1:5"]),
    (["page.md", "book/chapters/01-first.md"], 1, ["page.md:1:5", "book/chapters/01-first.md:5:1"]),
    (["chapters/01-first.md", "--book", "book"], 0, ["book/chapters/01-first.md:5:1"]),
  ]

  @Test(arguments: paths.indices) func pathIsWhatItSeems(_ index: Int) throws {
    let test = Self.paths[index]
    let folder = try folder()
    let result = try Program.run(["check"] + test.arguments, book: nil, directory: folder.path)
    #expect(result.status == test.status, "\(result.output)\(result.errors)")
    let places = result.output.split(separator: "\n").compactMap { line -> String? in
      guard let end = line.range(of: ": (error|warning): ", options: .regularExpression) else { return nil }
      return String(line[..<end.lowerBound])
    }
    #expect(places == test.places)
  }

  static let refused: [(arguments: [String], status: Int32, message: String)] = [
    (["none.md"], 3, "napkin: 'none.md' can not be read: there is no such file"),
    (["page.md", "--json", "--format", "github"], 2, "--json and --format exclude each other."),
    (["--chapter", "1"], 2, "--chapter and --all go with --coverage DIR."),
    (["--coverage", "none", "--book", "book"], 3, "there is no folder 'none'"),
    (["--format", "html"], 2, "one of 'text' and 'github'"),
  ]

  @Test(arguments: refused.indices) func wrongUseIsRefused(_ index: Int) throws {
    let test = Self.refused[index]
    let folder = try folder()
    let result = try Program.run(["check"] + test.arguments, book: nil, directory: folder.path)
    #expect(result.status == test.status)
    #expect((result.errors + result.output).contains(test.message), "\(result.errors)\(result.output)")
  }

  @Test func annotationsAreThoseOfGitHub() throws {
    let folder = try folder()
    let result = try Program.run(
      ["check", "page.md", "book/chapters/01-first.md", "--format", "github"], book: nil,
      directory: folder.path)
    let lines = result.output.split(separator: "\n")
    #expect(
      lines.first
        == "::error file=page.md,line=1,col=5::`@sec-none` refers to nothing%0Agive the id to what is meant, or remove the reference"
    )
    #expect(
      lines.dropFirst().first?.hasPrefix("::warning file=book/chapters/01-first.md,line=5,col=1::") == true)
  }

  /// Neither what is found nor what is listed steers the terminal.
  @Test func contentCanNotSteerTheTerminal() throws {
    let folder = try TemporaryFolder()
    let evil = "\u{1B}[2J\u{9B}31m\u{202E}"
    try folder.write(
      "id: a\ntitle: A\nparts: [{id: p, title: P, chapters: [01-first]}]\n", to: "book/book.yaml")
    try folder.write(
      """
      # First

      ## Part \(evil) {#sec-part}

      @sec-\(evil) [^x\(evil)] [a](\(evil).md) `{calc} \(evil)`

      ::: {.no\(evil)}
      :::

      ```{calc}
      #| id: c
      #| title: T\(evil)
      input a = 1 "label\(evil)"
      output b = \(evil)
      ```
      """, to: "book/chapters/01-first.md")
    for arguments in [
      ["check"], ["check", "--format", "github"], ["show", "1", "--plain"], ["calc", "c"],
      ["calc", "--list"],
      ["calc", evil], ["explain", "c"], ["check", "\(evil).md"],
    ] {
      let result = try Program.run(arguments + ["--book", "book"], book: nil, directory: folder.path)
      for text in [result.output, result.errors] {
        let bad = text.unicodeScalars.filter {
          $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
        }
        #expect(bad.isEmpty, "\(arguments): \(bad)")
      }
    }
  }

  @Test func unknownCommandsOfLaTeXAreFound() throws {
    let folder = try TemporaryFolder()
    try folder.write("A $\\alhpa$.\n", to: "page.md")
    let result = try Program.run(["check", "page.md"], book: nil, directory: folder.path)
    #expect(result.output.contains("page.md:1:3: warning: in the formula `\\alhpa`: "), "\(result.output)")
  }

  @Test func coverageListsWhatIsOpen() throws {
    let folder = try folder()
    try folder.write(
      "chapter: 1\ntitle: First\nterms: [{term: Start}]\nstories: [{title: A tale}]\n", to: "source/ch01.yaml"
    )
    try folder.write("ch01/stories/1: another time\n", to: "book/coverage.yaml")
    let result = try Program.run(
      ["check", "--coverage", "source", "--book", "book"], book: nil, directory: folder.path)
    #expect(result.status == 1)
    #expect(
      result.output == """
        ch01 First: 1 of 2 open
          ch01/terms/1  Start
        1 of 2 counterparts declared, 0 worked examples compared: nothing is wrong.

        """)
  }
}
