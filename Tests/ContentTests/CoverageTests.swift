import Foundation
import Testing

@testable import Content

/// What of an inventory a book covers: of a small one whose every case stands here, and of the one that
/// `NAPKIN_INVENTORY` names.
@Suite struct CoverageTests {
  static let inventory = [
    "ch01.yaml": """
    chapter: 1
    title: First
    worked_examples:
    - id: ch01-weights
      inputs: {params: {value: 7000000000.0, unit: '1'}, bytes: {value: 2, unit: B}}
      formula: [gb = params*bytes/1e9]
      outputs: {gb: {unit: GB, recomputed: 14}, told: {unit: x, given: true}}
    - id: ch01-other
      inputs: {n: {value: 3, unit: x}}
      formula: [m = 2*n]
      outputs: {m: {unit: x, recomputed: 6}}
    equations:
    - {id: memory-time, name: Time of memory}
    - {id: ridge, name: Ridge}
    terms:
    - {term: Key-value caches}
    - {term: HBM (high-bandwidth memory)}
    - {term: GEMM / GEMV}
    fallacies:
    - {claim: More is better}
    - {claim: Less is better}
    stories: []
    tables: [{title: "1.1 Sizes", cells: &cells [[a, b]], again: *cells}]
    figures: [{title: A plot}, {title: A diagram}]
    hardware: [{name: H100}]
    models: [{name: GPT}]
    constants: [{name: ENERGY, value: 640 pJ}]
    """,
    "ch07.yaml": "chapter: 7\ntitle: Later\nterms: [{term: Graph}]\n",
    "app-dam.yaml": "appendix: dam\nchapter: 17\ntitle: DAM\nterms: [{term: Axis}]\n",
    "notes.yaml": "chapter: notes\ntitle: Notes\nterms: [{term: Depth}]\n",
  ]

  /// Covers each in the way that its kind can be covered.
  static let full: [String: String?] = [
    "chapters/02-second.md": """
    # Second {covers="ch01/fallacies/1"}

    ## More {#sec-second}

    Back to @sec-weights.

    | a | b |
    |---|---|
    | c | d |

    : Sizes {#tbl-sizes covers="ch01/tables/1"}

    ```{plot}
    #| id: fig-plot
    #| kind: bar
    #| alt: One bar.
    #| covers: [ch01/figures/1]
    bars: {one: 1}
    ```

    ```{figure}
    #| id: fig-box
    #| alt: A box.
    #| covers: [ch01/figures/2, ch01/models/GPT]
    box
    ```

    ```{calc}
    #| id: c02-weights
    #| covers: [{id: ch01-weights, inputs: {params: count}, outputs: {gb: size}}]
    input count = 1e9
    input bytes = 4 B
    output size = count * bytes -> GB
    ```
    """,
    "questions/02-second.md": """
    ::: {.question #q-two kind="truefalse" answer="true" section="sec-second" covers="ch01/fallacies/2, ch01/hardware/1"}
    It is.

    ::: {.feedback}
    So.
    :::
    :::
    """,
    "glossary.md": """
    ## HBM {#term-hbm also="stacked memory, GEMM, GEMV"}

    Memory beside the chip.

    ## key value cache {#term-kv}

    What attention keeps.
    """,
    "constants.yaml":
      "energy: {value: 640 pJ, per: 32-bit word, source: horowitz, topic: energy, covers: [ch01/constants/ENERGY]}\n",
    "coverage.yaml": "ch01-other: too small\nch01/equations/ridge: told in words\n",
  ]

  static let names: [(ours: String, theirs: String)] = [
    ("KV cache", "KV-caches"), ("Batch normalization", "batch normalisation"), ("Bias", "biases"),
    ("GPU", "GPUs"), ("Memory hierarchy", "memory hierarchies"), ("Loss", "losses"), ("Class", "classes"),
  ]

  @Test(arguments: names.indices) func spellingOfANameDoesNotCount(_ index: Int) {
    let (ours, theirs) = Self.names[index]
    #expect(FoldedName.fold(ours) == FoldedName.fold(theirs))
  }

  @Test func namesOfOtherThingsDiffer() {
    #expect(FoldedName.fold("Bias") != FoldedName.fold("Base"))
    #expect(FoldedName.fold("Loss") != FoldedName.fold("Los"))
  }

  private func coverage(
    _ changes: [String: String?], inventory: [String: String] = inventory, chapter: String? = nil
  ) throws -> Coverage {
    let book = try TemporaryBook.small(with: changes)
    let folder = try TemporaryBook(inventory)
    let loader = try BookLoader(folder: book.folder)
    return Coverage(
      loader.rest(of: try loader.open(chapter: nil)), of: try Inventory(folder: folder.folder),
      chapter: chapter)
  }

  private func open(_ coverage: Coverage) -> [String] { coverage.files.flatMap { $0.open.map(\.key) } }

