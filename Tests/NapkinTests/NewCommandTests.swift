import Foundation
import Testing

/// What `napkin new` writes passes `check --strict`, and nothing that exists is replaced.
@Suite struct NewCommandTests {
  private func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Program.Result {
    try Program.run(arguments, book: nil, directory: folder.path)
  }

  private func expectClean(_ folder: TemporaryFolder, _ calculators: Int) throws {
    let result = try run(["check", "course", "--strict"], in: folder)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasPrefix("\(calculators) calculator"), "\(result.output)")
  }

  @Test func bookGrowsWithoutAFault() throws {
    let folder = try TemporaryFolder()
    #expect(try run(["new", "book", "course", "--title", "A: \"course\""], in: folder).status == 0)
    try expectClean(folder, 1)
    #expect(try run(["new", "chapter", "Caches & reuse", "--book", "course"], in: folder).status == 0)
    #expect(try run(["new", "chapter", "07-later", "--book", "course"], in: folder).status == 0)
    try expectClean(folder, 3)
    for kind in ["choice", "multiple", "truefalse", "numeric", "fill", "order", "match", "short"] {
      let result = try run(["new", "question", "2", "--kind", kind, "--book", "course"], in: folder)
      #expect(result.status == 0, "\(kind): \(result.errors)")
    }
    #expect(try run(["new", "calculator", "2", "--book", "course"], in: folder).status == 0)
    #expect(try run(["new", "calculator", "7", "c07-mine", "--book", "course"], in: folder).status == 0)
    try expectClean(folder, 5)
    let manifest = try String(contentsOfFile: folder.path + "/course/book.yaml", encoding: .utf8)
    #expect(manifest.contains("title: \"A: \\\"course\\\"\"\n"))
    #expect(manifest.contains("chapters: [01-weights, 02-caches-reuse, 07-later]}"))
  }

  @Test func nothingIsReplaced() throws {
    let folder = try TemporaryFolder()
    _ = try run(["new", "book", "course"], in: folder)
    let file = folder.path + "/course/chapters/01-weights.md"
    try "mine".write(toFile: file, atomically: true, encoding: .utf8)
    for arguments in [
      ["new", "book", "course"], ["new", "chapter", "01-weights", "--book", "course"],
      ["new", "chapter", "X", "--part", "none", "--book", "course"],
    ] {
      #expect(try run(arguments, in: folder).status > 1, "\(arguments)")
    }
    try "stray".write(
      toFile: folder.path + "/course/questions/02-x.md", atomically: true, encoding: .utf8)
    let result = try run(["new", "chapter", "02-x", "--book", "course"], in: folder)
    #expect(result.status == 3)
    #expect(result.errors.contains("questions/02-x.md' exists already"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/course/chapters/02-x.md"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }

  @Test func manifestThatIsWrittenOtherwiseIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    _ = try run(["new", "book", "course"], in: folder)
    let manifest = "id: a\ntitle: A\nparts:\n  - id: main\n    title: M\n    chapters:\n      - 01-weights\n"
    try manifest.write(toFile: folder.path + "/course/book.yaml", atomically: true, encoding: .utf8)
    let result = try run(["new", "chapter", "Two", "--book", "course"], in: folder)
    #expect(result.output.contains("Add `02-two` to the chapters of the part `main` in book.yaml."))
    #expect(try String(contentsOfFile: folder.path + "/course/book.yaml", encoding: .utf8) == manifest)
  }

  @Test func printedPiecesWriteNothing() throws {
    let folder = try TemporaryFolder()
    _ = try run(["new", "book", "course"], in: folder)
    let pool = folder.path + "/course/questions/01-weights.md"
    let before = try String(contentsOfFile: pool, encoding: .utf8)
    let question = try run(
      ["new", "question", "1", "--kind", "fill", "--print", "--book", "course"], in: folder)
    #expect(question.output.hasPrefix("::: {.question #q-c01-new kind=\"fill\" section=\"sec-c01-weights\""))
    let calculator = try run(["new", "calculator", "1", "--print", "--book", "course"], in: folder)
    #expect(calculator.output.hasPrefix("```{calc}\n#| id: c01-new\n"))
    #expect(try String(contentsOfFile: pool, encoding: .utf8) == before)
  }
}
