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

  @Test func dumbTerminalsReadByPrompts() throws {
    let result = try run(["read", "5"], typing: ["n", "where", "q"], environment: ["TERM": "dumb"])
    #expect(result.status == 0)
    #expect(result.output.contains("Chapter 5, Neural Computation. Section 5.1, 2 of "))
    #expect(!result.output.contains("\u{1B}"))
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
    #expect(result.output.contains("  ratio = training / inference = 2.00 MB / 441.5 KB = 4.54×\n"))
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
