import Foundation
import Testing

@testable import Content

/// What is said about a small book with one fault: each case replaces or adds a file.
@Suite struct BookCheckTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var text: String
    var found: [String]
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ text: String, _ found: [String]) {
      self.name = name
      self.file = file
      self.text = text
      self.found = found
    }
  }

  private static let second = "chapters/02-second.md"
  private static let pool = "questions/01-first.md"
  private static let head = "---\ntitle: Second\nobjectives: {do: Do.}\n---\n\n## More {#sec-second}\n\n"

  private static func prose(_ name: String, _ text: String, _ found: String...) -> Fault {
    Fault(name, second, head + text + "\n", found)
  }

  private static func question(_ name: String, _ attributes: String, _ found: String...) -> Fault {
    let text =
      "::: {.question #q-x kind=\"numeric\" section=\"sec-weights\" objective=\"size\" \(attributes)}\nHow much?\n:::\n"
    return Fault(name, pool, text, found)
  }

  static let faults = [
    Fault(
      "a unit that is none", "constants.yaml", "dram_access: {value: 640 pX, source: horowitz}\n",
      [
        "! 1:22 error: `640 pX` is no quantity > write a number with a unit that the book knows, as in 3.35 TB/s"
      ]),
    Fault(
      "a field with another dimension", "profiles/hardware/odd.yaml",
      "id: odd\nname: Odd\nmemory: {bandwidth: {value: 3 TB, source: horowitz}}\n",
      [
        "! 3:29 error: `memory.bandwidth` is `3 TB` here and `3.35 TB/s` in profiles/hardware/h100.yaml > a field has one dimension in every profile: correct the unit or rename the field"
      ]),
    prose(
      "constants without a label",
      "```{library}\n#| id: tbl-c\n#| caption: Constants\n#| show: constants\n```",
      "! 8:1 error: the table shows constants that have no label: dram_access > give each a `label: …` in constants.yaml: what it is, in words"
    ),
    prose(
      "a dangling reference", "See\n  @sec-weight.",
      "! 9:3 error: `@sec-weight` refers to nothing > did you mean `@sec-weights`?"),
    prose(
      "one like nothing", "See @fig-x.",
      "! 8:5 error: `@fig-x` refers to nothing > give the id to what is meant, or remove the reference"),
    prose(
      "a calculator that is none", "@calc-c01-weight",
      "! 8:1 error: `@calc-c01-weight` refers to nothing > did you mean `@calc-c01-weights`?"),
    prose(
      "a calculator without a place",
      "```{calc}\n#| id: c02\n#| display: inline\noutput a = 1\n```\n\n@calc-c02",
      "! 14:1 warning: `@calc-c02` refers to a calculator without a place on the page > show it as a panel, or name its section"
    ),
    prose(
      "an id given twice", "## Again {#sec-weights}",
      "! 8:1 error: the id `sec-weights` is given twice > it stands already at chapters/01-first.md:6; choose another"
    ),
    prose(
      "a level that is left out", "#### Deep",
      "! 8:1 error: a heading of level 4 follows one of level 2 > use level 3: ###"),
    prose(
      "an unknown class", "::: notes\na\n:::",
      "! 8:1 warning: the class `notes` is not known > did you mean `note`?"),
    prose(
      "a hint outside of a question", "::: hint\na\n:::",
      "! 8:1 warning: `hint` stands outside of a question > move it into the question's div"),
    prose(
      "a source that is missing", "[@knuth]",
      "! 8:2 error: references.yaml has no source `knuth` > add it with author, year and title"),
    prose(
      "a source mistyped", "a [@horowits]",
      "! 8:4 error: references.yaml has no source `horowits` > did you mean `horowitz`?"),
    prose(
      "footnotes", "A[^a].\n\n[^b]: B.",
      "! 8:2 error: the footnote `[^a]` is not defined > add a line `[^a]: …`",
      "! 10:1 warning: nothing refers to the footnote `[^b]` > refer to it with [^b], or remove it"),
    prose(
      "a link to a file that exists",
      "[a](01-first.md) [b](../book.yaml#x) [c](#sec-second) [d](https://x.org)"),
    prose(
      "links to nothing", "[a](none.md) and\n[b](../../x.md) [c](#none) ![d](e%20f.png)",
      "! 8:5 error: the link `none.md` leads to no file: there is no chapters/none.md > check the name; files are named from the one that links to them",
      "! 9:5 error: the link `../../x.md` leads out of the book > check the name; files are named from the one that links to them",
      "! 9:21 error: the link `#none` leads to no id of the book > check the name; files are named from the one that links to them",
      "! 9:33 error: the link `e%20f.png` leads to no file: there is no chapters/e f.png > check the name; files are named from the one that links to them"
    ),
    prose(
      "a wide table", "| a |\n|---|\n| \(String(repeating: "b", count: 90)) |",
      "! 10:81 warning: the table is wider than 80 columns > shorten its cells or split it"),
    prose(
      "a figure without alternative", "```{figure}\n#| id: fig-a\nx\n```",
      "! 8:1 warning: the figure has no text alternative > add `#| alt:` with what it shows, in words"),
    prose(
      "a check that fails", "```{calc}\n#| id: c\noutput a = 2\ncheck a ≈ 3\n```",
      "! 11:1 error: the check does not hold: a is 2, not 3 > correct the formula, or the value here; a `note` tells what a source printed"
    ),
    prose(
      "a check in a list", "- x\n\n  ```{calc}\n  #| id: c\n  output a = 2\n  check a ≈ 3\n  ```",
      "! 13:3 error: the check does not hold: a is 2, not 3 > correct the formula, or the value here; a `note` tells what a source printed"
    ),
    prose(
      "covers that name nothing",
      "```{calc}\n#| id: c\n#| covers: [{id: e, inputs: {x: b}, outputs: {y: o}, set: {hw: h100, a.b: 1}}]\ninput a = 2\noutput o = a\n```",
      "! 8:1 error: `covers` names `b`, which is no input of this calculator > its inputs are a",
      "! 8:1 error: `covers` names `hw`, which is no input of this calculator > its inputs are a"),
    prose(
      "a default that is typed",
      "The 64 stays.\n\n```{calc}\n#| id: c\n#| display: inline\ninput n = 64\noutput m = n\n```\n\nWith 64 it is `{calc} m`; with `{calc} n` it is `{calc} m`.\n\nWith 64, `{calc} m`.",
      "! 19:1 warning: the paragraph types 64, the author's value of `n`, beside live values > write `{calc} n`, so that it follows a changed input"
    ),
    prose(
      "an equation of a chapter",
      "```{equation}\n#| id: memory_time\n#| tex: a\nfn memory_time(a: 1) -> 1 = a\n```\n\n```{equation}\n#| id: f\n#| tex: a\nfn f(a: 1) -> 1 = b +\n```",
      "! 8:1 error: the equation `memory_time` is declared twice > keep one of them",
      "! 17:22 error: expected a value, found the end of the statement > write a value behind “+”"),
    question(
      "an answer of no calculator", "answer=\"c01-weight.size\"",
      "! 1:1 error: the answer names the calculator `c01-weight`, which does not exist > did you mean `c01-weights`?"
    ),
    question(
      "a varied input that is none", "answer=\"c01-weights.size\" vary=\"bits\"",
      "! 1:1 error: `vary` names `bits`, which is no input of `c01-weights` > its inputs are count, bytes"),
    question(
      "a place that is none", "answer=\"1\" see=\"sec-weigts\"",
      "! 1:1 error: `see` names `sec-weigts`, which is no place in the book > did you mean `sec-weights`?"),
    Fault(
      "a section and an objective that are none", pool,
      "::: {.question #q-x kind=\"numeric\" answer=\"1\" section=\"sec-weigts\" objective=\"p\"}\na\n:::\n",
      [
        "! 1:1 error: the chapter has no section `sec-weigts` > did you mean `sec-weights`?",
        "! 1:1 error: the chapter has no objective `p` > the chapter has size",
      ]),
    Fault(
      "a question for nothing", pool, "::: {.question #q-x kind=\"numeric\" answer=\"1\"}\na\n:::\n",
      [
        "! 1:1 warning: the question names no section > add section=\"…\" with an id of the chapter",
        "! 1:1 warning: the question names no objective > add objective=\"…\" with an id of the chapter",
      ]),
    Fault(
      "a figure without a source", "constants.yaml", "a: {value: 1 J}\nb: {value: 2 J, source: nobody}\n",
      [
        "! 1:4 warning: the figure `a` has no source > write {value: …, source: …} with a key of references.yaml",
        "! 2:25 error: references.yaml has no source `nobody` > add it with author, year and title",
      ]),
    Fault(
      "a figure without a value", "profiles/hardware/t4.yaml",
      "id: t4\nname: T4\nmemory: {capacity: {source: horowitz, kind: guess}}\npower: [70 W]\n",
      [
        "! 3:20 error: the figure has no value > write {value: 80 GB, source: …}",
        "! 4:8 error: `power` is a list, and a figure is one value > write {value: …, source: …}",
      ]),
    Fault(
      "a profile given twice", "profiles/models/h100.yaml", "id: h100\nname: Again\n",
      ["! 1:5 error: the id `h100` is that of H100 > choose another id"]),
    Fault(
      "a profile without a name", "profiles/models/a.yaml", "id: a\n",
      ["! 1:1 error: the profile has no `name`, so it is left out > add a line `name: …`"]),
    Fault(
      "a source without a title", "references.yaml", "horowitz: {title: Energy}\nx: {year: 2014}\n",
      ["! 2:1 error: the source `x` has no title > add `title: …`"]),
    Fault(
      // Each source would be missing: only the cause is said.
      "references that can not be read", "references.yaml", "horowitz: {title: Energy\n",
      [
        "! 2:1 error: a list or mapping in brackets is not closed, or a comma is missing > close it on the line where it ends"
      ]),
    Fault(
      "a term without an id", "glossary.md", "## HBM {#term-hbm}\n\nx\n\n## SRAM\n\ny\n",
      ["! 5:1 error: the term `SRAM` has no id > add {#term-…} to its heading"]),
    Fault(
      "a path to no chapter", "book.yaml",
      TemporaryBook.manifest + "\npaths: [{id: p, title: P, chapters: [1, 9]}]\n",
      [
        "! 5:41 warning: the path `p` names the chapter `9`, which the book does not have > name chapters by number or id"
      ]),
    Fault(
      "a cell among the equations", "equations/x.md",
      "```{calc}\n#| id: a\n```\n\n```{equation}\n#| id: e\n```\n",
      [
        "! 1:1 error: a file of equations holds only {equation} cells > move the cell to a chapter",
        "! 5:1 error: the equation `e` has no formula > add `#| tex:` with its LaTeX",
      ]),
    prose(
      "a section without an id", "## Again",
      "! 8:1 warning: the section `Again` has no id, so no reference, question or link can lead to it > write `## Again {#sec-…}`"
    ),
    prose(
      "a heading in a box", "::: note\n### Inner\n:::",
      "! 9:1 warning: the heading `Inner` stands inside a box, a list or a quote, so it is no section > put it outside, or make it the box's title: title=\"…\""
    ),
    Fault(
      "a chapter without a file, and a workbench that is not there", "book.yaml",
      "id: a\ntitle: S\nparts: [{id: a, title: A, chapters: [01-first, 02-second, 03-frist]}]\n"
        + "workbench: {hardware: h10, modl: x}\n",
      [
        "! 3:59 error: the chapter `03-frist` has no file > write chapters/03-frist.md, or remove it from the list",
        "! 4:23 error: there is no hardware profile `h10` > did you mean `h100`?",
        "! 4:28 error: the workbench has no `modl` > its keys are hardware and model",
      ]),
    prose(
      "a live value without its brace", "It is `{calc size`.",
      "! 8:1 warning: `{calc size` is shown as it stands > write a live value as `{calc} name`, with both braces and a space"
    ),
    prose(
      "a row with too many cells", "| a | b |\n|---|---|\n| 1 | 2 |\n| 1 | `\\|` | 3 |",
      "! 11:1 error: the row has 3 cells, and the table has 2 columns: the rest is not shown > write `|` inside of a cell as `\\|`, or give the table more columns"
    ),
    prose(
      "a header that does not fit", "| a | b |\n|---|\n| 1 | 2 |",
      "! 8:1 error: this is no table: its header has 2 cells, and the line below has 1 > give both lines as many; write `|` inside of a cell as `\\|`"
    ),
    prose(
      "mistakes that follow from one are told once",
      "```{calc}\n#| id: c\ninput a = 2 \"n\" 1..5\noutput b = a\ncheck b ≈ 2\n```",
      "! 10:18 error: a range is written with three dots > write 1...5"),
    Fault(
      "a kind of question that is none", pool,
      "::: {.question #q-x kind=\"fil\" section=\"sec-weights\" objective=\"size\"}\nThe [x]{.blank}.\n:::\n",
      [
        "! 1:1 error: `fil` is no kind of question > did you mean `fill`?"
      ]),
    prose(
      "a picture without alternative", "![](01-first.md)",
      "! 8:1 warning: the picture `01-first.md` has no text alternative > write what it shows in the brackets: ![…](01-first.md)"
    ),
    prose(
      "what stands in a footnote",
      "A[^a].\n\n[^a]: A\n\n    ::: notes\n    a `{calc} none`\n    :::",
      "! 12:5 warning: the class `notes` is not known > did you mean `note`?",
      "! 13:7 error: the live value `none`: there is no value named “none”"),
    prose(
      "formulas that can not be set", "A\ntext $\\fro$.\n\n$$\n\\fro\n$$",
      "! 9:6 warning: in the formula `\\fro`: unknown > correct the LaTeX; the page shows what it could read",
      "! 11:1 warning: in the formula `\\fro`: unknown > correct the LaTeX; the page shows what it could read"
    ),
    Fault(
      "a formula of an equation that can not be set", "equations/x.md",
      "```{equation}\n#| id: e\n#| tex: \\fro\n#| computable: false\n```\n",
      [
        "! 3:9 warning: in the formula `\\fro`: unknown > correct the LaTeX; the page shows what it could read"
      ]),
    Fault(
      "a chapter without a title", second, "## More {#sec-second}\n",
      ["! 1:1 warning: the chapter has no title > begin the file with front matter: ---, title: …, ---"]),
    Fault(
      "a chapter that is not listed", "chapters/03-third.md", "# Third\n",
      [
        "! 1:1 warning: the book does not list this file, so nobody can read it > add `03-third` to the chapters of a part in book.yaml, or remove the file"
      ]),
    Fault(
      "a page that another hides", "appendices/02-second.md", "# Third\n",
      [
        "! 1:1 warning: another file has the same name and is read in its place > give it another name, or remove it"
      ]),
    Fault(
      "questions of no chapter", "questions/02-secnd.md", "",
      [
        "! 1:1 warning: no chapter has the name of this file, so nobody is asked its questions > name it after its chapter, such as 02-second.md"
      ]),
    Fault(
      "a chapter listed twice, and an introduction that is none", "book.yaml",
      "id: small\ntitle: S\nparts: [{id: a, title: A, intro: front/a.md, chapters: [01-first, 02-second, 01-first]}]\n",
      [
        "! 3:34 error: the introduction `front/a.md` of a part does not exist > write the file, or correct `intro`",
        "! 3:78 error: the chapter `01-first` is listed twice > keep it in one part",
      ]),
    Fault(
      "terms that share a name", "glossary.md",
      "## HBM {#term-hbm also=\"stack\"}\n\nA.\n\n## Stack {#term-stack}\n\nB.\n\n## SRAM {#term-sram}\n",
      [
        "! 5:1 warning: the terms `HBM` and `Stack` share the name `Stack` > keep it with one of them",
        "! 9:1 warning: the term `SRAM` is not explained > write a paragraph below its heading",
      ]),
    Fault(
      "a term that leads nowhere", "glossary.md", "## HBM {#term-hbm}\n\nSee @sec-weight and [^a].\n",
      [
        "! 3:5 error: `@sec-weight` refers to nothing > did you mean `@sec-weights`?",
        "! 3:21 error: the footnote `[^a]` is not defined > add a line `[^a]: …`",
      ]),
    Fault(
      "an objective that says nothing, and one that nobody asks for", "chapters/01-first.md",
      (TemporaryBook.small["chapters/01-first.md"] ?? "").replacingOccurrences(
        of: "objectives: {size: Size a model.}", with: "objectives: {size: Size., more: '', last: Last.}"),
      [
        "! 3:27 error: the objective `more` says nothing > write what a reader will be able to do",
        "! 3:27 warning: no question asks for the objective `more` > give a question objective=\"more\"",
        "! 3:37 warning: no question asks for the objective `last` > give a question objective=\"last\"",
      ]),
    Fault(
      "too many panels", second, head + (1...26).map { "```{calc}\n#| id: c\($0)\n```\n" }.joined(),
      [
        "! 83:1 warning: the chapter has 26 calculators with a panel, more than 25 > give some of them `#| display: inline`"
      ]),
  ]

  @Test(arguments: faults) func isFound(_ fault: Fault) throws {
    let files = try TemporaryBook.small(with: [fault.file: fault.text])
    let loader = try BookLoader(folder: files.folder)
    let book = loader.rest(of: try loader.open(chapter: nil))
    let findings = BookCheck(book) { $0.contains("fro") ? ["unknown"] : [] }.findings
    #expect(report(findings) == fault.found)
    #expect(findings.allSatisfy { $0.file == fault.file })
  }

  @Test func manyMistakesOfACalculatorAreCounted() throws {
    let text = Self.head + "```{calc}\n#| id: c\n\(String(repeating: "let = 1\n", count: 25))```\n"
    let files = try TemporaryBook.small(with: [Self.second: text])
    let loader = try BookLoader(folder: files.folder)
    let findings = BookCheck(loader.rest(of: try loader.open(chapter: nil))).findings
    #expect(findings.count == 21)
    #expect(
      report(findings).first
        == "! 8:1 error: the calculator `c` has 5 more mistakes > correct the first ones, and check again")
  }

  @Test func findingsAreInOrder() throws {
    let files = try TemporaryBook.small(with: [
      Self.second: Self.head + "@fig-b @fig-a\n\n## x {#sec-second}\n", "glossary.md": "## A\n",
    ])
    let loader = try BookLoader(folder: files.folder)
    let findings = BookCheck(loader.rest(of: try loader.open(chapter: nil))).findings
    #expect(
      findings.map { "\($0.file):\($0.position.outline)" } == [
        "\(Self.second):8:1", "\(Self.second):8:8", "\(Self.second):10:1", "glossary.md:1:1",
      ])
  }

  /// Diagnostics of a calculator stand where the engine says, in the file.
  @Test func diagnosticsStandInTheFile() throws {
    let text = Self.head + "```{calc}\n#| id: c\n#| title: C\n\ninput ä = 1\n  let b = é + )\n```\n"
    let files = try TemporaryBook.small(with: [Self.second: text])
    let loader = try BookLoader(folder: files.folder)
    let book = loader.rest(of: try loader.open(chapter: nil))
    let findings = BookCheck(book).findings
    #expect(findings.first?.file == Self.second)
    #expect(findings.contains { $0.position == SourcePosition(line: 13, column: 15) })
  }
}
