import Content
import Exchange
import Testing

@Suite struct PageTests {
  static let chapter = """
    ---
    title: "Weights <script>"
    number: 1
    objectives: {size: "Size a <b>model</b>."}
    ---

    ## Weights {#sec-weights}

    ```{calc}
    #| id: c01-weights
    #| title: Weights & more
    input count = 7e9 "parameters"
    input bytes = 2 B {4 B, 2 B, 1 B}
    output size = count * bytes -> GB "weights"
    check size ≈ 14 GB
    note "A <i>note</i>."
    ```

    They take `{calc} size` [@smith], see @sec-weights, @eq-t and @tbl-t.[^n] Half is $\\frac{1}{2} < x$.

    <script>alert(1)</script>

    [bad](javascript:alert(1)) [worse](<jAvA\tscript:x>) [good](https://x.org) ![<p>](a.png) <b onclick="x">raw</b>

    [^n]: A note of `{calc} bytes`.

    $$
    T = \\frac{D}{B}
    $$ {#eq-t}

    | a<b | c |
    |:----|--:|
    | 1   | 2 |

    : Words. {#tbl-t}

    ::: {.definition title="A *term*"}
    What it is.
    :::

    ```{plot}
    #| id: fig-p
    #| kind: bar
    #| caption: Bars.
    #| alt: "Two \\"bars\\"."
    bars: [{label: "a<b", value: size}, {label: half, value: size / 2}]
    ```

    ::: {.quickcheck}
    ::: {.question #q-a kind="choice" section="sec-weights" objective="size" difficulty="1"}
    Which?

    - [x] one
      > Yes.
    - [ ] two
      > No.

    ::: {.hint}
    Think.
    :::
    :::
    :::
    """

  private func page() throws -> (book: Book, chapter: Chapter) {
    let book = try TemporaryBook(
      chapter: Self.chapter,
      sources: "smith: {author: A. Smith, year: 2020, title: \"T <x>\", url: \"javascript:x\"}\n"
    ).read()
    return (book, try #require(book.chapters["01-first"]))
  }

  @Test func htmlHasWhatAReaderNeeds() throws {
    let (book, chapter) = try page()
    let html = HTMLBook.text(of: [chapter], in: book, title: chapter.title)
    for part in [
      "<title>Weights &lt;script&gt;</title>", "<li>Size a &lt;b&gt;model&lt;/b&gt;.</li>",
      "They take <data>14 GB</data> (<a href=\"#source-smith\">Smith 2020</a>)",
      "<a href=\"#sec-weights\">Section 1.1</a>", "<a href=\"#eq-t\">Equation 1.1</a>",
      "<a href=\"#tbl-t\">Table 1.1</a>",
      "<sup><a id=\"ref-01-first-1\" href=\"#note-01-first-1\">1</a></sup>",
      "<p>A note of <data>2 B</data>.</p>", "<mfrac><mn>1</mn><mn>2</mn></mfrac><mo>&lt;</mo><mi>x</mi>",
      "<math display=\"block\" aria-label=\"T equals D over B\">",
      "<caption><strong>Calculator 1.1</strong> · Weights &amp; more</caption>",
      "<tr class=\"output\"><th scope=\"row\">weights</th><td>14 GB</td></tr>",
      "<p class=\"note\">A &lt;i&gt;note&lt;/i&gt;.</p>",
      "<caption><strong>Table 1.1</strong> · Words.</caption>",
      "<p class=\"title\">Definition 1.1 · A <em>term</em></p>",
      "aria-label=\"Two &quot;bars&quot;.\"", "<tr><td>a&lt;b</td><td>14 GB</td></tr>",
      "<details><summary>Hint</summary>", "<details><summary>Answer</summary>", "<p>Yes.</p>",
    ] { #expect(html.contains(part), "\(part)") }
  }

  @Test func nothingOfAnAuthorRuns() throws {
    let (book, chapter) = try page()
    let html = HTMLBook.text(of: [chapter], in: book, title: chapter.title)
    for part in [
      "<script", "javascript:alert", "href=\"javascript", "jAvA", "<b onclick", "<img", "<p>]", "\u{1B}",
    ] {
      #expect(!html.contains(part), "\(part)")
    }
    #expect(html.contains("<a href=\"https://x.org\">good</a>"))
  }

  @Test func markdownIsPlainAndFilledIn() throws {
    let (book, chapter) = try page()
    let text = MarkdownPage.text(of: chapter, in: book)
    for part in [
      "# 1 Weights \\<script>\n", "## 1.1 Weights\n",
      "They take 14 GB (Smith 2020), see [Section 1.1](#sec-weights), Equation 1.1 and Table 1.1.[^1]",
      "$\\frac{1}{2} < x$", "| weights | 14 GB |", "**Table 1.1** · Words.",
      "> **Definition 1.1 · A *term***",
      "[^1]: A note of 2 B.", "> - a. one", "> - b, wrong: No.", "- A. Smith (2020). T \\<x>.",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("{calc}"))
    #expect(!MarkdownPage.text(of: chapter, in: book, showsAnswers: false).contains("wrong: No."))
  }

  /// Two columns beside each other would read as statements, all of them false.
  @Test func matchingQuestionsAreTwoLists() throws {
    let text = """
      ## Weights {#sec-weights}

      ::: {.question #q-m kind="match" section="sec-weights" objective="size" difficulty="1"}
      Match.

      | Animal | Food |
      |:-------|:-----|
      | cat    | food |
      | dog    | bone |
      | cow    | hay  |
      :::
      """
    let book = try TemporaryBook(chapter: text).read()
    let chapter = try #require(book.chapters["01-first"])
    let page = MarkdownPage.text(of: chapter, in: book)
    #expect(page.contains("1. cat\n> 2. dog\n> 3. cow\n>\n> - a. hay\n> - b. food\n> - c. bone\n"))
    #expect(page.contains("- cat: food"))
    let html = HTMLBook.text(of: [chapter], in: book, title: "")
    #expect(
      html.contains("<ol>\n<li>cat</li>\n<li>dog</li>\n<li>cow</li>\n</ol>\n<ol type=\"a\">\n<li>hay</li>"))
    #expect(!html.contains("<td>cat</td><td>hay</td>"))
  }

  /// What is written as text is read as that text.
  @Test(arguments: [
    "*a* _b_ `c` [d](e) <f> &amp; ~~g~~ \\h ![i](j)", "1. x", "- x", "+ x", "# x", "> x", "=== x", "a_b_c",
    "***", "---",
    "a | b", "2) y", "&#35;", "http", "a\\*b",
  ])
  func textStaysText(text: String) throws {
    let escaped = text.map { "\\`*_{}[]()<>#+-.!|&~=".contains($0) ? "\\\($0)" : "\($0)" }.joined()
    let first = try TemporaryBook(chapter: escaped + "\n").read()
    let chapter = try #require(first.chapters["01-first"])
    let written = MarkdownWriter(words: PageWords(book: first, chapter: chapter)).text(chapter.blocks)
    let second = try #require(try TemporaryBook(chapter: written + "\n").read().chapters["01-first"])
    #expect(second.blocks.map { $0.inlineRuns.joined().plainText } == [text])
  }

  @Test func cardsAreOneLineEach() throws {
    let (book, chapter) = try page()
    let lines = AnkiWriter.text(of: [chapter], in: book, withTerms: true).split(separator: "\n")
    #expect(lines.count == 7)
    let fields = try #require(lines.last).split(separator: "\t", omittingEmptySubsequences: false)
    #expect(fields.count == 4)
    #expect(fields.first == "q-a")
    #expect(fields.last == "small 01-first sec-weights choice")
  }
}
