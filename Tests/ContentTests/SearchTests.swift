import Foundation
import Testing

@testable import Content

@Suite struct SearchTests {
  private static let chapter = """
    ---
    title: The café of memory
    ---

    ## Bandwidth {#sec-bandwidth}

    A key-value cache grows with every token. The naïve reader expects bandwidth to follow.

    ::: {.insight title="A warehouse"}
    Memory is a warehouse, and bandwidth is its door.
    :::
    """
  private static let pool = """
    ::: {.question #q-door kind="choice" section="sec-bandwidth"}
    Which part of a warehouse is like bandwidth?

    - [ ] Its roof.
      > A roof moves nothing: zebra.
    - [x] Its door.

    ::: {.explanation}
    What passes in a second: yak.
    :::
    :::
    """

  private static func book() throws -> (TemporaryBook, BookLoader, Book) {
    let files = try TemporaryBook.small(with: [
      "chapters/02-second.md": chapter, "questions/02-second.md": pool,
    ])
    let loader = try BookLoader(folder: files.folder)
    return (files, loader, loader.rest(of: try loader.open(chapter: nil)))
  }

  private static func hits(_ text: String, kinds: Set<SearchEntry.Kind>? = nil) throws -> [SearchHit] {
    let (files, loader, book) = try book()
    let index = try SearchIndex(path: nil)
    try index.update(book, stamps: loader.stamps(), formulas: .source)
    _ = files
    return try index.hits(for: text, kinds: kinds)
  }

  /// What is typed, and what must be the first result: its kind, and a text in its title or snippet.
  @Test(arguments: [
    ("warehouse door", SearchEntry.Kind.text, "warehouse"),
    ("CAFE", .section, "café"),
    ("naive", .text, "naïve"),
    ("\"grows with every\"", .text, "grows"),
    ("key-val", .text, "key"),
    ("hbm", .term, "HBM"),
    ("stacked mem", .term, "stacked"),
    ("memory_time", .equation, "memory_time"),
    ("989", .hardware, "989"),
    ("dram acc", .constant, "dram access"),
    ("14 GB", .text, "14"),
    ("Weights", .section, "Weights"),
    ("roof", .question, "roof"),
  ])
  func finds(_ text: String, _ kind: SearchEntry.Kind, _ words: String) throws {
    let first = try #require(try Self.hits(text).first { $0.kind == kind }, "nothing for \(text)")
    #expect((first.title.text + first.snippet.text).contains(words))
    #expect((first.title + first.snippet).contains { $0.isMatch })
  }

  /// The words one after the other come before the words apart, wherever those stand.
  @Test func aPhraseComesFirst() throws {
    let files = try TemporaryBook.small(with: [
      "chapters/02-second.md": """
      ---
      title: Walls
      ---

      ## Memory and its wall {#sec-apart}

      A wall keeps a memory from growing, and a wall around a memory keeps it small.

      ## Rates {#sec-rates}

      Compute has grown faster than bandwidth for decades, and the distance is called the memory wall by all who build.
      """
    ])
    let loader = try BookLoader(folder: files.folder)
    let index = try SearchIndex(path: nil)
    try index.update(
      loader.rest(of: try loader.open(chapter: nil)), stamps: loader.stamps(), formulas: .source)
    #expect(try index.hits(for: "memory wal").first?.place.hasSuffix("Rates") == true)
    #expect(try index.hits(for: "memory wall").count > 1)
  }

