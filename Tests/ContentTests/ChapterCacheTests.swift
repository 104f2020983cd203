import Engine
import Foundation
import Testing

@testable import Content

/// Chapters that are kept on disk: the same as those that are read, and never wrong.
@Suite struct ChapterCacheTests {
  /// A chapter with every kind of block, inline, question and plot that the tests of other files use.
  static let rich = """
    ---
    title: Rich
    objectives: {one: Do one thing.}
    ---

    ## A {#sec-a .x key="v"}

    *a* **b** ~~c~~ `d` $e$ [f](g "h") ![i](j) @sec-b @calc-cost [@k; @l] note[^n] `{calc} cost` <b>m</b>  
    o @fig-p

    [^n]: A note with @sec-a.

    - [ ] p
    - [x] q

      > r

    3. s

    | t | u |
    |---|:-:|
    | v | w |

    : Caption {#tbl-x}

    $$ x = y $$ {#eq-z}

    ```python
    print(1)
    ```

    ---

    <div>html</div>

    ::: {.definition #def-d title="*T*"}
    Text
    :::

    ::: {.odd-kind}
    Text
    :::

    ```{calc}
    #| id: cost
    #| title: Cost
    #| covers: [{id: e, inputs: {a: b}, outputs: {c: d}, set: {f: "1"}}]
    input n = 2 "number" 1...8
    output cost = 3 * n "cost"
    check cost ≈ 6
    ```

    ```{calc}
    #| id: hidden
    #| title: Hidden
    #| display: none
    output x = 1
    ```

    ```{figure}
    #| id: fig-p
    #| caption: A *figure*
    #| alt: A box.
    +-+
    ```

    ```{plot}
    #| id: fig-q
    #| kind: bar
    #| caption: Bars
    #| alt: One bar.
    values: {cost: cost}
    ```

    ```{equation}
    #| id: double
    #| tex: 2 x
    #| symbols: {x: number}
    fn double(x) = 2 * x
    ```

    ```{equation}
    ```

    ```{library}
    #| id: tbl-l
    #| show: hardware
    #| columns: [peak.fp16]
    ```

    ## B {#sec-b}

    ::: {.checkpoint}
    - [ ] t
    :::
    """

  /// A question of every kind.
  static let pool = [
    "kind=\"choice\"}\nWhich?\n\n- [ ] a\n  > no\n- [x] b\n  > yes",
    "kind=\"multiple\"}\nWhich?\n\n- [ ] a\n- [x] b",
    "kind=\"truefalse\" answer=\"false\"}\nSo?\n\n::: {.feedback}\nw\n:::",
    "kind=\"numeric\" answer=\"cost.cost\" tolerance=\"2 %\" vary=\"n\"}\nHow much is `{calc} n`?",
    "kind=\"fill\"}\nIt is [a|b]{.blank}.",
    "kind=\"order\"}\nOrder.\n\n1. a\n2. b",
    "kind=\"match\"}\nMatch.\n\n| a | b |\n|---|---|\n| c | d |\n| e | f |",
    "kind=\"short\"}\nWhy?\n\n::: {.answer}\na\n:::\n::: {.rubric}\n- a\n:::\n::: {.hint}\nh\n:::",
  ].enumerated().map { "::: {.question #q-\($0.offset) section=\"sec-b\" \($0.element)\n:::\n" }
    .joined(separator: "\n")

  let files: TemporaryBook
  let cache: String

  init() throws {
    files = try TemporaryBook([
      "book.yaml": "id: a\ntitle: b\nparts: [{id: c, title: d, chapters: [01-rich, 02-next]}]\n",
      "chapters/01-rich.md": Self.rich, "questions/01-rich.md": Self.pool,
      "chapters/02-next.md": "## Next {#sec-next}\n\n`{calc} cost.cost`\n",
    ])
    cache = files.folder + "/cache/chapters"
  }

  private func loader() throws -> BookLoader { try BookLoader(folder: files.folder, cache: cache) }

  private func read() throws -> Book {
    let loader = try loader()
    return loader.rest(of: try loader.open(chapter: nil))
  }

  private func bytes(of chapter: Chapter?) -> [UInt8] {
    var writer = ByteWriter()
    if let chapter { writer.put(chapter) }
    return writer.bytes
  }

