/// Cells and displayed mathematics: what spans lines and ends with a mark of its own.
extension LinePass {
  mutating func readCell(
    _ kind: Cell.Kind, fence: Fence, at place: Containers.Place, indent: Int, in text: ArraySlice<UInt8>
  ) {
    let first = line
    let byte = place.byte - text.startIndex
    var options: [String] = []
    var body: [UInt8] = []
    var bodyLine = first + 1
    var bodyIndent: Int?
    var firstBlank: Int?
    var isClosed = false
    var next = first + 1
    while next <= source.lineCount {
      let range = source.range(ofLine: next)
      let whole = source.bytes[range]
      guard let content = containers.content(of: whole) else { break }
      var rest = whole[content.byte...]
      if fence.isClosed(by: rest) {
        isClosed = true
        break
      }
      if Fence(rest.drop { $0 == UInt8(ascii: " ") })?.cellName != nil { break }
      if rest.isEmpty, firstBlank == nil { firstBlank = next }
      rest = rest[(rest.startIndex + min(indent, rest.prefix { $0 == UInt8(ascii: " ") }.count))...]
      if body.isEmpty, bodyLine == next, rest.starts(with: Self.optionMark) {
        let option = rest.dropFirst(2)
        options.append(
          String(decoding: option.first == UInt8(ascii: " ") ? option.dropFirst() : option, as: UTF8.self))
        bodyLine = next + 1
      } else {
        if bodyIndent == nil, !rest.isEmpty {
          bodyIndent = String(decoding: whole[..<rest.startIndex], as: UTF8.self).count
        }
        body.append(contentsOf: rest)
        body.append(UInt8(ascii: "\n"))
      }
      next += 1
    }
    guard isClosed else {
      line = min(next, firstBlank ?? next)
      let message = "the {\(kind.rawValue)} cell is not closed"
      let advice = "end it with a line of \(String(repeating: fence.mark, count: fence.length))"
      replace(from: first, at: byte, by: .problem(message: message, advice: advice))
      return report(.error, line: first, byte: byte, message, advice: advice)
    }
    line = next + 1
    if body.last == UInt8(ascii: "\n") { body.removeLast() }
    let cell = Cell(
      kind: kind, options: options, optionsLine: first + 1,
      body: String(decoding: body, as: UTF8.self), bodyLine: bodyLine, indent: bodyIndent ?? byte,
      range: source.range(lines: first...next, from: byte))
    replace(from: first, at: byte, by: .cell(cell))
  }

  /// `$$ tex $$ {#eq-id}` on one line or several.
  ///
  /// - Returns: false when this is no displayed formula, so that the line is prose.
  mutating func readFormula(at place: Containers.Place, in text: ArraySlice<UInt8>) -> Bool {
    let first = line
    let byte = place.byte - text.startIndex
    var tex: [UInt8] = []
    var rest = text[(place.byte + 2)...]
    var next = first
    while true {
      if let close = Self.closingDollars(in: rest) {
        guard let id = formulaID(after: rest[(close + 2)...], line: next) else {
          if next == first { return false }
          break
        }
        tex.append(contentsOf: rest[..<close])
        line = next + 1
        let formula = Self.trimmed(String(decoding: tex, as: UTF8.self))
        let body = Self.trimmed(file.macros.take(from: formula))
        let isDefinitions = body.isEmpty && !formula.isEmpty
        replace(
          from: first, at: byte,
          by: isDefinitions ? .definitions : .formula(tex: file.macros.applied(to: body), id: id))
        return true
      }
      tex.append(contentsOf: rest)
      tex.append(UInt8(ascii: "\n"))
      next += 1
      guard next <= source.lineCount else { break }
      let whole = source.bytes[source.range(ofLine: next)]
      guard let content = containers.content(of: whole), content.byte < whole.endIndex else { break }
      rest = whole[content.byte...]
      if rest.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) { break }
    }
    report(
      .error, line: first, byte: byte, "the formula that begins with `$$` is not closed",
      advice: "end it with `$$` at the end of a line; a formula holds no blank line")
    line = max(next, first + 1)
    replace(
      from: first, at: byte,
      by: .problem(message: "the formula is not closed", advice: "end it with `$$` at the end of a line"))
    return true
  }

  private static let optionMark = Array("#|".utf8)

  /// Where `$$` closes a formula.
  private static func closingDollars(in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex
    while index + 1 < text.endIndex {
      if text[index] == UInt8(ascii: "\\") {
        index += 2
      } else if text[index] == UInt8(ascii: "$"), text[index + 1] == UInt8(ascii: "$") {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }

  /// The id after a formula: `.some(nil)` when nothing follows, nil when something else does.
  private mutating func formulaID(after text: ArraySlice<UInt8>, line: Int) -> String?? {
    let rest = text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    if rest.isEmpty { return .some(nil) }
    guard let result = AttributeParser.read(rest),
      rest.dropFirst(result.length).allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
    else { return nil }
    return .some(result.attributes.id)
  }

  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    if let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20, first < 0x80, last < 0x80 {
      return text
    }
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
