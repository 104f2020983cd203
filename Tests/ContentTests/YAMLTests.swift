import Foundation
import Testing

@testable import Content

/// The fast reader of YAML and the full one agree on all that the fast one reads, places included.
@Suite struct YAMLTests {
  /// The value with its places, in short.
  static func outline(_ node: YAMLNode?) -> String {
    guard let node else { return "-" }
    let place = node.position.outline
    switch node.content {
    case .scalar(let text): return "\(place)'\(text)'"
    case .sequence(let nodes): return "\(place)[\(nodes.map(outline).joined(separator: ", "))]"
    case .mapping(let entries):
      return
        "\(place){\(entries.map { "\($0.position.outline)'\($0.key)' \(outline($0.value))" }.joined(separator: ", "))}"
    }
  }

  /// Texts that the fast reader reads.
  static let plain = [
    "a: b", "a: b\nc: d\n", "a: b c  # d\n", "# x\n\na: b\n", "a:\n  b: c\n  d:\n    e: f\ng: h\n",
    "- a\n- b\n",
    "a:\n- b\n- c\nd: e\n", "a:\n  - b: c\n    d: e\n  - f\n", "- - a\n  - b\n- c\n", "a: [b, c d, 'e, f']\n",
    "a: {b: c, d: [e, {f: g}]}\n", "a: {b: c,\n    d: e}\nf: g\n", "a: []\nb: {}\n",
    "a: \"b: #c \\\"d\\\\\"\n", "a: 'it''s'\n",
    "'a b': c\n\"d\": e\n", "a: http://b.c/d?e=f\n", "a: [http://b.c/d, e]\n", "a: b#c\n",
    "ä: ö ü # ß\nb: 漢字\n",
    "a: -5\nb: 1.5e-3\nc: ~\nd: null\n", "a: [b,]\n", "a: {b: c} # d\n", "- {a: b}\n- [c]\n",
    "a: (b) = c_{d} \\frac{e}{f}\n",
    "a: b, c\nd: e [f]\n", "-\n  a: b\n", "a:   b   \n", "a: $5 * 2\n",
  ]

  @Test(arguments: plain) func fastAndFullAgree(_ text: String) throws {
    let origin = SourcePosition(line: 3, column: 4)
    let fast = try #require(PlainYAML.parse(text, at: origin), "it gave up")
    let full = try YAMLNode.parseFully(text, at: origin)
    #expect(Self.outline(fast) == Self.outline(full))
  }

  /// Texts that only the full parser may read or refuse.
  static let unusual = [
    "", "a", "a:\n", "a: b\n c\n", "a: b: c\n", "a: |\n  b\n", "a: >\n  b\n", "a: &b c\n", "a: *b\n",
    "a: !t b\n",
    "a: b\na: c\n", "{a: b, a: c}\n", "a: [b\n", "a: 'b\n", "a: \"b\\n\"\n", "a: \"b\n  c\"\n", "? a\n: b\n",
    "---\na: b\n",
    "a: b\n---\nc: d\n", "a: b\n  c: d\n", "a:\n    b: c\n  d: e\n", "\ta: b\n", "a: @b\n", "a: `b`\n",
    "a: %b\n", "a: [b: c]\n",
    "a: {b}\n", "a: {b:c}\n", "a: [b\n c]\n", "- a\nb: c\n", "a: b\n- c\n", "a: 'b' c\n", "a: [b] c\n",
    "a: b\u{7}\n", "a: \u{85}\n",
    "a: [\nb]\n", "a: [b? c]\n", "a: {b: c: d}\n", "a : b\n", "a: - b\n", "a: #b\n", "a: [b, #c\n  d]\n",
    "a:\tb\n", "a: ? b\n", "-a: b\n",
    "a: --b\n", "[a]: b\n", "a: b #c\n d\n", "...\n", "a: 'b'#c\n", "a: [b]#c\n",
  ]

  @Test(arguments: unusual) func fastIsNeverWrong(_ text: String) {
    let origin = SourcePosition(line: 1)
    guard let fast = PlainYAML.parse(text, at: origin) else { return }
    #expect(Self.outline(fast) == Self.outline(try? YAMLNode.parseFully(text, at: origin)))
  }

  /// Pieces of YAML put together by a fixed sequence of numbers.
  @Test func fastIsNeverWrongOnMixtures() {
    let pieces = [
      "a", "b: ", ": ", "- ", "\n", "\n  ", "\n    ", "[", "]", "{", "}", ", ", "'", "\"", "# c", " ", "ä",
      "c: d", "x: y\n", "1", "\\", "?",
      "-", ":", "&e", "*e", "|",
    ]
    var state: UInt64 = 42
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var read = 0
    for _ in 0..<20_000 {
      let text = "a: " + (0...next(9)).map { _ in pieces[next(pieces.count)] }.joined()
      guard let fast = PlainYAML.parse(text, at: SourcePosition(line: 1)) else { continue }
      read += 1
      let full = try? YAMLNode.parseFully(text)
      if Self.outline(fast) != Self.outline(full) {
        Issue.record("\(text.debugDescription): \(Self.outline(fast)) is not \(Self.outline(full))")
      }
    }
    #expect(read > 1000)
  }

  /// Every YAML file of the book is one that the fast reader reads, and reads rightly.
  @Test func readsTheFilesOfTheBook() throws {
    let content = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../Content")
    let files = FileManager.default.enumerator(atPath: content.path)?.compactMap { $0 as? String } ?? []
    for file in files where file.hasSuffix(".yaml") {
      let text = try String(contentsOf: content.appendingPathComponent(file), encoding: .utf8)
      let fast = PlainYAML.parse(text, at: SourcePosition(line: 1))
      #expect(fast != nil, "the fast reader gave up on \(file)")
      let full = try YAMLNode.parseFully(text)
      #expect(Self.outline(fast) == Self.outline(full), "\(file)")
    }
  }
}
