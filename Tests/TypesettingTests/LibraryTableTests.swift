import Content
import Engine
import Testing

@testable import Typesetting

/// Tables whose rows are a choice of the book's library.
@Suite struct LibraryTableTests {
  private static func lines(_ selection: LibrarySelection, overrides: [String: String] = [:]) -> [String] {
    let (table, context) = table(selection, overrides: overrides)
    return table.layout(in: context).lines.map { line in
      line.plain.split(separator: " ").joined(separator: " ")
    }
  }

  private static func table(
    _ selection: LibrarySelection, overrides: [String: String] = [:]
  ) -> (Block, PageContext) {
    var library = Library()
    for (name, text, topic) in [
      ("dram_access", "640 pJ", "energy"), ("sram_access", "5 pJ", "energy"),
      ("kilowatt_hour", "$0.12", "economy"),
    ] {
      library.add(
        Constant(
          name: name,
          figure: Figure(text: text, value: library.value(of: text), source: "horowitz", year: 2014),
          label: name == "sram_access" ? "Energy of a read from SRAM" : nil, per: "word", topic: topic))
    }
    for (id, category, bandwidth) in [("t4", "datacenter", "300 GB/s"), ("phone", "mobile", "50 GB/s")] {
      library.add(
        Profile(
          id: id, name: id.uppercased(), kind: .hardware, category: category, year: 2018,
          figures: [
            "memory.bandwidth": Figure(
              text: bandwidth, value: library.value(of: bandwidth), source: "maker", kind: .datasheet),
            "macs": Figure(text: "1571e9 MAC", value: library.value(of: "1571e9 MAC")),
            "price.buy": Figure(text: "$0.5", value: library.value(of: "$0.5")),
          ]))
    }
    var workbook = Workbook(library: library)
    var scenario = Scenario()
    scenario.overrides = overrides
    _ = workbook.apply(scenario)
    var table = Table(alignments: [nil], header: [[]], rows: [], caption: [], range: .generated)
    table.selection = selection
    let book = Book(
      manifest: Manifest(id: "b", title: "B", version: "1", parts: []), folder: "", workbook: workbook)
    let context = PageContext(width: 80, book: book, chapter: Chapter(id: "c", title: "C", file: "c.md"))
    return (.table(table), context)
  }

  /// In line mode a row says the machine whose figure it is, also where the page names it only once.
  @Test(arguments: [
    (
      LibrarySelection(kind: .constants, group: "energy"),
      [
        "Table. (5 columns, 2 rows by Figure)",
        "- Energy of a read from SRAM: Value: 5 pJ; For: word; Year: 2014; Source: (horowitz?)",
        "- dram access: Value: 640 pJ; For: word; Year: 2014; Source: (horowitz?)",
      ]
    ),
    (
      LibrarySelection(kind: .hardware, group: "mobile"),
      [
        "Table. (5 columns, 3 rows by Machine)", "- PHONE: Figure: MACs; Value: 1.57 TMAC; Year: 2018",
        "- PHONE: Figure: bandwidth; Value: 50 GB/s; Year: 2018; Source: (maker?)",
        "- PHONE: Figure: price; Value: $0.50; Year: 2018",
      ]
    ),
  ])
  func theirRowsAreSaid(selection: LibrarySelection, lines: [String]) {
    let (table, context) = Self.table(selection)
    #expect(table.words(in: context) == lines)
  }

  @Test func constantsOfATopicStandWithTheirOrigin() {
    let lines = Self.lines(LibrarySelection(kind: .constants, group: "energy"))
    #expect(lines.first == "Figure Value For Year Source")
    #expect(lines.contains { $0.hasPrefix("dram access 640 pJ word 2014") })
    #expect(lines.contains { $0.hasPrefix("Energy of a read from SRAM 5 pJ word 2014") })
    #expect(!lines.contains { $0.contains("kilowatt") })
  }

  @Test func profilesStandInColumnsOrFigureByFigure() {
    let columns = Self.lines(LibrarySelection(kind: .hardware, columns: ["memory.bandwidth", "power.tdp"]))
    // No machine has a power: a column without a value falls away.
    #expect(columns.first == "Machine Year bandwidth")
    #expect(columns.contains("T4 2018 300 GB/s"))
    #expect(columns.contains("PHONE 2018 50 GB/s"))
    let rows = Self.lines(LibrarySelection(kind: .hardware, group: "mobile"))
    #expect(rows.contains { $0.hasPrefix("bandwidth 50 GB/s 2018") })
    #expect(!rows.contains { $0.contains("T4") })
    // Short numbers stay in the unit in which they are written, long ones take the prefix that fits.
    #expect(rows.contains { $0.hasPrefix("PHONE MACs 1.57 TMAC") })
    #expect(rows.contains { $0.hasPrefix("price $0.50") })
  }

  @Test func anOverriddenFigureShowsWhatItIsNow() {
    let lines = Self.lines(
      LibrarySelection(kind: .constants, group: "energy"), overrides: ["dram_access": "320 pJ"])
    #expect(lines.contains { $0.hasPrefix("dram access 320 pJ") })
  }
}
