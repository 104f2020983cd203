/// A name as what is typed is compared with it: its words in lower case, and all of them as one.
struct NameWords: Hashable, Sendable {
  struct Word: Hashable, Sendable {
    var text: String
    /// Without the s of a plural.
    var stem: String
  }

  let words: [Word]
  let joined: String
  /// The letters of the words that say something.
  let letters: Int

  /// - Parameter keepsFillers: whether words such as `the` count; in what is typed they do if nothing else stands there.
  init(_ text: String, keepsFillers: Bool = false) {
    var words: [Word] = []
    for part in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let word = String(part)
      if !keepsFillers, Self.fillers.contains(word) { continue }
      words.append(Word(text: word, stem: Self.stem(of: word)))
    }
    self.words = words
    joined = words.map(\.stem).joined()
    letters = words.reduce(0) { $0 + $1.text.count }
  }

  private static let fillers: Set<String> = [
    "the", "a", "an", "of", "to", "in", "and", "or", "is", "it", "on", "for", "with", "at", "by", "from",
    "your", "you",
  ]

  private static func stem(of word: String) -> String {
    word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }
}

/// What was typed in `:`, taken apart once for all names.
struct NameQuery {
  let text: String
  let words: NameWords
  /// A number with what it is the number of, where one was typed: `figure 6.2`, `a.1`.
  let number: (kind: String?, number: String)?
  /// `figure` where only the name of a kind was typed: `figures`, `fig`, `list of figures`.
  let kind: String

  init(_ typed: String) {
    let trimmed = typed.trimmed
    // As the number of an equation stands beside it: `(5.10)`.
    let isInParentheses = trimmed.hasPrefix("(") && trimmed.hasSuffix(")")
    text = isInParentheses ? String(trimmed.dropFirst().dropLast()).trimmed : trimmed
    let words = NameWords(text)
    let stems = words.words.map(\.stem).drop { $0 == "list" }.joined(separator: " ")
    kind = Self.kindsAlone.contains(stems) ? Self.shortKinds[stems] ?? stems : stems
    self.words = words.words.isEmpty ? NameWords(text, keepsFillers: true) : words
    let number = Self.number(in: text.lowercased())
    self.number = number.map { (isInParentheses ? "equation" : $0.kind, $0.number) }
  }

  private static func number(in text: String) -> (kind: String?, number: String)? {
    // The number is what follows the last space, or begins where the letters of `fig6.2` end.
    let end = text.lastIndex(where: { $0 == " " || $0 == "§" }).map(text.index(after:))
    let start = end ?? text.firstIndex(where: \.isNumber) ?? text.startIndex
    if isNumber(text[...]) { return (nil, text) }
    guard isNumber(text[start...]) else { return nil }
    let kind = text[..<start].filter { $0 != "." }.trimmed
    return kind.isEmpty ? nil : (Self.shortKinds[kind] ?? kind, String(text[start...]))
  }

  /// `5`, `5.4.1`, `a`, `a.1`.
  static func isNumber(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first else { return false }
    let begins = first.count == 1 && first.allSatisfy(\.isLetter) || isDigits(first)
    return begins && parts.dropFirst().allSatisfy(isDigits)
  }

  private static func isDigits(_ text: Substring) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// What stands for a kind without a number too.
  private static let kindsAlone: Set<String> = ["fig", "tab", "tbl", "calc", "eq", "eqn"]

  /// What is written for a kind and does not begin its name.
  private static let shortKinds = [
    "fig": "figure", "tab": "table", "tbl": "table", "calc": "calculator", "eq": "equation",
    "eqn": "equation", "formula": "equation", "ch": "chapter",
    "app": "chapter",
    "appendix": "chapter",
    "§": "section", "ex": "example",
  ]
}
