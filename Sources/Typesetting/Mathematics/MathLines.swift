/// Items set in lines: as many on a line as fit, ended at the best places that let all fit. What fits into a line of
/// its own is never broken; what does not is broken at the next best kind of place.
struct MathLines {
  private let items: [MathItems.Item]
  private let groups: [MathItems.Group]
  private let layout: MathLayout
  private let style: MathLayout.Style
  private let width: Int

  private var lines: [LayoutBox] = []
  private var line: [(gap: Int, box: LayoutBox)] = []
  private var indent = 0
  private var used = 0
  /// Whether nothing but the sign that begins it is on the line.
  private var isFresh = true
  /// The column at which each item that is set begins.
  private var columns: [Int]
  private var lineNumbers: [Int]
  /// In how many ranges that are broken the one that is set stands.
  private var level = 0
  private static let levelLimit = 64

  init(items: MathItems, layout: MathLayout, style: MathLayout.Style, width: Int) {
    self.items = items.items
    groups = items.groups
    self.layout = layout
    self.style = style
    self.width = width
    columns = Array(repeating: 0, count: self.items.count)
    lineNumbers = columns
  }

  /// The lines below one another; a part that nothing makes narrow enough is wider.
  mutating func box() -> LayoutBox {
    guard !items.isEmpty else { return .empty }
    place(items.indices, hanging: 0)
    endLine()
    let isTall = lines.contains { $0.height > 1 }
    return .stacked(lines, alignment: "l", base: 0, spread: isTall ? 1 : 0)
  }

  // MARK: Placing

  /// Sets a range on the line, or on the next one from column `hanging` on, or in parts.
  private mutating func place(_ range: Range<Int>, hanging: Int, stays: Bool = false) {
    let first = items[range.lowerBound]
    let needed = columnCount(range)
    if used + (isFresh ? 0 : first.gap) + needed <= width {
      append(range)
      return
    }
    level += 1
    defer { level -= 1 }
    let alone = needed + signWidth(first)
    if !isFresh, !stays, alone <= width - min(hanging, 2), min(hanging, width - alone) < used + first.gap {
      beginLine(at: min(hanging, width - alone), with: first)
      append(range)
      return
    }
    guard level < Self.levelLimit, let cuts = cuts(in: range), let kind = items[cuts[0]].cut else {
      squeeze(range, hanging: hanging)
      return
    }
    let parts = zip([range.lowerBound] + cuts, cuts + [range.upperBound]).map { $0..<$1 }
    let isOuter = items[cuts[0]].group == 0
    if !isFresh, first.cut == .clause, first.group == 0 { beginLine(at: 0, with: first) }
    place(parts[0], hanging: hanging)
    switch kind {
    case .clause where isOuter: placeApart(parts, from: 1, at: 0)
    case .relation where isOuter: placeRelations(parts)
    default:
      let column = shared(by: parts.dropFirst(), at: contentColumn(of: range, cut: cuts[0], hanging: hanging))
      for part in parts.dropFirst() { place(part, hanging: column) }
    }
  }

  /// Sets the parts that begin with a relation, below one another or a little further in than the formula.
  private mutating func placeRelations(_ parts: [Range<Int>]) {
    let near = min(4, width / 8)
    let aligned = used + items[parts[1].lowerBound].gap
    let isAligned = aligned <= width / 3 && !isBroken(parts[0])
    let fits = aligned + columnCount(parts[1]) <= width
    let stays = isAligned && !fits && hasOperators(parts[1])
    let column = shared(
      by: parts.dropFirst(fits || stays ? 2 : 1), at: isAligned && (fits || stays) ? aligned : near)
    if isBroken(parts[0]), !isFresh { beginLine(at: column, with: items[parts[1].lowerBound]) }
    place(parts[1], hanging: column, stays: stays)
    let begun = columns[parts[1].lowerBound]
    placeApart(parts, from: 2, at: begun <= width / 3 ? shared(by: parts.dropFirst(2), at: begun) : column)
  }

  /// Sets parts none of which stands behind the end of one that is broken.
  private mutating func placeApart(_ parts: [Range<Int>], from start: Int, at column: Int) {
    for index in parts.indices.dropFirst(start) {
      if isBroken(parts[index - 1]), !isFresh { beginLine(at: column, with: items[parts[index].lowerBound]) }
      place(parts[index], hanging: column)
    }
  }

  /// The column in which lines of a kind begin: the one that the widest of them leaves.
  private func shared(by parts: ArraySlice<Range<Int>>, at column: Int) -> Int {
    var column = column
    for part in parts {
      let alone = columnCount(part) + signWidth(items[part.lowerBound])
      if alone <= width - min(column, 2) { column = min(column, width - alone) }
    }
    return column
  }

  /// Whether a range that is set takes more than one line.
  private func isBroken(_ range: Range<Int>) -> Bool { lineNumbers[range.lowerBound] != lines.count }

  /// Whether a range can be broken before operators outside of brackets.
  private func hasOperators(_ range: Range<Int>) -> Bool {
    guard let cut = cuts(in: range)?.first, let kind = items[cut].cut else { return false }
    return items[cut].group == 0 && kind <= .product
  }

