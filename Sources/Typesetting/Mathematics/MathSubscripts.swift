/// Which subscripts of a formula are set large though Unicode has small letters for them. One formula sets all its words
/// alike, and all indices of one letter: `L_pre + L_inf`, since there is no small f, and not `Lₚᵣₑ + L_inf`.
struct MathSubscripts {
  /// Letters whose indices are large.
  private var letters: Set<String> = []
  /// Letters that have a large name of several letters below them.
  private var named: Set<String> = []
  private var hasLargeWords = false
  private var onlyWords = false

  /// All that Unicode has is small.
  init() {}

  /// - Parameter onlyWords: whether an index of one letter is small wherever it can be, as in two dimensions, where one
  ///   that can not be stands lower all the same.
  init(of nodes: [MathNode], onlyWords: Bool = false) {
    self.onlyWords = onlyWords
    visit(nodes)
  }

  /// A subscript in small letters; nil where it is set large.
  func small(_ node: MathNode, below base: MathNode?) -> String? {
    guard let text = MathScript.small(node.list, raised: false) else { return nil }
    if letters.isEmpty, named.isEmpty { return text }
    guard let base, let name = Self.name(node) else { return text }
    if letters.contains(Self.letter(base)) { return nil }
    if name.utf8.count == 1 { return text }
    return named.contains(Self.letter(base)) || hasLargeWords && MathScript.isWord(node.list) ? nil : text
  }

  private mutating func add(_ node: MathNode, below base: MathNode) {
    guard MathScript.small(node.list, raised: false) == nil, let name = Self.name(node) else { return }
    if name.utf8.count == 1 {
      if onlyWords { return }
      letters.insert(Self.letter(base))
    } else {
      named.insert(Self.letter(base))
      hasLargeWords = hasLargeWords || MathScript.isWord(node.list)
    }
  }

  /// The letters of a subscript that is set like others; nil for numbers and for names in capitals.
  private static func name(_ node: MathNode) -> String? {
    guard let text = MathScript.plain(node.list), text.contains(where: \.isLowercase),
      text.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) })
    else { return nil }
    return text
  }

  /// What a subscript stands below, without accents; empty for what is no letter or word.
  private static func letter(_ base: MathNode) -> String {
    switch MathSpacing.base(of: base) {
    case .symbol(let letter): letter.unicode
    case .text(let words): words
    default: ""
    }
  }

  private mutating func visit(_ nodes: [MathNode]) {
    for node in nodes { visit(node) }
  }

  private mutating func visit(_ node: MathNode) {
    switch node {
    case .symbol, .text, .operation, .space, .tag: break
    case .group(let nodes): visit(nodes)
    case .scripts(let base, let sub, let sup):
      visit(base)
      if let sub {
        visit(sub)
        add(sub, below: base)
      }
      if let sup { visit(sup) }
    case .fraction(let top, let bottom, _):
      visit(top)
      visit(bottom)
    case .root(let body, let index):
      visit(body)
      if let index { visit(index) }
    case .accent(_, let body), .phantom(let body), .boxed(let body): visit(body)
    case .brace(let body, let label, _):
      visit(body)
      if let label { visit(label) }
    case .delimited(_, let parts): for part in parts { visit(part) }
    case .matrix(let matrix): for row in matrix.rows { for cell in row { visit(cell) } }
    case .annotated(let base, let over, let under):
      visit(base)
      for part in [over, under] { if let part { visit(part) } }
    case .arrow(_, let over, let under): for part in [over, under] { if let part { visit(part) } }
    }
  }
}
