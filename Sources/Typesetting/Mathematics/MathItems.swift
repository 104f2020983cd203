/// A list taken apart, delimited groups included, for breaking it into lines.
struct MathItems {
  /// Where a line may end, the better places first.
  enum Cut: Int, Comparable {
    /// At a wide space, between words around formulas, after a comma that parts two statements, and after any comma
    /// within brackets.
    case clause
    case relation
    /// After a comma in a list.
    case entry
    /// Before plus, minus and their kin.
    case sum
    case product
    /// Between factors without a sign.
    case factor
    /// Between letters that are multiplied, where nothing else is left.
    case joint
    /// Between a sum, a limit or the like and what it is taken of.
    case operand
    /// Behind an opening bracket.
    case inside

    static func < (one: Cut, other: Cut) -> Bool { one.rawValue < other.rawValue }
  }

  struct Item {
    var node: MathNode
    var box: LayoutBox
    /// Columns of space before it if it does not begin a line.
    var gap: Int
    /// What kind of place stands before it; nil where no line may end.
    var cut: Cut? = nil
    /// Whether it is the sign that begins a line broken here.
    var isSign = false
    /// Whether a product sign is to be written before it if it begins a line.
    var wantsSign = false
    /// The group in which it stands, 0 being the outermost one.
    var group: Int
  }

  struct Group {
    var depth: Int
    /// The item that opens it.
    var opening: Int
  }

  let layout: MathLayout
  let style: MathLayout.Style
  let width: Int
  private(set) var items: [Item] = []
  /// Columns of space that the words before end with.
  private var trailing = 0
  private(set) var groups = [Group(depth: 0, opening: -1)]

  init(layout: MathLayout, style: MathLayout.Style, width: Int) {
    self.layout = layout
    self.style = style
    self.width = width
  }

  mutating func add(_ nodes: [MathNode]) { add(nodes, group: 0, gap: 0, cut: nil) }

  private mutating func add(_ nodes: [MathNode], group: Int, gap: Int, cut: Cut?) {
    let list = layout.items(nodes, style, width: max(width - 4, width / 2))
    var open = [group]
    for (index, (atom, box)) in list.enumerated() {
      if let partner = atom.partner, partner < index, open.count > 1 { open.removeLast() }
      let inner = open[open.count - 1]
      let before = index > 0 ? list[index - 1].atom : nil
      var item = Item(node: atom.node, box: box, gap: atom.gap, cut: cut, group: inner)
      if let before {
        item.cut = self.cut(
          before: atom, after: before, at: index, of: list, isInner: groups[inner].depth > 0)
        item.wantsSign = (item.cut == .factor || item.cut == .joint) && Self.wantsSign(before.node, atom)
      } else {
        item.gap = gap
      }
      if let before, let partner = before.partner, partner >= index {
        item.cut = Self.isRows(atom.node) ? nil : .inside
      }
      if trailing > 0 {
        item.gap += trailing
        item.cut = .clause
        trailing = 0
      }
      item.isSign =
        atom.left == .relation || atom.left == .binary || (item.cut == .product && !item.wantsSign)
      if index > 0, item.cut != nil, list[index - 1].box.endsLine { item.gap += width }
      add(item)
      if let partner = atom.partner, partner > index {
        groups.append(Group(depth: groups[inner].depth + 1, opening: items.count - 1))
        open.append(groups.count - 1)
      }
    }
  }

  /// Whether it is made of rows, which are narrowed within the brackets that stand around them.
  static func isRows(_ node: MathNode) -> Bool {
    if case .matrix = node { true } else { false }
  }

  /// Whether an atom is taken apart.
  static func isOpened(_ node: MathNode) -> Bool {
    switch node {
    case .delimited, .scripts(.delimited, _, _): true
    case .group(let nodes): nodes.count > 1
    default: false
    }
  }

  /// Adds an atom; groups are added as what they hold.
  private mutating func add(_ item: Item) {
    switch item.node {
    case .delimited(let delimiters, let parts):
      add(delimiters, parts, scripts: nil, item)
    case .scripts(.delimited(let delimiters, let parts), let sub, let sup):
      add(delimiters, parts, scripts: (sub, sup), item)
    case .group(let nodes) where nodes.count > 1:
      add(nodes, group: item.group, gap: item.gap, cut: item.cut)
    case .brace(let body, let label, _) where item.box.width > width - 4:
      // A brace can not be broken: parentheses take its place, as in running text.
      add(Self.parentheses, [body.list], scripts: nil, item)
      guard let label else { return }
      add(
        Self.brackets, [label.list], scripts: nil, Item(node: label, box: .empty, gap: 1, group: item.group))
    case .text(let words) where words.first == " " || words.last == " ": add(words: words, item)
    default: items.append(item)
    }
  }

