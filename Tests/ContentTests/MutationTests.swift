import Engine
import Foundation
import Testing

@testable import Content

/// Damaged files are read and checked: nothing ends the program, and what comes of a file has a size that the file
/// explains. `NAPKIN_MUTATIONS` asks for more of them than the suite needs.
@Suite struct MutationTests {
  private static let count = ProcessInfo.processInfo.environment["NAPKIN_MUTATIONS"].flatMap { Int($0) }

  /// With many, the file at hand is kept, so that one that ends the program can be looked at; the slowest are told.
  private struct Log {
    private let file = NSTemporaryDirectory() + "napkin-mutation"
    private var slowest: [(seconds: Double, seed: Int)] = []

    mutating func run(_ seed: Int, _ text: String, _ body: () throws -> Void) rethrows {
      guard MutationTests.count != nil else { return try body() }
      try? Data("\(seed)\n\(text)".utf8).write(to: URL(fileURLWithPath: file))
      let start = DispatchTime.now().uptimeNanoseconds
      try body()
      slowest.append((Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, seed))
      slowest = Array(slowest.sorted { $0.seconds > $1.seconds }.prefix(8))
    }

    func tell() {
      if MutationTests.count != nil { print("slowest:", slowest) }
    }
  }

  @Test func damagedChaptersAreChecked() throws {
    let pages = try GuideTests.examples().filter { $0.key.hasSuffix(".md") }.sorted { $0.key < $1.key }.map(
      \.value)
    var log = Log()
    for seed in 0..<(Self.count ?? 120) {
      var mutation = Mutation(seed: UInt64(seed))
      let text = mutation.damaged(pages[mutation.number(below: pages.count)])
      log.run(seed, text) { check(text, seed: seed) }
    }
    log.tell()
  }

  private func check(_ text: String, seed: Int) {
    let page = chapter(text)
    let size = text.utf8.count
    let lines = SourceText(text).lineCount + 1
    var blocks = 0
    for block in page.blocks { block.walk { (_: Block) in blocks += 1 } }
    #expect(blocks <= size + 1, "seed \(seed)")
    #expect(page.blocks.map(Self.depth).max() ?? 0 <= 140, "seed \(seed)")
    #expect(HTMLWriter.bare(text).utf8.count <= 1000 * (size + 1), "seed \(seed)")
    var copy = page
    var library = Library()
    copy.addEquations(to: &library)
    let context = CheckContext(
      Book(page: copy, folder: "/nowhere", library: library, others: nil), extent: .pageOfBook, anchors: [],
      calculators: [], mathematics: { _ in [] })
    let findings = BookCheck(context).findings
    #expect(findings.count <= 4 * size + 10, "seed \(seed)")
    for finding in findings {
      let place = finding.position
      #expect(1...lines ~= place.line && place.column >= 1, "seed \(seed): \(finding)")
    }
  }

  private static func depth(of block: Block) -> Int { 1 + (block.children.map(depth).max() ?? 0) }

  /// All files of a book, YAML included; its inventory too.
  @Test func damagedBooksAreChecked() throws {
    let files = try GuideTests.examples()
    let names = files.keys.sorted()
    var log = Log()
    for seed in 0..<((Self.count ?? 120) / 6) {
      var mutation = Mutation(seed: UInt64(seed) &+ 1_000_000_007)
      var damaged = files
      for _ in 0...mutation.number(below: 3) {
        let name = names[mutation.number(below: names.count)]
        damaged[name] = mutation.damaged(damaged[name] ?? "")
      }
      let folder = try TemporaryBook(damaged)
      let inventory = try TemporaryBook([
        "ch01.yaml": mutation.damaged(CoverageTests.inventory["ch01.yaml"] ?? "")
      ])
      log.run(seed, folder.folder) {
        guard let loader = try? BookLoader(folder: folder.folder), let first = try? loader.open(chapter: nil)
        else {
          return
        }
        let book = loader.rest(of: first)
        #expect(BookCheck(book).findings.count < 100_000, "seed \(seed)")
        if let inventory = try? Inventory(folder: inventory.folder) {
          #expect(Coverage(book, of: inventory).findings.count < 100_000, "seed \(seed)")
        }
      }
    }
    log.tell()
  }
}
