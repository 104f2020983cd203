import Testing

@testable import Content

/// Formulas in the line and displayed. Each case is a text, its tree, and after `!` what is found.
@Suite struct MathematicsTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "mathematics in the line",
      #"""
      It costs $5, and $y$ is; $x$, $a + b$ and $\$5$; it costs $5 or $10, a$b$c, $ x$, $x $, $x$5, \$x$.
      """#,
      #"""
      paragraph: "It costs $5, and " (math y) " is; " (math x) ", " (math a + b) " and " (math \$5) "; it costs $5 or " (math 10, a) "b$c, $ x$, $x $, $x" (math 5, \$x) "."
      """#),
    OutlineCase(
      "nothing inside mathematics is Markdown",
      #"""
      $a_1 *b* c_2$ and $`x`$ and `$x$` and $[a](b)$ *$x*y$*
      """#,
      #"""
      paragraph: (math a_1 *b* c_2) " and " (math `x`) " and " (code $x$) " and " (math [a](b)) " " (em (math x*y))
      """#),
    OutlineCase(
      "mathematics over lines and places after it",
      #"""
      $a
      b$ and
      @sec-x here
      """#,
      #"""
      paragraph: (math a
      b) " and" / (ref sec-x 3:1) " here"
      """#),
    OutlineCase(
      "mathematics in a table",
      #"""
      | a | b |
      |---|---|
      | $\|x\|$ | `a\|b` |
      """#,
      #"""
      table: 
        | "a" | "b"
        | (math |x|) | (code a|b)
      """#),
    OutlineCase(
      "a displayed formula",
      #"""
      $$ x = 1 $$ {#eq-x}

      $$
      a
      + b
      $$ {#eq-y}

      $$ c
      = d $$

      See @eq-x.
      """#,
      #"""
      formula 5.1 #eq-x: "x = 1"
      formula 5.2 #eq-y: "a\n+ b"
      formula: "c\n= d"
      paragraph: "See " (ref eq-x 11:5) "."
      """#),
    OutlineCase(
      "a formula right after prose",
      #"""
      Text
      $$ x $$
      more
      """#,
      #"""
      paragraph: "Text"
      formula: "x"
      paragraph: "more"
      """#),
    OutlineCase(
      "a formula in a list item",
      #"""
      - a

        $$
        x
        $$

        b
      """#,
      #"""
      list loose
        -
          paragraph: "a"
          formula: "x"
          paragraph: "b"
      """#),
    OutlineCase(
      "a formula that is not closed",
      #"""
      $$
      x

      Text.
      """#,
      #"""
      problem: the formula is not closed
      paragraph: "Text."
      ! 1:1 error: the formula that begins with `$$` is not closed > end it with `$$` at the end of a line; a formula holds no blank line
      """#),
    OutlineCase(
      "displayed dollars in a sentence",
      #"""
      $$x$$ is a formula, and so is $$y$$.
      """#,
      #"""
      paragraph: (math x) " is a formula, and so is " (math y) "."
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
