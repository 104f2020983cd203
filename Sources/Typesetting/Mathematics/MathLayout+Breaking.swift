/// Formulas and parts of them within a number of columns. What fits is never touched.
extension MathLayout {
  /// A whole formula within `width` columns where it can be broken, with its tag at the end.
  func formula(_ nodes: [MathNode], width: Int) -> LayoutBox {
    var tag: LayoutBox?
    for case .tag(let words) in nodes { tag = LayoutBox(inline.text(words)) }
    guard let tag else { return body(nodes, width: width) }
    let content = nodes.filter { if case .tag = $0 { false } else { true } }
    let room = width - tag.width - Self.tagGap
    let body = body(content, width: max(room, width / 2))
    if body.width <= room { return .beside([(0, body), (Self.tagGap, tag)]) }
    return .stacked([body, tag.aligned("r", in: max(width, tag.width))], alignment: "l", base: 0)
  }

  /// Columns between a formula and its tag.
  static let tagGap = 4

  private func body(_ nodes: [MathNode], width: Int) -> LayoutBox {
    if nodes.count == 1, case .matrix(let matrix) = nodes[0] {
      let rows = self.matrix(matrix, .display, width: width)
      return rows.width <= width ? rows : oneLine(nodes, width: width)
    }
    return broken(nodes, .display, width: width)
  }

  /// A list in one line, or in several where it is wider than `width`.
  func broken(_ nodes: [MathNode], _ style: Style, width: Int) -> LayoutBox {
    let whole = box(nodes, style)
    guard whole.width > width else { return whole }
    var items = MathItems(layout: self, style: style, width: width)
    items.add(nodes)
    var lines = MathLines(items: items, layout: self, style: style, width: width)
    return lines.box()
  }

  /// A list in one line of which no part that can be made narrower is wider than `width`.
  func boxOfParts(_ nodes: [MathNode], _ style: Style, width: Int) -> LayoutBox {
    .beside(items(nodes, style, width: width).map { ($0.atom.gap, $0.box) })
  }

  /// A part that has no place to break of its own, within `width` columns: what it is made of is broken, and what can
  /// not be is written in one line and cut at its spaces.
  func narrowed(_ node: MathNode, _ style: Style, width: Int) -> LayoutBox {
    let whole = box(node, style)
    if whole.width <= width { return whole }
    let room = max(1, width)
    let result: LayoutBox
    switch node {
    case .group(let nodes): result = broken(nodes, style, width: room)
    case .fraction(let top, let bottom, let bar) where style != .script:
      result = fraction(top, bottom, bar: bar, style, width: room)
    case .root(let body, let index) where style != .script: result = root(body, index, style, width: room)
    case .matrix(let matrix): result = self.matrix(matrix, style, width: room)
    case .brace(let body, let label, let above):
      result = brace(body, label, above: above, style, width: room)
    case .boxed(let body): result = boxed(body, style, width: room)
    case .annotated(let base, let over, let under):
      result = limited(narrowed(base, style, width: room), over: over, under: under)
    case .scripts(let base, let sub, let sup): result = narrowedScripts(base, sub, sup, style, width: room)
    default: result = whole
    }
    return result.width <= width ? result : oneLine([node], width: room)
  }

  private func narrowedScripts(
    _ base: MathNode, _ sub: MathNode?, _ sup: MathNode?, _ style: Style, width: Int
  ) -> LayoutBox {
    if case .operation = base { return scripts(base, sub, sup, style) }
    let scripts = attach(sub, sup, to: .empty)
    return attach(sub, sup, to: narrowed(base, style, width: max(1, width - scripts.width)))
  }

  /// What is left where nothing else fits: the form of running text, cut at its spaces and at last anywhere.
  func oneLine(_ nodes: [MathNode], width: Int) -> LayoutBox {
    let rows = wrapped(inline.text(nodes), width: width).map { LayoutBox($0) }
    return .stacked(rows, alignment: "l", base: 0)
  }
}
