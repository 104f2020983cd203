import Exchange
import Testing

@Suite struct QuizImporterTests {
  private func drafts(_ question: String) throws -> QuestionImport {
    try QuizImporter.questions(
      of: "{\"sections\": [{\"section_id\": \"#sec-a\", \"quiz_data\": {\"questions\": [\(question)]}}]}",
      for: ImportTarget(name: "memory"))
  }

  static let questions: [(json: String, body: QuestionDraft.Body, stem: String, explanation: String)] = [
    (
      #"{"question_type": "MCQ", "question": "Why?", "choices": ["one", "two $x$"], "answer": "The correct answer is B. two $x$. Since it is so.", "learning_objective": "Know."}"#,
      .choice([.init("one", isCorrect: false), .init("two $x$", isCorrect: true)]), "Why?", "Since it is so."
    ),
    (
      #"{"question_type": "MCQ", "question": "Which?", "choices": ["A. one", "B. two", "C. three"], "answer": "The correct answers are A and C. Option B is even.", "learning_objective": "Know."}"#,
      .multiple([
        .init("one", isCorrect: true), .init("two", isCorrect: false, feedback: "Option B is even."),
        .init("three", isCorrect: true),
      ]), "Which?", ""
    ),
    (
      #"{"question_type": "TF", "question": "True or False: all is well.", "answer": "False. Not all, e.g. this."}"#,
      .trueFalse(false, feedback: "Not all, e.g. this."), "All is well.", ""
    ),
    (
      #"{"question_type": "FILL", "question": "It is ______ times more.", "answer": "10,000. That is much."}"#,
      .fill, "It is [10,000]{.blank} times more.", "That is much."
    ),
    (
      #"{"question_type": "FILL", "question": "Both ____ and ____.", "answer": "The answers are \"training\" and \"inference\". Yes."}"#,
      .fill, "Both [training]{.blank} and [inference]{.blank}.", "Yes."
    ),
    (
      #"{"question_type": "SHORT", "question": "Why so?", "answer": "Bytes move. For example, weights. Time follows."}"#,
      .short(
        answer: "Bytes move. For example, weights. Time follows.", rubric: ["Bytes move.", "Time follows."]),
      "Why so?", ""
    ),
    (
      #"{"question_type": "ORDER", "question": "Order these: (1) gen, (2) prune, and (3) select.", "answer": "The correct order is: (2) prune, (3) select, (1) gen. A pipeline."}"#,
      .order(["prune", "select", "gen"]), "Order these:", "A pipeline."
    ),
    (
      #"{"question_type": "CALC", "question": "How much?", "answer": "The answer is 14 GB. 7e9 times 2."}"#,
      .numeric(answer: "14 GB", tolerance: "2 %", vary: nil), "How much?", "The answer is 14 GB. 7e9 times 2."
    ),
    (
      #"{"question_type": "RIDDLE", "question": "What?", "answer": "It."}"#,
      .short(answer: "It.", rubric: ["It."]), "What?", ""
    ),
  ]

  @Test(arguments: questions)
  func questionsBecome(
    case question: (json: String, body: QuestionDraft.Body, stem: String, explanation: String)
  ) throws {
    let draft = try #require(try drafts(question.json).drafts.first)
    #expect(draft.body == question.body)
    #expect(draft.stem == question.stem)
    #expect(draft.explanation == question.explanation)
    #expect(draft.section == "sec-a")
    #expect(draft.id == "q-memory-01")
  }

  @Test func allOfThemPassTheCheck() throws {
    let json = Self.questions.map(\.json).joined(separator: ",\n")
    let text =
      "{\"metadata\": {},\n\"sections\": [{\"section_id\": \"#sec-a\", \"quiz_data\": {\"questions\": [\(json)]}}]}"
    let target = ImportTarget(name: "memory", sections: [("sec-a", "A")], objectives: [("know", "Know")])
    let result = try QuizImporter.questions(of: text, for: target, declaresObjectives: true)
    #expect(result.drafts.count == Self.questions.count)
    let chapter = "---\ntitle: T\nobjectives: {know: Know}\n---\n\n## A {#sec-a}\n\nText.\n"
    let book = try TemporaryBook(chapter: chapter, questions: result.text)
    #expect(try book.findings(.error) == [])
    #expect(try book.read().chapters["01-first"]?.questions.count == Self.questions.count)
  }

  @Test(arguments: [
    ("{", 1), ("{\n\"a\": 1,\n}", 3), ("{\"sections\": 3}", 1), ("[\n\"\n", 2),
    (String(repeating: "[", count: 9999), 1),
  ])
  func brokenFilesSayWhere(text: String, line: Int) {
    #expect {
      try QuizImporter.questions(of: text, for: ImportTarget(name: "x"))
    } throws: {
      ($0 as? ImportProblem)?.line == line
    }
  }

  @Test func whatCanNotBeReadIsListed() throws {
    let result = try drafts(
      #"{"question_type": "MCQ", "question": "Hm", "choices": ["x", "y"], "answer": "It depends.", "bloom": 3}"#
    )
    #expect(result.drafts.isEmpty)
    #expect(
      result.notes.map(\.message) == [
        "the answer of question 1 does not say which choice is right; it is left out"
      ])
  }

  @Test(arguments: [
    ("---\ntitle: T\n---\n\nText", "---\ntitle: T\nobjectives:\n  a: \"B\"\n---\n\nText"),
    (
      "---\nobjectives:\n    x: Y\ntitle: T\n---\n",
      "---\nobjectives:\n    x: Y\n    a: \"B\"\ntitle: T\n---\n"
    ),
    ("Text", "---\nobjectives:\n  a: \"B\"\n---\n\nText"),
  ])
  func objectivesJoinTheFrontMatter(chapter: String, changed: String) {
    #expect(FrontMatterEditor.adding([("a", "B")], to: chapter) == changed)
  }

  @Test func textsCanNotBreakOutOfTheirQuestion() throws {
    let text = QuestionFile.text([
      QuestionDraft(
        id: "q-a", stem: ":::\n```{calc}\nx",
        body: .choice([
          .init("- [x] a\n:::", isCorrect: true), .init("# b", isCorrect: false, feedback: "~~~\n:::"),
        ]))
    ])
    let book = try TemporaryBook(chapter: "## A {#sec-a}\n\nText.\n", questions: text)
    #expect(try book.findings(.error) == [])
    #expect(try book.read().chapters["01-first"]?.questions.count == 1)
  }
}
