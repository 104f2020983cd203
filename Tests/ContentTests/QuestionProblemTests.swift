import Testing

@testable import Content

/// What is said about malformed questions. Each case is a text, its tree, and after `!` what is found.
@Suite struct QuestionProblemTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "without an id",
      #"""
      ::: {.question kind="choice"}
      a
      :::
      """#,
      #"""
      problem: the question has no id
      ! 1:1 error: the question has no id > add `#q-…` to its attributes; it never changes later
      """#),
    OutlineCase(
      "of no kind",
      #"""
      ::: {.question #q-a}
      a
      :::
      """#,
      #"""
      problem: the question has no kind
      ! 1:1 error: the question has no kind > the kinds are choice, multiple, truefalse, numeric, fill, order, match and short
      """#),
    OutlineCase(
      "of an unknown kind",
      #"""
      ::: {.question #q-a kind="essay"}
      a
      :::
      """#,
      #"""
      problem: `essay` is no kind of question
      ! 1:1 error: `essay` is no kind of question > the kinds are choice, multiple, truefalse, numeric, fill, order, match and short
      """#),
    OutlineCase(
      "that asks nothing",
      #"""
      ::: {.question #q-a kind="order"}
      1. a
      2. b
      :::
      """#,
      #"""
      problem: the question `q-a` asks nothing
      ! 1:1 error: the question `q-a` asks nothing > write what it asks below its first line
      """#),
    OutlineCase(
      "of a wrong difficulty",
      #"""
      ::: {.question #q-a kind="order" difficulty="9"}
      a
      :::
      """#,
      #"""
      problem: the difficulty is `9`
      ! 1:1 error: the difficulty is `9` > write 1 for easy, 2 for medium or 3 for hard
      """#),
    OutlineCase(
      "with an unknown attribute",
      #"""
      ::: {.question #q-a kind="order" colour="red"}
      a

      1. b
      2. c
      :::
      """#,
      #"""
      question q-a order 2 in - for -
        stem: paragraph: "a"
        item: paragraph: "b"
        item: paragraph: "c"
      ! 1:1 warning: a question knows no attribute `colour` > the attributes are kind, section, objective, difficulty, answer, tolerance, vary, covers, see
      """#),
    OutlineCase(
      "choice without options",
      #"""
      ::: {.question #q-a kind="choice"}
      a

      - b
      - c
      :::
      """#,
      #"""
      problem: the question does not end with two or more options
      ! 1:1 error: the question does not end with two or more options > write each as `- [ ] wrong` or `- [x] right`
      """#),
    OutlineCase(
      "choice with two right options",
      #"""
      ::: {.question #q-a kind="choice"}
      a

      - [x] b
      - [x] c
      :::
      """#,
      #"""
      problem: exactly one option of a choice is right, and here 2 are
      ! 1:1 error: exactly one option of a choice is right, and here 2 are > keep one [x], or write kind="multiple"
      """#),
    OutlineCase(
      "choice without a right option",
      #"""
      ::: {.question #q-a kind="choice"}
      a

      - [ ] b
      - [ ] c
      :::
      """#,
      #"""
      problem: exactly one option of a choice is right, and here 0 are
      ! 4:1 warning: a wrong option does not say why it is wrong > add a line below it that begins with `>`
      ! 5:1 warning: a wrong option does not say why it is wrong > add a line below it that begins with `>`
      ! 1:1 error: exactly one option of a choice is right, and here 0 are > mark the right one with [x]
      """#),
    OutlineCase(
      "choice without feedback",
      #"""
      ::: {.question #q-a kind="choice"}
      a

      - [x] b
      - [ ] c
      :::
      """#,
      #"""
      question q-a choice 2 in - for -
        stem: paragraph: "a"
        right: paragraph: "b"
        wrong: paragraph: "c"
      ! 5:1 warning: a wrong option does not say why it is wrong > add a line below it that begins with `>`
      """#),
    OutlineCase(
      "choice with an item that is no option",
      #"""
      ::: {.question #q-a kind="choice"}
      a

      - [x] b
      - [ ]
      :::
      """#,
      #"""
      problem: the question does not end with two or more options
      ! 1:1 error: the question does not end with two or more options > write each as `- [ ] wrong` or `- [x] right`
      """#),
    OutlineCase(
      "truefalse without an answer",
      #"""
      ::: {.question #q-a kind="truefalse" answer="yes"}
      a
      :::
      """#,
      #"""
      problem: the answer of a true-or-false question is `yes`
      ! 1:1 error: the answer of a true-or-false question is `yes` > write answer="true" or answer="false"
      """#),
    OutlineCase(
      "truefalse without feedback",
      #"""
      ::: {.question #q-a kind="truefalse" answer="true"}
      a
      :::
      """#,
      #"""
      question q-a truefalse 2 in - for -
        stem: paragraph: "a"
        true
      ! 1:1 warning: the question does not say why its statement is true > add a `::: {.feedback}` div
      """#),
    OutlineCase(
      "numeric without an answer",
      #"""
      ::: {.question #q-a kind="numeric"}
      a
      :::
      """#,
      #"""
      problem: the numeric question has no answer
      ! 1:1 error: the numeric question has no answer > write answer="calculator.output", or a number with its unit
      """#),
    OutlineCase(
      "numeric that varies nothing",
      #"""
      ::: {.question #q-a kind="numeric" answer="3 GB" vary="x"}
      a
      :::
      """#,
      #"""
      problem: inputs vary, but the answer `3 GB` is no output of a calculator
      ! 1:1 error: inputs vary, but the answer `3 GB` is no output of a calculator > write answer="calculator.output", or remove `vary`
      """#),
    OutlineCase(
      "fill without a gap",
      #"""
      ::: {.question #q-a kind="fill"}
      a
      :::
      """#,
      #"""
      problem: the question has no gap
      ! 1:1 error: the question has no gap > write [answer|other answer]{.blank} in its text
      """#),
    OutlineCase(
      "fill with an empty gap",
      #"""
      ::: {.question #q-a kind="fill"}
      a [|]{.blank}
      :::
      """#,
      #"""
      problem: a gap accepts no answer
      ! 1:1 error: a gap accepts no answer > write the answer in the brackets: [answer]{.blank}
      """#),
    OutlineCase(
      "a gap in a choice",
      #"""
      ::: {.question #q-a kind="choice"}
      a [b]{.blank}

      - [x] b
      - [ ] c
      :::
      """#,
      #"""
      problem: a gap, [b]{.blank}, stands in a question that is not of the kind `fill`
      ! 1:1 error: a gap, [b]{.blank}, stands in a question that is not of the kind `fill` > write kind="fill", or remove the gap
      """#),
    OutlineCase(
      "order without a list",
      #"""
      ::: {.question #q-a kind="order"}
      a

      - b
      - c
      :::
      """#,
      #"""
      problem: the question has no ordered list of two or more items
      ! 1:1 error: the question has no ordered list of two or more items > end it with its items in the right order, 1. 2. 3.
      """#),
    OutlineCase(
      "match with three columns",
      #"""
      ::: {.question #q-a kind="match"}
      a

      | b | c | d |
      |---|---|---|
      | e | f | g |
      :::
      """#,
      #"""
      problem: the question has no table of two columns with two or more rows
      ! 1:1 error: the question has no table of two columns with two or more rows > end it with a table, one pair a row
      """#),
    OutlineCase(
      "short without an answer",
      #"""
      ::: {.question #q-a kind="short"}
      a
      :::
      """#,
      #"""
      problem: the question has no model answer
      ! 1:1 error: the question has no model answer > add an `::: {.answer}` div
      """#),
    OutlineCase(
      "short without a rubric",
      #"""
      ::: {.question #q-a kind="short"}
      a

      ::: answer
      b
      :::
      :::
      """#,
      #"""
      question q-a short 2 in - for -
        stem: paragraph: "a"
        answer: paragraph: "b"
      ! 1:1 warning: the question has no rubric > add a `::: {.rubric}` div with a list of what a good answer says
      """#),
    OutlineCase(
      "two questions in a quick check",
      #"""
      ::: quickcheck
      ::: {.question #q-a kind="numeric" answer="1"}
      a
      :::
      ::: {.question #q-b kind="numeric" answer="2"}
      b
      :::
      :::
      """#,
      #"""
      div quickCheck {.quickcheck}
        question q-a numeric 2 in - for -
          stem: paragraph: "a"
          answer 1 ± - vary []
        question q-b numeric 2 in - for -
          stem: paragraph: "b"
          answer 2 ± - vary []
      ! 1:1 error: a quick check wraps exactly one question and nothing else, and this one holds 2 questions > split it
      """#),
    OutlineCase(
      "a hint outside",
      #"""
      ::: hint
      a
      :::
      """#,
      #"""
      div other("hint") {.hint}
        paragraph: "a"
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
