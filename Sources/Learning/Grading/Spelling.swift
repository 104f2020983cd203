import Foundation

/// Compares typed words with accepted ones, forgiving case, accents, hyphens and small slips.
enum Spelling {
  enum Match: Hashable {
    case exact
    /// A slip away from this word.
    case slip(String)
  }

  /// How a text matches one of the accepted ones; nil when it matches none.
  ///
  /// One slip (a letter too many, missing, wrong, or swapped with its neighbour) is forgiven for every six letters of
  /// the accepted word, never in its first letter (`synchronous`, `asynchronous`) and never in a digit (FP16, FP32).
  static func match(_ typed: String, _ accepted: [String]) -> Match? {
    let found = folded(typed)
    guard !found.isEmpty, found.count <= 400 else { return nil }
    let words = accepted.map { (word: $0, letters: folded($0)) }
    if words.contains(where: { $0.letters == found }) { return .exact }
    let core = core(of: typed)
    if accepted.contains(where: { isSameNumber(typed, $0) || core == self.core(of: $0) }) { return .exact }
    for (word, letters) in words where !letters.isEmpty {
      let allowed = letters.count / 6
      guard allowed > 0, letters.first == found.first, abs(letters.count - found.count) <= allowed,
        letters.filter(\.isNumber) == found.filter(\.isNumber),
        distance(letters, found, atMost: allowed) <= allowed
      else { continue }
      return .slip(word)
    }
    return nil
  }

  /// The letters without an article before them, `one` after them, and the s of a plural.
  static func core(of text: String) -> [Character] {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words.count > 1, ["a", "an", "the"].contains(words[0]) { words.removeFirst() }
    if words.count > 1, ["one", "ones"].contains(words[words.count - 1]) { words.removeLast() }
    var letters = folded(words.joined(separator: " "))
    if letters.count > 3, letters.last == "s", letters[letters.count - 2] != "s" { letters.removeLast() }
    return letters
  }

  /// Whether both are numbers, and the same one: `1.25`, `1,25`, `5/4`, `125 %`, `1.25x`.
  private static func isSameNumber(_ typed: String, _ accepted: String) -> Bool {
    guard let right = try? TypedQuantity(accepted), right.unit == nil, let given = try? TypedQuantity(typed)
    else {
      return false
    }
    let number: Double
    switch given.unit {
    case nil, "x", "×", "times": number = given.number
    case "%": number = given.number / 100
    default: return false
    }
    // A fraction is as near as the digits of the accepted number tell.
    let width = typed.contains("/") && right.decimals > 0 ? 0.5 * TypedScanner.power(10, -right.decimals) : 0
    return abs(number - right.number) <= width + abs(right.number) * 1e-9
  }

  /// Lower case without accents, spaces, hyphens, quotes, or commas between digits.
  static func folded(_ text: String) -> [Character] {
    let plain = text.folding(
      options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    var characters: [Character] = []
    for character in plain where !character.isWhitespace && !dropped.contains(character) {
      characters.append(character)
    }
    while characters.last == "." { characters.removeLast() }
    return characters
  }

  /// Damerau's distance with swaps of neighbours (optimal string alignment), in rows that keep to `limit` of the
  /// diagonal; above `limit` it is only known to be larger.
  static func distance(_ left: [Character], _ right: [Character], atMost limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    let far = limit + 1
    var beforeLast = [Int](repeating: far, count: right.count + 1)
    var last = (0...right.count).map { min($0, far) }
    for row in 1...left.count {
      var present = [Int](repeating: far, count: right.count + 1)
      if row <= limit { present[0] = row }
      let columns = max(1, row - limit)...min(right.count, row + limit)
      for column in columns {
        let isSame = left[row - 1] == right[column - 1]
        var best = min(last[column] + 1, present[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          best = min(best, beforeLast[column - 2] + 1)
        }
        present[column] = min(best, far)
      }
      beforeLast = last
      last = present
    }
    return last[right.count]
  }

  private static let dropped: Set<Character> = [
    "-", "\u{2010}", "\u{2011}", "\u{2013}", "'", "\u{2019}", "\"", ",", "_",
  ]
}
