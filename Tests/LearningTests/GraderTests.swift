import Content
import Learning
import Testing

@Suite struct GraderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var body: QuestionBody
    var answer: Answer
    var credit: Double
    var verdict: String

    init(_ body: QuestionBody, _ answer: Answer, _ credit: Double, _ verdict: String) {
      self.body = body
      self.answer = answer
      self.credit = credit
      self.verdict = verdict
    }

    var testDescription: String { "\(body.kind) \(answer)" }
  }

  static let choice = QuestionBody.choice(options("sigmoid", "*ReLU", "tanh"))
  static let multiple = QuestionBody.multiple(
    options("*weights", "*gradients", "*activations", "loss", "labels"))
  static let order = QuestionBody.order([words("forward"), words("loss"), words("backward"), words("update")])
  static let match = QuestionBody.match(
    pairs(("HBM", "3.35 TB/s"), ("NVLink", "900 GB/s"), ("PCIe", "64 GB/s"), ("NVLink 4", "900 GB/s")))
  static let short = QuestionBody.short(
    answer: words("…"), rubric: [words("a"), words("b"), words("c"), words("d")])

  static let cases = [
    Case(choice, .options([1]), 1, "Right."),
    Case(choice, .options([0]), 0, "Not right."),
    Case(choice, .options([1, 0]), 0, "Not right."),
    Case(multiple, .options([2, 0, 1]), 1, "Right."),
    Case(multiple, .options([0, 1]), 2.0 / 3, "Partly right: 2 of 3 right ones chosen."),
    Case(multiple, .options([0, 1, 3]), 1.0 / 3, "Partly right: 2 of 3 right ones chosen, and 1 wrong one."),
    Case(multiple, .options([0, 3, 4]), 0, "Not right: 1 of 3 right ones chosen, and 2 wrong ones."),
    Case(
      multiple, .options([0, 1, 2, 3, 4]), 1.0 / 3,
      "Partly right: 3 of 3 right ones chosen, and 2 wrong ones."),
    Case(multiple, .options([]), 0, "Not right: 0 of 3 right ones chosen."),
    Case(multiple, .options([0, 0, 77, -1]), 1.0 / 3, "Partly right: 1 of 3 right ones chosen."),
    Case(.multiple(options("a", "b")), .options([]), 1, "Right."),
    Case(.trueFalse(answer: false, feedback: []), .truth(false), 1, "Right."),
    Case(.trueFalse(answer: false, feedback: []), .truth(true), 0, "Not right."),
    Case(order, .order([0, 1, 2, 3]), 1, "Right."),
    Case(order, .order([0, 2, 1, 3]), 5.0 / 6, "Partly right: 5 of 6 pairs stand in order."),
    Case(order, .order([3, 2, 1, 0]), 0, "Not right."),
    Case(match, .match([0, 1, 2, 3]), 1, "Right."),
    Case(match, .match([0, 3, 2, 1]), 1, "Right."),
    Case(match, .match([0, 2, 1, -1]), 0.25, "Partly right: 1 of 4 pairs."),
    Case(match, .match([0]), 0.25, "Partly right: 1 of 4 pairs."),
    Case(match, .match([1, 0, 0, 99]), 0, "Not right."),
    Case(short, .rubric(text: "…", points: [0, 2]), 0.5, "2 of 4 points covered."),
    Case(short, .rubric(text: "…", points: [0, 0, 9]), 0.25, "1 of 4 points covered."),
    Case(short, .rubric(text: "…", points: [0, 1, 2, 3]), 1, "All points covered."),
  ]

  @Test(arguments: cases) func credit(_ test: Case) {
    let grade = Grader.grade(question(test.body), answer: test.answer, workbook: emptyWorkbook)
    #expect(abs(grade.credit - test.credit) < 1e-12)
    #expect(grade.verdict == test.verdict)
    #expect(grade.isCounted)
  }

  @Test(arguments: [
    Case(choice, .options([]), 0, "Choose one of the options."),
    Case(choice, .options([7]), 0, "Choose one of the options."),
    Case(choice, .truth(true), 0, "That is no answer to a question of the kind `choice`."),
    Case(order, .order([0, 1, 1, 3]), 0, "Put all 4 items in order."),
    Case(order, .order([0, 1]), 0, "Put all 4 items in order."),
    Case(match, .match([-1, -1, -1]), 0, "Match at least one pair."),
    Case(.fill([["HBM"]]), .text([" "]), 0, "Type what belongs in the gap."),
    Case(
      .numeric(NumericAnswer(answer: "nowhere.total")), .text(["4"]), 0,
      "This question can not be graded: there is no calculator for its answer `nowhere.total`."),
  ])
  func whatIsNoAnswerIsNotCounted(_ test: Case) {
    let grade = Grader.grade(question(test.body), answer: test.answer, workbook: emptyWorkbook)
    #expect(grade.credit == 0)
    #expect(grade.verdict == test.verdict)
    #expect(!grade.isCounted)
  }

  @Test func expectedAnswersAndFeedback() {
    func grade(_ body: QuestionBody, _ answer: Answer) -> Grade {
      Grader.grade(question(body), answer: answer, workbook: emptyWorkbook)
    }
    #expect(grade(Self.choice, .options([0])).expected == "ReLU")
    #expect(grade(Self.choice, .options([0])).optionFeedback == [0])
    #expect(grade(Self.multiple, .options([3])).expected == "weights; gradients; activations")
    #expect(grade(Self.multiple, .options([3])).optionFeedback == [0, 1, 2, 3])
    #expect(grade(Self.order, .order([3, 2, 1, 0])).expected == "forward → loss → backward → update")
    #expect(grade(Self.match, .match([0])).expected?.hasPrefix("HBM – 3.35 TB/s; NVLink – 900 GB/s") == true)
    #expect(grade(.trueFalse(answer: true, feedback: []), .truth(false)).expected == "True")
  }

  /// Accepted words of one gap, what is typed, and the verdict.
  @Test(arguments: [
    (["HBM", "high-bandwidth memory"], "HBM", "Right."),
    (["HBM", "high-bandwidth memory"], "hbm", "Right."),
    (["HBM", "high-bandwidth memory"], "High bandwidth memory", "Right."),
    (
      ["HBM", "high-bandwidth memory"], "high-bandwith memory",
      "Right. It is spelled “high-bandwidth memory”."
    ),
    (
      ["HBM", "high-bandwidth memory"], "hihg-bandwith memory",
      "Right. It is spelled “high-bandwidth memory”."
    ),
    (["HBM", "high-bandwidth memory"], "HBN", "Not right."),
    (["gradient"], " Gradient. ", "Right."),
    (["gradient"], "gradeint", "Right. It is spelled “gradient”."),
    (["gradient"], "gradients", "Right."),
    (["gradient"], "grdeint", "Not right."),
    (["asynchronous"], "synchronous", "Not right."),
    (["overfitting"], "underfitting", "Not right."),
    (["naïve Bayes"], "naive bayes", "Right."),
    (["INT8 quantization"], "INT4 quantization", "Not right."),
    (["INT8 quantization"], "int8 quantisation", "Right. It is spelled “INT8 quantization”."),
    (["1,024"], "1024", "Right."),
    (["FP16"], "ＦＰ１６", "Right."),
  ])
  func fill(accepted: [String], typed: String, verdict: String) {
    let grade = Grader.grade(
      question(.fill([accepted])), answer: .text([typed]), workbook: emptyWorkbook)
    #expect(grade.verdict == verdict)
    #expect(grade.credit == (verdict.hasPrefix("Right") ? 1 : 0))
  }

  @Test func gapsShareTheCredit() {
    let body = QuestionBody.fill([["compute"], ["memory"], ["network"]])
    let grade = Grader.grade(question(body), answer: .text(["compute", "disk"]), workbook: emptyWorkbook)
    #expect(abs(grade.credit - 1.0 / 3) < 1e-12)
    #expect(grade.verdict == "Partly right: 1 of 3 gaps.")
    #expect(grade.expected == "compute; memory; network")
  }

  @Test func longTextsAreRefusedQuickly() {
    let long = String(repeating: "a", count: 1_000_000)
    for body in [QuestionBody.fill([["gradient"]]), .numeric(NumericAnswer(answer: "4"))] {
      #expect(Grader.grade(question(body), answer: .text([long]), workbook: emptyWorkbook).credit == 0)
    }
  }
}
