import Typesetting

/// A frame with a title around lines, as wide as the text, at its foot.
struct Drawer {
  var title: String
  var width: Int
  var isASCII: Bool

  /// The columns inside.
  static func room(width: Int) -> Int { max(1, width - 4) }

  /// The columns of a frame with so many inside.
  static func width(room: Int) -> Int { room + 4 }

  /// `3 of 36`; where no more than `limit` are looked for, `3 of 50+`.
  ///
  /// - Parameter cursor: the index of the chosen one.
  static func place(_ cursor: Int, of count: Int, limit: Int) -> String {
    MatchCount(place: cursor + 1, total: count).words + (count < limit ? "" : "+")
  }

  func around(_ lines: [StyledLine]) -> [StyledLine] {
    let style = Style(.callout)
    let (bar, side) = isASCII ? ("-", "|") : ("─", "│")
    let corners = isASCII ? ["+", "+", "+", "+"] : ["┌", "┐", "└", "┘"]
    var top = StyledLine([Run(corners[0] + bar + " ", style)])
    let name = StyledLine(sanitized(title), Style(.callout, .bold))
    top.append(name.clipped(to: max(0, width - 6), marker: isASCII ? "..." : "…"))
    top.append(" ", style)
    top.append(String(repeating: bar, count: max(0, width - 1 - top.width)) + corners[1], style)
    var result = [top]
    for line in lines {
      var row = StyledLine([Run(side + " ", style)])
      row.append(line.columns(0..<max(0, width - 4)).padded(to: width - 4))
      row.append(" " + side, style)
      result.append(row)
    }
    result.append(
      StyledLine(corners[2] + String(repeating: bar, count: max(0, width - 2)) + corners[3], style))
    return result
  }
}
