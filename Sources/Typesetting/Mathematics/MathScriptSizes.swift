/// Which scripts of a formula are set large though Unicode has small letters for them. One formula sets all the words below
/// its letters alike, all indices of one letter, and all exponents that are a letter of one alphabet: `L_pre + L_inf`,
/// since there is no small f, and not `Lₚᵣₑ + L_inf`.
struct MathScriptSizes {
  /// Letters whose indices are large.
  private var letters: Set<String> = []
  /// Letters that have a large name of several letters below them.
  private var named: Set<String> = []
  private var hasLargeWords = false
  /// Alphabets whose letters are large as exponents.
  private var alphabets: Set<Alphabet> = []

  private enum Alphabet { case small, capital, greek }

  /// All that Unicode has is small.
  init() {}

  init(of nodes: [MathNode]) { visit(nodes) }

  /// A script of `base` in small letters; nil where it is set large.
  func small(_ node: MathNode, raised: Bool, on base: MathNode?) -> String? {
    guard let text = MathScript.small(node.list, raised: raised) else { return nil }
    guard let base, !MathSpacing.isLarge(base) else { return text }
    if raised { return Self.alphabet(node).map(alphabets.contains) == true ? nil : text }
    guard let name = Self.name(node) else { return text }
    if letters.contains(Self.letter(base)) { return nil }
    if name.utf8.count == 1 { return text }
    return named.contains(Self.letter(base)) || hasLargeWords && MathScript.isWord(node.list) ? nil : text
  }

  private mutating func add(below base: MathNode, _ node: MathNode) {
    let letter = Self.letter(base)
    guard MathScript.small(node.list, raised: false) == nil, !letter.isEmpty, let name = Self.name(node)
    else {
      return
    }
    if name.utf8.count == 1 {
      letters.insert(letter)
    } else {
      named.insert(letter)
      hasLargeWords = hasLargeWords || MathScript.isWord(node.list)
    }
  }

  private mutating func add(above base: MathNode, _ node: MathNode) {
    guard MathScript.small(node.list, raised: true) == nil, !MathSpacing.isLarge(base),
      let alphabet = Self.alphabet(node)
    else { return }
    alphabets.insert(alphabet)
  }

  /// The alphabet of a superscript that is one letter; nil for others, and for the marks of a transpose.
  private static func alphabet(_ node: MathNode) -> Alphabet? {
    guard let text = MathScript.plain(node.list), text.unicodeScalars.count == 1,
      let scalar = text.unicodeScalars.first, text != "T"
    else { return nil }
    switch scalar.value {
    case 0x41...0x5A: return .capital
    case 0x61...0x7A: return .small
    case 0x370...0x3FF: return .greek
    default: return nil
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
        add(below: base, sub)
      }
      if let sup {
        visit(sup)
        add(above: base, sup)
      }
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
