/// What stands between the lines of `---` at the beginning of a Quarto file, as far as a chapter of ours has a place
/// for it.
struct QuartoFrontMatter {
  var title: String?
  var number: String?
  var objectives: [(id: String?, text: String)] = []
  var notes: [ImportNote] = []

  /// What else a Quarto chapter says there, and what becomes of it.
  private static let silent: Set<String> = ["bibliography"]

  /// The front matter, the lines after it, and the number of the first of them.
  static func read(_ text: String) -> (front: QuartoFrontMatter, lines: [String], first: Int) {
    let lines = text.lines
    guard lines.first?.trimmedEnd == "---",
      let end = lines.dropFirst().firstIndex(where: { $0.trimmedEnd == "---" || $0.trimmedEnd == "..." })
    else { return (QuartoFrontMatter(), lines, 1) }
    return (QuartoFrontMatter(Array(lines[1..<end])), Array(lines[(end + 1)...]), end + 2)
  }

  init() {}

  private init(_ lines: [String]) {
    var key: String?
    for (offset, line) in lines.enumerated() {
      let number = offset + 2
      let text = line.trimmed
      if text.isEmpty || text.hasPrefix("#") { continue }
      if line.first?.isWhitespace == true || text.hasPrefix("- ") {
        guard let key, Self.isObjectives(key) else { continue }
        addObjective(text)
        continue
      }
      guard let colon = text.firstIndex(of: ":") else { continue }
      let name = String(text[..<colon]).trimmed
      let value = String(text[text.index(after: colon)...]).trimmed.unquoted
      key = name
      switch name {
      case "title": title = value.isEmpty ? nil : value
      case "number", "chapter-number", "number-offset": self.number = Int(value) == nil ? nil : value
      case _ where Self.isObjectives(name):
        if value.hasPrefix("[") {
          for part in value.dropFirst().dropLast().split(separator: ",") { addObjective(String(part)) }
        }
      case _ where Self.silent.contains(name): continue
      case "quiz":
        notes.append(
          ImportNote(
            number, "the quizzes of `\(value)` are left out; `napkin import quizzes` takes them over"))
      default: notes.append(ImportNote(number, "`\(name)` of the front matter is left out"))
      }
    }
  }

  private static func isObjectives(_ key: String) -> Bool { key.lowercased().contains("objectives") }

  private mutating func addObjective(_ line: String) {
    var text = line.trimmed
    if text.hasPrefix("- ") { text = String(text.dropFirst(2)).trimmed }
    var id: String?
    if let colon = text.firstRange(of: ": "), !text.hasPrefix("\""),
      text[..<colon.lowerBound].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    {
      id = String(text[..<colon.lowerBound])
      text = String(text[colon.upperBound...]).trimmed
    }
    if !text.isEmpty { objectives.append((id, text.unquoted)) }
  }
}
