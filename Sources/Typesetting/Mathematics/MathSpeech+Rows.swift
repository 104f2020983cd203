/// Rows and columns: matrices, cases and lines of equations.
extension MathSpeech {
  func matrix(_ matrix: MathMatrix, isEnclosed: Bool) -> [String] {
    let columns = matrix.rows.reduce(0) { max($0, $1.count) }
    if matrix.kind == .matrix, let relation = relationColumn(of: matrix, columns: columns) {
      return joined(matrix.rows.map { equation($0, relation: relation) })
    }
    switch matrix.kind {
    case .small where columns < 2 && !isEnclosed && matrix.left == .none, .aligned, .gathered:
      return joined(matrix.rows.map { line($0, of: matrix) })
    case .cases:
      return ["cases:"]
        + joined(matrix.rows.map { row in row.map { words(bare($0)) }.joined(separator: [","]) })
        + ["end cases"]
    case .matrix, .small:
      let rows = matrix.rows.enumerated().map { index, row in
        ["row \(index + 1):"] + row.map { words(bare($0)) }.joined(separator: [","])
      }
      let name = ["|": "the determinant of ", "‖": "the norm of "][matrix.left.unicode] ?? ""
      return [name + "the \(matrix.rows.count) by \(columns) matrix"] + joined(rows) + ["end matrix"]
    }
  }

  /// A formula that is one column of an array without brackets, as an algorithm is; nil for any other.
  func lines(_ nodes: [MathNode]) -> [String]? {
    guard nodes.count == 1, case .matrix(let matrix) = nodes[0], matrix.kind == .matrix, matrix.left == .none,
      matrix.right == .none, matrix.rows.count > 1, matrix.rows.allSatisfy({ $0.count < 2 })
    else { return nil }
    return joined(matrix.rows.map { line($0, of: matrix) })
  }

  private func joined(_ rows: [some Sequence<String>]) -> [String] {
    Array(rows.joined(separator: [";"]))
  }

  /// A row of equations. Columns come in pairs, right and left of a relation: between two pairs is a pause, unless a
  /// sign or a word joins them.
  private func line(_ row: [[MathNode]], of matrix: MathMatrix) -> [String] {
    // A comma at the end of a row has the pause that follows every row.
    guard matrix.kind == .aligned, matrix.columns.isEmpty, row.count > 2 else {
      return words(bare(Array(row.joined())))
    }
    var parts: [[MathNode]] = [[]]
    for start in stride(from: 0, to: row.count, by: 2) {
      let pair = Array(row[start..<min(start + 2, row.count)].joined())
      if let last = visible(parts[parts.count - 1]).last, let first = visible(pair).first, !joins(last),
        !joins(first)
      {
        parts.append(pair)
      } else {
        parts[parts.count - 1] += pair
      }
    }
    return Array(parts.map { words(bare($0)) }.joined(separator: [","]))
  }

  /// Whether a node belongs to what stands beside it: a sign, a relation or words.
  private func joins(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.kind == .binary || symbol.kind == .relation
    case .text, .operation, .scripts(.operation, _, _): true
    default: false
    }
  }

  /// A row of an array of equations: what stands behind the right side is a remark.
  private func equation(_ row: [[MathNode]], relation: Int) -> [String] {
    let parts =
      [bare(Array(row.prefix(relation + 2).joined()))] + row.dropFirst(relation + 2).map { bare($0) }
    return Array(parts.map { words($0) }.filter { !$0.isEmpty }.joined(separator: [","]))
  }

  /// The column of an array without brackets that holds the relations of equations.
  private func relationColumn(of matrix: MathMatrix, columns: Int) -> Int? {
    guard matrix.left == .none, matrix.right == .none else { return nil }
    return (1..<max(1, columns)).first { column in
      let cells = matrix.rows.compactMap { $0.count > column ? visible($0[column]) : nil }.filter {
        !$0.isEmpty
      }
      return !cells.isEmpty
        && cells.allSatisfy {
          if $0.count == 1, case .symbol(let symbol) = $0[0] { symbol.kind == .relation } else { false }
        }
    }
  }

  /// A cell without space and without `{}`, which makes an operand of nothing.
  private func visible(_ cell: [MathNode]) -> [MathNode] {
    cell.filter {
      switch $0 {
      case .space: false
      case .group(let nodes): !nodes.isEmpty
      default: true
      }
    }
  }

  /// A cell without the comma that the author ended it with: one is said between cells.
  private func bare(_ cell: [MathNode]) -> [MathNode] {
    var cell = cell
    loop: while let last = cell.last {
      switch last {
      case .space: cell.removeLast()
      case .symbol(let symbol) where symbol.kind == .punctuation: cell.removeLast()
      case .text(let words) where words.last == ",":
        cell[cell.count - 1] = .text(String(words.dropLast()))
        break loop
      default: break loop
      }
    }
    return cell
  }
}
