/// What can be written in Unicode's small raised and lowered letters.
enum MathScript {
  /// The characters of `nodes` if they are plain ones in one row, without space.
  static func plain(_ nodes: [MathNode]) -> String? {
    var text = ""
    for node in nodes {
      switch node {
      case .symbol(let symbol): text += symbol.unicode
      case .text(let words): text += words
      case .group(let inner):
        guard let part = plain(inner) else { return nil }
        text += part
      case .space: continue
      case .operation(let symbol, _): text += symbol.unicode
      default: return nil
      }
    }
    return text
  }

  /// Whether a script is a word such as `max` and not an index such as `ij`.
  static func isWord(_ nodes: [MathNode]) -> Bool {
    if let word = plain(nodes), word == "in" || word == "up" { return true }
    var letters = 0
    for node in nodes {
      switch node {
      case .text(let words): letters += words.count > 1 ? 3 : 1
      case .operation: letters += 3
      case .group(let inner): if isWord(inner) { letters += 3 }
      case .symbol(let symbol):
        guard let character = symbol.unicode.first, character.isASCII,
          character.isLetter || character.isNumber
        else { return false }
        letters += character.isLetter ? 1 : 0
      case .space: continue
      default: return false
      }
    }
    return letters >= 3
  }
}

extension MathScript {
  /// Whether a radicand needs neither a bar nor parentheses: one letter, number or symbol, scripts included.
  static func isOneAtom(_ node: MathNode) -> Bool {
    switch node {
    case .symbol(let symbol): symbol.kind == .ordinary
    case .accent(_, let body): isOneAtom(body)
    case .scripts(let base, let sub, let sup):
      isOneAtom(base) && (sub.map { plain($0.list) != nil } ?? true) && sup == nil
    case .group(let nodes): nodes.count == 1 && nodes.first.map(isOneAtom) == true
    default: false
    }
  }

  /// Whether the end of such a radicand would not be seen before another factor: it has an index.
  static func needsEnd(_ radicand: MathNode) -> Bool {
    switch radicand.only {
    case .scripts: true
    case .accent(_, let body): needsEnd(body)
    default: false
    }
  }

  /// `nodes` as small raised or lowered characters, or nil where Unicode lacks one. A word is not raised: in letters of
  /// that size it can hardly be read.
  static func small(_ nodes: [MathNode], raised: Bool) -> String? {
    guard let text = plain(nodes), !text.isEmpty else { return nil }
    if raised, text.count(where: \.isLetter) > 2 { return nil }
    return raised ? MathAlphabet.superscript(text) : MathAlphabet.subscript(text)
  }

  /// Whether a superscript stands before a subscript in one line: primes and stars belong to the letter.
  static func isMark(_ node: MathNode) -> Bool {
    guard let text = plain(node.list), !text.isEmpty else { return false }
    return text.allSatisfy { "′″‴*†".contains($0) }
  }
}
