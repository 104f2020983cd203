/// Accents, braces, arrows and boxes.
extension MathLayout {
  func accent(_ accent: MathAccent, _ body: MathNode, _ style: Style) -> LayoutBox {
    if let (base, sub, sup) = accent.narrowed(body) {
      return box(.scripts(base: .accent(accent, base), sub: sub, sup: sup), style)
    }
    let inner = box(body, style)
    if inner.isOneRow && (!isUnicode || inner.width == 1 || accent.row == nil || accent == .overline) {
      return LayoutBox(inline.text([.accent(accent, body)]))
    }
    guard let mark = accent.row else { return inner }
    return .stacked([markRow(mark, width: inner.width), inner], base: 1)
  }

  /// A mark as wide as what it stands over; a dot is one wide.
  private func markRow(_ mark: Character, width: Int) -> LayoutBox {
    switch mark {
    case "→", "←", "↔":
      LayoutBox(inline.shaft(MathSymbolTable.character(mark), width: max(width, mark == "↔" ? 3 : 2)))
    case ".": LayoutBox(String(mark))
    default: .rule(String(mark), width)
    }
  }

  func brace(_ body: MathNode, _ label: MathNode?, above: Bool, _ style: Style) -> LayoutBox {
    let inner = box(body, style)
    let words = label.map { box($0, .script) }
    let rule = braceRow(max(inner.width, 1), above: above, hasLabel: words != nil)
    let boxes = above ? [words, rule, inner] : [inner, rule, words]
    return .stacked(boxes.compactMap { $0 }, base: above ? (words == nil ? 1 : 2) : 0)
  }

  private func braceRow(_ width: Int, above: Bool, hasLabel: Bool) -> LayoutBox {
    guard isUnicode else { return .rule("-", width) }
    let corners = above ? ("╭", "╮", "┴") : ("╰", "╯", "┬")
    if width == 1 { return LayoutBox(above ? "⏞" : "⏟") }
    if width == 2 { return LayoutBox(corners.0 + corners.1) }
    let left = (width - 1) / 2 - 1
    let right = width - left - 3
    return LayoutBox(
      corners.0 + String(repeating: "─", count: left) + (hasLabel ? corners.2 : "─")
        + String(repeating: "─", count: right) + corners.1)
  }

  func annotated(_ base: MathNode, _ over: MathNode?, _ under: MathNode?, _ style: Style) -> LayoutBox {
    if case .symbol(let symbol) = base.only, let shaft = symbol.shaft { return arrow(shaft, over, under) }
    return limited(box(base, style), over: over, under: under)
  }

  func arrow(_ symbol: MathSymbol, _ over: MathNode?, _ under: MathNode?) -> LayoutBox {
    let labels = [over, under].map { $0.map { box($0, .script) } }
    let width = labels.reduce(0) { max($0, $1?.width ?? 0) } + 2
    var boxes = [LayoutBox(inline.shaft(symbol, width: max(width, 3)))]
    if let over = labels[0], over.width > 0 { boxes.insert(over, at: 0) }
    let base = boxes.count - 1
    if let under = labels[1], under.width > 0 { boxes.append(under) }
    return .stacked(boxes, base: base)
  }

  func boxed(_ body: MathNode, _ style: Style, width: Int? = nil) -> LayoutBox {
    let inner = box(body, style, width: width.map { max(1, $0 - 4) })
    let width = inner.width + 2
    let parts = isUnicode ? ["┌", "─", "┐", "│", "└", "┘"] : ["+", "-", "+", "|", "+", "+"]
    var rows = [LayoutBox(parts[0] + String(repeating: parts[1], count: width) + parts[2]).rows[0]]
    for row in inner.rows {
      var line = LayoutBox.Row()
      line.append(.init(text: parts[3] + " ", width: 2))
      line.append(row)
      line.pad(to: width + 1)
      line.append(.init(text: parts[3], width: 1))
      rows.append(line)
    }
    rows.append(LayoutBox(parts[4] + String(repeating: parts[1], count: width) + parts[5]).rows[0])
    return LayoutBox(rows: rows, baseline: inner.baseline + 1)
  }
}
