import Exchange
import Testing

@Suite struct QuartoImporterTests {
  /// A piece of a Quarto file, and the body that it becomes, blank lines aside.
  static let pieces: [(name: String, quarto: String, ours: String)] = [
    ("note", "::: {.callout-note}\nText.\n:::", "::: {.note}\nText.\n:::"),
    ("tip", "::: {.callout-tip}\nText.\n:::", "::: {.note title=\"Tip\"}\nText.\n:::"),
    ("warning", "::: {.callout-warning}\nText.\n:::", "::: {.warning}\nText.\n:::"),
    ("caution", "::: {.callout-caution}\nText.\n:::", "::: {.warning title=\"Caution\"}\nText.\n:::"),
    ("important", "::: callout-important\nText.\n:::", "::: {.note title=\"Important\"}\nText.\n:::"),
    (
      "definition", "::: {.callout-definition title=\"A \\\"b\\\"\" icon=false}\nText.\n:::",
      "::: {.definition title=\"A \\\"b\\\"\"}\nText.\n:::"
    ),
    (
      "perspective", "::: {.callout-perspective}\n## A title\n\nText.\n:::",
      "::: {.perspective title=\"A title\"}\nText.\n:::"
    ),
    (
      "colons", ":::::: {.callout-note}\n::: {.callout-tip title=\"In\"}\nText.\n:::::\n:::",
      "::: {.note}\n::: {.note title=\"In\"}\nText.\n:::\n:::"
    ),
    ("columns", ":::: {.columns}\n::: {.column width=\"40%\"}\nLeft.\n:::\n::::", "Left."),
    ("tabs", "::: {.panel-tabset}\n## One\nText.\n:::", "**One**\nText."),
    ("comment", "One <!-- two\nthree --> four.", "One\n four."),
    ("index", "One\\index{Two!three} four. \\index{Five}\nSix.", "One four.\nSix."),
    ("indices", "A\\subscript~2~ of CO~2~ and 10^-8^.", "A₂ of CO₂ and 10⁻⁸."),
    ("dashes", "a---b, 1--2 `--x`", "a—b, 1–2 `--x`"),
    ("raw", "```{=latex}\n\\newpage\n```\nText.", "Text."),
    ("print", "::: {.content-visible when-format=\"pdf\"}\nPaper.\n:::\nText.", "Text."),
    ("screen", "::: {.content-visible unless-format=\"pdf\"}\nScreen.\n:::", "Screen."),
    ("span", "[words]{.smallcaps} and [a](https://x.org){target=\"_blank\"}", "words and [a](https://x.org)"),
    ("video", "{{< video https://x.org/v \"A film\" >}}", "[Video: A film](https://x.org/v)"),
    (
      "narrative", "As @smith2020 says [see @jones, p. 3; -@kim].",
      "As [@smith2020] says (see [@jones], p. 3; [@kim])."
    ),
    ("mail", "Write to a@b.org.", "Write to a@b.org."),
    ("footnote", "A^[Some *note*.] b.", "A[^note-1] b.\n[^note-1]: Some *note*."),
    (
      "reference", "See @eq-a, **@eq-a** and @Eq-a.\n\n$$ x $$ {#eq-a}",
      "See @eq-a, **[@eq-a]** and @eq-a.\n$$\nx\n$$ {#eq-a}"
    ),
    ("lost reference", "See @sec-other-things-5d0c.", "See the section “other things”."),
    (
      "parts of a figure",
      "See @fig-a.\n\n::: {#fig-two layout-ncol=2}\n![First](a.png){#fig-a fig-alt=\"A [b](c.html)\"}\n\n![Second](b.png){#fig-b}\n\nBoth\n:::",
      "See @fig-two.\n```{figure}\n#| id: fig-two\n#| caption: \"Both\"\n#| alt: \"First: A b Second\"\nFirst: A b Second\n```"
    ),
    (
      "principle",
      "By principle \\ref{pri-iron-law} and @pri-iron-law.\n\n::: {#pri-iron-law .callout-principle title=\"Law\"}\nT.\n:::",
      "By principle [“iron law”](#pri-iron-law) and the [principle “iron law”](#pri-iron-law).\n"
        + "::: {.principle #pri-iron-law title=\"Law\"}\nT.\n:::"
    ),
    ("environment", "\\begin{equation}\na = b \\label{eq-q}\n\\end{equation}", "$$\na = b\n$$ {#eq-q}"),
    ("dollars", "It costs $5 or $6, and $x$.", "It costs $5 or $6, and $x$."),
    (
      "caption", "| a | b |\n|---|--:|\n| 1 | 2 |\n\n: Words. {#tbl-t tbl-colwidths=\"[1,2]\"}",
      "| a | b |\n|---|---:|\n| 1 | 2 |\n: Words. {#tbl-t}"
    ),
    (
      "caption above", ": Words. {#tbl-t}\n\n| a | b |\n|---|---|\n| 1 | 2 |",
      "| a | b |\n|---|---|\n| 1 | 2 |\n: Words. {#tbl-t}"
    ),
    (
      "grid", "+---+------+\n| a | b    |\n+:=:+======+\n| 1 | two  |\n|   | more |\n+---+------+",
      "| a | b |\n|:---:|---|\n| 1 | two more |"
    ),
    (
      "image", "![A *caption*](a.png){#fig-a width=50% fig-alt=\"A picture.\"}",
      "```{figure}\n#| id: fig-a\n#| caption: \"A *caption*\"\n#| alt: \"A picture.\"\nA picture.\n```"
    ),
    (
      "drawing", "::: {#fig-t fig-cap=\"C\" fig-alt=\"D\"}\n```{.tikz}\n\\draw;\n```\n:::",
      "```{figure}\n#| id: fig-t\n#| caption: \"C\"\n#| alt: \"D\"\nD\n```"
    ),
    (
      "cell", "```{python}\n#| label: fig-p\n#| fig-cap: \"C: d\"\n#| fig-alt: \"E\"\nplot()\n```",
      "```{figure}\n#| id: fig-p\n#| caption: \"C: d\"\n#| alt: \"E\"\nE\n```"
    ),
    ("hidden cell", "```{python}\n#| echo: false\nx = 1\n```\nText.", "Text."),
    ("shown cell", "```{python}\n#| echo: true\nx = 1\n```", "```python\nx = 1\n```"),
    ("listing", "```{.python .numberLines}\n@sec-x\n```", "```python\n@sec-x\n```"),
    ("definitions", "Term\n: What it is.", "**Term**: What it is."),
    ("break", "one<br>two <span class=\"x\">three</span>", "one\\\ntwo three"),
    ("levels", "## A\n\n#### B", "## A {#sec-a}\n### B"),
  ]

