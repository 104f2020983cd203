import Testing

@testable import Content

/// References, citations, footnotes and live values, with their places. Each case is a text, its tree, and after `!` what is found.
@Suite struct ReferenceSyntaxTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "references",
      #"""
      @sec-a, (@fig-b), [@tbl-c] and @eq-d; @calc-e.
      Not a@sec-x, \@sec-x, @user or `@sec-y`.
      @sec-a.b. @sec-z's
      """#,
      #"""
      paragraph: (ref sec-a 1:1) ", (" (ref fig-b 1:10) "), " (ref tbl-c 1:20) " and " (ref eq-d 1:32) "; " (calc e 1:39) "." / "Not a@sec-x, @sec-x, @user or " (code @sec-y) "." / (ref sec-a.b 3:1) ". " (ref sec-z 3:11) "'s"
      """#),
    OutlineCase(
      "references in a group",
      #"""
      [@fig-a; @tbl-b]
      """#,
      #"""
      paragraph: (ref fig-a 1:2) ", " (ref tbl-b 1:10)
      """#),
    OutlineCase(
      "citations",
      #"""
      As said [@knuth-1974; @a.b:c], and [@x]. Not [@], [@a b] or \[@c].
      """#,
      #"""
      paragraph: "As said " (cite knuth-1974 a.b:c) ", and " (cite x) ". Not [@], [@a b] or [@c]."
      """#),
    OutlineCase(
      "a citation that is a link",
      #"""
      [@a](b.md)
      """#,
      #"""
      paragraph: (link b.md (cite a))
      """#),
    OutlineCase(
      "places of references",
      #"""
      aé @sec-x @sec-x
        @sec-x

      > - b @sec-y
      >   @sec-y
      """#,
      #"""
      paragraph: "aé " (ref sec-x 1:4) " " (ref sec-x 1:11) / (ref sec-x 2:3)
      quote
        list
          -
            paragraph: "b " (ref sec-y 4:7) / (ref sec-y 5:5)
      """#),
    OutlineCase(
      "a reference after a definition",
      #"""
      [r]: http://x.org
      Text @sec-x
      """#,
      #"""
      paragraph: "Text " (ref sec-x 2:6)
      """#),
    OutlineCase(
      "footnotes",
      #"""
      A[^x] and b[^y], again[^x].

      [^y]: Why.
      [^x]: Ex.

          More.
      """#,
      #"""
      paragraph: "A" (note x) " and b" (note y) ", again" (note x) "."
      footnote 1 x
        paragraph: "Ex."
        paragraph: "More."
      footnote 2 y
        paragraph: "Why."
      """#),
    OutlineCase(
      "footnotes that are not there",
      #"""
      A[^none].

      [^unused]: Nobody.
      """#,
      #"""
      paragraph: "A[^none]."
      """#),
    OutlineCase(
      "live values without a calculator",
      #"""
      `{calc} 2 + 2` and `` `{calc}` `` and `{calc}x` and `{calc}`
      """#,
      #"""
      paragraph: (live 2 + 2 - 1:1) " and " (code `{calc}`) " and " (code {calc}x) " and " (code {calc})
      """#),
    OutlineCase(
      "live values near calculators",
      #"""
      `{calc} a`

      ```{calc}
      #| id: one
      #| display: inline
      ```

      `{calc} a`

      ```{calc}
      #| id: two
      ```

      x `{calc} a` and
      `{calc} one.b`
      """#,
      #"""
      paragraph: (live a - 1:1)
      paragraph: (live a one 8:1)
      calculator 5.1 two: two
      paragraph: "x " (live a two 14:3) " and" / (live one.b two 15:1)
      """#),
    OutlineCase(
      "a gap outside of a question",
      #"""
      The [memory]{.blank} is full.
      """#,
      #"""
      paragraph: "The " (blank 0) " is full."
      ! 1:13 error: a gap stands outside of the text of a question > gaps belong into questions of the kind `fill`
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
