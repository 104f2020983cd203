/// A few tags of HTML as Markdown, for texts of questions.
enum HTMLMarkdown {
  private static let marks: [String: String] = [
    "b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`",
  ]
  private static let breaks: Set<String> = ["p", "div", "ul", "ol", "pre"]
  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "times": "×", "ndash": "–",
    "mdash": "—",
  ]

  /// The text, and the tags that it loses.
  static func text(_ html: String) -> (markdown: String, lost: [String]) {
    var scanner = InlineScanner(html, line: 1)
    var lost: [String] = []
    while let byte = scanner.peek {
      switch byte {
      case UInt8(ascii: "<"):
        guard let tag = scanner.tag(), !tag.name.isEmpty else {
          scanner.copy()
          continue
        }
        let closes = scanner.peek(1) == UInt8(ascii: "/")
        if let mark = marks[tag.name] {
          scanner.append(mark, skipping: tag.length)
        } else if tag.name == "br" {
          scanner.append("\\\n", skipping: tag.length)
        } else if breaks.contains(tag.name) {
          scanner.append(closes ? "\n\n" : "", skipping: tag.length)
        } else if tag.name == "li" {
          scanner.append(closes ? "\n" : "- ", skipping: tag.length)
        } else {
          if !closes { lost.append(tag.name) }
          scanner.skip(tag.length)
        }
      case UInt8(ascii: "&"):
        let name = scanner.word(at: scanner.index + 1)
        if let text = entities[name], scanner.peek(name.utf8.count + 1) == UInt8(ascii: ";") {
          scanner.append(text, skipping: name.utf8.count + 2)
        } else {
          scanner.copy()
        }
      default: scanner.copy()
      }
    }
    return (scanner.text.trimmed, lost)
  }
}