  @Test(arguments: pieces) func piecesBecome(piece: (name: String, quarto: String, ours: String)) {
    let result = QuartoImporter.chapter(of: piece.quarto, title: "T")
    let body = result.text.split(separator: "\n").drop { $0 != "title: \"T\"" }.dropFirst(2)
    #expect(body.joined(separator: "\n") == piece.ours, "\(piece.name)")
  }

  /// A cell, an inline expression, and what stands for it.
  static let values: [(cell: String, expression: String, text: String)] = [
    ("x = 28 * 28\ny = f\"{x:,}\"", "y", "784"),
    ("class A:\n    a = 784 * 128 + 8_192  # a comment\n    b = f'{a:,} MAC'", "A.b", "108,544 MAC"),
    ("class A:\n    h = 24 * 7\n\nclass B:\n    s = f\"{A.h / 2:.1f}\"", "B.s", "84.0"),
    ("x = (2 ** 10 - 24) // 3", "x", "333"),
    ("s = f\"{1 / 3:.0%}\"", "s", "33%"),
    ("s = f\"{round(1234567.4):,}\"", "s", "1,234,567"),
    ("x = 1\nx += 1", "x", "`x`"),
    ("x = 1\nif x:\n    x = 2", "x", "`x`"),
    ("x = 1\nx, y = 2, 3", "x", "`x`"),
    ("x = 1\nf(\n    x=2\n)", "x", "1"),
    ("x = 1\n\"\"\"\nx = 2\n\"\"\"", "x", "1"),
    ("x = load()", "x", "`x`"),
    ("x = 0.1", "x", "`x`"),
    ("import os\nx = os.sep", "x", "`x`"),
  ]