  @Test func everyKindCanBeCovered() throws {
    let coverage = try coverage(Self.full)
    #expect(report(coverage.findings, withFile: true) == [])
    #expect(coverage.files.first { $0.name == "ch01" }?.open.map(\.key) == [])
    #expect(coverage.files.filter(\.isDemanded).map(\.name) == ["ch01"])
    #expect(coverage.exampleCount == 1)
  }

  @Test func openThingsAreListed() throws {
    let coverage = try coverage([:], chapter: "1")
    #expect(coverage.files.map(\.name) == ["ch01"])
    #expect(
      open(coverage) == [
        "ch01-weights", "ch01-other", "ch01/equations/ridge", "ch01/terms/1", "ch01/terms/3",
        "ch01/fallacies/1", "ch01/fallacies/2", "ch01/tables/1", "ch01/figures/1", "ch01/figures/2",
        "ch01/hardware/1", "ch01/models/1", "ch01/constants/1",
      ])
  }

  static let declarations: [(name: String, changes: [String: String?], expected: String)] = [
    (
      "an index beyond the end", ["coverage.yaml": "ch01/fallacies/3: no"],
      "! coverage.yaml:1:1 error: `ch01/fallacies/3` names nothing > ch01 has 2 fallacies, and this is number 3"
    ),
    (
      "a kind that does not exist",
      ["glossary.md": "## HBM {#term-hbm covers=\"ch01/fallacy/1\"}\n\nMemory.\n"],
      "! glossary.md:1:1 error: `covers` names `ch01/fallacy/1`, which does not exist > `fallacy` is no kind: the "
        + "kinds are worked_examples, equations, terms, fallacies, stories, tables, figures, elements, hardware, "
        + "models, constants"
    ),
    (
      "a file that does not exist",
      ["constants.yaml": "dram: {value: 1 pJ, source: x, covers: [ch1/terms/1]}\n"],
      "! constants.yaml:1:41 error: `covers` names `ch1/terms/1`, which does not exist > the inventory has no file "
        + "ch1: did you mean ch01?"
    ),
    (
      "no reason", ["coverage.yaml": "ch01-other: ''"],
      "! coverage.yaml:1:1 error: `ch01-other` has no reason > say in one line why the book has no counterpart"
    ),
    (
      "an id of no example",
      ["chapters/02-second.md": "## More {#sec-second covers=\"ch01-weight\"}\n"],
      "! chapters/02-second.md:1:1 error: `covers` names `ch01-weight`, which does not exist > did you mean "
        + "`ch01-weights`?"
    ),
    (
      "another value",
      [
        "chapters/02-second.md": """
        ## More {#sec-second}

        ```{calc}
        #| id: c02-weights
        #| covers: [{id: ch01-weights, inputs: {params: count}, outputs: {gb: size}}]
        input count = 1e9
        input bytes = 4 B
        output size = 3 * count * bytes -> GB
        ```
        """
      ],
      "! chapters/02-second.md:3:1 error: ch01-weights: gb: expected 14.0 GB, found 42.0 in GB (42 GB) > correct the "
        + "calculator or the names in `covers`, or argue `ch01-weights.name` in coverage.yaml"
    ),
    (
      "a file of another chapter", ["coverage.yaml": "files: {notez: 1}"],
      "! coverage.yaml:1:9 error: `files` names `notez`, which the inventory does not have > remove the line"
    ),
  ]

  @Test(arguments: declarations.indices) func declarationNamesNothing(_ index: Int) throws {
    let test = Self.declarations[index]
    #expect(
      report(try coverage(test.changes).findings, withFile: true) == [test.expected], "\(test.name)")
  }

  @Test func chapterOfAFileCanBeSaid() throws {
    let coverage = try coverage(["coverage.yaml": "files: {notes: 02-second, ch01: none}"])
    #expect(coverage.files.filter(\.isDemanded).map(\.name) == ["notes"])
  }

  @Test func exampleThatNothingCoversSaysSo() throws {
    let coverage = try coverage([
      "chapters/02-second.md": """
      ## More {#sec-second}

      ```{calc}
      #| id: ch01-other
      input n = 3
      output m = 2 * n
      ```
      """
    ])
    let open = coverage.files.flatMap(\.open).first { $0.key == "ch01-other" }
    #expect(open?.reason == "the calculator `ch01-other` has its id; add `#| covers: [ch01-other]` to it")
  }

  /// The book of this repository. Its newest chapters may still be on the way; what they declare must be right.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["NAPKIN_INVENTORY"] != nil))
  func bookCoversItsSource() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["NAPKIN_INVENTORY"])
    let coverage = Coverage(try #require(JoinTests.book), of: try Inventory(folder: folder))
    #expect(report(coverage.findings, withFile: true) == [])
    #expect(coverage.exampleCount > 0)
    let demanded = coverage.files.filter(\.isDemanded)
    #expect(demanded.count >= 7, "both editions of both chapters, the front matter, Part II and the appendix")
    for file in demanded {
      let isCovered = file.open.isEmpty
      #expect(isCovered, "\(file.name): \(file.open.count) of \(file.total) open")
    }
  }
}
