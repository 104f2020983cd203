import Content

/// Tables and their captions.
extension QuartoImporter {
  static func isTable(_ lines: [String]) -> Bool {
    guard let first = lines.first?.trimmed else { return false }
    return first.hasPrefix("+-") || first.hasPrefix("+=") || lines.count > 1 && isDelimiter(lines[1])
  }

  private static func isDelimiter(_ line: String) -> Bool {
    let text = line.trimmed
    return text.contains("-") && text.contains("|") && text.allSatisfy { "|-:+ ".contains($0) }
  }

  /// The words of `: caption` or `Table: caption`.
  static func caption(_ lines: [String]) -> String? {
    guard let first = lines.first?.trimmed else { return nil }
    for mark in [": ", "Table: ", "table: "] where first.hasPrefix(mark) {
      return ([String(first.dropFirst(mark.count))] + lines.dropFirst().map(\.trimmed)).joined(separator: " ")
        .trimmed
    }
    return nil
  }

  static func isTableCaption(_ lines: [String]) -> Bool {
    lines.first?.hasPrefix("Table:") == true || caption(lines)?.contains("{#tbl-") == true
      || lines.first?.hasPrefix(": ") == true
  }

  mutating func write(caption: String, line: Int) -> String {
    let (words, attributes) = QuartoAttributes.trailing(caption) ?? (caption, Attributes())
    let text = inline(words, line: line).replacing("\n", with: " ")
    let id = declare(attributes.id, line: line).map { " {#\($0)}" } ?? ""
    return ": " + text + id
  }

  /// The table that these lines are; nil where they are none.
  mutating func write(table lines: [String], line: Int) -> [String]? {
    guard Self.isTable(lines) else { return nil }
    var rows = lines
    var captionLines: [String] = []
    if let start = rows.firstIndex(where: { $0.hasPrefix(": ") || $0.hasPrefix("Table: ") }) {
      captionLines = Array(rows[start...])
      rows = Array(rows[..<start])
    }
    var result: [String]
    if rows.first?.trimmed.hasPrefix("+") == true {
      guard let table = GridTable(rows) else {
        notes.append(
          ImportNote(line, "the cells of this table span rows or columns; it is kept as a listing"))
        result = ["```", rows.joined(separator: "\n"), "```"]
        return result
          + (Self.caption(captionLines).map { ["", write(caption: $0, line: line + rows.count)] } ?? [])
      }
      result = write(table, line: line)
    } else {
      result = rows.enumerated().map { offset, row in
        if offset == 1 { return Self.delimiter(row) }
        let text = inline(row.trimmed, line: line + offset, isCell: true).replacing("\n", with: " ")
        return text.hasPrefix("|") ? text : "| " + text
      }
    }
    if let caption = Self.caption(captionLines) {
      result += ["", write(caption: caption, line: line + rows.count)]
    }
    return result
  }

  /// `|:--|--:|` in its shortest form.
  private static func delimiter(_ row: String) -> String {
    var cells = row.trimmed.replacing("+", with: "|").split(separator: "|", omittingEmptySubsequences: true)
      .map { String($0).trimmed }
    cells = cells.map {
      ($0.hasPrefix(":") ? ":" : "") + "---" + ($0.hasSuffix(":") && $0.count > 1 ? ":" : "")
    }
    return "|" + cells.joined(separator: "|") + "|"
  }

  private mutating func write(_ table: GridTable, line: Int) -> [String] {
    func row(_ cells: [String], _ line: Int, _ importer: inout QuartoImporter) -> String {
      let texts = cells.map { cell in
        importer.inline(cell, line: line, isCell: true).replacing("\n", with: " ")
          .replacing("\\|", with: "|").replacing("|", with: "\\|")
      }
      return "| " + texts.joined(separator: " | ") + " |"
    }
    let marks = table.alignments.map { $0 == "c" ? ":---:" : $0 == "r" ? "---:" : $0 == "l" ? ":---" : "---" }
    let header = table.header ?? Array(repeating: "", count: table.alignments.count)
    return [row(header, line, &self), "|" + marks.joined(separator: "|") + "|"]
      + table.rows.map { row($0.cells, line + $0.line, &self) }
  }
}
