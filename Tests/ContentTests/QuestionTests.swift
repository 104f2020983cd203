import Testing

@testable import Content

/// Questions of each kind. Each case is a text, its tree, and after `!` what is found.
@Suite struct QuestionTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "choice",
      #"""
      ::: {.question #q-a kind="choice" section="s" objective="o" difficulty="1" covers="x, y"}
      Why?

      - [ ] A
        > Not A.
      - [x] B
        > Right.

      ::: {.hint}
      H.
      :::
      ::: {.explanation}
      E.
      :::
      :::
      """#,
      #"""
      question q-a choice 1 in s for o
        stem: paragraph: "Why?"
        wrong: paragraph: "A"
          why: paragraph: "Not A."
        right: paragraph: "B"
          why: paragraph: "Right."
        hint: paragraph: "H."
        explanation: paragraph: "E."
      """#),
    OutlineCase(
      "multiple",
      #"""
      ::: {.question #q-a kind="multiple"}
      Which?

      1. [x] A
      2. [x] B
      3. [ ] C
         > No.
      :::
      """#,
      #"""
      question q-a multiple 2 in - for -
        stem: paragraph: "Which?"
        right: paragraph: "A"
        right: paragraph: "B"
        wrong: paragraph: "C"
          why: paragraph: "No."
      """#),
    OutlineCase(
      "truefalse",
      #"""
      ::: {.question #q-a kind="truefalse" answer="true"}
      So?

      ::: {.feedback}
      Yes.
      :::
      :::
      """#,
      #"""
      question q-a truefalse 2 in - for -
        stem: paragraph: "So?"
        true
        why: paragraph: "Yes."
      """#),
    OutlineCase(
      "numeric with a quantity",
      #"""
      ::: {.question #q-a kind="numeric" answer="3.5 GB" tolerance="2 %"}
      How much?
      :::
      """#,
      #"""
      question q-a numeric 2 in - for -
        stem: paragraph: "How much?"
        answer 3.5 GB ± 2 % vary []
      """#),
    OutlineCase(
      "numeric from a calculator",
      #"""
      ```{calc}
      #| id: near
      ```

      ::: {.question #q-a kind="numeric" answer="c.out" vary="a, b"}
      For `{calc} a` and `{calc} x.b`?

      ::: hint
      `{calc} b`
      :::
      :::
      """#,
      #"""
      calculator 5.1 near: near
      question q-a numeric 2 in - for -
        stem: paragraph: "For " (live a c 6:5) " and " (live x.b c 6:20) "?"
        answer c.out ± - vary ["a", "b"]
        hint: paragraph: (live b c 9:1)
      """#),
    OutlineCase(
      "fill",
      #"""
      ::: {.question #q-a kind="fill"}
      The [HBM|high-bandwidth *memory*]{.blank} and the [$O(n)$]{.blank} of
      [a b]{.blank}.
      :::
      """#,
      #"""
      question q-a fill 2 in - for -
        stem: paragraph: "The " (blank 0) " and the " (blank 1) " of" / (blank 2) "."
        gap: HBM | high-bandwidth *memory*
        gap: $O(n)$
        gap: a b
      """#),
    OutlineCase(
      "order",
      #"""
      ::: {.question #q-a kind="order"}
      Sort.

      1. One
      2. Two
      :::
      """#,
      #"""
      question q-a order 2 in - for -
        stem: paragraph: "Sort."
        item: paragraph: "One"
        item: paragraph: "Two"
      """#),
    OutlineCase(
      "match",
      #"""
      ::: {.question #q-a kind="match"}
      Match.

      | L | R |
      |---|---|
      | a | *b* |
      | c | d |
      :::
      """#,
      #"""
      question q-a match 2 in - for -
        stem: paragraph: "Match."
        pair: "a" = (em "b")
        pair: "c" = "d"
      """#),
    OutlineCase(
      "short",
      #"""
      ::: {.question #q-a kind="short" difficulty="3"}
      Why?

      ::: {.answer}
      So.
      :::
      ::: {.rubric}
      - One
      - Two
      :::
      :::
      """#,
      #"""
      question q-a short 3 in - for -
        stem: paragraph: "Why?"
        answer: paragraph: "So."
        point: paragraph: "One"
        point: paragraph: "Two"
      """#),
    OutlineCase(
      "in a quick check",
      #"""
      ::: {.quickcheck}
      ::: {.question #q-a kind="truefalse" answer="false"}
      So?
      ::: feedback
      No.
      :::
      :::
      :::
      """#,
      #"""
      div quickCheck {.quickcheck}
        question q-a truefalse 2 in - for -
          stem: paragraph: "So?"
          false
          why: paragraph: "No."
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
