import Testing

@testable import Content

/// Fences of divs, in every place that they may stand in. Each case is a text, its tree, and after `!` what is found.
@Suite struct DivisionTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "a div",
      #"""
      ::: {.note #n title="A *title*"}
      Text.
      :::
      """#,
      #"""
      div note {#n .note title=A *title*}: "A " (em "title")
        paragraph: "Text."
      """#),
    OutlineCase(
      "a div by name",
      #"""
      ::: warning
      Text.
      :::
      """#,
      #"""
      div warning {.warning}
        paragraph: "Text."
      """#),
    OutlineCase(
      "divs in divs",
      #"""
      ::: {.example}
      a

      ::: note
      b
      :::

      c
      :::
      """#,
      #"""
      div example 5.1 {.example}
        paragraph: "a"
        div note {.note}
          paragraph: "b"
        paragraph: "c"
      """#),
    OutlineCase(
      "longer runs of colons",
      #"""
      ::::: {.example} :::::
      :::: note
      b
      ::::::
      :::
      """#,
      #"""
      div example 5.1 {.example}
        div note {.note}
          paragraph: "b"
      """#),
    OutlineCase(
      "a div after a list and a quote",
      #"""
      ::: note
      - a
      - b
      :::

      ::: note
      > q
      :::
      """#,
      #"""
      div note {.note}
        list
          -
            paragraph: "a"
          -
            paragraph: "b"
      div note {.note}
        quote
          paragraph: "q"
      """#),
    OutlineCase(
      "a fence over a rule",
      #"""
      a

      ::: note
      x
      :::
      ---
      b
      """#,
      #"""
      paragraph: "a"
      div note {.note}
        paragraph: "x"
      rule
      paragraph: "b"
      """#),
    OutlineCase(
      "a div in a list item",
      #"""
      - a

        ::: note
        b
        :::

      - c
      """#,
      #"""
      list loose
        -
          paragraph: "a"
          div note {.note}
            paragraph: "b"
        -
          paragraph: "c"
      """#),
    OutlineCase(
      "a div in a quote",
      #"""
      > ::: note
      > a
      > :::

      b
      """#,
      #"""
      quote
        div note {.note}
          paragraph: "a"
      paragraph: "b"
      """#),
    OutlineCase(
      "a div that is not closed",
      #"""
      a

      ::: {.note #open}
      b
      """#,
      #"""
      paragraph: "a"
      div note {#open .note}
        paragraph: "b"
      ! 3:1 error: the div `#open` is not closed > close it with a line of `:::` in the same list item or quote
      """#),
    OutlineCase(
      "a div that closes in another item",
      #"""
      - ::: note
        a

      - b

      :::
      """#,
      #"""
      list loose
        -
          div note {.note}
            paragraph: "a"
        -
          paragraph: "b"
      ! 1:3 error: the div `note` is not closed > close it with a line of `:::` in the same list item or quote
      ! 6:1 error: `:::` closes nothing > remove it, or open a div above it in the same list item or quote
      """#),
    OutlineCase(
      "a close without an open",
      #"""
      a

      :::

      b
      """#,
      #"""
      paragraph: "a"
      paragraph: "b"
      ! 3:1 error: `:::` closes nothing > remove it, or open a div above it in the same list item or quote
      """#),
    OutlineCase(
      "a fence indented too far",
      #"""
      a

      -   b
               ::: note
          c
      """#,
      #"""
      paragraph: "a"
      list
        -
          paragraph: "b" / "::: note" / "c"
      """#),
    OutlineCase(
      "divs in code",
      #"""
      ```
      ::: note
      ```

      ~~~~ text
      ```
      :::
      ~~~~

          ::: note
      """#,
      #"""
      code: "::: note\n"
      code text: "```\n:::\n"
      code: "::: note\n"
      """#),
    OutlineCase(
      "divs in a comment and in HTML",
      #"""
      <!--
      ::: note
      -->

      <pre>
      ::: note

      :::
      </pre>
      """#,
      #"""
      html: "<pre>\n::: note\n\n:::\n</pre>\n"
      """#),
    OutlineCase(
      "a div inside of HTML",
      #"""
      <div>
      ::: note
      </div>
      """#,
      #"""
      html: "<div>\n::: note\n</div>\n"
      ! 1:1 warning: a div, a cell or a formula stands inside raw HTML, where it is not read > put a blank line between the HTML and it
      """#),
    OutlineCase(
      "wrong attributes",
      #"""
      ::: {.note #a #b key="open}
      a
      :::

      ::: {.note ?}
      b
      :::

      ::: two words
      c
      :::
      """#,
      #"""
      div other("")
        paragraph: "a"
      div note {.note}
        paragraph: "b"
      div other("two") {.two}
        paragraph: "c"
      ! 1:5 error: the attributes of this div have no closing brace > write `::: {.class #id key="value"}` or `::: class`
      ! 5:12 error: `?` is no attribute > write `::: {.class #id key="value"}` or `::: class`
      ! 9:9 error: `words` after the name of a div is not understood > write `::: {.class #id key="value"}` or `::: class`
      """#),
    OutlineCase(
      "a forged marker",
      #"""
      <!--napkin-0:0-->

      ::: note
      a
      :::

      `<!--napkin-1:0-->`
      """#,
      #"""
      div note {.note}
        paragraph: "a"
      paragraph: (code <!--napkin-1:0-->)
      """#),
    OutlineCase(
      "numbers of callouts",
      #"""
      ::: definition
      a
      :::

      ::: {.example #ex}
      b

      ::: definition
      c
      :::
      :::

      ::: fallacy
      d
      :::

      ::: mine
      e
      :::
      """#,
      #"""
      div definition 5.1 {.definition}
        paragraph: "a"
      div example 5.1 {#ex .example}
        paragraph: "b"
        div definition 5.2 {.definition}
          paragraph: "c"
      div fallacy {.fallacy}
        paragraph: "d"
      div other("mine") {.mine}
        paragraph: "e"
      """#),
    OutlineCase(
      "a checkpoint without tasks",
      #"""
      ::: checkpoint
      a
      :::
      """#,
      #"""
      div checkpoint 5.1 {.checkpoint}
        paragraph: "a"
      ! 1:1 warning: the checkpoint has nothing to tick off > add a list of `- [ ]` items
      """#),
    OutlineCase(
      "a quick check of two questions",
      #"""
      ::: quickcheck
      a
      :::
      """#,
      #"""
      div quickCheck {.quickcheck}
        paragraph: "a"
      ! 1:1 error: a quick check wraps exactly one question and nothing else, and this one holds 0 questions > put one `::: {.question …}` into it
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