  private static let parentheses = ["(", ")"].map { MathSymbolTable.character(Character($0)) }
  private static let brackets = ["[", "]"].map { MathSymbolTable.character(Character($0)) }

  /// Adds the words of a sentence around formulas, which may end a line at each space.
  private mutating func add(words: String, _ item: Item) {
    var gap = item.gap + words.prefix { $0 == " " }.count
    var cut = gap > item.gap && !items.isEmpty ? Cut.clause : item.cut
    for word in words.split(separator: " ") {
      let text = String(word)
      items.append(
        Item(
          node: .text(text), box: LayoutBox(layout.inline.text(text)), gap: gap, cut: cut, group: item.group))
      (gap, cut) = (1, .clause)
    }
    trailing = words.reversed().prefix { $0 == " " }.count
  }

  private mutating func add(
    _ delimiters: [MathSymbol], _ parts: [[MathNode]], scripts: (sub: MathNode?, sup: MathNode?)?,
    _ item: Item
  ) {
    let inner = parts.map { layout.boxOfParts($0, style, width: max(width - 4, width / 2)) }
    let extent = layout.extent(of: inner)
    func symbol(_ index: Int) -> LayoutBox {
      MathDelimiter.box(delimiters[index], above: extent.above, below: extent.below, form: layout.form)
    }
    var opening = item
    opening.box = symbol(0)
    opening.node = .symbol(delimiters[0])
    items.append(opening)
    groups.append(Group(depth: groups[item.group].depth + 1, opening: items.count - 1))
    let group = groups.count - 1
    for (index, part) in parts.enumerated() {
      if index > 0 {
        items.append(
          Item(
            node: .symbol(delimiters[index]), box: symbol(index), gap: 1, cut: .relation, isSign: true,
            group: group))
      }
      let isWhole = index > 0 || part.first.map(Self.isRows) == true
      add(part, group: group, gap: index > 0 ? 1 : 0, cut: isWhole ? nil : .inside)
    }
    guard let last = delimiters.last, delimiters.count > 1 else { return }
    var closing = symbol(delimiters.count - 1)
    if let scripts { closing = layout.attach(scripts.sub, scripts.sup, to: closing, on: .symbol(last)) }
    items.append(Item(node: .symbol(last), box: closing, gap: 0, cut: nil, group: item.group))
  }

  // MARK: Places to break

  private typealias List = [(atom: MathAtom, box: LayoutBox)]

  /// The place before the atom number `index`, which stands after `before`.
  private func cut(
    before atom: MathAtom, after before: MathAtom, at index: Int, of list: List, isInner: Bool
  ) -> Cut? {
    // A line ends before a term of a sum as well as between an operator and the sum that it is taken of.
    if atom.isGapExplicit, atom.gap >= 3 {
      return before.right == .operation && Self.hasSum(list, from: index) ? .sum : .clause
    }
    if atom.left == .relation { return before.right == .relation ? nil : .relation }
    if before.right == .punctuation {
      return isInner || Self.isStatement(list, from: index) ? .clause : .entry
    }
    if case .symbol(let symbol) = atom.node {
      if atom.left == .binary { return Self.products.contains(symbol.unicode) ? .product : .sum }
      if symbol.unicode == "/" { return .product }
    }
    if atom.left == .binary { return .sum }
    if isFactor(atom, after: before) || Self.beginsWithNumber(list, at: index, after: before) {
      return .factor
    }
    if before.right == .operation || MathSpacing.isPrefix(before.node), atom.gap > 0 { return .operand }
    return Self.isJoint(before.node, atom.node) ? .joint : nil
  }

  private static let products: Set<String> = [
    "·", "×", "∗", "*", "÷", "∘", "•", "⊙", "⊗", "∩", "∧", "⋆", "mod", "\\",
  ]

