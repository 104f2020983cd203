import Engine

/// The names that cells use, so that a first page reads no more of the library than it shows. Without the library at
/// hand any word may be a name of it; words that are none cost nothing.
struct LibraryNeeds: Sendable {
  private var words: Set<String> = []
  /// Words before a parenthesis.
  private var functions: Set<String> = []
  /// Whether a table shows a choice of the library, for which all of it is needed.
  private var needsAll = false

  /// What a chapter's cells, live values and plots name, and the texts of `others`.
  init(_ chapter: Chapter, others: [String]) {
    for calculator in chapter.calculators { add(calculator.body) }
    for block in chapter.blocks {
      block.walk { block in
        if case .plot(let plot) = block { add(plot.body) }
        if case .table(let table) = block, table.selection != nil { needsAll = true }
        for run in block.inlineRuns {
          for inline in run {
            inline.walk { inline in
              if case .live(let value) = inline { add(value.expression) }
            }
          }
        }
      }
    }
    for text in others { add(text) }
  }

  func contains(_ name: String) -> Bool { needsAll || words.contains(name) }

  func containsFunction(_ name: String) -> Bool { needsAll || functions.contains(name) }

  /// Whether one of the keys at the left margin of a YAML file is needed.
  func containsKey(of text: SourceText) -> Bool {
    if needsAll { return true }
    var lineStart = 0
    let bytes = text.bytes
    while lineStart < bytes.count {
      var end = lineStart
      while end < bytes.count, Self.isPart(bytes[end]) { end += 1 }
      if end > lineStart, end < bytes.count, bytes[end] == UInt8(ascii: ":"),
        words.contains(String(decoding: bytes[lineStart..<end], as: UTF8.self))
      {
        return true
      }
      lineStart = (bytes[end...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count) + 1
    }
    return false
  }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        guard Self.isPart(bytes[index]) else {
          index += 1
          continue
        }
        let start = index
        while index < bytes.count, Self.isPart(bytes[index]) { index += 1 }
        if !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[start]) {
          let word = String(decoding: bytes[start..<index], as: UTF8.self)
          if index < bytes.count, bytes[index] == UInt8(ascii: "(") { functions.insert(word) }
          words.insert(word)
        }
      }
    }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: byte >= 0x80
    }
  }
}
