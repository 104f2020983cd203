import Content
import Testing

@testable import Typesetting

@Suite struct QuestionTests {
  private let choice = question(
    "q-1", "Which part of training memory grows with the batch?",
    .choice([
      option("parameters", false, "They depend on the layers alone."),
      option("activations", true, "Each example keeps its own."), option("gradients", false),
    ]), explanation: "Only activations exist once per example.", hint: "What exists once per example?")

  private let multiple = question(
    "q-2", "Which are powers of two?",
    .multiple([option("64", true, "2⁶"), option("96", false), option("128", true, "2⁷")]))

  private let truth = question(
    "q-3", "ReLU costs less than the sigmoid.",
    .trueFalse(answer: true, feedback: [paragraph("One comparison.")]))

  private let numeric = question(
    "q-4", "How many bytes do 100 weights in FP32 take?", .numeric(NumericAnswer(answer: "400 B")))

  private let fill = Question(
    id: "q-5", section: nil, objective: nil,
    stem: [paragraph(.text("Weights live in "), .blank(0), .text(" and move to "), .blank(1), .text("."))],
    body: .fill([["HBM"], ["SRAM"]]), file: "", range: nowhere)

  private let order = question(
    "q-6", "Put the passes in order.",
    .order([[paragraph("forward")], [paragraph("loss")], [paragraph("backward")], [paragraph("update")]]))

  private let match = question(
    "q-7", "What belongs together?",
    .match([
      MatchPair(left: [.text("parameters")], right: [.text("437.5 KB")]),
      MatchPair(left: [.text("activations")], right: [.text("252.4 KB for a batch of 64 examples")]),
    ]))

  private let short = question(
    "q-8", "Why does ReLU cost less?",
    .short(
      answer: [paragraph("It is one comparison.")],
      rubric: [[paragraph("names the comparison")], [paragraph("names the exponential")]]))

  private func expect(
    _ question: Question, _ state: QuestionState?, width: Int = 44, isASCII: Bool = false,
    isPrinted: Bool = false,
    _ picture: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var context = page(width, isASCII: isASCII, isPrinted: isPrinted)
    context.questions[question.id] = state
    TypesettingTests.expect([.question(question)], context, picture, sourceLocation: sourceLocation)
  }

