/// Finds places for labels beside their points where nothing else stands.
struct LabelPlacer {
  let columns: Int
  let rows: Int
  private var taken: [Bool]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    taken = Array(repeating: false, count: columns * rows)
  }

  /// Keeps labels off a cell.
  mutating func take(column: Int, row: Int) {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return }
    taken[row * columns + column] = true
  }

  /// Where a label `width` columns wide begins that belongs to a cell: to its right, to its left, above, below; nil
  /// where all of these are taken.
  mutating func place(width: Int, beside column: Int, _ row: Int) -> (column: Int, row: Int)? {
    let place = places(width: width, beside: column, row).first
    if let place { take(place, width: width) }
    return place
  }

  /// Keeps other labels off a label.
  mutating func take(_ place: (column: Int, row: Int), width: Int) {
    for offset in 0..<width { take(column: place.column + offset, row: place.row) }
  }

  /// All places for a label beside a cell that are free, the best first.
  func places(width: Int, beside column: Int, _ row: Int) -> [(column: Int, row: Int)] {
    let centered = column - width / 2
    let places: [(column: Int, row: Int)] = [
      (column + 2, row), (column - 1 - width, row), (column + 1, row - 1), (column + 1, row + 1),
      (column - width, row - 1), (column - width, row + 1), (centered, row - 1), (centered, row + 1),
    ]
    return places.filter { isFree($0.column, width, $0.row, except: (column, row)) }
  }

  /// Whether a label fits, with a blank on either side.
  private func isFree(_ start: Int, _ width: Int, _ row: Int, except point: (column: Int, row: Int)) -> Bool {
    guard width > 0, (0..<rows).contains(row), start >= 0, start + width <= columns else { return false }
    for column in max(0, start - 1)...min(columns - 1, start + width) {
      if taken[row * columns + column] && (column, row) != point { return false }
    }
    return true
  }
}
