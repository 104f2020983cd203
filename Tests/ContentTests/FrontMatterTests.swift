import Testing

@testable import Content

/// What stands before the text of a file. Each case is a text, its tree, and after `!` what is found.
@Suite struct FrontMatterTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "front matter",
      #"""
      ---
      title: T
      number: 7
      objectives:
        a: Do it.
      ---

      # A

      ## B {#sec-b}
      """#,
      #"""
      heading 1: "A"
      heading 2 7.1 {#sec-b}: "B"
      """#),
    OutlineCase(
      "front matter that is not closed",
      #"""
      ---
      title: T

      Text.
      """#,
      #"""
      rule
      paragraph: "title: T"
      paragraph: "Text."
      ! 1:1 error: the front matter is not closed > end it with a line of `---`
      """#),
    OutlineCase(
      "broken front matter",
      #"""
      ---
      title: a: b
      ---

      Text.
      """#,
      #"""
      paragraph: "Text."
      ! 2:9 error: a colon with a space after it stands in a text without quotes > put the text in double quotes
      """#),
    OutlineCase(
      "front matter with an unknown key",
      #"""
      ---
      titel: T
      ---
      Text.
      """#,
      #"""
      paragraph: "Text."
      ! 2:1 warning: the front matter knows no `titel` > the keys are id, title, number, objectives
      """#),
    OutlineCase(
      "objectives as a list",
      #"""
      ---
      objectives: [a, b]
      ---
      Text.
      """#,
      #"""
      paragraph: "Text."
      ! 2:13 error: `objectives` maps ids to texts, and this is a list > write `id: text`
      """#),
    OutlineCase(
      "anchor in front matter",
      #"""
      ---
      title: &a T
      ---
      Text.
      """#,
      #"""
      paragraph: "Text."
      ! 2:8 error: an anchor is not allowed here > write the value itself, in quotes if it begins with & or *
      """#),
    OutlineCase(
      "a byte order mark",
      "\u{FEFF}## A {#sec-a}",
      #"""
      heading 2 5.1 {#sec-a}: "A"
      """#),
    OutlineCase(
      "line ends and tabs",
      "a\r\nb\rc\n\n-\td\n\n::: note\r\n\te\r\n:::\r",
      #"""
      paragraph: "a" / "b" / "c"
      list
        -
          paragraph: "d"
      div note {.note}
        code: "e\n"
      """#),
    OutlineCase(
      "an empty file",
      "",
      ""),
    OutlineCase(
      "control characters stay",
      "a \u{1B}[2J b \u{7}",
      "paragraph: \"a \u{1B}[2J b \u{7}\""),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