  private var entries: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: cache)) ?? []).sorted()
  }

  @Test func aChapterFromTheCacheIsTheChapter() throws {
    let first = try read().chapters["01-rich"]
    #expect(entries.filter { $0.hasSuffix(".whole") }.count == 2)
    let second = try loader().open(chapter: nil).chapters["01-rich"]
    #expect(first?.origin?.isKept == true)
    #expect(second?.origin?.isKept == true)
    #expect(second?.blocks == first?.blocks)
    #expect(second?.questions == first?.questions)
    #expect(second?.questions.count == 8)
    #expect(second?.footnotes == first?.footnotes)
    #expect(second?.anchors == first?.anchors)
    #expect(second?.findings == first?.findings)
    #expect(second?.calculators.map(\.body) == first?.calculators.map(\.body))
    #expect(bytes(of: second) == bytes(of: first))
    #expect(BookCheck(try read()).findings == BookCheck(try read()).findings)
  }

  /// Every chapter of the book: what a type gains and the cache does not keep would be lost here.
  @Test func theBooksChaptersAreKeptAsTheyAre() throws {
    let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../Content")
    let loader = try BookLoader(folder: content.path, cache: cache)
    let book = loader.rest(of: try loader.open(chapter: nil))
    for id in loader.manifest.chapterIDs {
      let parsed = try #require(book.chapters[id])
      let kept = try #require(loader.open(chapter: id).chapters[id])
      #expect(kept.origin?.isKept == true)
      #expect(kept.blocks == parsed.blocks)
      #expect(kept.questions == parsed.questions)
      #expect(kept.footnotes == parsed.footnotes)
      #expect(kept.objectives == parsed.objectives)
    }
  }

  /// Whatever becomes of the entries, the book is what its files say.
  @Test func aDamagedEntryIsNone() throws {
    let right = bytes(of: try read().chapters["01-rich"])
    let path = cache + "/" + (try #require(entries.first { $0.hasSuffix(".whole") }))
    let whole = [UInt8](try #require(FileManager.default.contents(atPath: path)))
    for change in 0..<60 {
      var damaged = whole
      let place = change * whole.count / 60
      if change % 3 == 0 {
        damaged.removeSubrange(place...)
      } else {
        damaged[place] ^= UInt8(1 << (change % 8))
      }
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      #expect(bytes(of: try loader().open(chapter: nil).chapters["01-rich"]) == right)
    }
    for other in [[], [0], Array("napkin chapter 0".utf8), whole + [0]] as [[UInt8]] {
      try Data(other).write(to: URL(fileURLWithPath: path))
      #expect(bytes(of: try loader().open(chapter: nil).chapters["01-rich"]) == right)
    }
    _ = try read()
    #expect(FileManager.default.contents(atPath: path).map { [UInt8]($0) } == whole, "it is rebuilt")
  }

  /// Without the sum at its head too, bytes are read to an error or a chapter.
  @Test func damagedBytesAreNoDanger() throws {
    let right = bytes(of: try read().chapters["01-rich"])
    var number: UInt64 = 7
    for _ in 0..<3000 {
      var damaged = right
      for _ in 0..<3 {
        number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(number >> 33) % damaged.count] = UInt8(truncatingIfNeeded: number >> 20)
      }
      damaged.withUnsafeBytes { buffer in
        var reader = ByteReader(buffer, units: .standard)
        _ = try? Chapter(from: &reader)
      }
    }
    right.withUnsafeBytes { buffer in
      var reader = ByteReader(UnsafeRawBufferPointer(rebasing: buffer.dropLast()), units: .standard)
      #expect(throws: Damage.self) { try Chapter(from: &reader) }
    }
  }

  @Test func aChangedFileIsReadAgain() throws {
    _ = try read()
    let changed = Self.rich.replacingOccurrences(of: "title: Rich", with: "title: Poor")
    try files.write(Data(changed.utf8), to: "chapters/01-rich.md")
    #expect(try loader().open(chapter: nil).chapters["01-rich"]?.title == "Poor")
    _ = try read()
    try files.write(Data(), to: "questions/01-rich.md")
    #expect(try loader().open(chapter: nil).chapters["01-rich"]?.questions.count == 0)
    _ = try read()
    try files.write(Data("lap: {base: lap}\n".utf8), to: "units.yaml")
    #expect(try loader().open(chapter: nil).chapters["01-rich"]?.origin?.isKept == false)
  }

  /// A file can change and keep its size and times; its contents tell.
  @Test func contentsAreComparedBesideTheReading() throws {
    _ = try read()
    let loader = try loader()
    var opened = try loader.open(chapter: nil)
    #expect(opened.chapters["01-rich"]?.origin?.isKept == true)
    opened.chapters["01-rich"]?.origin?.contents = 1
    opened.chapters["01-rich"]?.title = "Old"
    #expect(loader.rest(of: opened).chapters["01-rich"]?.title == "Rich")
  }

  @Test func theEntryOfAnotherChapterIsNone() throws {
    _ = try read()
    let paths = entries.filter { $0.hasSuffix(".whole") }.map { cache + "/" + $0 }
    let first = try #require(FileManager.default.contents(atPath: paths[0]))
    let second = try #require(FileManager.default.contents(atPath: paths[1]))
    try first.write(to: URL(fileURLWithPath: paths[1]))
    try second.write(to: URL(fileURLWithPath: paths[0]))
    #expect(try loader().open(chapter: "1").chapters["01-rich"]?.title == "Rich")
    #expect(try loader().open(chapter: "2").chapters["02-next"]?.sections.map(\.id) == ["sec-next"])
  }

  @Test func aPlaceThatCanNotBeWrittenIsNoLoss() throws {
    try files.write(Data(), to: "cache")
    #expect(try read().chapters["01-rich"]?.title == "Rich")
  }
}
