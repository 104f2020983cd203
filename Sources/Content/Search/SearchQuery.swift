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
        terms.append("\"\(word)\"" + (isPrefix ? "*" : ""))
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
    phrase = isPlain ? "\"\(words.joined(separator: " ").replacing("\0", with: ""))\"*" : nil
  }

  private static let quotes: Set<Character> = ["\"", "“", "”", "„"]
  /// Characters of a query that are read.
  private static let capacity = 300
}
