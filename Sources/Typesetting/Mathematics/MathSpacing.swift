/// A node of a list with what its neighbours make of it.
struct MathAtom {
  var node: MathNode
  /// The class that the neighbour to the left sees, and the one to the right.
  var left: AtomClass
  var right: AtomClass
  /// Columns of space before it.
  var gap = 0
  /// Set if the source asks for the space.
  var isGapExplicit = false
  /// The index of the delimiter that pairs with this one.
  var partner: Int?
  /// Whether another factor stands behind it, which a root must not seem to span.
  var isFollowed = false
}

/// Space between atoms, by TeX's rules: operators that lack an operand become ordinary, and classes decide the rest.
enum MathSpacing {
  /// The atoms of `nodes` with their classes, gaps and pairs of delimiters. `tight` is the style of scripts; `inline`
  /// treats fractions as ordinary, for they are written with a slash.
  static func atoms(_ nodes: [MathNode], form: MathForm, tight: Bool, inline: Bool) -> [MathAtom] {
    var atoms: [MathAtom] = []
    atoms.reserveCapacity(nodes.count)
    var explicit: Int?
    var explicitGaps: [Int?] = []
    for node in nodes {
      if case .space(let columns) = node {
        explicit = (explicit ?? 0) + columns
        continue
      }
      if case .tag = node { continue }
      // Space at the edges of a group stands beside it.
      if case .group(let inner) = node, case .space(let columns)? = inner.first {
        explicit = (explicit ?? 0) + columns
      }
      let classes = edgeClasses(node, inline: inline)
      atoms.append(MathAtom(node: node, left: classes.left, right: classes.right))
      explicitGaps.append(explicit)
      explicit = nil
      if case .group(let inner) = node, inner.count > 1, case .space(let columns)? = inner.last {
        explicit = columns
      }
    }
    pairBars(&atoms)
    demoteBinaries(&atoms)
    for index in atoms.indices.dropLast() { follow(&atoms[index], by: atoms[index + 1], inline: inline) }
    for index in atoms.indices.dropFirst() {
      let (before, after) = (atoms[index - 1], atoms[index])
      var gap = table[before.right.rawValue][after.left.rawValue]
      if after.left == .operation, isSign(before) { gap = 0 }
      if after.left == .opening, before.right == .operation,
        isLarge(before.node) || hasLimits(before.node) || bar(after.node) != nil
      {
        gap = 1
      }
      if tight, gap > 0, !staysInScripts(before, after, form) { gap = 0 }
      if form == .ascii, gap == 0, touches(before.node, after.node) { gap = 1 }
      if form == .unicode, before.isFollowed, isShortRoot(before.node) { gap = max(gap, 1) }
      // Words bring the space with them that they begin or end with.
      if gap > 0, endsInSpace(before.node) || beginsWithSpace(after.node) { gap -= 1 }
      if let explicit = explicitGaps[index] {
        atoms[index].isGapExplicit = true
        gap = max(gap, explicit)
      }
      atoms[index].gap = gap
    }
    return atoms
  }

  /// Marks a root behind which another factor stands.
  private static func follow(_ atom: inout MathAtom, by next: MathAtom, inline: Bool) {
    guard case .root(let body, _) = atom.node else { return }
    switch next.left {
    case .ordinary, .opening, .operation, .inner: atom.isFollowed = !isStop(next.node) && !isSlash(next.node)
    case .closing: atom.isFollowed = !isDelimiter(next.node)
    case .binary, .relation, .punctuation: break
    }
    // Then it has a bar.
    if atom.isFollowed, !inline, MathScript.isOneAtom(body), MathScript.needsEnd(body) {
      atom.left = .inner
      atom.right = .inner
    }
  }

  /// Whether a root has neither a bar nor parentheses, whatever stands behind it.
  private static func isShortRoot(_ node: MathNode) -> Bool {
    if case .root(let body, _) = node {
      MathScript.isOneAtom(body) && !MathScript.needsEnd(body)
    } else {
      false
    }
  }

