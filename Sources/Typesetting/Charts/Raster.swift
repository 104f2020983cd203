/// A grid of dots under the cells of a picture: two by four to a cell in braille, one in ASCII.
///
/// Places are fractions of the picture, from the left and from the bottom; 0 is the first dot and 1 the last.
struct Raster {
  let columns: Int
  let rows: Int
  let isASCII: Bool
  private let across: Int
  private let down: Int
  private var dots: [UInt8]
  private var owners: [Int]

  init(columns: Int, rows: Int, isASCII: Bool) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    self.isASCII = isASCII
    across = isASCII ? 1 : 2
    down = isASCII ? 1 : 4
    dots = Array(repeating: 0, count: self.columns * self.rows)
    owners = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// The dot at a place, counted from the top left; nil outside the picture.
  private func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int)? {
    let margin = 1e-9
    guard x >= -margin, x <= 1 + margin, y >= -margin, y <= 1 + margin else { return nil }
    let column = Int((min(max(x, 0), 1) * Double(columns * across - 1)).rounded())
    let row = Int(((1 - min(max(y, 0), 1)) * Double(rows * down - 1)).rounded())
    return (column, row)
  }

  /// The cell at a place; nil outside the picture.
  func cell(_ x: Double, _ y: Double) -> (column: Int, row: Int)? {
    dot(x, y).map { ($0.x / across, $0.y / down) }
  }

  /// Sets one dot for a series.
  mutating func mark(_ x: Double, _ y: Double, series: Int) {
    if let dot = dot(x, y) { set(dot.x, dot.y, series) }
  }

  /// The bits of a braille cell, by column, then by row.
  private static let bits: [UInt8] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80]

  private mutating func set(_ x: Int, _ y: Int, _ series: Int) {
    let cell = y / down * columns + x / across
    guard dots.indices.contains(cell) else { return }
    dots[cell] |= Self.bits[x % across * 4 + y % down]
    owners[cell] = series
  }

  /// Draws what lies in the picture of a straight line; `phase` counts the dots of a dashed line from piece to piece.
  mutating func line(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), series: Int, pattern: [Int] = [],
    phase: inout Int
  ) {
    guard let (first, last) = Self.clipped(start, end), let from = dot(first.x, first.y),
      let to = dot(last.x, last.y)
    else { return }
    let steps = max(abs(to.x - from.x), abs(to.y - from.y))
    let length = pattern.reduce(0, +)
    for step in 0...steps {
      // The first dot of a piece is the last of the piece before it.
      if step == 0 && phase > 0 && steps > 0 { continue }
      if step == 0 && phase > 0 { return }
      let part = steps == 0 ? 0 : Double(step) / Double(steps)
      if Self.isOn(phase, pattern, length: length) {
        set(
          from.x + Int((part * Double(to.x - from.x)).rounded()),
          from.y + Int((part * Double(to.y - from.y)).rounded()), series)
      }
      phase += 1
    }
  }

  private static func isOn(_ phase: Int, _ pattern: [Int], length: Int) -> Bool {
    guard length > 0 else { return true }
    var rest = phase % length
    for (index, count) in pattern.enumerated() {
      if rest < count { return index % 2 == 0 }
      rest -= count
    }
    return true
  }

  /// The part of a line inside the unit square (Liang and Barsky, 1984).
  static func clipped(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double))
    -> ((x: Double, y: Double), (x: Double, y: Double))?
  {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    for (delta, room) in [(-dx, start.x), (dx, 1 - start.x), (-dy, start.y), (dy, 1 - start.y)] {
      if delta == 0 {
        if room < -1e-9 { return nil }
      } else if delta < 0 {
        enter = max(enter, room / delta)
      } else {
        leave = min(leave, room / delta)
      }
    }
    guard enter <= leave + 1e-12 else { return nil }
    return (
      (start.x + enter * dx, start.y + enter * dy), (start.x + leave * dx, start.y + leave * dy)
    )
  }

  /// Whether something was drawn in a cell.
  func hasInk(column: Int, row: Int) -> Bool {
    guard (0..<columns).contains(column), (0..<rows).contains(row) else { return false }
    return dots[row * columns + column] != 0
  }

  /// The character of a cell with the series that drew in it last; nil for an empty cell.
  func ink(column: Int, row: Int, in space: ChartSpace) -> (text: String, series: Int)? {
    let cell = row * columns + column
    guard dots[cell] != 0 else { return nil }
    if isASCII { return (SeriesLook.symbol(owners[cell], in: space), owners[cell]) }
    let scalar = Unicode.Scalar(0x2800 + UInt32(dots[cell])) ?? " "
    return (String(Character(scalar)), owners[cell])
  }
}
