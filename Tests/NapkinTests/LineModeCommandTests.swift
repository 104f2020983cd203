import Foundation
import Testing

/// Line mode as a shell sees it: answers come from standard input, and nothing but lines comes out.
@Suite struct LineModeCommandTests {
  /// Runs the program with these lines as standard input.
  private func run(
    _ arguments: [String], typing lines: [String], environment: [String: String] = [:]
  ) throws -> Program.Result {
    let input = lines.map { $0 + "\\n" }.joined()
    return try Program.run(
      arguments, environment: environment, shell: "printf '\(input)' | \"$0\" \"$@\"")
  }

  @Test func aQuizReadsItsAnswersToTheEndOfTheInput() throws {
    let result = try run(["quiz", "5", "--line", "--count", "3", "--seed", "7"], typing: ["skip", "hint"])
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("Quiz of chapter 5, Neural Computation: 3 questions, 70 percent pass.\n"))
    #expect(result.output.contains("Question 2 of 3.\n"))
    #expect(result.output.hasSuffix("You leave the quiz with 0 of 3 answered; it can go on later.\n"))
    #expect(!result.output.contains("\u{1B}"))
  }

  @Test func theSameSeedAsksTheSame() throws {
    let arguments = ["quiz", "5", "--line", "--kind", "choice", "--seed", "11"]
    let answers = ["a", "a", "a", "a", "a"]
    let first = try run(arguments, typing: answers)
    #expect(first.output.contains("Result: "))
    #expect(try run(arguments, typing: answers).output == first.output)
  }

  @Test func aReviewReadsItsAnswersToo() throws {
    let folder = try TemporaryFolder()
    let data = ["XDG_DATA_HOME": folder.path]
    let nothing = try run(["review", "--line"], typing: [], environment: data)
    #expect(nothing.status == 0)
    #expect(nothing.output.hasPrefix("Nothing is due today. Questions come from"))
    let cards = try run(
      ["review", "--line", "--cards", "questions,equations"], typing: ["", "4", "quit"], environment: data)
    #expect(cards.output.hasPrefix("Review: 10 of 10 for today.\n\n1 of 10.\nHow does the equation go: "))
    #expect(cards.output.contains("How well did you know it?"))
    #expect(cards.output.hasSuffix("You leave the review; what is not answered stays due.\n"))
    #expect(try Program.run(["review", "--due"], environment: data).output == "0\n")
  }

  @Test(arguments: [
    (["quiz", "5", "--count", "0"], "expected a whole number from 1 to 500, found 0"),
    (["quiz", "5", "--count", "ten"], "expected a whole number from 1 to 500, found ten"),
    (["quiz", "5", "--seed", "x"], "expected a whole number from 0 on, found x"),
    (["quiz", "5", "--seed", "-1"], "expected a whole number from 0 on, found -1"),
    (["quiz", "5", "--minutes", "0"], "expected a number from 0.1 to 600, found 0"),
    (["quiz", "5", "--pass", "200"], "expected a number from 0 to 100, found 200"),
    (["review", "--minutes", "0"], "expected a number from 0.1 to 1440, found 0"),
    (["quiz", "99"], "there is no chapter '99'"),
    (["quiz", "5", "--section", "sec-purpose"], "Leave out --section: the chapter has "),
    (
      ["quiz", "5", "--section", "sec-evolution", "--kind", "fill"],
      "Those sections have questions of the kinds "
    ),
  ])
  func whatDoesNotFitIsToldWithWhatToDo(arguments: [String], words: String) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test func aChapterWithoutQuestionsNamesThoseThatHaveSome() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id: b\ntitle: B\nversion: \"1\"\nparts:\n  - {id: p, title: P, chapters: [01-a, 02-b]}\n",
      to: "book.yaml")
    try folder.write("---\ntitle: Alpha\n---\n\nText.\n", to: "chapters/01-a.md")
    let alone = try Program.run(["quiz", "1"], book: folder.path)
    #expect(
      alone.errors == "napkin: the chapter 'Alpha' has no questions.\n  No chapter of this book has any.\n")
    try folder.write(
      """
      ---
      title: Beta
      ---

      ## One {#sec-one}

      Text.

      ::: {.quickcheck}
      ::: {.question #q-1 kind="truefalse" answer="true" section="sec-one"}
      It is so.
      :::
      :::

      """, to: "chapters/02-b.md")
    let result = try Program.run(["quiz", "1"], book: folder.path)
    #expect(result.status == 2)
    #expect(
      result.errors == "napkin: the chapter 'Alpha' has no questions.\n  There are questions in: 2 Beta.\n")
  }

  /// Without a screen to draw on, a quiz and a review are taken by prompts where `read --line` said so.
  @Test(arguments: [["quiz", "5", "--seed", "7"], ["read", "5"]])
  func lineModeIsRememberedByAll(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    let data = ["XDG_DATA_HOME": folder.path]
    #expect(try run(arguments, typing: ["quit"], environment: data).status == 3, "no terminal")
    #expect(try run(["read", "5", "--line"], typing: ["quit"], environment: data).status == 0)
    #expect(try run(arguments, typing: ["quit"], environment: data).status == 0)
    #expect(try run(arguments + ["--no-line"], typing: ["quit"], environment: data).status == 3)
  }

  @Test func dumbTerminalsReadByPrompts() throws {
    let result = try run(["read", "5"], typing: ["n", "where", "q"], environment: ["TERM": "dumb"])
    #expect(result.status == 0)
    #expect(result.output.contains("Chapter 5, Neural Computation. Section 5.1, 2 of "))
    #expect(!result.output.contains("\u{1B}"))
  }

  /// Where there is no screen, the message names the way without one.
  @Test func whereThereIsNoScreenLineModeIsNamed() throws {
    let result = try run(["read", "5", "--no-line"], typing: [], environment: ["TERM": "dumb"])
    #expect(result.status == 3)
    #expect(result.errors.contains("'napkin read --line' reads by prompts"), "\(result.errors)")
  }

  @Test func aPreviewIsReadByPromptsAndKeepsNothing() throws {
    let folder = try TemporaryFolder()
    let data = try TemporaryFolder()
    try folder.write("> [!WARNING]\n> Careful.\n\n1. [x] once\n", to: "a.md")
    let result = try run(
      ["preview", folder.path + "/a.md", "--line"], typing: ["note Keep this.", "notes", "q"],
      environment: ["XDG_DATA_HOME": data.path])
    #expect(result.status == 0)
    #expect(result.output.contains("Warning:\n  Careful.\nEnd of warning.\n\n1. done: once\n"))
    #expect(result.output.contains("Keep this.\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: data.path).isEmpty)
  }

  @Test func mathematicsIsReadInWordsAndASCIIIsAll() throws {
    let result = try run(["read", "5", "--line", "--ascii"], typing: Array(repeating: "n", count: 80))
    #expect(result.status == 0)
    #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(!result.output.contains("\\"))
    #expect(result.output.contains(" sub "))
  }

  @Test func calculatorsAreChangedAndExplained() throws {
    let lines = ["calc ch05-mnist-training-memory", "batch=64", "explain ratio", "reset", "done", "q"]
    let result = try run(["read", "5", "--line"], typing: lines)
    #expect(result.output.contains("  activations, training: 252.4 KB, was 126.2 KB\n"))
    #expect(
      result.output.contains(
        "training over inference: ratio equals training over inference; equals the\n"))
    #expect(result.output.contains("fraction 2.00 MB over 441.5 KB end fraction; equals 4.54 times.\n"))
  }

  /// A figure is what some calculators are there for: what it shows is said with them.
  @Test(arguments: [
    ("ch05-activation-explorer", "x=3", "sigmoid: 0.953 at\n3; tanh: 0.995 at 3;"),
    ("ch05-trace-passes", "step=2", "Forward pass to hidden, layer 2 of 3."),
  ])
  func theFigureThatFollowsIsSaid(id: String, entry: String, data: String) throws {
    let result = try run(["read", "5", "--line"], typing: ["calc \(id)", entry, "figure", "done", "q"])
    let parts = result.output.components(separatedBy: "> \n")
    try #require(parts.count > 3)
    #expect(parts[1].contains(" follows; figure says it.\n"))
    #expect(!parts[2].contains("No result changes."))
    #expect(parts[2].contains(" follows; figure says it.\n"))
    #expect(parts[3].hasPrefix("Figure 5."))
    #expect(parts[3].contains(data), "\(parts[3])")
  }

  @Test func anUnknownCommandInAFormulaIsAWarning() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "id: b\ntitle: B\nversion: \"1\"\nparts:\n  - {id: p, title: P, chapters: [01-a]}\n", to: "book.yaml")
    try folder.write(
      "---\ntitle: A\n---\n\nText with $\\\\unheardof{x}$ in it.\n\n$$ y = \\\\frac{1}{2 $$\n".replacing(
        "\\\\", with: "\\"),
      to: "chapters/01-a.md")
    let result = try Program.run(["check"], book: folder.path)
    #expect(result.output.contains("in the formula `\\unheardof{x}`: unknown command \\unheardof"))
    #expect(result.output.contains("a { without its }"))
    #expect(result.status == 0)
  }
}