  /// The best places to break a range: at the lowest depth, there in the widest group, there of the best kind; those
  /// that break a product of letters, a sum or a pair of brackets only where there is no other.
  private func cuts(in range: Range<Int>) -> [Int]? {
    let all = range.dropFirst().filter { items[$0].cut != nil }
    let good = all.filter { items[$0].cut.map { $0 <= .factor } ?? false }
    let places = good.isEmpty ? all : good
    guard let depth = places.map({ groups[items[$0].group].depth }).min() else { return nil }
    var widths: [Int: Int] = [:]
    for place in places where groups[items[place].group].depth == depth { widths[items[place].group] = 0 }
    if widths.count > 1 {
      for index in range { widths[items[index].group]? += items[index].gap + items[index].box.width }
    }
    guard let group = widths.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key,
      let kind = places.compactMap({ items[$0].group == group ? items[$0].cut : nil }).min()
    else { return nil }
    return places.filter { items[$0].group == group && items[$0].cut == kind }
  }

  /// The column of what continues a range: that of what stands behind its sign, or behind the delimiter that opens.
  private func contentColumn(of range: Range<Int>, cut: Int, hanging: Int) -> Int {
    let first = items[range.lowerBound]
    if let kind = items[cut].cut, kind > .factor { return min(hanging + 2, width / 4) }
    if first.isSign, first.group == items[cut].group, range.count > 1 {
      let column = columns[range.lowerBound] + first.box.width + max(1, items[range.lowerBound + 1].gap)
      return column <= width / 2 ? column : min(hanging + 2, width / 4)
    }
    var group = groups[items[cut].group]
    if group.depth == 0 { return min(columns[range.lowerBound] + 2, width / 4) }
    var deeper = 0
    while group.depth > 0, group.opening >= range.lowerBound {
      let column = columns[group.opening] + items[group.opening].box.width + deeper
      if column <= width / 2 { return column }
      group = groups[items[group.opening].group]
      deeper += 2
    }
    return min(hanging + 2, width / 4)
  }

  /// Sets a range without a place to break: its widest item is made narrower.
  private mutating func squeeze(_ range: Range<Int>, hanging: Int) {
    guard let widest = range.max(by: { items[$0].box.width < items[$1].box.width }) else { return }
    let first = items[range.lowerBound]
    let others = columnCount(range) - items[widest].box.width
    let fresh = min(hanging, max(2, width / 8))
    let (here, there) = (width - used - first.gap - others, width - fresh - signWidth(first) - others)
    if !isFresh, fresh < used, here * 3 < there * 2 { beginLine(at: fresh, with: first) }
    let room = width - used - (isFresh ? 0 : first.gap) - others
    let box = layout.narrowed(items[widest].node, style, width: room)
    if box == nil, !isFresh, fresh < used { beginLine(at: fresh, with: first) }
    append(range, widest: box.map { (widest, $0) })
  }

  private mutating func append(_ range: Range<Int>, widest: (index: Int, box: LayoutBox)? = nil) {
    for index in range {
      var box = items[index].box
      if let widest, widest.index == index {
        box = widest.box
      } else if let widest, abs(widest.index - index) == 1 {
        box = fitted(index, to: widest)
      }
      let gap = isFresh ? 0 : items[index].gap
      isFresh = false
      line.append((gap, box))
      columns[index] = used + gap
      lineNumbers[index] = lines.count
      used += gap + box.width
      if box.endsLine { used = max(used, width) }
    }
  }

  /// A delimiter as tall as the rows beside it, which were made narrower.
  private func fitted(_ index: Int, to rows: (index: Int, box: LayoutBox)) -> LayoutBox {
    let box = items[index].box
    guard MathItems.isRows(items[rows.index].node), case .symbol(let symbol) = items[index].node else {
      return box
    }
    let before = layout.extent(of: [items[rows.index].box])
    // One with a script, or of other rows, stays.
    guard box.height > 1, box.height == before.above + before.below + 1 else { return box }
    let extent = layout.extent(of: [rows.box])
    return MathDelimiter.box(symbol, above: extent.above, below: extent.below, form: layout.form)
  }

  private mutating func endLine() {
    if !line.isEmpty { lines.append(LayoutBox.beside(line).indented(indent)) }
    line = []
  }

  /// Ends the line; the next one begins at `column`, with the sign of a product where `first` needs one.
  private mutating func beginLine(at column: Int, with first: MathItems.Item) {
    endLine()
    indent = max(0, column)
    used = indent
    isFresh = true
    if first.wantsSign {
      line = [(0, LayoutBox(layout.isUnicode ? "· " : "* "))]
      used += signWidth(first)
    }
  }

  private func signWidth(_ item: MathItems.Item) -> Int { item.wantsSign ? 2 : 0 }

  /// The columns of a range on one line, without the space before it.
  private func columnCount(_ range: Range<Int>) -> Int {
    guard let first = range.first else { return 0 }
    return range.reduce(-items[first].gap) { $0 + items[$1].gap + items[$1].box.width }
  }
}
