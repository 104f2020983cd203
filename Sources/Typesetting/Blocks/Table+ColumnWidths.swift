import Content

extension TableCells {
  /// In fewer columns a text is no longer read as text.
  static let narrowestText = 8

  /// Widths that add up to at most `room`: each column's own where they fit, else those under which the table is lowest,
  /// none below its widest word. Nil when even the words do not fit.
  func columnWidths(room: Int) -> [Int]? {
    let (natural, least) = wantedWidths
    let available = room - Self.gap * (natural.count - 1)
    if natural.reduce(0, +) <= available { return natural }
    let floor = zip(natural, least).map { natural, least in max(least, min(natural, Self.narrowestText)) }
    guard floor.reduce(0, +) <= available else { return nil }
    var heights = RowHeights(self)
    return heights.lowest(
      from: Self.evened(natural, floor: floor, available: available), natural: natural, floor: floor)
  }

  /// What each column takes without wrapping, and the columns of its widest word.
  private var wantedWidths: (natural: [Int], least: [Int]) {
    let count = header.count
    var natural = (0..<count).map { $0 < leastWidths.count ? max(1, leastWidths[$0]) : 1 }
    var least = [Int](repeating: 1, count: count)
    for row in [header] + rows {
      for (index, cell) in row.enumerated() where index < count {
        natural[index] = max(natural[index], cell.naturalWidth)
        least[index] = max(least[index], cell.widestWord)
      }
    }
    return (natural, least)
  }

  /// The widest columns give way.
  private static func evened(_ natural: [Int], floor: [Int], available: Int) -> [Int] {
    // The largest cap under which all columns fit.
    var low = 1
    var high = available
    func total(_ cap: Int) -> Int { zip(natural, floor).reduce(0) { $0 + max($1.1, min($1.0, cap)) } }
    while low < high {
      let middle = (low + high + 1) / 2
      if total(middle) <= available { low = middle } else { high = middle - 1 }
    }
    var widths = zip(natural, floor).map { max($1, min($0, low)) }
    var left = available - widths.reduce(0, +)
    for index in widths.indices where left > 0 && widths[index] < natural[index] {
      widths[index] += 1
      left -= 1
    }
    return widths
  }
}

/// How high the rows of a table are in columns of given widths.
private struct RowHeights {
  /// The lines of a whole table; of two with as many lines, the one whose cells have fewer.
  private struct Height: Comparable {
    var lines = 0
    var ofCells = 0

    static func < (first: Height, second: Height) -> Bool {
      (first.lines, first.ofCells) < (second.lines, second.ofCells)
    }
  }

  private let rows: [[MeasuredText]]
  private let natural: [[Int]]
  /// For each column, the lines of its cells by its width.
  private var known: [[Int: [Int]]]

  init(_ cells: TableCells) {
    rows = [cells.header] + cells.rows
    natural = rows.map { $0.map(\.naturalWidth) }
    known = Array(repeating: [:], count: cells.header.count)
  }

  /// The widths under which the table is lowest that are reached from `start` by giving columns of one to another as long
  /// as that makes it lower.
  mutating func lowest(from start: [Int], natural: [Int], floor: [Int]) -> [Int] {
    var best = start
    var height = height(of: best)
    while true {
      var lower: [Int]?
      for giving in best.indices {
        for taking in best.indices where taking != giving {
          let most = min(best[giving] - floor[giving], natural[taking] - best[taking], Self.mostMoved)
          for count in stride(from: 1, through: most, by: 1) {
            var widths = best
            widths[giving] -= count
            widths[taking] += count
            let other = self.height(of: widths)
            if other < height { (height, lower) = (other, widths) }
          }
        }
      }
      guard let lower else { return best }
      best = lower
    }
  }

  /// How many columns are moved at once.
  private static let mostMoved = 16

  private mutating func height(of widths: [Int]) -> Height {
    let columns = widths.indices.map { lines(ofColumn: $0, width: widths[$0]) }
    var result = Height()
    var previous = 1
    for row in rows.indices {
      var lines = 1
      for column in columns {
        lines = max(lines, column[row])
        result.ofCells += column[row]
      }
      // A row of several lines stands apart, but not from the header.
      result.lines += lines + (row > 1 && max(lines, previous) > 1 ? 1 : 0)
      previous = lines
    }
    return result
  }

  private mutating func lines(ofColumn column: Int, width: Int) -> [Int] {
    if let lines = known[column][width] { return lines }
    let lines = rows.indices.map { row in
      guard column < rows[row].count else { return 0 }
      return natural[row][column] <= width ? 1 : rows[row][column].leastLines(width: width)
    }
    known[column][width] = lines
    return lines
  }
}
