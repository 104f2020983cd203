/// The statements of one cell, read from its text. Reading goes on after a mistake, so that every line says what is
/// wrong with it.
struct Sheet: Sendable {
  private(set) var statements: [Statement] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ body: String, units: UnitTable) {
    let bytes = Array(body.utf8)
    for line in Self.logicalLines(bytes) {
      var parser = StatementParser(bytes, line: line, units: units)
      if let statement = parser.statement() { statements.append(statement) }
      diagnostics += parser.diagnostics
    }
  }

  /// The lines of a text, joined where a bracket is open. A line that begins like a statement ends an open bracket.
  static func logicalLines(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start: Int?
    var depth = 0
    var position = 0
    var quote: UInt8?
    func finish(_ end: Int) {
      if let first = start { lines.append(first..<end) }
      start = nil
      depth = 0
    }
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 10 {
        quote = nil
        if depth <= 0 || beginsStatement(bytes, at: position + 1) { finish(position) }
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "#") {
        while position < bytes.count, bytes[position] != 10 { position += 1 }
        continue
      } else if byte != 32, byte != 9, byte != 13 {
        if start == nil { start = position }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      position += 1
    }
    finish(bytes.count)
    return lines
  }

  /// The word that begins at or after `position` on its line, and where it ends.
  static func word(_ bytes: [UInt8], at position: Int) -> Range<Int> {
    var start = position
    while start < bytes.count, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    var end = start
    while end < bytes.count, Characters.isNamePart(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func beginsStatement(_ bytes: [UInt8], at position: Int) -> Bool {
    let first = word(bytes, at: position)
    guard Keywords.statements.contains(String(decoding: bytes[first], as: UTF8.self)) else { return false }
    let next = word(bytes, at: first.upperBound)
    if !next.isEmpty { return next.lowerBound > first.upperBound }
    return next.lowerBound < bytes.count && (bytes[next.lowerBound] == 34 || bytes[next.lowerBound] == 39)
  }
}
