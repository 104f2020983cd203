/// Tables that Markdown reads otherwise than they were meant: cells that it drops, and lines that are no table.
struct TableCheck {
  private(set) var findings: [Finding] = []
  private let store: FileStore
  private var source: (file: String, text: SourceText)?

  static func findings(in context: CheckContext) -> [Finding] {
    var check = TableCheck(store: FileStore(folder: context.book.folder))
    for (file, root) in context.roots {
      root.walk { block in
        switch block {
        case .table(let table) where table.selection == nil: check.rows(of: table, in: file)
        case .paragraph(let paragraph): check.header(of: paragraph, in: file)
        default: break
        }
      }
    }
    return check.findings
  }

  private init(store: FileStore) { self.store = store }

  /// Rows with more cells than the header: what stands in them is not shown.
  private mutating func rows(of table: Table, in file: String) {
    guard let text = text(of: file) else { return }
    let count = table.header.count
    for line in table.range.start.line...max(table.range.start.line, table.range.end.line) {
      let cells = Self.cells(in: text.text(ofLine: line))
      guard cells > count else { continue }
      findings.append(
        Finding(
          .error, file: file, at: SourcePosition(line: line),
          "the row has \(cells) cells, and the table has \(count) columns: the rest is not shown",
          advice: "write `|` inside of a cell as `\\|`, or give the table more columns"))
      return
    }
  }

  /// A paragraph that begins as a table does.
  private mutating func header(of paragraph: Paragraph, in file: String) {
    guard case .text(let first)? = paragraph.content.first, first.hasPrefix("|"),
      paragraph.range.end.line > paragraph.range.start.line, let text = text(of: file)
    else { return }
    let line = paragraph.range.start.line
    let rule = text.text(ofLine: line + 1)
    guard rule.contains("-"), rule.allSatisfy({ "|-: \t>".contains($0) }) else { return }
    let (header, delimiters) = (Self.cells(in: text.text(ofLine: line)), Self.cells(in: rule))
    findings.append(
      Finding(
        .error, file: file, at: paragraph.range.start,
        "this is no table: its header has \(header) cells, and the line below has \(delimiters)",
        advice: "give both lines as many; write `|` inside of a cell as `\\|`"))
  }

  private mutating func text(of file: String) -> SourceText? {
    if let source, source.file == file { return source.text }
    guard let text = try? store.text(file) else { return nil }
    source = (file, text)
    return text
  }

  /// How many cells a line has; one without bars has none.
  private static func cells(in line: String) -> Int {
    var trimmed = line[...].drop { $0 == " " || $0 == "\t" || $0 == ">" }
    while let last = trimmed.last, last == " " || last == "\t" { trimmed.removeLast() }
    var bars = 0
    var isEscaped = false
    for character in trimmed {
      if character == "|", !isEscaped { bars += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    guard bars > 0 else { return 0 }
    return bars + 1 - (trimmed.first == "|" ? 1 : 0) - (trimmed.last == "|" && !isEscaped ? 1 : 0)
  }
}
