import Testing

@testable import Content

/// Cells with their options. Each case is a text, its tree, and after `!` what is found.
@Suite struct CellTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "a calculator",
      #"""
      ```{calc}
      #| id: c
      #| title: "The: title"
      #| covers: [a, {id: b, inputs: {x: y}, outputs: {o: p}, set: {hw: t4}}]
      input y = 1
      ```
      """#,
      #"""
      calculator 5.1 c: The: title
      """#),
    OutlineCase(
      "a calculator without an id",
      #"""
      ```{calc}
      let a = 1
      ```
      """#,
      #"""
      problem: the calculator has no id
      ! 1:1 error: the calculator has no id > begin it with a line `#| id: name`
      """#),
    OutlineCase(
      "options that are wrong",
      #"""
      ```{calc}
      #| id: c
      #| display: box
      #| colour: red
      ```

      ```{calc}
      #| id: d
      #| title: a: b
      ```

      ```{calc}
      #| id: e
      #| covers: a
      ```
      """#,
      #"""
      calculator 5.1 c: c
      problem: a colon with a space after it stands in a text without quotes
      calculator 5.2 e: e
      ! 4:4 warning: a {calc} cell knows no option `colour` > the options are id, title, display, covers
      ! 3:13 error: `box` is no way to display a calculator > the ways are panel, inline and none
      ! 9:12 error: a colon with a space after it stands in a text without quotes > put the text in double quotes
      ! 14:12 error: `covers` is a list, and this is the text `a` > write [id, …]
      """#),
    OutlineCase(
      "options over lines",
      #"""
      ```{calc}
      #| id: c
      #| title: >
      #|   one
      #|   two
      #| covers:
      #|   - a
      #|   - b
      ```
      """#,
      #"""
      calculator 5.1 c: one two
      """#),
    OutlineCase(
      "a cell that is not closed",
      #"""
      ```{calc}
      #| id: a
      let x = 1

      Text.

      ```{calc}
      #| id: b
      ```
      """#,
      #"""
      problem: the {calc} cell is not closed
      paragraph: "Text."
      calculator 5.1 b: b
      ! 1:1 error: the {calc} cell is not closed > end it with a line of ```
      """#),
    OutlineCase(
      "a longer fence",
      #"""
      ~~~~{calc}
      #| id: a
      let x = 1
      ```
      ~~~~
      """#,
      #"""
      calculator 5.1 a: a
      """#),
    OutlineCase(
      "an unknown cell",
      #"""
      ```{python}
      print(1)
      ```
      """#,
      #"""
      code python: "print(1)\n"
      ! 1:1 warning: `{python}` is no kind of cell > the kinds are {calc}, {figure}, {plot} and {equation}; it is shown as a listing
      """#),
    OutlineCase(
      "cells in lists and quotes",
      #"""
      - a

        ```{calc}
        #| id: a
        let x = 1
        ```

      > ```{calc}
      > #| id: b
      > ```
      """#,
      #"""
      list loose
        -
          paragraph: "a"
          calculator 5.1 a: a
      quote
        calculator 5.2 b: b
      """#),
    OutlineCase(
      "cells of no display",
      #"""
      ## A {#sec-a}

      ```{calc}
      #| id: a
      #| display: none
      ```

      Text.

      ### B

      ::: note
      ```{calc}
      #| id: b
      #| display: none
      ```
      Text.
      :::

      ## C
      """#,
      #"""
      heading 2 5.1 {#sec-a}: "A"
      paragraph: "Text."
      heading 3 5.1.1: "B"
      div note {.note}
        paragraph: "Text."
      more numbers: a, b
      heading 2 5.2: "C"
      """#),
    OutlineCase(
      "a figure",
      #"""
      ```{figure}
      #| id: fig-a
      #| caption: The *path* of $x$.
      #| alt: A box.
      ┌──┐

      └──┘
      ```
      """#,
      #"""
      figure 5.1 fig-a: "The " (em "path") " of " (math x) ".", 3 lines
      """#),
    OutlineCase(
      "a figure without words",
      #"""
      ```{figure}
      #| id: fig-a
      x
      ```
      """#,
      #"""
      figure 5.1 fig-a: , 1 lines
      ! 1:1 warning: the figure has no text alternative > add `#| alt:` with what it shows, in words
      """#),
    OutlineCase(
      "a plot",
      #"""
      ```{calc}
      #| id: c
      #| display: inline
      ```

      ```{plot}
      #| id: fig-p
      #| kind: line
      #| caption: C.
      #| alt: A.
      x: {name: z, from: 0, to: 1}
      series: [{y: z}]
      ```

      ```{plot}
      #| id: fig-q
      #| alt: A.
      ```
      """#,
      #"""
      plot 5.1 fig-p line near c: "C."
      problem: the plot has no kind
      ! 15:1 error: the plot has no kind > add `#| kind:` with line, bar, histogram, heatmap, scatter, timeline, network or roofline
      """#),
    OutlineCase(
      "an equation",
      #"""
      ```{equation}
      #| id: e
      #| tex: a = b
      fn e(a: 1) -> 1 = a
      ```

      ```{equation}
      #| id: law
      ```

      ```{equation}
      #| id: f
      #| tex: x
      ```

      ```{equation}
      #| tex: x
      ```
      """#,
      #"""
      equation 5.1 e
      equation 5.2 law
      problem: the equation `f` has no function
      problem: the equation has no id
      ! 11:1 error: the equation `f` has no function > write `fn f(…) = …` below its options, or `#| computable: false`
      ! 16:1 error: the equation has no id > begin it with a line `#| id: name`
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
