import Foundation
import Testing

@testable import TextbookUI

/// The README says the keys that the program binds. `NAPKIN_RECORD=1` writes them there.
@Suite struct GuideTests {
  private static let places: [KeyPlace] = [
    .page, .selecting, .contents, .panel, .entry, .options, .arranging, .gaps, .answered,
  ]
  private static let readme = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("README.md")

  @Test func theReadmeNamesTheKeysThatAreBound() throws {
    var keys = ""
    for place in Self.places {
      keys += "\(place.title)\n"
      for entry in KeyTable.standard.help(in: place) {
        let names = entry.keys.padding(toLength: max(24, entry.keys.count + 1), withPad: " ", startingAt: 0)
        keys += "  \(names)\(entry.text)\n"
      }
      keys += "\n"
    }
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- keys -->\n")
    try #require(parts.count == 3, "README.md holds the keys between two lines `<!-- keys -->`")
    let block = "```\n\(keys.trimmingCharacters(in: .newlines))\n```\n"
    if ProcessInfo.processInfo.environment["NAPKIN_RECORD"] != nil {
      try [parts[0], block, parts[2]].joined(separator: "<!-- keys -->\n")
        .write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(parts[1] == block, "run the tests with NAPKIN_RECORD=1 and read what they wrote")
    }
  }
}
