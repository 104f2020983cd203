/// The characters that a page is drawn with, in Unicode and in ASCII.
struct Marks: Sendable {
  var horizontal: String
  var heavy: String
  var vertical: String
  var topLeft: String
  var topRight: String
  var bottomLeft: String
  var bottomRight: String
  /// By depth of nesting.
  var bullets: [String]
  var task: (open: String, done: String)
  var option: (open: String, chosen: String)
  var check: (open: String, chosen: String)
  var right: String
  var wrong: String
  var cursor: String
  var focus: (before: String, after: String)
  var fold: (closed: String, open: String)
  var quote: String
  /// Beside a paragraph that follows changed inputs.
  var change: String
  var ellipsis: String
  /// At the end of a line of code that goes on below.
  var continuation: String
  /// Between the parts of a title.
  var separator: String
  var alert: String
  /// Bars in eighths of a column, the full one last.
  var bar: [String]
  var leftRight: String
  var tie: String

  static let unicode = Marks(
    horizontal: "─", heavy: "━", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘",
    bullets: ["•", "◦", "▪"], task: ("☐", "☑"), option: ("○", "●"), check: ("☐", "☑"), right: "✓", wrong: "✗",
    cursor: "▸", focus: ("▸ ", " ◂"), fold: ("▸", "▾"), quote: "▏", change: "┊", ellipsis: "…",
    continuation: "↵",
    separator: "\u{A0}· ", alert: "!", bar: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    leftRight: "←→", tie: "↔")

  static let ascii = Marks(
    horizontal: "-", heavy: "=", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+",
    bullets: ["*", "-", "+"], task: ("[ ]", "[x]"), option: ("( )", "(*)"), check: ("[ ]", "[x]"), right: "v",
    wrong: "x", cursor: ">", focus: ("> ", " <"), fold: (">", "v"), quote: ">", change: ":", ellipsis: "...",
    continuation: "\\",
    separator: "\u{A0}- ", alert: "!", bar: ["#"], leftRight: "Left/Right", tie: "--")

  /// A bar of `length` columns, in the finest steps that the characters give.
  func bar(length: Double) -> String {
    guard length.isFinite, length > 0 else { return "" }
    let parts = bar.count
    let steps = max(1, Int((length * Double(parts)).rounded()))
    var result = String(repeating: bar[parts - 1], count: steps / parts)
    if steps % parts > 0 { result += bar[steps % parts - 1] }
    return result
  }

  /// A horizontal line of `columns`.
  func line(_ columns: Int) -> String { String(repeating: horizontal, count: max(0, columns)) }

  /// A number raised as the mark of a footnote.
  func footnote(_ number: Int) -> String {
    if horizontal == "-" { return "[\(number)]" }
    let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(number).compactMap { $0.wholeNumberValue.map { raised[$0] } })
  }

  /// The letter of an option: a, b, … z, then its number.
  func letter(_ index: Int) -> String {
    guard index < 26, let scalar = Unicode.Scalar(UInt32(97 + index)) else { return String(index + 1) }
    return String(Character(scalar))
  }
}

extension PageContext {
  var marks: Marks { isASCII ? .ascii : .unicode }

  /// The same page in fewer columns; at least one.
  func narrowed(by columns: Int) -> PageContext {
    var result = self
    result.width = max(1, width - columns)
    // What stands inside of something else has no margins of the page.
    if columns > 0 { result.margins = Margins() }
    return result
  }

  /// The page with as much of its margins as something of so many columns needs, and how many columns before the text
  /// that begins.
  func widened(for columns: Int) -> (page: PageContext, outset: Int) {
    let extra = min(max(0, columns - width), margins.left + margins.right)
    if extra == 0 { return (self, 0) }
    let left = max(min(margins.left, (extra + 1) / 2), extra - margins.right)
    var page = self
    page.width += extra
    page.margins = Margins()
    return (page, left)
  }
}
