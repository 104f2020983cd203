/// Formulas and parts of them within a number of columns. What fits is never touched.
extension MathLayout {
  /// A whole formula with its tag at the end, within `width` columns where its parts can be set in that.
  func formula(_ nodes: [MathNode], width: Int) -> LayoutBox {
    var tag: LayoutBox?
    for case .tag(let words) in nodes { tag = LayoutBox(inline.text(words)) }
    guard let tag else { return body(nodes, width: width) }
    let content = nodes.filter { if case .tag = $0 { false } else { true } }
    let room = width - tag.width - Self.tagGap
    // Where it leaves less than half of the page, the tag stands below.
    let body = body(content, width: room >= width / 2 ? room : width)
    if body.width <= room { return .beside([(0, body), (Self.tagGap, tag)]) }
    return .stacked([body, tag.aligned("r", in: max(width, tag.width))], alignment: "l", base: 0)
  }

  /// Columns between a formula and its tag.
  static let tagGap = 4

  private func body(_ nodes: [MathNode], width: Int) -> LayoutBox {
    if nodes.count == 1, case .matrix(let matrix) = nodes[0] {
      return self.matrix(matrix, .display, width: width)
    }
    let whole = box(nodes, .display)
    return whole.width <= width ? whole : lines(nodes, .display, width: width)
  }

  /// A list in one line, or in several where it is wider than `width`; what can not be set in two dimensions then is
  /// written as in running text.
  func broken(_ nodes: [MathNode], _ style: Style, width: Int) -> LayoutBox {
    let whole = box(nodes, style)
    if whole.width <= width { return whole }
    let lines = lines(nodes, style, width: width)
    return lines.width <= width ? lines : oneLine(nodes, width: width)
  }

  private func lines(_ nodes: [MathNode], _ style: Style, width: Int) -> LayoutBox {
    var items = MathItems(layout: self, style: style, width: width)
    items.add(nodes)
    var lines = MathLines(items: items, layout: self, style: style, width: width)
    return lines.box()
  }

  /// What is left where nothing else fits: the form of running text, cut at its spaces and at last anywhere.
  private func oneLine(_ nodes: [MathNode], width: Int) -> LayoutBox {
    let rows = inline.wrapped(inline.text(nodes), width: max(1, width)).map { LayoutBox($0) }
    return rows.isEmpty ? .empty : .stacked(rows, alignment: "l", base: 0)
  }

  /// A list in one line of which no part that can be made narrower is wider than `width`.
  func boxOfParts(_ nodes: [MathNode], _ style: Style, width: Int) -> LayoutBox {
    .beside(items(nodes, style, width: width).map { ($0.atom.gap, $0.box) })
  }

  /// A part that has no place to break of its own, within `width` columns: what it is made of is broken. Nil where
  /// that does not do.
  func narrowed(_ node: MathNode, _ style: Style, width: Int) -> LayoutBox? {
    let whole = box(node, style)
    if whole.width <= width { return whole }
    guard width > 0, depth < Self.narrowingLimit else { return nil }
    var inner = self
    inner.depth += 1
    return inner.narrowedParts(of: node, style, width: width).flatMap { $0.width <= width ? $0 : nil }
  }

  /// How deep parts within parts are made narrower: beyond that, time would double with each level.
  private static let narrowingLimit = 3

  private func narrowedParts(of node: MathNode, _ style: Style, width: Int) -> LayoutBox? {
    switch node {
    case .text: return oneLine([node], width: width)
    case .group(let nodes): return broken(nodes, style, width: width)
    case .fraction(let top, let bottom, let bar) where style != .script:
      return fraction(top, bottom, bar: bar, style, width: width)
    case .root(let body, let index) where style != .script: return root(body, index, style, width: width)
    case .matrix(let matrix): return self.matrix(matrix, style, width: width)
    case .boxed(let body): return boxed(body, style, width: width)
    case .annotated(let base, let over, let under):
      return narrowed(base, style, width: width).map { limited($0, over: over, under: under) }
    case .scripts(.operation, _, _): return nil
    case .scripts(let base, let sub, let sup):
      let room = width - attach(sub, sup, to: .empty, on: base).width
      return narrowed(base, style, width: room).map { attach(sub, sup, to: $0, on: base) }
    default: return nil
    }
  }
}
