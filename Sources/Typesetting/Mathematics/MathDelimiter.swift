/// Delimiters as tall as what they hold, from Unicode's pieces.
enum MathDelimiter {
  /// `symbol` over `above` rows over the baseline and `below` under it.
  static func box(_ symbol: MathSymbol, above: Int, below: Int, form: MathForm) -> LayoutBox {
    let height = above + below + 1
    guard height > 1, !symbol.unicode.isEmpty else { return LayoutBox(symbol.text(form)) }
    if form == .ascii { return .column(ascii(symbol, height), above: above) }
    return .column(unicode(symbol, height, tip: min(max(above, 1), max(height - 2, 0))), above: above)
  }

  /// `⌊` and `⌉` around a number as the nearest integer to it; nil for other delimiters.
  static func nearest(_ left: MathSymbol, _ right: MathSymbol) -> (MathSymbol, MathSymbol)? {
    guard left.unicode == "⌊", right.unicode == "⌉" else { return nil }
    var (first, last) = (left, right)
    first.ascii = "round("
    first.spoken = "the nearest integer to"
    last.spoken = "end rounding"
    return (first, last)
  }

  private static func unicode(_ symbol: MathSymbol, _ height: Int, tip: Int) -> [String] {
    switch symbol.unicode {
    case "(": pieces("⎛", "⎜", "⎝", height)
    case ")": pieces("⎞", "⎟", "⎠", height)
    case "[", "⟦": pieces("⎡", "⎢", "⎣", height)
    case "]", "⟧": pieces("⎤", "⎥", "⎦", height)
    case "⌊": pieces("⎢", "⎢", "⎣", height)
    case "⌋": pieces("⎥", "⎥", "⎦", height)
    case "⌈": pieces("⎡", "⎢", "⎢", height)
    case "⌉": pieces("⎤", "⎥", "⎥", height)
    case "{": brace(["⎧", "⎪", "⎨", "⎩"], ["⎰", "⎱"], height, tip)
    case "}": brace(["⎫", "⎪", "⎬", "⎭"], ["⎱", "⎰"], height, tip)
    case "|", "∣": Array(repeating: "│", count: height)
    case "‖", "∥": Array(repeating: "║", count: height)
    case "⟨": angle(height, "╱", "⟨", "╲", opening: true)
    case "⟩": angle(height, "╲", "⟩", "╱", opening: false)
    case "/":
      (0..<height).map {
        String(repeating: " ", count: height - 1 - $0) + "╱" + String(repeating: " ", count: $0)
      }
    case "↑": pieces("↑", "│", "│", height)
    case "↓": pieces("│", "│", "↓", height)
    default: centred(symbol.unicode, height)
    }
  }

  private static func ascii(_ symbol: MathSymbol, _ height: Int) -> [String] {
    switch symbol.ascii {
    case "floor(", "ceil(", "round(":
      centred(String(symbol.ascii.dropLast()), height).map { $0 + "(" }
    case "(", ")", "[", "]", "{", "}", "|", "||", "/": Array(repeating: symbol.ascii, count: height)
    default: centred(symbol.ascii, height)
    }
  }

  private static func pieces(_ top: String, _ middle: String, _ bottom: String, _ height: Int) -> [String] {
    [top] + Array(repeating: middle, count: max(0, height - 2)) + [bottom]
  }

  private static func brace(_ parts: [String], _ two: [String], _ height: Int, _ tip: Int) -> [String] {
    if height == 2 { return two }
    return (0..<height).map { row in
      switch row {
      case 0: parts[0]
      case height - 1: parts[3]
      case tip: parts[2]
      default: parts[1]
      }
    }
  }

  private static func angle(_ height: Int, _ top: String, _ tip: String, _ bottom: String, opening: Bool)
    -> [String]
  {
    let half = height / 2
    let columns = max(1, half)
    return (0..<height).map { row in
      let isTip = height % 2 == 1 && row == half
      let distance = isTip ? 0 : row < half ? half - 1 - row : row - (height - half)
      let piece = isTip ? tip : row < half ? top : bottom
      let before = opening ? distance : columns - 1 - distance
      return String(repeating: " ", count: before) + piece
        + String(repeating: " ", count: columns - 1 - before)
    }
  }

  private static func centred(_ text: String, _ height: Int) -> [String] {
    let blank = String(repeating: " ", count: DisplayWidth.of(text))
    return (0..<height).map { $0 == (height - 1) / 2 ? text : blank }
  }
}
