import Dispatch
import Engine
import Synchronization

/// What one file holds, gathered while its tree is built.
struct FileContents {
  var blocks: [Block] = []
  var footnotes: [String: Footnote] = [:]
  var calculators: [Calculator] = []
  /// Equations that it declares, with the places of their functions.
  var equations: [(equation: Equation, place: CellPlace)] = []
  var notes = FileNotes()
  var findings: [Finding] = []

  /// Adds what a later part of the file holds; parts define no footnotes.
  mutating func append(_ other: FileContents) {
    blocks += other.blocks
    calculators += other.calculators
    equations += other.equations
    notes.uses += other.notes.uses
    notes.calculators += other.notes.calculators
    notes.declarations += other.notes.declarations
    notes.wideTables += other.notes.wideTables
    notes.covers += other.notes.covers
    findings += other.findings
  }
}

/// Builds the tree of one file: puts back what the line pass took out, and reads the file's own inline syntax.
final class FileReader {
  let scan: ScannedFile
  let units: UnitTable
  private var cursor: SourceCursor
  private var labels: [(label: String, range: SourceRange)] = []
  /// While a caption or a title is read, its place.
  private var fixed: SourceRange?
  /// The gaps of the file with what they accept, as written.
  var blanks: [(text: String, range: SourceRange, isTaken: Bool)] = []
  /// The options of the cells, by the index of their piece.
  let options: [Int: CellOptions]
  /// Lines and ids of the calculators, in order.
  private let calculatorLines: [(line: Int, id: String)]
  var contents = FileContents()

  private init(_ scan: ScannedFile, cells: Cells, units: UnitTable) {
    self.scan = scan
    self.units = units
    cursor = SourceCursor(source: scan.source, lineMap: scan.lineMap)
    contents.findings = scan.findings
    options = cells.options
    calculatorLines = cells.calculatorLines
  }

  /// The options of the cells of a file, and where its calculators are.
  private struct Cells: Sendable {
    var options: [Int: CellOptions] = [:]
    var calculatorLines: [(line: Int, id: String)] = []

    init(_ scan: ScannedFile) {
      for (index, piece) in scan.pieces.enumerated() {
        guard case .cell(let cell) = piece.kind else { continue }
        let read = CellOptions(cell)
        options[index] = read
        if cell.kind == .calc, let id = read.text("id") {
          calculatorLines.append((cell.range.start.line, id))
        }
      }
    }
  }

