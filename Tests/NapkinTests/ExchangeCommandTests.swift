import Testing

@Suite struct ExchangeCommandTests {
  private func run(_ input: String, _ arguments: [String], in folder: TemporaryFolder) throws
    -> Program.Result
  {
    let file = try folder.write(input, to: "input")
    return try Program.run(
      arguments, directory: folder.path, shell: "exec \"$0\" \"$@\" < \(file)")
  }

  @Test func bareMarkdownBecomesHTML() throws {
    let folder = try TemporaryFolder()
    let result = try run("*a* <b>x</b> & $y$\n", ["export", "html", "--bare", "-"], in: folder)
    #expect(result.status == 0)
    #expect(result.output == "<p><em>a</em> <b>x</b> &amp; $y$</p>\n")
  }

  @Test(arguments: [
    ["export", "html"], ["export", "html", "5", "--all"], ["export", "html", "no-such-chapter"],
    ["export", "html", "--bare"],
    ["export", "markdown"], ["export", "gift", "no-such-chapter"], ["import", "quizzes", "-"],
    ["import", "quarto"],
    ["import", "gift", "-", "--add-objectives"], ["import", "quizzes", "-", "--chapter", "no-such-chapter"],
  ])
  func badUsageIsTwo(arguments: [String]) throws {
    let folder = try TemporaryFolder()
    #expect(try run("{", arguments, in: folder).status == 2)
  }

  @Test(arguments: [
    ["export", "html", "--bare", "no-such-file"], ["import", "quarto", "no-such-file.qmd"],
    ["import", "quarto", "."],
    ["export", "gift", "-o", "no-such-folder\u{0}"], ["import", "gift", "no-such-file"],
  ])
  func whatCanNotBeReadIsThree(arguments: [String]) throws {
    guard !arguments.contains(where: { $0.contains("\u{0}") }) else { return }
    #expect(try Program.run(arguments).status == 3)
  }

  @Test func noFileIsReplacedUnasked() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("mine", to: "out.md")
    let first = try Program.run(["export", "markdown", "5", "-o", file])
    #expect(first.status == 3)
    #expect(
      first.errors == "napkin: '\(file)' exists already.\n  Name another file, or replace it with --force.\n")
    #expect(try Program.run(["export", "markdown", "5", "-o", file, "--force"]).status == 0)
  }

  @Test func aQuartoChapterBecomesABookThatPassesTheCheck() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "---\nquiz: a.json\n---\n\n# Training {#sec-t}\n\n## One {#sec-one}\n\nSee @sec-t [@smith].\n",
      to: "my_training.qmd")
    try folder.write("@misc{smith, title={A source}}", to: "x.bib")
    let result = try Program.run(["import", "quarto", file, "-o", folder.path + "/book", "--number", "7"])
    #expect(result.status == 0)
    #expect(
      result.errors
        == "\(file):2: the quizzes of `a.json` are left out; `napkin import quizzes` takes them over\n")
    #expect(result.output.split(separator: "\n").first?.hasSuffix("/book/chapters/07-my-training.md") == true)
    let check = try Program.run(["check", "--strict", "--book", folder.path + "/book"], book: nil)
    #expect(check.status == 0, "\(check.output)")
    let questions = try folder.write(
      """
      {"sections": [{"section_id": "#sec-one", "quiz_data": {"questions": [
       {"question_type": "FILL", "question": "It is ____.", "answer": "so.", "learning_objective": "Know it."}]}}]}
      """, to: "quizzes.json")
    let quizzes = try Program.run(
      [
        "import", "quizzes", questions, "--chapter", "7", "--book", folder.path + "/book", "--add-objectives",
      ], book: nil)
    #expect(quizzes.status == 0)
    // One question is fewer than a quiz asks: a warning.
    #expect(try Program.run(["check", "--book", folder.path + "/book"], book: nil).status == 0)
  }

  @Test func giftGoesOutAndComesBack() throws {
    let folder = try TemporaryFolder()
    let gift = folder.path + "/out.gift"
    let out = try Program.run(["export", "gift", "5", "-o", gift])
    #expect(out.status == 0)
    #expect(out.errors.contains("questions/05-neural-computation.md:"))
    let back = try Program.run(["import", "gift", gift])
    #expect(back.status == 0)
    #expect(back.output.hasPrefix("::: {.question #q-"))
    let json = try Program.run(["import", "gift", gift, "-o", folder.path + "/q.md", "--json", "--strict"])
    #expect(json.status == 1)
    #expect(json.output.contains("\"notes\" : ["))
  }

  @Test func aBrokenFileSaysWhere() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("{\n\"sections\": [,]}", to: "a.json")
    let result = try Program.run(["import", "quizzes", file])
    #expect(
      result.errors == "napkin: \(file):2: expected a value, found ','\n  check the JSON near this line\n")
    let json = try Program.run(["import", "quizzes", file, "--json"])
    #expect(json.output.contains("\"line\" : 2"))
  }

  @Test func valuesAreThoseOfTheCalculators() throws {
    let text = try Program.run(["export", "values", "5"])
    #expect(text.output.contains("ch05-mnist-macs.total = 109,184 MAC\n"))
    let json = try Program.run(["export", "values", "--json"])
    #expect(json.output.contains("\"text\" : \"109,184 MAC\""))
  }
}
