/// A table drawn with `+---+` and `|`.
struct GridTable {
  var header: [String]?
  var rows: [(cells: [String], line: Int)] = []
  /// `l`, `c`, `r`, or `-` where nothing is said.
  var alignments: [Character]

  /// Nil where cells span rows or columns.
  init?(_ lines: [String]) {
    let grid = lines.map { Array($0.trimmed) }
    guard let top = grid.first, top.first == "+", top.last == "+" else { return nil }
    let borders = top.indices.filter { top[$0] == "+" }
    guard borders.count > 1 else { return nil }
    alignments = Array(repeating: "-", count: borders.count - 1)
    var cells: [[String]] = Array(repeating: [], count: borders.count - 1)
    var first = 1
    for (offset, line) in grid.enumerated() {
      if line.first == "+" {
        guard line.allSatisfy({ "+-=: ".contains($0) }), line.indices.filter({ line[$0] == "+" }) == borders
        else {
          return nil
        }
        if offset > 0 {
          let row = cells.map { $0.joined(separator: " ") }
          let isHeader = line.contains("=") && header == nil && rows.isEmpty
          if isHeader { header = row } else { rows.append((row, first)) }
          cells = Array(repeating: [], count: borders.count - 1)
        }
        if offset == 0 || line.contains("=") { align(line, borders) }
        first = offset + 1
        continue
      }
      guard line.count <= top.count, line.first == "|" else { return nil }
      for column in 0..<(borders.count - 1) {
        let (start, end) = (borders[column], borders[column + 1])
        guard end < line.count, line[start] == "|", line[end] == "|" else { return nil }
        let text = String(line[(start + 1)..<end]).trimmed
        if !text.isEmpty { cells[column].append(text) }
      }
    }
    guard header != nil || !rows.isEmpty else { return nil }
  }

  private mutating func align(_ line: [Character], _ borders: [Int]) {
    for column in 0..<(borders.count - 1) where borders[column] + 1 < borders[column + 1] {
      let left = line[borders[column] + 1] == ":"
      let right = line[borders[column + 1] - 1] == ":"
      alignments[column] = left && right ? "c" : right ? "r" : left ? "l" : "-"
    }
  }
}
