/// The horizontal axis under a picture: its line, the texts of its ticks, its caption.
struct AxisRuler {
  private let scale: Scale
  private let space: ChartSpace
  /// Cells of the picture, and where they begin.
  private let columns: Int
  private let left: Int
  private let fillsCells: Bool
  private var ticks: [(column: Int, text: String)] = []
  private var caption = ""

  /// An axis with as many ticks as have room for their texts.
  ///
  /// - Parameters:
  ///   - left: the column in which the picture begins; at least 1.
  ///   - fillsCells: whether values are edges of cells, as in a histogram, and not dots.
  init(
    _ scale: Scale, _ axis: Axis, columns: Int, left: Int, in space: ChartSpace, fillsCells: Bool = false
  ) {
    self.scale = scale
    self.space = space
    self.columns = columns
    self.left = left
    self.fillsCells = fillsCells
    for count in stride(from: max(2, columns / 5), through: 2, by: -1) {
      let values = scale.ticks(count)
      let text = TickText(values, of: scale, unit: axis.unit, isASCII: space.isASCII)
      caption = axis.caption(unit: text.unit, in: space)
      ticks = []
      var end = -2
      var areAllShown = true
      for (value, text) in zip(values, text.texts) {
        guard let column = column(of: value) else { continue }
        let start = start(of: text, column: column)
        areAllShown = areAllShown && start >= end + 2
        guard start >= end + 2 else { continue }
        end = start + DisplayWidth.of(text)
        ticks.append((column, text))
      }
      if areAllShown { return }
    }
  }

  /// The cell of the picture in which a value lies.
  private func column(of value: Double) -> Int? {
    guard let position = scale.position(value) else { return nil }
    guard fillsCells else {
      return Raster(columns: columns, rows: 1, isASCII: space.isASCII).cell(position, 0)?.column
    }
    guard position >= -1e-9, position <= 1 + 1e-9 else { return nil }
    return min(columns - 1, max(0, Int(position * Double(columns) + 1e-6)))
  }

  /// Where the text of a tick begins.
  private func start(of text: String, column: Int) -> Int {
    let width = DisplayWidth.of(text)
    return max(0, min(left + column - width / 2, space.width - width))
  }

  var lines: [StyledLine] {
    let marked = Set(ticks.map(\.column))
    var line = StyledLine(spaces(left - 1))
    line.append(space.either("└", "+"), Style(.frame))
    for column in 0..<columns {
      let text = marked.contains(column) ? space.either("┬", "+") : space.marks.horizontal
      line.append(text, Style(.frame))
    }
    var texts = Canvas(columns: space.width, rows: 1)
    for tick in ticks {
      texts.write(tick.text, column: start(of: tick.text, column: tick.column), row: 0, Style(.label))
    }
    var result = [line, texts.line(0)]
    if !caption.isEmpty {
      let width = DisplayWidth.of(caption)
      let start = max(0, min(left + (columns - width) / 2, space.width - width))
      result.append(StyledLine(spaces(start)).appending(StyledLine(caption, Style(.label))))
    }
    return result
  }
}
