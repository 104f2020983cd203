/// A part of a formula while it is set: rows that may be shorter than the box is wide.
struct LayoutBox {
  struct Row {
    var text = ""
    var width = 0

    mutating func pad(to column: Int) {
      guard width < column else { return }
      text.append(String(repeating: " ", count: column - width))
      width = column
    }

    mutating func append(_ other: Row) {
      text += other.text
      width += other.width
    }
  }

  var rows: [Row]
  var baseline: Int
  var width: Int
  /// Rows above and below the baseline that delimiters around the box span; scripts may stand out of them.
  var coreAbove: Int
  var coreBelow: Int
  /// Whether what follows it stands below it: beside its first part it would seem to belong to that alone.
  var endsLine = false

  init(_ text: String) {
    let columns = DisplayWidth.of(text)
    rows = [Row(text: text, width: columns)]
    baseline = 0
    width = columns
    coreAbove = 0
    coreBelow = 0
  }

  /// A box whose delimiters span all of its rows.
  init(rows: [Row], baseline: Int, width: Int? = nil) {
    self.rows = rows
    self.baseline = baseline
    self.width = width ?? rows.reduce(0) { max($0, $1.width) }
    coreAbove = baseline
    coreBelow = max(0, rows.count - 1 - baseline)
  }

  static let empty = LayoutBox("")

  var height: Int { rows.count }
  var below: Int { rows.count - 1 - baseline }
  var isOneRow: Bool { rows.count == 1 }

  /// Boxes in a row on one baseline, each after its gap.
  static func beside(_ boxes: [(gap: Int, box: LayoutBox)]) -> LayoutBox {
    if boxes.count == 1, let only = boxes.first, only.gap == 0 { return only.box }
    var above = 0
    var below = 0
    var result = LayoutBox.empty
    for (_, box) in boxes {
      above = max(above, box.baseline)
      below = max(below, box.below)
      result.coreAbove = max(result.coreAbove, box.coreAbove)
      result.coreBelow = max(result.coreBelow, box.coreBelow)
    }
    result.baseline = above
    result.rows = Array(repeating: Row(), count: above + below + 1)
    for (gap, box) in boxes {
      result.width += gap
      for (index, row) in box.rows.enumerated() where row.width > 0 {
        let target = above - box.baseline + index
        result.rows[target].pad(to: result.width)
        result.rows[target].append(row)
      }
      result.width += box.width
    }
    return result
  }

  static func beside(_ boxes: [LayoutBox]) -> LayoutBox {
    beside(boxes.map { (0, $0) })
  }

  /// Boxes below one another; the baseline is that of box number `base`.
  static func stacked(_ boxes: [LayoutBox], alignment: Character = "c", base: Int, spread: Int = 0)
    -> LayoutBox
  {
    let width = boxes.reduce(0) { max($0, $1.width) }
    var rows: [Row] = []
    var baseline = 0
    for (index, box) in boxes.enumerated() {
      if index > 0 { rows += Array(repeating: Row(), count: spread) }
      if index == base { baseline = rows.count + box.baseline }
      rows += box.aligned(alignment, in: width).rows
    }
    return LayoutBox(rows: rows, baseline: baseline, width: width)
  }

  /// The box in a column of `width`, at the left, centre or right.
  func aligned(_ alignment: Character, in width: Int) -> LayoutBox {
    let room = max(0, width - self.width)
    let left =
      switch alignment {
      case "l": 0
      case "r": room
      default: room / 2
      }
    return indented(left).widened(to: width)
  }

  func indented(_ columns: Int) -> LayoutBox {
    guard columns > 0 else { return self }
    var result = self
    result.width += columns
    for index in rows.indices where rows[index].width > 0 {
      var row = Row()
      row.pad(to: columns)
      row.append(rows[index])
      result.rows[index] = row
    }
    return result
  }

  func widened(to width: Int) -> LayoutBox {
    var result = self
    result.width = max(width, self.width)
    return result
  }

  /// One row of `character`, `count` columns wide.
  static func rule(_ character: String, _ count: Int) -> LayoutBox {
    LayoutBox(String(repeating: character, count: max(0, count)))
  }

  /// One column of strings of equal width, its baseline `above` rows down.
  static func column(_ pieces: [String], above: Int) -> LayoutBox {
    LayoutBox(rows: pieces.map { Row(text: $0, width: DisplayWidth.of($0)) }, baseline: above)
  }

  /// The finished box.
  var finished: MathBox {
    var lines = rows.map { row -> String in
      var text = Substring(row.text)
      while text.last == " " { text.removeLast() }
      return String(text)
    }
    let blank = min(lines.prefix { $0.isEmpty }.count, baseline)
    lines.removeFirst(blank)
    while lines.count > baseline - blank + 1, lines.last?.isEmpty == true { lines.removeLast() }
    return MathBox(lines: lines, baseline: baseline - blank)
  }
}