  @Test(arguments: [
    "", "   ", "\"", "\"\"", "*", "OR", "NEAR(a b)", "title:x", "(", "^", "-", "'; DROP TABLE entries",
    "\0",
    "every grows with \"with grows\"", "xyzzy",
  ]) func findsNothing(_ text: String) throws { #expect(try Self.hits(text).isEmpty) }

  @Test func answersCanNotBeFound() throws {
    #expect(try Self.hits("zebra").isEmpty)
    #expect(try Self.hits("yak").isEmpty)
  }

  @Test func aKindIsAskedForAlone() throws {
    let hits = try Self.hits("bandwidth", kinds: [.question])
    #expect(hits.map(\.id) == ["q-door"])
  }

  @Test func aHitLeadsToItsPlace() throws {
    let hit = try #require(try Self.hits("naive").first)
    #expect(hit.page == "02-second")
    #expect(hit.place == "2.1 Bandwidth")
    let (_, _, book) = try Self.book()
    let block = try #require(book.chapters["02-second"]?.blocks[hit.block])
    #expect(block.inlineRuns.first?.plainText.contains("naïve") == true)
  }

  @Test func aChangedFileIsReadAgainAndNothingElse() throws {
    let (files, loader, book) = try Self.book()
    let index = try SearchIndex(path: files.folder + "/index.sqlite")
    try index.update(book, stamps: loader.stamps(), formulas: .source)
    #expect(try index.stale(loader.stamps()).isEmpty)
    let changed = Self.chapter.replacingOccurrences(of: "door", with: "gate")
    try files.write(Data(changed.utf8), to: "chapters/02-second.md")
    #expect(try index.stale(loader.stamps()) == ["02-second"])
    let again = loader.rest(of: try loader.open(chapter: nil))
    try index.update(again, stamps: loader.stamps(), formulas: .source)
    #expect(try index.hits(for: "gate", kinds: [.text]).count == 1)
    #expect(try index.hits(for: "door", kinds: [.text]).isEmpty)
  }

  @Test func aDamagedOrForeignIndexIsMadeAnew() throws {
    let (files, loader, book) = try Self.book()
    let path = files.folder + "/index.sqlite"
    for content in [Data("no database at all".utf8), Data(repeating: 0, count: 5000), Data()] {
      try? FileManager.default.removeItem(atPath: path)
      try content.write(to: URL(fileURLWithPath: path))
      let index = try SearchIndex(path: path)
      try index.update(book, stamps: loader.stamps(), formulas: .source)
      #expect(try index.hits(for: "naive").count == 1)
    }
  }

  @Test func whereNoFileCanBeWrittenTheIndexIsInMemory() throws {
    let (_, loader, book) = try Self.book()
    let index = try SearchIndex(path: "/dev/null/index.sqlite")
    try index.update(book, stamps: loader.stamps(), formulas: .source)
    #expect(try index.hits(for: "naive").count == 1)
  }

  /// What the index gives around a match, and the pieces that are shown, matches in brackets.
  @Test(arguments: [
    ("plain \u{1}words\u{2} here", "plain [words] here"),
    ("as \u{3}d_k\u{4}dₖ\u{5} is", "as dₖ is"),
    ("as \u{3}\u{1}d_k\u{2}\u{4}dₖ\u{5} is", "as [dₖ] is"),
    ("\u{1}as \u{3}d\u{2}_k\u{4}dₖ\u{5} is", "[as dₖ] is"),
    ("…k\u{4}dₖ\u{5} is \u{1}it\u{2}", "dₖ is [it]"),
    ("dₖ\u{5} is \u{1}it\u{2}", "dₖ is [it]"),
    ("\u{1}it\u{2} is \u{3}d_…", "[it] is …"),
    ("\u{1}it\u{2} is \u{3}d_k\u{4}d…", "[it] is d…"),
    ("def f():\n    \u{1}return\u{2}  1", "def f(): [return] 1"),
  ])
  func formulasStandAsTheyAreShown(_ indexed: String, _ shown: String) {
    let pieces = [SearchHit.Piece](indexed: indexed)
    #expect(pieces.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() == shown)
  }

  /// What is typed with `_` is found as it is typed, and the words of an identifier are found too.
  @Test(arguments: [
    ("d_o", ["the width [d_o] of a head"]),
    ("d_", ["the width [d_o] of a head", "and [d_model] of a token"]),
    ("D_MODEL", ["and [d_model] of a token"]),
    ("model", ["and [d_model] of a token", "a [model] of a word of two"]),
    ("\"d of\"", ["a word [d of] two letters"]),
    ("width d_o", ["the [width] [d_o] of a head"]),
    ("\"width d_o of\"", ["the [width d_o of] a head"]),
    ("\"width d_", ["the [width] [d_o] of a head"]),
    ("hw.memory_bw", ["call f(batch_size=[hw].[memory_bw])"]),
    ("hw.mem", ["call f(batch_size=[hw.memory_bw])"]),
    ("f(batch_si", ["call [f]([batch_size]=hw.memory_bw)"]),
    ("batch_size", ["call f([batch_size]=hw.memory_bw)"]),
    ("size", ["call f([batch_size]=hw.memory_bw)"]),
    ("o_d", []),
  ])
  func anIdentifierIsFoundAsItIsTyped(_ typed: String, _ snippets: [String]) throws {
    let files = try TemporaryBook.small(with: [
      "chapters/02-second.md": """
      ---
      title: Names
      ---

      ## Names {#sec-names}

      the width d\\_o of a head

      and `d_model` of a token

      a word d of two letters

      a model of a word of two

      ```python
      call f(batch_size=hw.memory_bw)
      ```
      """
    ])
    let loader = try BookLoader(folder: files.folder)
    let index = try SearchIndex(path: nil)
    try index.update(
      loader.rest(of: try loader.open(chapter: nil)), stamps: loader.stamps(), formulas: .source)
    let hits = try index.hits(for: typed, kinds: [.text]).filter { $0.page == "02-second" }
    let found = hits.map {
      $0.snippet.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined().trimmingCharacters(in: .whitespaces)
    }
    #expect(Set(found) == Set(snippets))
  }

  /// Of a formula, too, what is typed for it is one word, and the words that it is made of are found.
  @Test(arguments: [
    ("D_vol", "The bytes [Dᵥₒₗ] that move, and D of them."),
    ("vol", "The bytes [Dᵥₒₗ] that move, and D of them."),
    ("D_o", ""),
  ])
  func theIndexOfAFormulaIsFoundAsItIsTyped(_ typed: String, _ snippet: String) throws {
    let files = try TemporaryBook.small(with: [
      "chapters/02-second.md": """
      ---
      title: Bytes
      ---

      ## Bytes {#sec-bytes}

      The bytes $D_{vol}$ that move, and D of them.
      """
    ])
    let loader = try BookLoader(folder: files.folder)
    let index = try SearchIndex(path: nil)
    let formulas = FormulaWriter(
      formula: { _ in FormulaText(shown: "Dᵥₒₗ", typed: "D_vol Dvol") },
      symbol: { FormulaText(shown: $0, typed: $0) })
    try index.update(
      loader.rest(of: try loader.open(chapter: nil)), stamps: loader.stamps(), formulas: formulas)
    let hits = try index.hits(for: typed, kinds: [.text]).filter { $0.page == "02-second" }
    let found = hits.map { $0.snippet.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() }
    #expect(found == (snippet.isEmpty ? [] : [snippet]))
  }

  /// What is typed, and the snippet with matches in brackets.
  @Test(arguments: [
    ("d_k", "The keys have [small] values, with a gap, and Section 2.1 is about them."),
    ("small", "The keys have [small] values, with a gap, and Section 2.1 is about them."),
    ("about", "The keys have small values, with a gap, and Section 2.1 is [about] them."),
    ("sqrt", ""),
  ])
  func aFormulaIsFoundByWhatIsTypedForIt(_ typed: String, _ snippet: String) throws {
    let files = try TemporaryBook.small(with: [
      "chapters/02-second.md": """
      ---
      title: Keys
      ---

      ## Widths {#sec-widths}

      The keys have $\\sqrt{d_k}$ values, with a gap [@nobody], and @sec-widths is about them.
      """
    ])
    let loader = try BookLoader(folder: files.folder)
    let index = try SearchIndex(path: nil)
    let formulas = FormulaWriter(
      formula: { _ in FormulaText(shown: "small", typed: "d_k") },
      symbol: { FormulaText(shown: $0, typed: $0) })
    try index.update(
      loader.rest(of: try loader.open(chapter: nil)), stamps: loader.stamps(), formulas: formulas)
    let hits = try index.hits(for: typed, kinds: [.text])
    #expect(
      hits.map { $0.snippet.map { $0.isMatch ? "[\($0.text)]" : $0.text }.joined() }
        == (snippet.isEmpty ? [] : [snippet]))
  }
}

extension FormulaWriter {
  /// Formulas as they stand in the file.
  static let source = FormulaWriter(
    formula: { FormulaText(shown: $0, typed: $0) }, symbol: { FormulaText(shown: $0, typed: $0) })
}
