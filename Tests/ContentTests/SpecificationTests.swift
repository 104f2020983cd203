import Foundation
import Testing

@testable import Content

/// The examples of the GitHub Flavored Markdown specification, where the environment names its file.
@Suite struct SpecificationTests {
  /// Examples that hold otherwise here, with the reason.
  static let exceptions: [Int: String] = [
    279: "task lists are on: the box is written as cmark-gfm writes it",
    280: "task lists are on: the box is written as cmark-gfm writes it",
    610: "autolinks are on: a bare address is a link",
    614: "autolinks are on: a bare address is a link",
    616: "autolinks are on: a bare address is a link",
    619: "autolinks are on: a bare address is a link",
    620: "autolinks are on: a bare address is a link",
    653: "the filter of tags is off: raw HTML passes here and is escaped by export",
  ]

  struct Example: Sendable {
    var number: Int
    var markdown: String
    var html: String
  }

  static let path = ProcessInfo.processInfo.environment["NAPKIN_GFM_SPEC"]

  static func examples() throws -> [Example] {
    guard let path else { return [] }
    let fence = String(repeating: "`", count: 32)
    var examples: [Example] = []
    var part: Int?
    for line in try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n") {
      if line.hasPrefix(fence + " example") {
        examples.append(Example(number: examples.count + 1, markdown: "", html: ""))
        part = 0
      } else if line == fence {
        part = nil
      } else if part == 0, line == "." {
        part = 1
      } else if let part {
        let text = line.replacingOccurrences(of: "→", with: "\t") + "\n"
        if part == 0 {
          examples[examples.count - 1].markdown += text
        } else {
          examples[examples.count - 1].html += text
        }
      }
    }
    return examples
  }

  @Test(.enabled(if: path != nil)) func examplesHold() throws {
    let examples = try Self.examples()
    #expect(examples.count == 673)
    for example in examples {
      let html = HTMLWriter.bare(example.markdown)
      if Self.exceptions[example.number] != nil {
        #expect(html != example.html, "example \(example.number) holds, so it is no exception")
      } else {
        #expect(html == example.html, "example \(example.number): \(example.markdown)")
      }
    }
  }
}
