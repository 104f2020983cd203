import Content

/// A question that an author begins with.
struct QuestionTemplate {
  enum Kind: String, CaseIterable {
    case choice, multiple, truefalse, numeric, fill, order, match, short
  }

  let text: String

  /// - Parameter section: the id of a section of the chapter; its first one when nil.
  init(kind: Kind, chapter: Chapter, section: String?, book: Book) {
    let taken = Set(book.chapters.values.flatMap(\.anchors).compactMap(\.id) + chapter.questions.map(\.id))
    let calculator = chapter.calculators.first { !$0.outputs.isEmpty && !$0.inputs.isEmpty }
    let answer = calculator.flatMap { calculator in
      calculator.outputs.first.map { output in
        (calculator: calculator.id, output: output.name, input: calculator.inputs.first?.name ?? "")
      }
    }
    text =
      Self.question(
        id: Slug.free("q-\(Slug.prefix(of: chapter))-new", isTaken: taken.contains), kind: kind,
        section: section ?? chapter.sections.first { $0.level == 2 && $0.id != nil }?.id,
        objective: chapter.objectives.first?.id, answer: answer) + "\n"
  }

  /// - Parameter answer: a calculator with an output that a numeric question asks for and an input that it varies.
  static func question(
    id: String, kind: Kind, section: String?, objective: String?,
    answer: (calculator: String, output: String, input: String)?
  ) -> String {
    var attributes = "#\(id) kind=\"\(kind.rawValue)\""
    if let section { attributes += " section=\"\(section)\"" }
    if let objective { attributes += " objective=\"\(objective)\"" }
    attributes += " difficulty=\"2\""
    switch kind {
    case .truefalse: attributes += " answer=\"true\""
    case .numeric:
      if let answer {
        attributes +=
          " answer=\"\(answer.calculator).\(answer.output)\" tolerance=\"2 %\" vary=\"\(answer.input)\""
      } else {
        attributes += " answer=\"14 GB\" tolerance=\"2 %\""
      }
    default: break
    }
    return "::: {.question \(attributes)}\n\(body(of: kind, answer: answer))\n:::"
  }

  private static func body(of kind: Kind, answer: (calculator: String, output: String, input: String)?)
    -> String
  {
    switch kind {
    case .choice:
      """
      The weights go from two bytes a parameter to one. What happens to the time to read them?

      <!-- Exactly one [x]. Every wrong option is a mistake that a student makes; the quote below it says why it is one.
      Quizzes shuffle them. -->

      - [ ] It stays, as the bandwidth is the same.
        > The bandwidth is; but fewer bytes cross it.
      - [x] It halves, as half the bytes are read.
        > Half the bytes over the same bandwidth take half the time.
      - [ ] It doubles, as each value is read twice.
        > Each value is read once, whatever its size.

      ::: {.hint}
      What crosses the memory bus?
      :::
      ::: {.explanation}
      The time is the bytes over the bandwidth.
      :::
      """
    case .multiple:
      """
      Which of these change the bytes of the weights?

      <!-- Any number of [x]. -->

      - [x] The number of parameters
        > Each parameter is stored.
      - [x] The bytes of a parameter
        > Each one takes that many.
      - [ ] The bandwidth of the memory
        > It changes the time to read them.

      ::: {.explanation}
      The bytes are the product of the two.
      :::
      """
    case .truefalse:
      """
      Twice the bandwidth halves the time to read the weights.

      ::: {.feedback}
      The time is the bytes over the bandwidth.
      :::
      """
    case .numeric:
      if let answer {
        """
        <!-- The answer is an output of a calculator. `vary` draws a new input at each attempt, and the text shows it. -->

        With `\(answer.input)` = `{calc} \(answer.calculator).\(answer.input)` and the rest as in the calculator, what is
        `\(answer.output)`?

        ::: {.hint}
        Write the formula first, then the units.
        :::
        """
      } else {
        """
        <!-- With a calculator in the chapter: answer="ID.OUTPUT" vary="INPUT" draws new numbers at each attempt. -->

        A model has 7 billion parameters of two bytes each. How much memory do they need?

        ::: {.hint}
        Multiply the parameters by the bytes of each.
        :::
        """
      }
    case .fill:
      """
      <!-- The gap accepts what stands between the bars; the first is the model answer. -->

      The time to read the weights is their bytes divided by the [bandwidth|memory bandwidth]{.blank}.
      """
    case .order:
      """
      Put the memories in order, the fastest first.

      <!-- Write the items in the right order. -->

      1. Register
      2. Cache
      3. Main memory
      """
    case .match:
      """
      Match each format with its bytes.

      | Format | Bytes |
      |:-------|:------|
      | FP32   | 4     |
      | FP16   | 2     |
      | INT8   | 1     |
      """
    case .short:
      """
      Why does half the bytes a parameter halve the time to read the weights?

      ::: {.answer}
      Half as many bytes cross the same bandwidth.
      :::
      <!-- What a good answer says, a point each: the learner ticks them. -->
      ::: {.rubric}
      - Says that fewer bytes are read.
      - Says that the bandwidth stays.
      :::
      """
    }
  }
}
