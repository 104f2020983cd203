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
      "with space at its edges what holds a command is mathematics",
      #"""
      $ \alpha + 1 $, $\beta $ and $ 5 or \$6 $.
      """#,
      #"""
      paragraph: (math  \alpha + 1 ) ", " (math \beta ) " and $ 5 or $6 $."
      """#),
    OutlineCase(
      "a displayed formula further in than its item",
      #"""
      - item

          $$ x $$

      1. item

          $$
          y
          $$
      """#,
      #"""
      list loose
        -
          paragraph: "item"
          formula: "x"
      ordered 1 loose
        -
          paragraph: "item"
          formula: "y"
      """#),
    OutlineCase(
      "a listing of mathematics",
      #"""
      ```math
      \frac{a}{b}
      ```
      """#,
      #"""
      formula: "\frac{a}{b}"
      """#),
    OutlineCase(
      "definitions in one block, with comments",
      #"""
      $$
        % letters
        \gdef\mrm#1{\mathrm{#1}}
        \newcommand{\RR}{\mathbb{R}}
      $$

      $
      \DeclareMathOperator{\disc}{disc}
      $

      $\RR, \mrm{d}$ and $\disc$
      """#,
      #"""
      paragraph: (math \gdef\mrm#1{\mathrm{#1}}\newcommand{\RR}{\mathbb{R}} \RR, \mrm{d}) " and " (math \DeclareMathOperator{\disc}{disc} \disc)
      """#),
    OutlineCase(
      "an environment without dollar signs",
      #"""
      Text
      \begin{align}
      a &= b \\
      c &= d
      \end{align} {#eq-a}

      \begin{equation*} x \end{equation*}

      \begin{table} y \end{table}
      """#,
      #"""
      paragraph: "Text"
      formula 5.1 #eq-a: "\begin{align}\na &= b \\\nc &= d\n\end{align}"
      formula: "\begin{equation*} x \end{equation*}"
      paragraph: "\begin{table} y \end{table}"
      """#),
    OutlineCase(
      "commands that are defined in the text hold for the formulas after it",
      #"""
      \newcommand{\R}{\mathbb{R}}
      \newcommand{\vol}[1]{|#1|_{\R}}

      $x \in \R$ and $\vol{x}$ and $y$

      $$\newcommand{\loss}{\mathcal{L}}$$

      $$ \loss + \RR $$
      """#,
      #"""
      paragraph: (math \newcommand{\R}{\mathbb{R}} x \in \R) " and " (math \newcommand{\R}{\mathbb{R}}\newcommand{\vol}[1]{|#1|_{\R}} \vol{x}) " and " (math y)
      formula: "\newcommand{\loss}{\mathcal{L}} \loss + \RR"
      """#),
    OutlineCase(
      "nothing inside mathematics is Markdown",
      #"""
      $a_1 *b* c_2$ and $`x`$ and `$x$` and $[a](b)$ *$x*y$*
      """#,
      #"""
      paragraph: (math a_1 *b* c_2) " and " (math x) " and " (code $x$) " and " (math [a](b)) " " (em (math x*y))
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
