/// A line of a formula that is written without its second dimension.
struct FormulaLine: Hashable {
  var text: String
  /// Whether it goes on with what the line before began.
  var isContinued: Bool

  /// A formula cut into lines: each clause begins one, and relations outside of brackets do where a clause is wider than
  /// `width` columns. A line without such a place stays wider.
  static func lines(of text: String, width: Int) -> [FormulaLine] {
    var lines: [FormulaLine] = []
    for clause in parts(of: text, isStart: isClause) {
      if DisplayWidth.of(clause) <= width {
        lines.append(FormulaLine(text: clause, isContinued: false))
        continue
      }
      var line = ""
      var isContinued = false
      for part in parts(of: clause, isStart: isRelation) {
        let longer = line.isEmpty ? part : line + " " + part
        // What is continued stands two columns to the right.
        if !line.isEmpty, DisplayWidth.of(longer) > width - (isContinued ? 2 : 0) {
          lines.append(FormulaLine(text: line, isContinued: isContinued))
          (line, isContinued) = (part, true)
        } else {
          line = longer
        }
      }
      if !line.isEmpty { lines.append(FormulaLine(text: line, isContinued: isContinued)) }
    }
    return lines
  }

  /// The text cut at the spaces outside of brackets behind which a part starts.
  private static func parts(of text: String, isStart: (Substring, Int) -> Bool) -> [String] {
    var parts: [String] = []
    var start = text.startIndex
    var depth = 0
    var index = start
    while index < text.endIndex {
      switch text[index] {
      case "(", "[", "{", "⟨", "⌈", "⌊": depth += 1
      case ")", "]", "}", "⟩", "⌉", "⌋": depth -= 1
      case " " where depth <= 0:
        let spaces = text[index...].prefix { $0 == " " }
        if index > start, isStart(text[spaces.endIndex...], spaces.count) {
          parts.append(String(text[start..<index]))
          start = spaces.endIndex
        }
        index = spaces.endIndex
        continue
      default: break
      }
      index = text.index(after: index)
    }
    if start < text.endIndex { parts.append(String(text[start...])) }
    return parts
  }

  private static func isClause(_ rest: Substring, spaces: Int) -> Bool { spaces >= 3 && !rest.isEmpty }

  private static func isRelation(_ rest: Substring, spaces: Int) -> Bool {
    guard let first = rest.first else { return false }
    return "=≈≤≥<>≠≡∝∼→⇒⇔↦≪≫←~".contains(first) || rest.hasPrefix("->") || rest.hasPrefix("!=")
  }
}
