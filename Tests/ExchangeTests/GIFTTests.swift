import Content
import Exchange
import Testing

@Suite struct GIFTTests {
  static let chapter = """
    ---
    title: "Weights: a = b"
    objectives: {size: Size a model.}
    ---

    ## Weights {#sec-weights}

    ```{calc}
    #| id: c01-weights
    input count = 7e9 "parameters"
    input bytes = 2 B {4 B, 2 B, 1 B}
    output size = count * bytes -> GB "weights"
    check size ≈ 14 GB
    ```
    """

  static let questions = """
    ::: {.question #q-a kind="choice" section="sec-weights" objective="size" difficulty="3"}
    What is `{x = 1}` ~ #2 \\{ of $a_{1} = b$: a *b*?

    ```python
    x = {1: 2}
    ```

    - [x] It = that
      > Since 1 ~ 1: *yes*.
    - [ ] `a -> b` {no}
      > Two

      > Three \\\\ four.

    ::: {.hint}
    Think: of $x$ "quoted".
    :::
    ::: {.explanation}
    Because #1.
    :::
    :::

    ::: {.question #q-b kind="multiple" section="sec-weights" objective="size" difficulty="2"}
    Which?

    - [x] one
    - [x] two
    - [ ] three
      > No.
    :::

    ::: {.question #q-c kind="truefalse" answer="false" section="sec-weights" objective="size" difficulty="1"}
    All is {well}.

    ::: {.feedback}
    Not: all.
    :::
    :::

    ::: {.question #q-d kind="numeric" answer="c01-weights.size" tolerance="2 %" vary="bytes" section="sec-weights" objective="size" difficulty="2"}
    How much is it?
    :::

    ::: {.question #q-e kind="fill" section="sec-weights" objective="size" difficulty="2"}
    The memory is [HBM|high-bandwidth memory]{.blank} and fast.
    :::

    ::: {.question #q-f kind="order" section="sec-weights" objective="size" difficulty="2"}
    Put in order.

    1. Register: a
    2. Cache
    3. HBM
    :::

    ::: {.question #q-g kind="match" section="sec-weights" objective="size" difficulty="2"}
    Match them.

    | Format | Bytes |
    |:-------|:------|
    | FP32   | 4 = 2²   |
    | `a\\|b` | 2     |
    :::

    ::: {.question #q-h kind="short" section="sec-weights" objective="size" difficulty="2"}
    Why?

    ::: {.answer}
    Every weight is read.

    Twice.
    :::
    ::: {.rubric}
    - Says so.
    - Compares.
    :::
    ::: {.explanation}
    It is.
    :::
    :::
    """

  private func questions(_ text: String) throws -> (book: Book, chapter: Chapter) {
    let book = try TemporaryBook(chapter: Self.chapter, questions: text)
    #expect(try book.findings() == [])
    let read = try book.read()
    return (read, try #require(read.chapters["01-first"]))
  }

  /// What counts of a question, without its places.
  private func summary(_ chapter: Chapter, _ book: Book) -> [String] {
    chapter.questions.map { question in
      let words = MarkdownWriter(words: PageWords(book: book, chapter: chapter))
      return [
        question.id, question.section ?? "", question.objective ?? "", "\(question.difficulty)",
        words.text([.question(question)]), "\(question.body.kind)",
      ].joined(separator: "|")
    }
  }

  @Test func whatGoesOutComesBack() throws {
    let (book, chapter) = try questions(Self.questions)
    let gift = GIFTWriter.text(of: chapter.questions, words: PageWords(book: book, chapter: chapter))
    let target = ImportTarget(
      name: "x", sections: [("sec-weights", "Weights")], objectives: [("size", "Size a model.")])
    let result = try GIFTImporter.questions(of: gift.text, for: target)
    #expect(result.notes.map(\.line) == [1])
    let (again, second) = try questions(result.text)
    let (before, after) = (summary(chapter, book), summary(second, again))
    #expect(after.count == before.count)
    for (left, right) in zip(before, after) { #expect(left == right) }
  }

  @Test func giftIsAsMoodleReadsIt() throws {
    let (book, chapter) = try questions(Self.questions)
    let gift = GIFTWriter.text(of: chapter.questions, words: PageWords(book: book, chapter: chapter)).text
    for line in [
      "::q-b::[markdown]Which? {", "  ~%50%one", "  ~%-100%three#No.", "{FALSE#Not\\: all.}",
      "::q-d::[markdown]How much is it? (in GB) {#14:0.28}",
      "The memory is {=HBM =high-bandwidth memory} and fast.",
      "  =1 -> Register\\: a", "  =FP32 -> 4 \\= 2²",
    ] { #expect(gift.contains(line), "\(line)") }
    #expect(gift.contains("$$a_\\{1\\} \\= b$$"))
  }

  @Test func lossesAreListed() throws {
    let (book, chapter) = try questions(Self.questions)
    let losses = GIFTWriter.text(of: chapter.questions, words: PageWords(book: book, chapter: chapter)).losses
    #expect(losses.map(\.question) == ["q-a", "q-d", "q-f"])
  }

  /// Files of others: the question and its body.
  static let foreign: [(gift: String, stem: String, body: QuestionDraft.Body)] = [
    (
      "// a comment\n::Q 1:: Who's buried there? {=Grant ~no one#Wrong ~Napoleon}", "Who's buried there?",
      .choice([
        .init("Grant", isCorrect: true), .init("no one", isCorrect: false, feedback: "Wrong"),
        .init("Napoleon", isCorrect: false),
      ])
    ),
    ("The sun rises.{T}", "The sun rises.", .trueFalse(true, feedback: "The statement is true.")),
    ("Two plus {=two =2} is four.", "Two plus [two|2]{.blank} is four.", .fill),
    ("How many?{#3:2}", "How many?", .numeric(answer: "3", tolerance: "2", vary: nil)),
    ("How many?{#1..5}", "How many?", .numeric(answer: "3", tolerance: "2", vary: nil)),
    (
      "Match{=cat -> food\n=dog -> bone ####Pets}", "Match",
      .match([.init("cat", "food"), .init("dog", "bone")])
    ),
    (
      "Two?{~%50%a ~%50%b ~%-100%c}", "Two?",
      .multiple([.init("a", isCorrect: true), .init("b", isCorrect: true), .init("c", isCorrect: false)])
    ),
    (
      "[html]<p>Is <b>it</b> &lt;x?</p>{F}", "Is **it** <x?",
      .trueFalse(false, feedback: "The statement is false.")
    ),
    ("Write.{}", "Write.", .short(answer: "…", rubric: [])),
  ]

  @Test(arguments: foreign)
  func othersFilesAreRead(case question: (gift: String, stem: String, body: QuestionDraft.Body)) throws {
    let draft = try #require(
      try GIFTImporter.questions(of: question.gift, for: ImportTarget(name: "x")).drafts.first)
    #expect(draft.stem == question.stem)
    #expect(draft.body == question.body)
  }

  @Test(arguments: [
    "{", "}", "a{", "a{=}", "::", "a{#x}", "\\", "{~}", "a{=b -> }", "$CATEGORY: x",
    String(repeating: "{", count: 5000),
  ])
  func brokenFilesDoNotEndTheProgram(text: String) {
    _ = try? GIFTImporter.questions(of: text, for: ImportTarget(name: "x"))
  }
}