  @Test(arguments: values) func valuesOfPlainCellsAreTyped(
    value: (cell: String, expression: String, text: String)
  ) {
    let text = "```{python}\n#| echo: false\n\(value.cell)\n```\n\nIt is `{python} \(value.expression)`."
    #expect(QuartoImporter.chapter(of: text, title: "T").text.hasSuffix("It is \(value.text).\n"))
  }

  static let chapter = """
    ---
    bibliography: x.bib
    quiz: quiz.json
    ---

    # A chapter {#sec-chapter}

    ## Purpose {.unnumbered}

    ::: {.callout-learning-objectives}

    - Explain **one** thing
    - Size another

    :::

    ```{python}
    #| echo: false
    x = 1
    ```

    It is `{python} Thing.value_str` long, see @fig-a and @sec-chapter.[^a]

    [^a]: A note \\index{Note}[@smith].

    ::: {#fig-a fig-cap="Words [@smith]." fig-alt="Circles."}
    ![](a.svg)
    :::

    ::: {#chk-a .callout-checkpoint title="Check"}
    Before.

    - [ ] **One**: can you?
    :::

    1. An item

       ::: {.callout-note}
       In a list.
       :::
    """

  @Test func aChapterPassesTheCheck() throws {
    let result = QuartoImporter.chapter(of: Self.chapter, title: "T", number: "3")
    #expect(result.title == "A chapter")
    #expect(result.citations == ["smith"])
    #expect(result.text.contains("number: 3\nobjectives:\n  explain-one-thing: \"Explain one thing\""))
    let book = try TemporaryBook(chapter: result.text, sources: "smith: {title: A source}\n")
    #expect(try book.findings() == [])
    #expect(
      try book.read().chapters["01-first"]?.anchors.map(\.id) == [
        "sec-chapter", "sec-purpose", "fig-a", "chk-a",
      ])
  }

  @Test func whatIsLeftBehindIsListedWithItsLine() {
    let notes = QuartoImporter.chapter(of: Self.chapter, title: "T").notes
    #expect(
      notes.map { "\($0.line): \($0.message)" } == [
        "3: the quizzes of `quiz.json` are left out; `napkin import quizzes` takes them over",
        "17: the hidden cell of 1 line in Python is left out; write what it computes as a {calc} cell",
        "22: the value of `{python} Thing.value_str` is not known; the expression stands in its place",
        "24: left out: index entries, \\index{…}",
        "27: the image `a.svg` is kept as its text alternative",
      ])
  }

  @Test func includedFilesAreReadAndEndlessOnesAreNot() {
    let surroundings = QuartoImporter.Surroundings {
      $0 == "b.qmd" ? "Inside.\n\n{{< include b.qmd >}}" : nil
    }
    let result = QuartoImporter.chapter(
      of: "{{< include b.qmd >}}\n\n{{< include c.qmd >}}", title: "T", surroundings: surroundings)
    #expect(result.text.contains("Inside."))
    #expect(
      result.notes.contains(
        ImportNote(3, "the included file `c.qmd` can not be read; its content is missing")))
  }

  /// Text that would cost its square, or that nothing closes.
  @Test(arguments: [
    "[", "^[", "`", "$", "{", "<a", "@", "![", "\\a{", "~", "::: {.callout-note}\n", "{{<", "$$\n",
    "```{python}\n",
    "<!--", "\\begin{x}\n", "| a |\n|---|\n", "+--+\n", "> ", "[^a]: ", "# {#", "`{python} ",
  ])
  func hostileTextEnds(piece: String) {
    let result = QuartoImporter.chapter(of: String(repeating: piece, count: 3000), title: "T")
    #expect(result.text.hasPrefix("---\ntitle: \""))
  }
}