  /// Whether a node is the full stop behind a formula.
  static func isStop(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "." } else { false }
  }

  /// Columns of space at the end of a cell before `&`: what the author asks for, and one behind a relation.
  static func trailingSpace(_ nodes: [MathNode]) -> Int {
    let columns = nodes.reversed().prefix { if case .space = $0 { true } else { false } }
      .reduce(0) { if case .space(let columns) = $1 { $0 + columns } else { $0 } }
    guard case .symbol(let last)? = nodes.last else { return columns }
    return last.kind == .relation ? 1 : columns
  }

  /// Rows are the atom before, columns the atom after, in the order of `AtomClass`.
  private static let table: [[Int]] = [
    [0, 1, 1, 1, 0, 0, 0, 1],
    [1, 1, 0, 1, 0, 0, 0, 1],
    [1, 1, 1, 1, 1, 0, 0, 1],
    [1, 1, 1, 0, 1, 0, 0, 1],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 1, 1, 0, 0, 0, 1],
    [1, 1, 1, 1, 1, 1, 1, 1],
    [1, 1, 1, 1, 1, 0, 0, 1],
  ]

  private static func staysInScripts(_ before: MathAtom, _ after: MathAtom, _ form: MathForm) -> Bool {
    let classes = [before.right, after.left]
    if classes.contains(where: { $0 == .operation || $0 == .inner }),
      !classes.contains(where: { $0 == .binary || $0 == .relation || $0 == .opening })
    {
      return true
    }
    return isWord(before.node, form) || isWord(after.node, form)
  }

  /// What scripts and accents stand on.
  static func base(of node: MathNode) -> MathNode {
    switch node {
    case .scripts(let base, _, _): Self.base(of: base)
    case .accent(_, let body): Self.base(of: body)
    default: node
    }
  }

  private static func hasLimits(_ node: MathNode) -> Bool {
    if case .scripts(.operation(_, let limits), .some, _) = node { limits != .side } else { false }
  }

  /// Whether an atom is a plus or minus without a left operand.
  static func isSign(_ atom: MathAtom) -> Bool {
    guard case .symbol(let symbol) = atom.node else { return false }
    return symbol.kind == .binary && atom.right == .ordinary
  }

  /// Whether a node is a mark such as ∂ or ∇, scripts included, that belongs to what follows.
  static func isPrefix(_ node: MathNode) -> Bool {
    guard case .symbol(let symbol) = base(of: node) else { return false }
    return ["∂", "∇", "Δ", "…", "⋯", "¬", "∀", "∃"].contains(symbol.unicode)
  }

  /// Whether a node is a sum, a product, an integral or the like, limits included.
  static func isLarge(_ node: MathNode) -> Bool {
    switch node {
    case .operation(let symbol, _): symbol.unicode.count == 1 && symbol.unicode.first?.isLetter == false
    case .scripts(let base, _, _): isLarge(base)
    default: false
    }
  }

  private static func beginsWithSpace(_ node: MathNode) -> Bool {
    if case .text(let words) = node { words.first == " " } else { false }
  }

  private static func endsInSpace(_ node: MathNode) -> Bool {
    if case .text(let words) = node { words.last == " " } else { false }
  }

  /// Whether a relation or operator is written as a word.
  private static func isWord(_ node: MathNode, _ form: MathForm) -> Bool {
    guard case .symbol(let symbol) = node, symbol.kind != .ordinary else { return false }
    let text = symbol.text(form)
    return text.count > 1 && text.first?.isLetter == true
  }

  private static func edgeClasses(_ node: MathNode, inline: Bool) -> (left: AtomClass, right: AtomClass) {
    switch node {
    case .symbol(let symbol): return (symbol.kind, symbol.kind)
    case .operation: return (.operation, .operation)
    case .scripts(let base, _, _): return edgeClasses(base, inline: inline)
    case .annotated(let base, _, _):
      return edgeClasses(base.list.count == 1 ? base.list[0] : base, inline: inline)
    case .accent(_, .symbol(let symbol)): return (symbol.kind, symbol.kind)
    case .fraction, .boxed: return inline ? (.ordinary, .ordinary) : (.inner, .inner)
    case .brace: return inline ? (.ordinary, .ordinary) : (.inner, .inner)
    case .arrow: return (.relation, .relation)
    case .delimited(let delimiters, _):
      return (
        delimiters.first == MathSymbol.none ? .ordinary : .opening,
        delimiters.last == MathSymbol.none ? .ordinary : .closing
      )
    case .matrix(let matrix):
      return (matrix.left == .none ? .inner : .opening, matrix.right == .none ? .inner : .closing)
    case .root(let body, _):
      return inline || MathScript.isOneAtom(body) ? (.ordinary, .ordinary) : (.inner, .inner)
    case .group(let nodes) where nodes.last.map(isLarge) == true: return (.ordinary, .operation)
    case .text, .group, .accent, .space, .phantom, .tag: return (.ordinary, .ordinary)
    }
  }

  /// `|` and `‖` open, close or stand between, which TeX leaves to the author: within one pair of parentheses the
  /// first opens and the second closes, and one alone is a relation ("given", "from").
  private static func pairBars(_ atoms: inout [MathAtom]) {
    var open: [Int] = []
    for index in atoms.indices {
      if let bar = bar(atoms[index].node) {
        if let last = open.last, self.bar(atoms[last].node) == bar {
          open.removeLast()
          pair(&atoms, last, index)
          atoms[last].left = .opening
          atoms[last].right = .opening
          atoms[index].left = .closing
          atoms[index].right = .closing
        } else if case .scripts = atoms[index].node {
          makeRelation(&atoms[index])
        } else {
          open.append(index)
        }
      } else if atoms[index].left == .opening, atoms[index].right == .opening {
        open.append(index)
      } else if atoms[index].left == .closing, atoms[index].right == .closing, isDelimiter(atoms[index].node)
      {
        while let last = open.popLast() {
          guard bar(atoms[last].node) != nil else {
            pair(&atoms, last, index)
            break
          }
          makeRelation(&atoms[last])
        }
      }
    }
    for index in open where bar(atoms[index].node) != nil { makeRelation(&atoms[index]) }
  }

  private static func pair(_ atoms: inout [MathAtom], _ first: Int, _ second: Int) {
    atoms[first].partner = second
    atoms[second].partner = first
    if case .symbol(let left) = atoms[first].node, case .symbol(let right) = atoms[second].node,
      let (left, right) = MathDelimiter.nearest(left, right)
    {
      atoms[first].node = .symbol(left)
      atoms[second].node = .symbol(right)
    }
  }

  private static func makeRelation(_ atom: inout MathAtom) {
    // With a script it is the bar of "evaluated at", or an operator that joins what it runs over.
    if case .scripts(let base, _, _) = atom.node, bar(base) == "‖" { return }
    if case .scripts = atom.node {
      atom.left = .closing
      atom.right = .closing
    } else {
      atom.left = .relation
      atom.right = .relation
    }
  }

  private static func bar(_ node: MathNode) -> String? {
    switch node {
    case .symbol(let symbol):
      symbol.kind == .ordinary && (symbol.unicode == "|" || symbol.unicode == "‖") ? symbol.unicode : nil
    case .scripts(let base, _, _): bar(base)
    default: nil
    }
  }

  /// Whether an atom is the bar of "evaluated at", which has a place for its scripts and nothing to pair with.
  static func isEvaluation(_ atom: MathAtom) -> Bool {
    guard atom.partner == nil, atom.left == .closing, case .scripts(let base, _, _) = atom.node else {
      return false
    }
    return bar(base) == "|"
  }

  /// Whether a closing atom is a bracket and not `!`, which closes nothing.
  private static func isDelimiter(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.unicode != "!" && symbol.unicode != "?"
    case .scripts(let base, _, _): isDelimiter(base)
    default: false
    }
  }

  private static func demoteBinaries(_ atoms: inout [MathAtom]) {
    var before: AtomClass?
    for index in atoms.indices {
      if atoms[index].left == .binary {
        let next = index + 1 < atoms.count ? atoms[index + 1] : nil
        let after = next?.left
        let lacksLeft =
          switch before {
          case nil, .binary, .operation, .relation, .opening, .punctuation: true
          default: false
          }
        // The bar of "evaluated at" is an operand where there is none before it.
        if !lacksLeft, let next, isEvaluation(next) {
          atoms[index + 1].left = .ordinary
          before = .binary
          continue
        }
        let lacksRight =
          switch after {
          case nil, .relation, .closing, .punctuation: true
          default: false
          }
        // `1.6\times/\text{yr}`: the sign belongs to the number.
        if lacksLeft || lacksRight || next.map({ isSlash($0.node) }) == true {
          atoms[index].left = .ordinary
          atoms[index].right = .ordinary
          if case .symbol(let symbol) = atoms[index].node, symbol.unicode == "·" {
            atoms[index].node = .symbol(
              MathSymbol(unicode: "·", ascii: ".", spoken: "dot", kind: symbol.kind))
          }
        }
      }
      before = atoms[index].right
    }
  }

  private static func isSlash(_ node: MathNode) -> Bool {
    if case .symbol(let symbol) = node { symbol.unicode == "/" } else { false }
  }

  /// Whether two ASCII names would run into one another.
  private static func touches(_ before: MathNode, _ after: MathNode) -> Bool {
    let (left, right) = (asciiEdge(before, leading: false), asciiEdge(after, leading: true))
    return left.joins && right.joins && (left.isName || right.isName)
  }

  private static func asciiEdge(_ node: MathNode, leading: Bool) -> (joins: Bool, isName: Bool) {
    switch node {
    case .symbol(let symbol), .operation(let symbol, _):
      let character = leading ? symbol.ascii.first : symbol.ascii.last
      let joins = character?.isLetter == true || character?.isNumber == true
      return (joins, joins && symbol.ascii.count > 1 && symbol.ascii.first?.isLetter == true)
    case .text(let words):
      let character = leading ? words.first : words.last
      return (character?.isLetter == true || character?.isNumber == true, words.count > 1)
    case .scripts(let base, _, _): return leading ? asciiEdge(base, leading: true) : (true, true)
    case .accent, .root: return (leading, leading)
    case .group(let nodes):
      return (leading ? nodes.first : nodes.last).map { asciiEdge($0, leading: leading) } ?? (false, false)
    default: return (false, false)
    }
  }
}