  @Test func choiceFromFirstSightToExplanation() {
    expect(
      choice, nil,
      #"""
      ? Which part of training memory grows with
        the batch?

          ○ a  parameters
          ○ b  activations
          ○ c  gradients
      """#)
    expect(
      choice, QuestionState(isOpen: true, cursor: 1, chosen: [1]),
      #"""
      ? Which part of training memory grows with
        the batch?

          ○ a  parameters
        ▸ ● b  activations
          ○ c  gradients
      """#)
    expect(
      choice, QuestionState(isOpen: true, cursor: 0, order: [2, 1, 0], isHintShown: true),
      #"""
      ? Which part of training memory grows with
        the batch?

        ▸ ○ a  gradients
          ○ b  activations
          ○ c  parameters

        Hint. What exists once per example?
      """#)
    expect(
      choice, QuestionState(isOpen: true, chosen: [0], outcome: .init(credit: 0, verdict: "Not quite.")),
      #"""
      ? Which part of training memory grows with
        the batch?

          ✗ a  parameters
               ▏ They depend on the layers alone.
          ✓ b  activations
               ▏ Each example keeps its own.
          ○ c  gradients

        ✗ Not quite.

        Only activations exist once per example.
      """#)
    expect(
      choice, QuestionState(chosen: [1], outcome: .init(credit: 1, verdict: "Right.")), isASCII: true,
      #"""
      ? Which part of training memory grows with
        the batch?

          ( ) a  parameters
          (v) b  activations
                 > Each example keeps its own.
          ( ) c  gradients

        v Right.

        Only activations exist once per example.
      """#)
    expect(
      choice, QuestionState(chosen: [1], outcome: .init(credit: 1, verdict: "Right.")), isPrinted: true,
      #"""
      ? Which part of training memory grows with
        the batch?

          ○ a  parameters
          ○ b  activations
          ○ c  gradients
      """#)
    expect(
      choice, QuestionState(isOpen: true, cursor: 1, chosen: [1]), width: 20,
      #"""
      ? Which part of
        training memory
        grows with the
        batch?

          ○ a parameters
        ▸ ● b activations
          ○ c gradients
      """#)
  }

  @Test func multipleShowsWhatWasMissed() {
    expect(
      multiple,
      QuestionState(chosen: [0, 1], outcome: .init(credit: 0.5, verdict: "One is missing, one is wrong.")),
      #"""
      ? Which are powers of two?

          ✓ a  64
               ▏ 2⁶
          ✗ b  96
          ✓ c  128  not chosen
               ▏ 2⁷

        ~ One is missing, one is wrong.
      """#)
  }

  @Test func trueOrFalse() {
    expect(
      truth, QuestionState(isOpen: true, cursor: 1),
      #"""
      ? ReLU costs less than the sigmoid.

          ○ a  True
        ▸ ○ b  False
      """#)
    expect(
      truth, QuestionState(chosen: [1], outcome: .init(credit: 0, verdict: "Not quite.")),
      #"""
      ? ReLU costs less than the sigmoid.

          ✓ a  True
          ✗ b  False
               ▏ One comparison.

        ✗ Not quite.
      """#)
  }

  @Test func numbers() {
    expect(
      numeric, nil,
      #"""
      ? How many bytes do 100 weights in
        FP32 take?

          Answer: __________
      """#)
    expect(
      numeric, QuestionState(isOpen: true, entries: [EntryState(text: "400", cursor: 3)]),
      #"""
      ? How many bytes do 100 weights in
        FP32 take?

        ▸ Answer: 400
      """#)
    expect(
      numeric,
      QuestionState(
        entries: [EntryState(text: "400 s")],
        outcome: .init(credit: 0, verdict: "The unit is off.", answer: "400 B")),
      #"""
      ? How many bytes do 100 weights in
        FP32 take?

          Answer: 400 s

        ✗ The unit is off.
        Right answer: 400 B
      """#)
  }

  @Test func gaps() {
    expect(
      fill, nil,
      #"""
      ? Weights live in ______ and move to ______.
      """#)
    expect(
      fill,
      QuestionState(
        isOpen: true, cursor: 1,
        entries: [EntryState(text: "HBM", cursor: 3), EntryState(text: "SR", cursor: 2)]),
      #"""
      ? Weights live in HBM and move to SR ___.
      """#)
  }

  @Test func items() {
    expect(
      order, nil,
      #"""
      ? Put the passes in order.

          1. loss
          2. forward
          3. backward
          4. update
      """#)
    expect(
      order, QuestionState(isOpen: true, cursor: 2, order: [0, 2, 1, 3]),
      #"""
      ? Put the passes in order.

          1. forward
          2. backward
        ▸ 3. loss
          4. update
      """#)
    expect(
      order, QuestionState(order: [0, 2, 1, 3], outcome: .init(credit: 0.5, verdict: "Two are in place.")),
      #"""
      ? Put the passes in order.

          ✓ 1. forward
          ✗ 2. backward
          ✗ 3. loss
          ✓ 4. update

        ~ Two are in place.
      """#)
  }

  @Test func theRightOrderIsAListWhereItWasMissed() {
    expect(
      order,
      QuestionState(order: [0, 2, 1, 3], outcome: .init(credit: 0.5, verdict: "Partly right.", answer: "…")),
      #"""
      ? Put the passes in order.

          ✓ 1. forward
          ✗ 2. backward
          ✗ 3. loss
          ✓ 4. update

        ~ Partly right.
        Right answer:
          1. forward
          2. loss
          3. backward
          4. update
      """#)
  }

  /// The two lists stay as they were before the question was opened; letters stand behind the numbers.
  @Test func sidesAreMatchedByLetters() {
    expect(
      match, QuestionState(isOpen: true, cursor: 0, order: [1, 0]),
      #"""
      ? What belongs together?

        ▸ 1 _  parameters     a  252.4 KB for
          2 _  activations       a batch of 64
                                 examples
                              b  437.5 KB
      """#)
    expect(
      match, QuestionState(isOpen: true, cursor: 1, order: [1, 0], rights: [0, -1]),
      #"""
      ? What belongs together?

          1 b  parameters     a  252.4 KB for
        ▸ 2 _  activations       a batch of 64
                                 examples
                              b  437.5 KB
      """#)
    expect(
      match, QuestionState(order: [1, 0], rights: [0, 1], outcome: .init(credit: 1, verdict: "Right.")),
      width: 30,
      #"""
      ? What belongs together?

          ✓ 1 b  parameters
          ✓ 2 a  activations

            a  252.4 KB for a batch
               of 64 examples
            b  437.5 KB

        ✓ Right.
      """#)
    expect(
      match,
      QuestionState(
        order: [1, 0], rights: [1, 0], outcome: .init(credit: 0, verdict: "Not right.", answer: "…")),
      #"""
      ? What belongs together?

          ✗ 1 a  parameters     a  252.4 KB for
          ✗ 2 b  activations       a batch of 64
                                   examples
                                b  437.5 KB

        ✗ Not right.
        Right answer:
          1 b  parameters – 437.5 KB
          2 a  activations – 252.4 KB for a batch
               of 64 examples
      """#)
  }

  /// Until someone put them together, no two stand in one statement.
  @Test func matchingQuestionsAreTwoListsAtFirst() {
    expect(
      match, nil,
      #"""
      ? What belongs together?

          1  parameters     a  252.4 KB for
          2  activations       a batch of 64
                               examples
                            b  437.5 KB
      """#)
    expect(
      match, nil, width: 30,
      #"""
      ? What belongs together?

          1  parameters
          2  activations

          a  252.4 KB for a batch of
             64 examples
          b  437.5 KB
      """#)
    expect(
      match, nil, width: 60, isASCII: true, isPrinted: true,
      #"""
      ? What belongs together?

          1  parameters     a  252.4 KB for a batch of 64 examples
          2  activations    b  437.5 KB
      """#)
  }

  @Test func shortAnswersAreGradedByTheLearner() {
    expect(
      short,
      QuestionState(
        isOpen: true, entries: [EntryState(text: "It needs no exponential, which costs much.", cursor: 42)]),
      #"""
      ? Why does ReLU cost less?

        ▸ Answer: It needs no exponential, which
          costs much.
      """#)
    expect(
      short,
      QuestionState(
        isOpen: true, cursor: 1, chosen: [0], entries: [EntryState(text: "No exponential.")], isGrading: true),
      #"""
      ? Why does ReLU cost less?

          Answer: No exponential.

        Model answer. It is one comparison.

          ☑ names the comparison
        ▸ ☐ names the exponential
      """#)
  }

  @Test func quickCheckAndSelfCheck() {
    TypesettingTests.expect(
      [division(.quickCheck, "", .question(choice))], page(44),
      #"""
      ┌ Quick check ──────────────────────────────
      │ Which part of training memory grows with
      │ the batch?
      │
      │   ○ a  parameters
      │   ○ b  activations
      │   ○ c  gradients
      └──
      """#)
    let check = Block.selfCheck(SelfCheck(section: "sec-size", questions: [choice, numeric], range: nowhere))
    var context = page(60)
    context.questions["q-4"] = QuestionState(outcome: .init(credit: 1, verdict: "Right."))
    TypesettingTests.expect(
      [check], context,
      #"""
      ▸ Self-check · 2 questions on 5.2 Model size · 1 answered
      """#)
    TypesettingTests.expect(
      [check], page(60, isPrinted: true),
      #"""
      Self-check · 2 questions on 5.2 Model size

      1. Which part of training memory grows with the batch?

           ○ a  parameters
           ○ b  activations
           ○ c  gradients

      2. How many bytes do 100 weights in FP32 take?

           Answer: __________

      Answers
      1. b. Only activations exist once per example.
      2. 400 B.
      """#)
  }

  @Test func targets() {
    var context = page(44)
    let block = Block.question(choice)
    #expect(block.layout(in: context).targets.map(\.action) == [.question("q-1")])
    context.questions["q-1"] = QuestionState(isOpen: true)
    let layout = block.layout(in: context)
    #expect(
      layout.targets.map(\.action) == [
        .question("q-1"), .option(question: "q-1", index: 0), .option(question: "q-1", index: 1),
        .option(question: "q-1", index: 2),
      ])
    #expect(
      layout.targets.dropFirst().map { layout.lines[$0.line].columns($0.columns).text } == [
        "○ a  parameters", "○ b  activations", "○ c  gradients",
      ])
  }

  @Test func mixedOrdersAreFixedAndNeverTheAnswer() {
    for count in 2...6 {
      for seed in ["a", "b", "q-ch05-relu"] {
        let order = QuestionBody.mixed(count, seed: seed)
        #expect(order == QuestionBody.mixed(count, seed: seed))
        #expect(order.sorted() == Array(0..<count) && order != Array(0..<count))
      }
    }
    #expect(QuestionBody.mixed(0, seed: "a") == [] && QuestionBody.mixed(1, seed: "a") == [0])
  }
}
