/// How well a name answers what was typed: every character in order, better at the beginning of words and in one run.
enum FuzzyMatch {
  /// Text as it is compared.
  static func folded(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

  /// nil where a character is missing; the higher the better. Both are folded, and spaces typed do not count.
  static func score(_ typed: [Unicode.Scalar], in name: [Unicode.Scalar]) -> Int? {
    let typed = typed.filter { $0 != " " }
    if typed.isEmpty { return 0 }
    var best: Int?
    // The first character may begin at several places; the best of them counts.
    for start in name.indices where name[start] == typed[0] {
      if let score = score(typed, in: name, from: start) { best = max(best ?? score, score) }
    }
    return best.map { $0 - name.count / 8 }
  }

  private static func score(
    _ typed: [Unicode.Scalar], in name: [Unicode.Scalar], from start: Int
  ) -> Int? {
    var score = start == 0 ? 12 : 0
    var place = start
    var previous = -2
    var isOneRun = true
    for character in typed {
      while place < name.count, name[place] != character { place += 1 }
      if place == name.count { return nil }
      if place == previous + 1 { score += 6 } else if previous >= 0 { isOneRun = false }
      if place == 0 || !name[place - 1].properties.isAlphabetic { score += 4 }
      score -= min(3, previous < 0 ? 0 : place - previous - 1)
      previous = place
      place += 1
    }
    // A word as it was typed is hardly ever chance.
    return isOneRun && typed.count > 2 ? score + 12 : score
  }
}