  static func read(_ scan: ScannedFile, units: UnitTable) -> FileContents {
    let cells = Cells(scan)
    let parts = scan.parts
    guard parts.count > 1 else { return read(scan, cells: cells, units: units) }
    let results = Mutex([FileContents](repeating: FileContents(), count: parts.count))
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let read = read(parts[index], cells: cells, units: units)
      results.withLock { $0[index] = read }
    }
    return results.withLock { $0.reduce(into: FileContents()) { $0.append($1) } }
  }

  private static func read(_ scan: ScannedFile, cells: Cells, units: UnitTable) -> FileContents {
    let reader = FileReader(scan, cells: cells, units: units)
    reader.contents.blocks = CommonMark(reader: reader).blocks(of: scan.markdown)
    reader.contents.notes.definedFootnotes = scan.footnotes.map { Use(.footnote($0.label), at: $0.range) }
    for blank in reader.blanks where !blank.isTaken {
      reader.report(
        .error, at: blank.range.start, "a gap stands outside of the text of a question",
        advice: "gaps belong into questions of the kind `fill`")
    }
    return reader.contents
  }

  func report(
    _ severity: Finding.Severity, at position: SourcePosition, _ message: String, advice: String? = nil
  ) {
    contents.findings.append(Finding(severity, file: scan.file, at: position, message, advice: advice))
  }

  /// Reads a caption or a title, which stands at `range`.
  func inlines(of text: String, at range: SourceRange) -> [Inline] {
    guard text.utf8.contains(where: Self.isSpecial) else { return text.isEmpty ? [] : [.text(text)] }
    let outer = fixed
    fixed = range
    defer { fixed = outer }
    return CommonMark(reader: self).inlines(of: text)
  }

  /// Whether text with this byte may be more than text.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "v"), UInt8(ascii: "x")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "'"),
      UInt8(ascii: "("), UInt8(ascii: "?"), UInt8(ascii: ";"), 0x80...0xFF:
      false
    default: true
    }
  }

  // MARK: - What the Markdown parser asks

  func enter(lines: ClosedRange<Int>) {
    if fixed == nil { cursor.enter(lines) }
  }

  func restored(_ text: String) -> String { scan.restored(text) }

  func range(lines: ClosedRange<Int>, column: Int) -> SourceRange {
    if let fixed { return fixed }
    let (first, last) = (cursor.fileLine(lines.lowerBound), cursor.fileLine(lines.upperBound))
    return scan.source.range(lines: first...max(first, last), from: column - 1)
  }

  func place(of text: String, line: Int) -> SourceRange {
    if let fixed { return fixed }
    return cursor.find(text, line: line)
  }

  func noteLink(_ destination: String, isImage: Bool, line: Int) {
    guard !destination.contains("://"), !destination.hasPrefix("mailto:") else { return }
    let range = fixed ?? cursor.find(destination, line: line)
    contents.notes.uses.append(Use(isImage ? .image(destination) : .link(destination), at: range))
  }

  /// Raw HTML in a line; comments vanish, and a marker there is what the author wrote.
  func html(_ text: String, line: Int) -> Inline? {
    if scan.piece(markedBy: text) != nil {
      let position = SourcePosition(line: fixed?.start.line ?? cursor.fileLine(line))
      let source = scan.restored(text)
      report(
        .error, at: position, "`\(source.prefix { $0 != "\n" })` stands inside a paragraph",
        advice: "indent it like the text around it")
      return .text(source)
    }
    return text.hasPrefix("<!--") ? nil : .html(text)
  }

  func code(_ literal: String, line: Int) -> Inline {
    guard literal.hasPrefix("{calc} ") else { return .code(literal) }
    let expression = LinePass.trimmed(String(literal.dropFirst(7)))
    if expression.isEmpty { return .code(literal) }
    let start = place(of: "`{calc}", line: line)
    let length = literal.count + 1
    let range =
      fixed
      ?? SourceRange(
        start.start, SourcePosition(line: start.start.line, column: start.start.column + length + 1))
    return .live(
      LiveValue(expression: expression, calculator: calculator(above: range.start.line), range: range))
  }

  /// What the inline extension found; its first character says what it is.
  func append(_ literal: String, line: Int, to result: inout [Inline]) {
    let text = String(literal.dropFirst())
    switch literal.utf8.first {
    case MarkdownExtensions.Mark.mathematics:
      cursor.skip(lineEnds: fixed == nil ? text.utf8.count { $0 == UInt8(ascii: "\n") } : 0)
      // `$` and a backtick, as GitHub has it where Markdown could misread a formula.
      let isQuoted = text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      let tex = isQuoted ? String(text.dropFirst().dropLast()) : text
      result.append(.mathematics(scan.macros.applied(to: tex)))
    case MarkdownExtensions.Mark.reference:
      result.append(.reference(reference(to: text, line: line)))
    case MarkdownExtensions.Mark.citation:
      let keys = text.split(separator: ";").map(String.init)
      Self.removeOpeningBracket(from: &result)
      if keys.allSatisfy({ MarkdownExtensions.isReference(Array($0.utf8)) }) {
        for (index, key) in keys.enumerated() {
          if index > 0 { result.append(.text(", ")) }
          result.append(.reference(reference(to: key, line: line)))
        }
      } else {
        for key in keys {
          contents.notes.uses.append(Use(.citation(key), at: place(of: "@\(key)", line: line)))
        }
        result.append(.citation(keys))
      }
      awaitsBracket = true
    case MarkdownExtensions.Mark.blank:
      Self.removeBracketed(from: &result)
      result.append(.blank(blanks.count))
      blanks.append((text, place(of: "{.blank}", line: line), false))
    default: break
    }
  }

  /// Whether the next text begins with the bracket that closes a citation.
  private var awaitsBracket = false

  /// Text as it comes, save a bracket that belongs to a citation.
  func appendText(_ text: String, to result: inout [Inline]) {
    var text = text
    if awaitsBracket, text.first == "]" { text.removeFirst() }
    awaitsBracket = false
    if !text.isEmpty { CommonMark.append(text, to: &result) }
  }

  func noteUndefinedFootnotes(in text: String, line: Int) {
    var rest = text[...]
    while let open = rest.firstRange(of: "[^") {
      let label = rest[open.upperBound...].prefix { $0 != "]" && !$0.isWhitespace && $0 != "[" }
      rest = rest[label.endIndex...]
      guard rest.first == "]", !label.isEmpty else { continue }
      let place = place(of: "[^\(label)]", line: line)
      contents.notes.uses.append(Use(.undefinedFootnote(String(label)), at: place))
    }
  }

  func declareFootnotes(atLines lines: [Int]) {
    let byLine = Dictionary(
      scan.footnotes.map { ($0.range.start.line, $0) }, uniquingKeysWith: { first, _ in first })
    labels = lines.map { line in
      let line = cursor.fileLine(line)
      let start = SourcePosition(line: line)
      return byLine[line] ?? ("\(line)", SourceRange(start, start))
    }
  }

  func footnote(number: String, line: Int) -> Inline? {
    guard let number = Int(number), labels.indices.contains(number - 1) else { return nil }
    let label = labels[number - 1].label
    contents.notes.uses.append(Use(.footnote(label), at: place(of: "[^", line: line)))
    return .footnote(label: label)
  }

  func setFootnote(_ index: Int, blocks: [Block]) {
    guard labels.indices.contains(index) else { return }
    let label = labels[index].label
    contents.footnotes[label] = Footnote(label: label, number: index + 1, blocks: blocks)
  }

  // MARK: - Helpers

  private func reference(to id: String, line: Int) -> Reference {
    let range = place(of: "@\(id)", line: line)
    let isCalculator = id.hasPrefix("calc-")
    let reference = Reference(
      id: isCalculator ? String(id.dropFirst(5)) : id, isCalculator: isCalculator, range: range)
    contents.notes.uses.append(Use(.reference(reference), at: range))
    return reference
  }

  /// The id of the nearest calculator above a line.
  func calculator(above line: Int) -> String? {
    var (low, high) = (0, calculatorLines.count)
    while low < high {
      let middle = (low + high) / 2
      if calculatorLines[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? calculatorLines[low - 1].id : nil
  }

  private static func removeOpeningBracket(from result: inout [Inline]) {
    guard case .text(let text) = result.last, text.hasSuffix("[") else { return }
    result.removeLast()
    if text.count > 1 { result.append(.text(String(text.dropLast()))) }
  }

  /// Removes the bracketed text that a gap stands for.
  private static func removeBracketed(from result: inout [Inline]) {
    while let last = result.popLast() {
      guard case .text(let text) = last, let open = text.lastIndex(of: "[") else { continue }
      if open > text.startIndex { result.append(.text(String(text[..<open]))) }
      return
    }
  }
}
