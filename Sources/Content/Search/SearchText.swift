import Engine

/// Writes running text for the index: without markup, with the values that live numbers have, the labels of what is
/// referred to, and formulas as they are shown, before each how one types it.
struct SearchText {
  let book: Book
  /// The chapter that the text stands in.
  var chapter: Chapter?
  let formulas: FormulaWriter

  /// Stand around what is typed to find a formula, and after what is shown of it.
  static let typed: Character = "\u{3}"
  static let shown: Character = "\u{4}"
  static let end: Character = "\u{5}"

  func text(of content: some Sequence<Inline>) -> String {
    var result = ""
    add(content, to: &result)
    return result
  }

  func text(of symbol: String) -> String { marked(formulas.symbol(symbol)) }

  /// Text as results show it.
  static func shown(_ text: String) -> String {
    guard text.contains(typed) else { return text }
    var result = ""
    var isHidden = false
    for character in text {
      switch character {
      case typed: isHidden = true
      case shown: isHidden = false
      case end: break
      default: if !isHidden { result.append(character) }
      }
    }
    return result
  }

  /// As it stands in the index, where `_` is part of a word: before an identifier the words that it is made of, so that
  /// they are found too.
  static func indexed(_ text: String) -> String {
    guard text.contains("_") else { return text }
    var result = ""
    var place: Character = end
    for part in parts(of: text) {
      let words = wordsOfIdentifier(part)
      switch (part, words) {
      case (_, let words?) where place == typed: result += words + " " + part
      // What is shown of a formula is not looked for.
      case (_, let words?) where place == end: result += "\(typed)\(words)\(shown)\(part)\(end)"
      case (String(typed), _), (String(shown), _), (String(end), _):
        place = part.first ?? end
        result += part
      default: result += part
      }
    }
    return result
  }

  /// Words, with the `_` in them, and the characters between them, in their order.
  static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var word = ""
    for character in text {
      if isOfWord(character) {
        word.append(character)
        continue
      }
      if !word.isEmpty { parts.append(word) }
      word = ""
      parts.append(String(character))
    }
    return word.isEmpty ? parts : parts + [word]
  }

  static func isOfWord(_ character: Character) -> Bool {
    character == "_" || character.isLetter || character.isNumber
  }

  /// `d k` for `d_k`; nil for a word without `_`, and for `_` alone.
  static func wordsOfIdentifier(_ word: String) -> String? {
    let words = word.split(separator: "_")
    return word.contains("_") && !words.isEmpty ? words.joined(separator: " ") : nil
  }

  private func add(_ content: some Sequence<Inline>, to result: inout String) {
    for inline in content {
      switch inline {
      case .emphasis, .strong, .strikethrough, .link, .image: add(inline.children, to: &result)
      case .citation:
        // The space before goes with it.
        while result.last == " " { result.removeLast() }
      default: result += text(of: inline)
      }
    }
  }

  private func text(of inline: Inline) -> String {
    switch inline {
    case .mathematics(let tex): marked(formulas.formula(tex))
    case .live(let live): Self.plain(book.workbook.inline(live.expression, near: live.calculator).text)
    case .reference(let reference):
      (chapter?.anchors.first { $0.id == reference.id } ?? book.anchor(reference.id))?.label ?? ""
    default: Self.plain(inline.plainText)
    }
  }

  /// Text without characters that mean something in the index.
  static func plain(_ text: String) -> String {
    text.utf8.contains { $0 < 6 } ? text.filter { $0.unicodeScalars.allSatisfy { $0.value >= 6 } } : text
  }

  private func marked(_ formula: FormulaText) -> String {
    if formula.shown == formula.typed { return formula.shown }
    return "\(Self.typed)\(formula.typed)\(Self.shown)\(formula.shown)\(Self.end)"
  }
}

extension [SearchHit.Piece] {
  /// The pieces of a stretch of the index in which matches stand between the characters 1 and 2. Of a formula stays what
  /// is shown; it is a match where what is typed for it is one. The stretch may begin or end inside of one.
  init(indexed text: String) {
    self = []
    var isMatch = false
    var isHidden = false
    var isFormulaMatch = false
    // It begins inside of what is typed where the end of that comes first.
    if let first = text.first(where: { $0 == SearchText.typed || $0 == SearchText.shown }),
      first == SearchText.shown
    {
      isHidden = true
    }
    for character in text {
      switch character {
      case "\u{1}": isMatch = true
      case "\u{2}": isMatch = false
      case SearchText.typed: (isHidden, isFormulaMatch) = (true, false)
      case SearchText.shown: isHidden = false
      case SearchText.end: isFormulaMatch = false
      case _ where isHidden: if isMatch { isFormulaMatch = true }
      default: append(character.isWhitespace ? " " : character, isMatch: isMatch || isFormulaMatch)
      }
    }
    // The index says with dots that a text goes on.
    if isHidden, text.hasSuffix("…") { append("…", isMatch: false) }
  }

  private mutating func append(_ character: Character, isMatch: Bool) {
    if character == " ", last?.text.last == " " { return }
    if let last = indices.last, self[last].isMatch == isMatch {
      self[last].text.append(character)
    } else {
      append(SearchHit.Piece(String(character), isMatch: isMatch))
    }
  }
}
