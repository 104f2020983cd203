import Testing

@testable import Content

/// Headings, tables, lists, listings and what else Markdown has, with what we add. Each case is a text, its tree, and after `!` what is found.
@Suite struct HeadingAndTableTests {
  static let cases: [OutlineCase] = [
    OutlineCase(
      "heading attributes",
      #"""
      ## A $x$ {#sec-a .unnumbered key="v"}

      B {#sec-b}
      ---

      ### C {not attributes}

      ## D {#}
      """#,
      #"""
      heading 2 {#sec-a .unnumbered key=v}: "A " (math x)
      heading 2 5.1 {#sec-b}: "B"
      heading 3 5.1.1: "C {not attributes}"
      heading 2 5.2: "D {#}"
      """#),
    OutlineCase(
      "section numbers",
      #"""
      # Title

      ## A

      ### B

      #### C

      ### D

      ## E {.unnumbered}

      ## F

      ### G
      """#,
      #"""
      heading 1: "Title"
      heading 2 5.1: "A"
      heading 3 5.1.1: "B"
      heading 4 5.1.1.1: "C"
      heading 3 5.1.2: "D"
      heading 2 {.unnumbered}: "E"
      heading 2 5.2: "F"
      heading 3 5.2.1: "G"
      """#),
    OutlineCase(
      "a table with a caption",
      #"""
      | a | b |
      |:--|--:|
      | 1 | 2 |
      : The *caption*. {#tbl-a}

      | c |
      |---|
      | 3 |

      : Another
        over lines. {#tbl-b}
      """#,
      #"""
      table 5.1 #tbl-a: "The " (em "caption") "."
        | "a" | "b"
        | "1" | "2"
      table 5.2 #tbl-b: "Another" / "over lines."
        | "c"
        | "3"
      """#),
    OutlineCase(
      "a caption without a table",
      #"""
      a | b

      : text

      : more
      """#,
      #"""
      paragraph: "a | b"
      paragraph: ": " "text"
      paragraph: ": more"
      """#),
    OutlineCase(
      "a wide table",
      #"""
      | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |
      |---|
      | b |
      """#,
      #"""
      table: 
        | "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        | "b"
      """#),
    OutlineCase(
      "task lists",
      #"""
      - [ ] a
      - [x] b
        > why
      - c
      """#,
      #"""
      list
        [ ]
          paragraph: "a"
        [x]
          paragraph: "b"
          quote
            paragraph: "why"
        -
          paragraph: "c"
      """#),
    OutlineCase(
      "comments vanish",
      #"""
      a <!-- b --> c

      <!-- d -->

      <!-- e --> f
      """#,
      #"""
      paragraph: "a  c"
      html: "f"
      """#),
    OutlineCase(
      "raw HTML",
      #"""
      <b>a</b>

      <div>b</div>
      """#,
      #"""
      paragraph: (html <b>) "a" (html </b>)
      html: "<div>b</div>\n"
      """#),
    OutlineCase(
      "links and pictures",
      #"""
      [a](b.md 'T') ![c *d*](e.png) <http://x.org> www.y.org ~~f~~\
      g
      """#,
      #"""
      paragraph: (link b.md 'T' "a") " " (image e.png "c " (em "d")) " " (link http://x.org "http://x.org") " " (link http://www.y.org "www.y.org") " " (del "f") // "g"
      """#),
    OutlineCase(
      "listings",
      #"""
      ```swift extra
      let a = 1
      ```

          b
      """#,
      #"""
      code swift: "let a = 1\n"
      code: "b\n"
      """#),
  ]

  @Test(arguments: cases) func isRead(_ example: OutlineCase) {
    #expect(outline(example.markdown + "\n") == example.expected)
  }
}
