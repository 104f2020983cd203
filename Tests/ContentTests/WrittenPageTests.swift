import Engine
import Testing

@testable import Content

/// Pages that the program writes.
@Suite struct WrittenPageTests {
  private static func book(_ files: [String: String] = [:]) throws -> Book {
    let files = try TemporaryBook(TemporaryBook.small.merging(files) { $1 })
    defer { withExtendedLifetime(files) {} }
    let loader = try BookLoader(folder: files.folder)
    return loader.rest(of: try loader.open(chapter: nil))
  }

  /// A calculator of its own beside those of the book.
  private static func page(_ kind: String, of value: String, over input: String? = nil) throws -> Chapter {
    var book = try book()
    let body = """
      input size  = 2 MB "size"   1 MB...64 MB
      input cache = 1 MB "cache"
      input kind  = "a"  "kind"   {"a", "b"}
      output ratio = size / cache -> x "size over cache"
      output other = 3 * cache -> MB "other"
      """
    book.workbook.add([Calculator(id: "own", title: "Own", body: body, units: .standard)])
    let options = input.map { ["over": $0] } ?? [:]
    return try #require(book.page(at: PageAddress(kind, of: value, in: "own", options: options)))
  }

  private static func plots(_ page: Chapter) -> [PlotData] {
    page.blocks.compactMap { block in
      if case .plot(let plot) = block, case .given(let data) = plot.specification { data } else { nil }
    }
  }

  private static func text(_ page: Chapter) -> String {
    page.blocks.map { $0.inlineRuns.map(\.plainText).joined(separator: " | ") }.joined(separator: "\n")
  }

  @Test func aFactorIsMeasuredInTimesOnTheAxis() throws {
    guard
      case .line(_, _, let x, let y)? = Self.plots(try Self.page("sweep", of: "ratio", over: "size")).first
    else {
      Issue.record("no curve")
      return
    }
    #expect(x.unit == "B")
    #expect(y.unit == "×")
  }

  @Test(arguments: [
    ("size", "Size has no effect on other here."), ("kind", "Kind has no effect on other here."),
  ])
  func aSweepWithoutEffectSaysSoAndDrawsNothing(input: String, words: String) throws {
    let page = try Self.page("sweep", of: "other", over: input)
    #expect(Self.plots(page).isEmpty)
    #expect(Self.text(page).contains(words))
  }

  @Test func onlyWhatMovesTheValueHasABar() throws {
    let page = try Self.page("sensitivity", of: "other")
    guard case .bar(let bars, _)? = Self.plots(page).first else {
      Issue.record("no bars")
      return
    }
    #expect(bars.map(\.label) == ["cache"])
    #expect(Self.text(page).contains("Without effect here: size."))
  }

  @Test func constantsDoNotSayThingsTwice() throws {
    let page = try #require(
      try Self.book([
        "constants.yaml": """
        dram: {value: 640 pJ, label: Energy of a read, per: 32-bit word, source: horowitz, topic: energy}
        miss: {value: 100, label: "Cycles lost to a cache miss, more than", per: cache miss, source: horowitz,
               note: "cycles, more than that", topic: energy}
        """
      ]).page(at: PageAddress("constants")))
    var rows: [String] = []
    for case .table(let table) in page.blocks {
      rows += table.rows.map { $0.map(\.plainText).joined(separator: " | ") }
    }
    #expect(rows.contains { $0.hasPrefix("Energy of a read (per 32-bit word) | 640 pJ") }, "\(rows)")
    #expect(rows.contains { $0.hasPrefix("Cycles lost to a cache miss, more than | 100 | ") }, "\(rows)")
    #expect(!rows.contains { $0.contains("that") })
  }

  @Test func everythingWithANumberIsListedWithAWayToIt() throws {
    let page = try #require(
      try Self.book([
        "chapters/01-first.md": """
        # First

        ## Weights {#sec-weights}

        | a |
        |---|
        | 1 |

        : What grows. {#tbl-grows}

        ::: {.insight title="A shelf and a desk"}
        Weights are books on a shelf.
        :::
        """
      ]).page(at: PageAddress("figures")))
    let rows = page.blocks.compactMap { block in if case .table(let table) = block { table.rows } else { nil }
    }
    .flatMap(\.self)
    let words = rows.map { $0.map(\.plainText).joined(separator: " | ") }
    #expect(words.contains("Table 1.1 | What grows. | §1.1"), "\(words)")
    #expect(words.contains("Insight 1.1 | A shelf and a desk | §1.1"), "\(words)")
    guard case .link("#tbl-grows", _, _)? = rows.first?.first?.first else {
      Issue.record("\(rows.first ?? [])")
      return
    }
  }
}
