import Foundation
import Testing

/// The commands as a shell sees them: what they print, and how they end.
@Suite struct CommandTests {
  @Test func showPrintsAChapterAsPlainTextOfTheGivenWidth() throws {
    for width in [40, 60, 88] {
      let result = try Program.run(["show", "5", "--width", "\(width)"])
      #expect(result.status == 0)
      #expect(result.errors == "")
      let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first?.contains("Neural Computation") == true)
      #expect(lines.allSatisfy { $0.count <= width }, "a line is wider than \(width)")
      #expect(!result.output.contains("\u{1B}"))
      #expect(result.output.contains("109,386"), "the number of parameters of the digit network")
    }
  }

  @Test func showPrintsAFileThatBelongsToNoBook() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("# Notes\n\nTwo *words*.\n", to: "notes.md")
    let result = try Program.run(["show", file], book: nil)
    #expect(result.status == 0)
    #expect(result.output.contains("Two _words_."))
  }

  @Test func calcPrintsTheShapeThatProgramsRead() throws {
    let result = try Program.run(["calc", "ch05-mnist-training-memory", "--json"])
    #expect(result.status == 0)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(Set(report.keys) == ["id", "title", "inputs", "outputs", "checks"])
    #expect(report["id"] as? String == "ch05-mnist-training-memory")
    let inputs = try #require(report["inputs"] as? [[String: Any]])
    let batch = try #require(inputs.first { $0["name"] as? String == "batch" })
    #expect(batch["value"] as? Double == 32)
    #expect(batch["default"] as? Double == 32)
    let checks = try #require(report["checks"] as? [[String: Any]])
    #expect(!checks.isEmpty && checks.allSatisfy { $0["ok"] as? Bool == true })
  }

  @Test func calcFollowsAChangedInput() throws {
    func total(_ arguments: String...) throws -> Double {
      let result = try Program.run(["calc", "ch05-mnist-training-memory", "--json"] + arguments)
      let report = try #require(
        try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
      let outputs = try #require(report["outputs"] as? [[String: Any]])
      let training = try #require(outputs.first { $0["name"] as? String == "training" })
      let value = try #require(training["value"] as? Double)
      switch training["unit"] as? String {
      case "MB": return value * 1e6
      case "KB": return value * 1e3
      default: return value
      }
    }
    // 109,386 parameters of 4 B four times over, and (784 + 128 + 64 + 10) × 4 B of activations a sample.
    #expect(abs(try total() - (109_386 * 16 + 986 * 4 * 32)) < 1)
    #expect(abs(try total("--set", "batch=64") - (109_386 * 16 + 986 * 4 * 64)) < 1)
  }

  @Test(arguments: [
    (["calc", "no-such-calculator"], Int32(2), "no calculator 'no-such-calculator'"),
    (["calc", "ch05-mnist-training-memory", "--set", "batch=3 s"], 2, "time"),
    (["calc", "ch05-mnist-training-memory", "--set", "batch=0"], 2, "1"),
    (["calc", "ch05-mnist-training-memory", "--set", "batsh=3"], 2, "Did you mean 'batch'?"),
    (["calc", "ch05-mnist-training-memory", "--set", "batch"], 2, "name=value"),
    (["calc", "2 +"], 2, "2 +"),
    (["calc", "3 GB + 2 s"], 2, "time"),
    (["calc"], 2, "--list"),
    (["show", "97"], 2, "97"),
    (["show", "no-such-chapter"], 2, "no-such-chapter"),
    (["show", "5", "--width", "3"], 2, "20 to 400"),
    (["frobnicate", "5"], 2, "frobnicate"),
    (["check", "--book", "/nowhere"], 3, "/nowhere"),
  ])
  func badInputEndsInOneClearMessage(_ arguments: [String], status: Int32, words: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == status)
    #expect(result.output == "")
    #expect(result.errors.contains(words), "it says: \(result.errors)")
    #expect(!result.errors.contains("Fatal error"))
  }

  @Test(arguments: [
    (["calc", "no-such-calculator", "--json"], "name"),
    (["calc", "ch05-mnist-training-memory", "--set", "batch=3 s", "--json"], "unit"),
    (["calc", "ch05-mnist-training-memory", "--set", "batch=0", "--json"], "bounds"),
    (["calc", "2 +", "--json"], "syntax"),
  ])
  func errorsForProgramsAreJSON(_ arguments: [String], kind: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let error = try #require(report["error"] as? [String: Any])
    #expect(error["kind"] as? String == kind)
    #expect((error["message"] as? String)?.isEmpty == false)
  }

  @Test func theBookHasNothingToReport() throws {
    let result = try Program.run(["check", "--strict"])
    #expect(result.status == 0, "check says:\n\(result.output)")
  }

  @Test func checkNamesThePlaceOfWhatIsWrong() throws {
    let book = try TemporaryFolder()
    try book.write(
      """
      id: small
      title: Small
      version: 1
      parts: [{id: one, title: One, chapters: [01-first]}]
      """, to: "book.yaml")
    try book.write(
      """
      ---
      title: First
      ---
      ## Start {#sec-start}

      See @sec-nowhere.

      ```{calc}
      #| id: sum
      #| title: A sum
      input a = 2
      output b = a + 1
      check b ≈ 4
      ```
      """, to: "chapters/01-first.md")
    let result = try Program.run(["check", "--book", book.path], book: nil)
    #expect(result.status == 1)
    #expect(
      result.output.contains("chapters/01-first.md:6:5: error:"), "a reference to nothing:\n\(result.output)")
    #expect(
      result.output.contains("chapters/01-first.md:13:"), "a check that does not hold:\n\(result.output)")
  }

  @Test func aBookIsFoundUpwardFromTheFolder() throws {
    let result = try Program.run(["calc", "--list"], book: nil, directory: Program.book + "/chapters")
    #expect(result.status == 0)
    #expect(result.output.contains("ch05-mnist-training-memory"))
  }

  @Test func aMissingBookSaysWhereItWasLookedFor() throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["show", "5"], book: nil, directory: folder.path)
    #expect(result.status == 3)
    #expect(result.errors.contains("--book"))
  }

  @Test func aTerminalIsAskedForWhereThereIsNone() throws {
    let result = try Program.run([])
    #expect(result.status != 0)
    #expect(result.errors.contains("napkin show"), "it says: \(result.errors)")
  }

  @Test func aClosedStandardOutputIsReported() throws {
    let result = try Program.run(["show", "5"], shell: #"exec "$0" "$@" >&-"#)
    #expect(result.status == 3)
    #expect(result.errors.contains("standard output"))
  }

  @Test func aFullDiskIsReported() throws {
    let result = try Program.run(["show", "5"], shell: #"exec "$0" "$@" >/dev/full"#)
    #expect(result.status == 3)
    #expect(result.errors.contains("standard output"))
  }

  @Test func aClosedPipeEndsSilently() throws {
    let result = try Program.run(["show", "5"], shell: #""$0" "$@" | head -n 1"#)
    #expect(result.errors == "")
    #expect(result.output.contains("Neural Computation"))
  }

  @Test(arguments: [
    ("\u{FEFF}---\ntitle: [\n---\n", "title"), ("---\ntitle: First\n\n## Never closed\n", "---"),
  ])
  func aBrokenFrontMatterIsAFinding(_ text: String, words: String) throws {
    let book = try TemporaryFolder()
    try book.write(
      "id: small\ntitle: Small\nversion: 1\nparts: [{id: one, title: One, chapters: [01-first]}]\n",
      to: "book.yaml")
    try book.write(text, to: "chapters/01-first.md")
    let result = try Program.run(["check", "--book", book.path], book: nil)
    #expect(result.status == 1)
    #expect(result.output.contains("chapters/01-first.md:"), "it says: \(result.output)\(result.errors)")
  }

  @Test func invalidUTF8IsReportedWithItsPlace() throws {
    let book = try TemporaryFolder()
    try book.write(
      "id: small\ntitle: Small\nversion: 1\nparts: [{id: one, title: One, chapters: [01-first]}]\n",
      to: "book.yaml")
    let file = try book.write("", to: "chapters/01-first.md")
    try Data([0x23, 0x23, 0x20, 0x41, 0x0A, 0x0A, 0xFF, 0xFE, 0x0A]).write(to: URL(fileURLWithPath: file))
    for command in [["check"], ["show", "1"]] {
      let result = try Program.run(command + ["--book", book.path], book: nil)
      #expect(result.status != 0)
      let said = result.output + result.errors
      #expect(said.contains("01-first.md") && said.contains("UTF-8"), "it says: \(said)")
    }
  }

  @Test func anUnreadableFileIsReported() throws {
    let book = try TemporaryFolder()
    try book.write(
      "id: small\ntitle: Small\nversion: 1\nparts: [{id: one, title: One, chapters: [01-first, 02-second]}]\n",
      to: "book.yaml")
    try book.write("## Start {#sec-start}\n\nText.\n", to: "chapters/01-first.md")
    // A folder in the place of a file can not be read by anybody, root included.
    try book.write("", to: "chapters/02-second.md/inside")
    let result = try Program.run(["check", "--book", book.path], book: nil)
    #expect(result.status == 1)
    #expect(result.output.contains("chapters/02-second.md"))
    let show = try Program.run(["show", "1", "--book", book.path], book: nil)
    #expect(show.status == 0)
    #expect(show.output.contains("Text."))
  }
}
