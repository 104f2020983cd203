/// Sets a tree in two dimensions.
struct MathLayout {
  /// How much room a part has, after TeX's styles.
  enum Style {
    /// On a line of its own: limits above and below.
    case display
    /// Within a fraction or a matrix: limits at the side where they can be.
    case text
    /// In a script: no space around operators, fractions with a slash.
    case script

    var inner: Style { self == .script ? .script : .text }
  }

  let form: MathForm
  var sizes = MathScriptSizes()
  /// In how many parts that are made narrower this one stands.
  var depth = 0

  var isUnicode: Bool { form == .unicode }
  var inline: MathInline { MathInline(form: form, sizes: sizes) }

  // MARK: Lists

  func box(_ nodes: [MathNode], _ style: Style) -> LayoutBox {
    if style == .script, nodes.contains(where: isFraction) {
      return LayoutBox(inline.text(nodes, tight: true))
    }
    return .beside(items(nodes, style).map { ($0.atom.gap, $0.box) })
  }

  /// A list within `width` columns if one is given.
  func box(_ node: MathNode, _ style: Style, width: Int?) -> LayoutBox {
    guard let width else { return box(node, style) }
    return broken(node.list, style, width: width)
  }

  func box(_ node: MathNode, _ style: Style) -> LayoutBox {
    switch node {
    case .symbol(let symbol): LayoutBox(symbol.text(form))
    case .text(let words): LayoutBox(inline.text(words))
    case .operation(let symbol, _): LayoutBox(symbol.text(form))
    case .group(let nodes): box(nodes, style)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup, style)
    case .fraction(let top, let bottom, let bar): fraction(top, bottom, bar: bar, style)
    case .root(let body, let index): root(body, index, style)
    case .accent(let accent, let body): self.accent(accent, body, style)
    case .brace(let body, let label, let above): brace(body, label, above: above, style)
    case .delimited(let delimiters, let parts): delimited(delimiters, parts, style)
    case .matrix(let matrix): self.matrix(matrix, style)
    case .annotated(let base, let over, let under): annotated(base, over, under, style)
    case .arrow(let symbol, let over, let under): arrow(symbol, over, under)
    case .space(let columns): LayoutBox(String(repeating: " ", count: columns))
    case .phantom(let body): LayoutBox(String(repeating: " ", count: box(body, style).width))
    case .boxed(let body): boxed(body, style)
    case .tag(let words): LayoutBox(inline.text(words))
    }
  }

  /// The atoms of a list with their boxes; paired delimiters are as tall as what stands between them. Where a width is
  /// given, no box that can be made narrower is wider.
  func items(
    _ nodes: [MathNode], _ style: Style, width: Int? = nil
  ) -> [(atom: MathAtom, box: LayoutBox)] {
    let atoms = MathSpacing.atoms(nodes, form: form, tight: style == .script, inline: false)
    let isBeside = atoms.count { $0.left != .punctuation && !MathSpacing.isStop($0.node) } > 1
    var items = atoms.map {
      (atom: $0, box: $0.partner == nil ? box(of: $0, style, isBeside: isBeside) : .empty)
    }
    if let width {
      for index in items.indices
      where items[index].box.width > width && !MathItems.isOpened(atoms[index].node) {
        items[index].box = narrowed(atoms[index].node, style, width: width) ?? items[index].box
      }
    }
    var open: [(above: Int, below: Int)] = [(0, 0)]
    for index in items.indices {
      guard let partner = items[index].atom.partner else {
        if index > 0, MathSpacing.isEvaluation(items[index].atom) {
          let before = items[index - 1].box
          items[index].box = grown(items[index].atom.node, (before.coreAbove, before.coreBelow), style)
        }
        open[open.count - 1].above = max(open[open.count - 1].above, items[index].box.coreAbove)
        open[open.count - 1].below = max(open[open.count - 1].below, items[index].box.coreBelow)
        continue
      }
      if partner > index {
        open.append((0, 0))
        continue
      }
      guard open.count > 1 else { continue }
      let extent = open.removeLast()
      items[partner].box = grown(items[partner].atom.node, extent, style)
      items[index].box = grown(items[index].atom.node, extent, style)
      open[open.count - 1].above = max(open[open.count - 1].above, extent.above)
      open[open.count - 1].below = max(open[open.count - 1].below, extent.below)
    }
    return items
  }

  private func box(of atom: MathAtom, _ style: Style, isBeside: Bool) -> LayoutBox {
    switch atom.node {
    case .root(let body, let index):
      root(body, index, style, isFollowed: atom.isFollowed)
    case .matrix(let matrix): self.matrix(matrix, style, isBeside: isBeside)
    default: box(atom.node, style)
    }
  }

  /// A delimiter as tall as what it holds, scripts included.
  private func grown(_ node: MathNode, _ extent: (above: Int, below: Int), _ style: Style) -> LayoutBox {
    switch node {
    case .symbol(let symbol): MathDelimiter.box(symbol, above: extent.above, below: extent.below, form: form)
    case .scripts(let base, let sub, let sup): attach(sub, sup, to: grown(base, extent, style), on: base)
    default: box(node, style)
    }
  }

  // MARK: Scripts and limits

  func scripts(_ base: MathNode, _ sub: MathNode?, _ sup: MathNode?, _ style: Style) -> LayoutBox {
    guard case .operation(let symbol, let limits) = base else {
      guard needsParentheses(base, sup) else {
        return attach(sub, sup, to: box(base, style), on: base)
      }
      let delimiters = ["(", ")"].map { MathSymbolTable.character(Character($0)) }
      return attach(sub, sup, to: delimited(delimiters, [base.list], style), on: base)
    }
    let operation = LayoutBox(symbol.text(form))
    switch limits {
    case .side:
      let isSmall = [(sub, false), (sup, true)].allSatisfy { $0.0 == nil || small($0.0, raised: $0.1) != nil }
      if symbol.spoken.hasSuffix("integral"), isUnicode, style != .script, !isSmall, sub != nil, sup != nil {
        return integral(symbol, sub, sup)
      }
      return attach(sub, sup, to: operation)
    case .display where style != .display:
      let isSmall = [(sub, false), (sup, true)].allSatisfy { $0.0 == nil || small($0.0, raised: $0.1) != nil }
      if isSmall || style == .script { return attach(sub, sup, to: operation) }
      return limited(operation, over: sup, under: sub)
    case .display, .always:
      return limited(operation, over: sup, under: sub)
    }
  }

  /// A group is set in parentheses where its exponent is small, and stands on its row; a root where it has no bar that
  /// shows its end.
  private func needsParentheses(_ base: MathNode, _ sup: MathNode?) -> Bool {
    guard inline.needsParentheses(base, sup) else { return false }
    switch base.only {
    case .fraction: return true
    case .root(let body, _): return MathScript.isOneAtom(body)
    default: return small(sup, raised: true, on: base) != nil
    }
  }

  func limited(_ base: LayoutBox, over: MathNode?, under: MathNode?) -> LayoutBox {
    var boxes: [LayoutBox] = []
    if let over { boxes.append(box(over, .script)) }
    boxes.append(base)
    if let under { boxes.append(box(under, .script)) }
    return .stacked(boxes, base: over == nil ? 0 : 1)
  }

  /// An integral three rows tall with its limits at the side.
  private func integral(_ symbol: MathSymbol, _ sub: MathNode?, _ sup: MathNode?) -> LayoutBox {
    guard symbol.unicode == "∫", let sub, let sup else {
      return attach(sub, sup, to: LayoutBox(symbol.unicode))
    }
    let limits = LayoutBox.stacked(
      [box(sup, .script), LayoutBox(""), box(sub, .script)], alignment: "l", base: 1)
    let sign = (0..<limits.height).map { $0 == 0 ? "⌠" : $0 == limits.height - 1 ? "⌡" : "⎮" }
    return .beside([.column(sign, above: limits.baseline), limits])
  }

  private func small(_ node: MathNode?, raised: Bool, on base: MathNode? = nil) -> String? {
    guard let node else { return nil }
    if isUnicode { return sizes.small(node, raised: raised, on: base) }
    return inline.script(node, raised: raised, onlySimple: true)
  }

  /// `base` with its scripts: small letters where Unicode has them, else a row higher and a row lower.
  func attach(
    _ sub: MathNode?, _ sup: MathNode?, to base: LayoutBox, on node: MathNode? = nil
  ) -> LayoutBox {
    let tall = base.coreAbove + base.coreBelow > 0
    let smallSub = small(sub, raised: false, on: node)
    let smallSup = small(sup, raised: true, on: node)
    if !tall, sub == nil || smallSub != nil, sup == nil || smallSup != nil {
      let marksFirst = sup.map(MathScript.isMark) == true
      let text = marksFirst ? (smallSup ?? "") + (smallSub ?? "") : (smallSub ?? "") + (smallSup ?? "")
      return appending(LayoutBox(text), to: base, row: 0)
    }
    var parts: [(box: LayoutBox, top: Int)] = []
    if let sup {
      let box = smallSup.map { LayoutBox($0) } ?? box(sup, .script)
      let isRaised = !tall && smallSup == nil
      parts.append((box, -base.coreAbove - (isRaised ? box.height : box.height - 1)))
    }
    if let sub {
      let box = smallSub.map { LayoutBox($0) } ?? box(sub, .script)
      parts.append((box, base.coreBelow + (!tall && smallSub == nil ? 1 : 0)))
    }
    var top = -base.baseline
    var bottom = base.below
    for part in parts {
      top = min(top, part.top)
      bottom = max(bottom, part.top + part.box.height - 1)
    }
    var rows = Array(repeating: LayoutBox.Row(), count: bottom - top + 1)
    for (index, row) in base.rows.enumerated() { rows[index - base.baseline - top] = row }
    var width = base.width
    for part in parts {
      for (index, row) in part.box.rows.enumerated() {
        rows[part.top + index - top].pad(to: base.width)
        rows[part.top + index - top].append(row)
      }
      width = max(width, base.width + part.box.width)
    }
    var result = LayoutBox(rows: rows, baseline: -top, width: width)
    result.coreAbove = base.coreAbove
    result.coreBelow = base.coreBelow
    return result
  }

  private func appending(_ box: LayoutBox, to base: LayoutBox, row: Int) -> LayoutBox {
    var result = LayoutBox.beside([base, box])
    result.coreAbove = base.coreAbove
    result.coreBelow = base.coreBelow
    return result
  }

  // MARK: Fractions and roots

  func fraction(
    _ top: MathNode, _ bottom: MathNode, bar: Bool, _ style: Style, width limit: Int? = nil
  ) -> LayoutBox {
    if style == .script, bar { return LayoutBox(inline.fraction(top, bottom)) }
    // A bar within a fraction must be shorter than the fraction's own.
    let (isTop, isBottom) = (isFraction(top), isFraction(bottom))
    let upper = box(top, style.inner, width: limit.map { isTop ? max(1, $0 - 2) : $0 })
    let lower = box(bottom, style.inner, width: limit.map { isBottom ? max(1, $0 - 2) : $0 })
    var width = max(upper.width, lower.width, 1)
    guard bar else { return .stacked([upper, LayoutBox(""), lower], base: 1) }
    if isTop && upper.width == width || isBottom && lower.width == width { width += 2 }
    return .stacked([upper, .rule(isUnicode ? "─" : "-", width), lower], base: 1)
  }

  private func isFraction(_ node: MathNode) -> Bool {
    node.list.contains { if case .fraction = $0 { true } else { false } }
  }

  func root(
    _ body: MathNode, _ index: MathNode?, _ style: Style, isFollowed: Bool = false, width: Int? = nil
  ) -> LayoutBox {
    let degree = index.map { inline.rootDegree($0) } ?? ""
    // The sign, in ASCII `sqrt()`.
    let room = width.map { max(1, $0 - DisplayWidth.of(degree) - (isUnicode ? 2 : 6)) }
    let inner = box(body, style.inner, width: room)
    guard isUnicode else {
      if inner.isOneRow || style == .script { return LayoutBox(inline.root(body, index)) }
      let open = MathDelimiter.box(
        MathSymbolTable.character("("), above: inner.coreAbove, below: inner.coreBelow, form: form)
      let close = MathDelimiter.box(
        MathSymbolTable.character(")"), above: inner.coreAbove, below: inner.coreBelow, form: form)
      return .beside([LayoutBox(degree.isEmpty ? "sqrt" : "root" + degree), open, inner, close])
    }
    let isShort = MathScript.isOneAtom(body) && !(isFollowed && MathScript.needsEnd(body))
    if isShort && inner.isOneRow || style == .script {
      return LayoutBox(inline.root(body, index, isFollowed: isFollowed))
    }
    let indent = String(repeating: " ", count: DisplayWidth.of(degree))
    var sign = Array(repeating: indent + " │", count: inner.height)
    sign[inner.height - 1] = indent + "╲│"
    // The degree stands in the crook of the sign.
    let crook = max(0, inner.height - 2)
    sign[crook] = degree + sign[crook].dropFirst(indent.count)
    let left = LayoutBox.column([indent + " ┌"] + sign, above: inner.baseline + 1)
    let right = LayoutBox.stacked([.rule("─", inner.width), inner], alignment: "l", base: 1)
    return .beside([left, right])
  }

  // MARK: Delimiters

  private func delimited(_ delimiters: [MathSymbol], _ parts: [[MathNode]], _ style: Style) -> LayoutBox {
    let inner = parts.map { box($0, style) }
    let (above, below) = extent(of: inner)
    var boxes: [(gap: Int, box: LayoutBox)] = []
    for (index, delimiter) in delimiters.enumerated() {
      let isMiddle = index > 0 && index < inner.count
      boxes.append((isMiddle ? 1 : 0, MathDelimiter.box(delimiter, above: above, below: below, form: form)))
      if index < inner.count { boxes.append((isMiddle ? 1 : 0, inner[index])) }
    }
    return .beside(boxes)
  }
  /// The rows above and below the baseline that delimiters around boxes span.
  func extent(of boxes: [LayoutBox]) -> (above: Int, below: Int) {
    (boxes.reduce(0) { max($0, $1.coreAbove) }, boxes.reduce(0) { max($0, $1.coreBelow) })
  }
}
