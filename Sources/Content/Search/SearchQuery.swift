/// What a reader typed to find something: words of which each may go on, and phrases in quotes.
struct SearchQuery: Hashable, Sendable {
  /// The expression for SQLite's full-text search; nil where nothing was typed that could be found.
  let expression: String?
  /// The words as they stand, one after the other; nil where there are fewer than two, or some stand in quotes.
  let phrase: String?

  init(_ text: String) {
    var terms: [String] = []
    var word = ""
    var isPhrase = false
    func close(isPrefix: Bool) {
      // Quoted, nothing in it is an operator; what is left of it without letters and digits would match nothing.
      if word.unicodeScalars.contains(where: {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      }) {
        terms += Self.terms(word, isPrefix: isPrefix)
      }
      word = ""
    }
    for character in text.prefix(Self.capacity) {
      if Self.quotes.contains(character) {
        close(isPrefix: !isPhrase)
        isPhrase.toggle()
      } else if character.isWhitespace, !isPhrase {
        close(isPrefix: true)
      } else if character != "\0" {
        word.append(character)
      }
    }
    // A phrase whose end is not typed yet goes on, too.
    close(isPrefix: true)
    expression = terms.isEmpty ? nil : terms.joined(separator: " ")
    let words = text.prefix(Self.capacity).split(whereSeparator: \.isWhitespace)
    let isPlain = words.count > 1 && terms.count == words.count && !text.contains(where: Self.quotes.contains)
    phrase =
      isPlain
      ? "\"\(Self.phrase(SearchText.parts(of: words.joined(separator: " ").replacing("\0", with: ""))))\"*"
      : nil
  }

  /// A word or phrase as it stands in the index. An identifier behind other words that may go on is looked for by itself:
  /// the words that stand before it there are not known yet.
  private static func terms(_ text: String, isPrefix: Bool) -> [String] {
    let parts = SearchText.parts(of: text)
    guard isPrefix, let last = parts.last, SearchText.wordsOfIdentifier(last) != nil,
      parts.dropLast().contains(where: { $0.contains(where: SearchText.isOfWord) })
    else { return ["\"\(phrase(parts))\"" + (isPrefix ? "*" : "")] }
    return ["\"\(phrase(parts.dropLast()))\"", "\"\(last)\"*"]
  }

  /// Words in their order, before each identifier but a first word those that it is made of.
  private static func phrase(_ parts: some Sequence<String>) -> String {
    var result = ""
    var isFirst = true
    for part in parts {
      if let words = SearchText.wordsOfIdentifier(part), !isFirst { result += words + " " }
      if part.contains(where: SearchText.isOfWord) { isFirst = false }
      result += part
    }
    return result
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]
  /// Characters of a query that are read.
  private static let capacity = 300
}
