/// Delimiters, rows and columns.
extension MathParser {
  /// `\left … \middle … \right`; the index stands after `\left`.
  mutating func parseDelimited() -> MathNode {
    let start = offset
    var delimiters = [parseDelimiter()]
    var parts: [[MathNode]] = []
    openDelimiters += 1
    defer { openDelimiters -= 1 }
    while true {
      guard let part = deeper({ $0.parseList() }) else { return .symbol(MathSymbolTable.character("…")) }
      parts.append(part)
      switch token {
      case .command("middle"):
        index += 1
        delimiters.append(parseDelimiter())
      case .command("right"):
        index += 1
        delimiters.append(parseDelimiter())
        return joined(delimiters, parts)
      default:
        report("\\left without \\right", at: start)
        delimiters.append(.none)
        return .delimited(delimiters, parts: parts)
      }
    }
  }

  /// Delimiters around nothing but an array are the array's own.
  private func joined(_ delimiters: [MathSymbol], _ parts: [[MathNode]]) -> MathNode {
    if let (first, last) = MathDelimiter.nearest(delimiters[0], delimiters[delimiters.count - 1]) {
      return .delimited([first] + delimiters.dropFirst().dropLast() + [last], parts: parts)
    }
    guard parts.count == 1, parts[0].count == 1, case .matrix(var matrix) = parts[0][0],
      matrix.kind == .matrix,
      matrix.left == .none, matrix.right == .none, let left = delimiters.first, let right = delimiters.last
    else { return .delimited(delimiters, parts: parts) }
    matrix.left = left
    matrix.right = right
    if left.unicode == "{", right == .none { matrix.kind = .cases }
    return .matrix(matrix)
  }

  mutating func parseDelimiter() -> MathSymbol {
    skipSpaces()
    switch token {
    case .character("."):
      index += 1
      return .none
    case .character("<"), .character(">"):
      defer { index += 1 }
      return MathSymbolTable.command(token == .character("<") ? "langle" : "rangle") ?? .none
    case .character(let character):
      index += 1
      return MathSymbolTable.character(character)
    case .command(let name) where MathSymbolTable.command(name) != nil:
      index += 1
      return MathSymbolTable.command(name) ?? .none
    default:
      report("a delimiter is missing")
      return .none
    }
  }

  /// Rows of cells up to `\end`, or for `name` nil to the end of the source, the `\tag`s within and the lines between.
  mutating func parseRows(until name: String?, substack: Bool = false) -> (matrix: MathMatrix, closed: Bool) {
    var matrix = MathMatrix(kind: .gathered, rows: [], left: .none, right: .none, columns: ["l"])
    var rows: [[[MathNode]]] = [[]]
    if name != nil { openEnvironments += 1 }
    defer { if name != nil { openEnvironments -= 1 } }
    func finished(_ closed: Bool) -> (MathMatrix, Bool) {
      matrix.rows = trimmed(rows)
      return (matrix, closed)
    }
    while true {
      let row = rows.count - 1
      if rows[row].isEmpty { matrix.rowRules += parseRules(before: row) }
      span = nil
      guard let cell = deeper({ $0.parseList(cells: true) }) else { return finished(false) }
      let column = rows[row].count
      rows[row].append(cell)
      if let found = span, found.count > 1 {
        matrix.spans.append(
          MathSpan(row: row, column: column, count: found.count, alignment: found.alignment))
        rows[row] += Array(repeating: [], count: found.count - 1)
      }
      span = nil
      switch token {
      case .alignment:
        index += 1
      case .newline:
        index += 1
        if take("[") {
          while let kind = token, kind != .character("]") { index += 1; if kind == .newline { break } }
        }
        if token == .character("]") { index += 1 }
        rowsLeft -= 1
        guard rowsLeft > 0 else {
          report("more than \(Self.rowLimit) rows")
          index = tokens.count
          return finished(false)
        }
        rows.append([])
      case .command("end") where !substack:
        let start = offset
        index += 1
        let found = parseName()
        if found != name { report("\\end{\(found)} where \\end{\(name ?? "")} was expected", at: start) }
        return finished(true)
      case .close where substack:
        return finished(true)
      default:
        return finished(false)
      }
    }
  }

  /// Rows within braces, as in `\substack`.
  mutating func parseRowsInBraces() -> MathNode {
    let start = offset
    index += 1
    openBraces += 1
    var (matrix, _) = parseRows(until: nil, substack: true)
    openBraces -= 1
    if token == .close { index += 1 } else { report("a { without its }", at: start) }
    matrix.kind = .small
    matrix.columns = ["c"]
    return .matrix(matrix)
  }

  /// The lines that begin a row: `\hline` and its kin over all columns, `\cline{2-3}` over some.
  private mutating func parseRules(before row: Int) -> [MathRule] {
    var rules: [MathRule] = []
    while true {
      skipSpaces()
      guard case .command(let name) = token, let isWhole = MathCommands.rules[name] else { return rules }
      index += 1
      if isWhole {
        rules.append(MathRule(row: row))
        continue
      }
      if take("(") {
        while let kind = token, kind != .character(")"), kind != .newline { index += 1 }
        _ = take(")")
      }
      let ends = parseText().split(separator: "-").compactMap { Int($0.filter(\.isNumber)) }
      guard let first = ends.first, let last = ends.last, first > 0, first <= last else { continue }
      rules.append(MathRule(row: row, columns: (first - 1)..<last))
    }
  }

  /// `\multicolumn{2}{c}{…}`: its content, while the cell learns how wide it is.
  mutating func parseSpan() -> MathNode {
    let count = Int(parseText().filter(\.isNumber)) ?? 1
    let alignment = parseText().first { "lcr".contains($0) } ?? "c"
    let body = parseArgument()
    span = (min(max(1, count), MathParser.rowLimit), alignment)
    return body
  }

  /// A `\\` after the last row begins no new one.
  private func trimmed(_ rows: [[[MathNode]]]) -> [[[MathNode]]] {
    if rows.count > 1, let last = rows.last, last.allSatisfy(\.isEmpty) { return Array(rows.dropLast()) }
    return rows
  }
}