  /// Whether there is a relation before the next comma: then what begins is a statement of its own. Only what is near
  /// is looked at.
  private static func isStatement(_ list: List, from index: Int) -> Bool {
    var place = index
    let end = min(list.count, index + 48)
    while place < end {
      let atom = list[place].atom
      if let partner = atom.partner {
        if partner < place { return false }
        place = partner
      } else if atom.left == .relation {
        return true
      } else if place > index, atom.left == .punctuation {
        return false
      }
      place += 1
    }
    return false
  }

  /// Whether a sum of several terms begins at an atom. Only what is near is looked at.
  private static func hasSum(_ list: List, from index: Int) -> Bool {
    var place = index
    let end = min(list.count, index + 48)
    while place < end {
      let atom = list[place].atom
      if let partner = atom.partner, partner > place {
        place = partner
      } else if case .symbol(let symbol) = atom.node, atom.left == .binary {
        if !products.contains(symbol.unicode) { return true }
      }
      place += 1
    }
    return false
  }

  /// Whether two factors meet: at a space that the author asked for, before a sum, a function or a gradient, and beside
  /// a fraction or brackets. A name and the brackets of its arguments stay together.
  private func isFactor(_ atom: MathAtom, after before: MathAtom) -> Bool {
    if MathSpacing.isSign(before) || Self.isSlash(before.node) || Self.isDerivative(before.node)
      || MathSpacing.isPrefix(before.node)
    {
      return false
    }
    if case .symbol(let symbol) = atom.node, ["d", "!", "%", "."].contains(symbol.unicode) { return false }
    guard [.ordinary, .closing, .inner].contains(before.right),
      [.ordinary, .opening, .inner, .operation].contains(atom.left)
    else { return false }
    if before.right == .closing || atom.gap > 0 || Self.isGradient(atom.node) { return true }
    return before.right == .inner || atom.left == .inner
  }

  /// Whether brackets hold a sum that begins with a number: what stands before them is a factor and no function.
  private static func beginsWithNumber(_ list: List, at index: Int, after before: MathAtom) -> Bool {
    guard list[index].atom.left == .opening, before.right == .ordinary else { return false }
    let inner: [MathNode]
    if case .delimited(_, let parts) = MathSpacing.base(of: list[index].atom.node) {
      inner = parts.first ?? []
    } else {
      inner = list[(index + 1)...].prefix(3).map(\.atom.node)
    }
    guard inner.count > 1, case .symbol(let number) = inner[0], number.ascii.first?.isNumber == true,
      case .symbol(let sign) = inner[1]
    else { return false }
    return sign.kind == .binary
  }

  /// Whether two letters meet of which one has scripts: a product that is written without space.
  private static func isJoint(_ before: MathNode, _ after: MathNode) -> Bool {
    var hasScripts = false
    for node in [before, after] {
      switch node {
      case .scripts(.symbol(let symbol), _, _), .scripts(.accent(_, .symbol(let symbol)), _, _):
        if symbol.kind != .ordinary || !symbol.unicode.allSatisfy(\.isLetter) { return false }
        hasScripts = true
      case .symbol(let symbol), .accent(_, .symbol(let symbol)):
        if symbol.kind != .ordinary || !symbol.unicode.allSatisfy(\.isLetter) { return false }
      default: return false
      }
    }
    return hasScripts
  }

  private static func isSlash(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "/" } else { false }
  }

  private static func isGradient(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = MathSpacing.base(of: node) { symbol.unicode == "∇" } else { false }
  }

  /// Whether a fraction is a derivative that is taken of what follows.
  private static func isDerivative(_ node: MathNode) -> Bool {
    guard case .fraction(let top, _, _) = node else { return false }
    return top.list.count == 1 && differential(top) != nil
  }

  private static func differential(_ node: MathNode) -> String? {
    guard let first = node.list.first, case .symbol(let mark) = MathSpacing.base(of: first) else {
      return nil
    }
    return mark.unicode == "d" || mark.unicode == "∂" ? mark.unicode : nil
  }

  /// Whether the sign of a product may stand between two factors: not beside words, which may be no factors.
  private static func wantsSign(_ before: MathNode, _ after: MathAtom) -> Bool {
    // Brackets behind a derivative hold the place at which it is taken.
    if after.left == .opening, case .fraction(let top, let bottom, _) = before,
      let mark = differential(top), mark == differential(bottom)
    {
      return false
    }
    for node in [before, after.node] {
      if case .text = MathSpacing.base(of: node) { return false }
    }
    return true
  }
}
