/// Lines broken at relations, then at operators and commas.
extension MathLayout {
  /// A whole formula within `width` columns where it can be broken, with its tag at the end.
  func formula(_ nodes: [MathNode], width: Int) -> LayoutBox {
    var tag: String?
    for case .tag(let words) in nodes { tag = words }
    let room = tag.map { max(1, width - DisplayWidth.of($0) - 4) } ?? width
    let body: LayoutBox
    let content = nodes.filter { if case .tag = $0 { false } else { true } }
    if content.count == 1, case .matrix(let matrix) = content[0] {
      body = self.matrix(matrix, .display, width: room)
    } else {
      body = broken(nodes, .display, width: room)
    }
    guard let tag else { return body }
    return .beside([(0, body), (4, LayoutBox(inline.text(tag)))])
  }

  func broken(_ nodes: [MathNode], _ style: Style, width: Int) -> LayoutBox {
    let items = self.items(nodes, style)
    let whole = LayoutBox.beside(items.map { ($0.atom.gap, $0.box) })
    guard whole.width > width else { return whole }
    let pieces = self.pieces(of: items)
    let relation = pieces.first { $0.kind == .relation }?.start ?? 0
    let indent = relation <= width / 3 ? relation : min(4, width / 8)
    let reaches = reaches(of: pieces)
    var lines: [LayoutBox] = []
    var line: [(gap: Int, box: LayoutBox)] = []
    var used = 0
    for (piece, reach) in zip(pieces, reaches) {
      let hanging =
        switch piece.kind {
        case .clause: 0
        case .relation: indent
        case .term: indent + (relation == indent && relation > 0 ? 2 : 0)
        }
      // A clause or relation takes what follows it to the new line, if all of that fits there.
      let needed = hanging + reach > width ? piece.box.width : reach
      let column = min(hanging, max(2, width - piece.box.width))
      if used + piece.gap + needed > width, column < used {
        lines.append(.beside(line))
        line = []
        line.append((column, piece.box))
        used = column + piece.box.width
      } else {
        let gap = line.isEmpty ? 0 : piece.gap
        line.append((gap, piece.box))
        used += gap + piece.box.width
      }
    }
    lines.append(.beside(line))
    let isTall = lines.contains { $0.height > 1 }
    return .stacked(lines, alignment: "l", base: 0, spread: isTall ? 1 : 0)
  }

  private struct Piece {
    enum Kind { case clause, relation, term }

    var box: LayoutBox
    var gap: Int
    /// The column at which it begins if nothing is broken.
    var start: Int
    var kind: Kind
  }

  /// The columns from each piece to the next place of its rank or above: a clause to the next clause, a relation to
  /// the next relation.
  private func reaches(of pieces: [Piece]) -> [Int] {
    var reaches = Array(repeating: 0, count: pieces.count)
    var clause = 0
    var relation = 0
    for index in pieces.indices.reversed() {
      let piece = pieces[index]
      relation += piece.box.width
      clause += piece.box.width
      switch piece.kind {
      case .clause: reaches[index] = clause
      case .relation: reaches[index] = relation
      case .term: reaches[index] = piece.box.width
      }
      relation = piece.kind == .term ? relation + piece.gap : 0
      clause = piece.kind == .clause ? 0 : clause + piece.gap
    }
    return reaches
  }

  /// The list cut before relations and binary operators and after commas, outside of delimiters.
  private func pieces(of items: [(atom: MathAtom, box: LayoutBox)]) -> [Piece] {
    var pieces: [Piece] = []
    var current: [(gap: Int, box: LayoutBox)] = []
    var next = Piece(box: .empty, gap: 0, start: 0, kind: .term)
    var column = 0
    var depth = 0
    func endPiece() {
      guard !current.isEmpty else { return }
      next.box = .beside(current)
      pieces.append(next)
      current = []
    }
    for (index, item) in items.enumerated() {
      if let partner = item.atom.partner, partner < index { depth -= 1 }
      if depth == 0, index > 0, let kind = kind(of: item.atom, after: items[index - 1].atom) {
        endPiece()
        next = Piece(box: .empty, gap: item.atom.gap, start: column + item.atom.gap, kind: kind)
      }
      current.append((current.isEmpty ? 0 : item.atom.gap, item.box))
      column += item.atom.gap + item.box.width
      if let partner = item.atom.partner, partner > index { depth += 1 }
    }
    endPiece()
    return pieces
  }

  private func kind(of atom: MathAtom, after before: MathAtom) -> Piece.Kind? {
    if atom.isGapExplicit, atom.gap >= 3 { return .clause }
    if atom.left == .relation { return before.right == .relation ? nil : .relation }
    if before.right == .punctuation { return .clause }
    return atom.left == .binary ? .term : nil
  }
}
