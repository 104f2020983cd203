import Engine

/// How well something answers what was typed. What is of a higher tier always comes first.
struct NameRank: Comparable {
  enum Tier: Int, Comparable {
    /// The letters in order, anywhere.
    case scattered
    /// Some of the words.
    case partly
    /// A question with the words.
    case question
    /// The words, inside others.
    case inside
    /// Words begin with what was typed.
    case begins
    /// The words, whole.
    case words
    /// A number that goes on in its last part: 6.20 for 6.2.
    case numberBegins
    /// Only the last part of the number: 5.3 for 3.
    case numberEnds
    /// What the number holds: A.1.1 for A.1.
    case numberContinues
    /// The whole name.
    case name
    /// The very number, key or id.
    case exact

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var tier: Tier
  /// The better of one tier.
  var detail: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.tier, left.detail) < (right.tier, right.detail)
  }
}

extension GoToItem {
  /// nil where it has nothing of what was typed.
  func rank(_ query: NameQuery) -> NameRank? {
    let ranks = [numberRank(query), exactRank(query), kindRank(query), nameRank(query), valueRank(query)]
    return ranks.compactMap(\.self).max()
  }

  private func exactRank(_ query: NameQuery) -> NameRank? {
    if case .command = goal { return query.text == label ? NameRank(tier: .exact, detail: weight) : nil }
    guard let id, !id.isEmpty else { return nil }
    if id == query.text { return NameRank(tier: .exact, detail: weight) }
    // Ids are long and alike: only what is typed like one is compared with them.
    guard query.text.contains(where: { $0 == "-" || $0 == "_" }), query.text.count > 2, kind != "question"
    else {
      return nil
    }
    if id.hasPrefix(query.text) { return NameRank(tier: .begins, detail: weight) }
    return id.contains(query.text) ? NameRank(tier: .inside, detail: weight) : nil
  }

  private func numberRank(_ query: NameQuery) -> NameRank? {
    guard let number, let typed = query.number else { return nil }
    if let kind = typed.kind {
      guard kind.count > 2, numberedKind.hasPrefix(kind) else { return nil }
    }
    let parts = number.split(separator: ".").count
    let detail = weight - 20 * parts
    if number == typed.number { return NameRank(tier: .exact, detail: weight) }
    if number.hasPrefix(typed.number + ".") { return NameRank(tier: .numberContinues, detail: detail) }
    // A letter alone is the beginning of a word more often than a part of a number.
    guard typed.number.first?.isNumber == true || typed.number.contains(".") else { return nil }
    if parts == 2, number.hasSuffix("." + typed.number) { return NameRank(tier: .numberEnds, detail: detail) }
    if typed.number.contains("."), number.hasPrefix(typed.number) {
      return NameRank(tier: .numberBegins, detail: detail)
    }
    return nil
  }

  /// The name of a kind alone stands for all of the kind that have a number.
  private func kindRank(_ query: NameQuery) -> NameRank? {
    guard number != nil, query.kind == numberedKind else { return nil }
    return NameRank(tier: .numberContinues, detail: weight)
  }

  /// A value is found by its number with its unit, or the beginning of that.
  private func valueRank(_ query: NameQuery) -> NameRank? {
    guard let value, query.text.first?.isNumber == true, query.text.contains(where: \.isLetter) else {
      return nil
    }
    let typed = query.text.filter { $0 != " " }
    let whole = value.filter { $0 != " " }
    if typed == whole { return NameRank(tier: .name, detail: 100 + weight) }
    return whole.hasPrefix(typed) ? NameRank(tier: .begins, detail: weight) : nil
  }

  private func nameRank(_ query: NameQuery) -> NameRank? {
    var best: NameRank?
    for (index, name) in names.enumerated() {
      guard var rank = rank(query.words, in: name) else { continue }
      if kind == "question" {
        // The words of a question are many: only what was meant as its words finds it.
        guard rank.tier >= .words, query.words.words.count > 1 || rank.detail > 40 else { continue }
        rank.tier = .question
      }
      // What a command does is a sentence, of which some word fits nearly anything.
      if isCommand, index == 0, rank.tier < .name {
        guard rank.tier >= .begins, query.words.words.allSatisfy({ $0.text.count > 2 }) else { continue }
        rank.tier = .begins
      }
      if index >= ownNames, rank.tier == .name { rank.tier = .words }
      rank.detail += weight
      best = max(best ?? rank, rank)
    }
    return best
  }

  private func rank(_ typed: NameWords, in name: NameWords) -> NameRank? {
    if typed.joined.isEmpty { return nil }
    if typed.joined == name.joined { return NameRank(tier: .name, detail: 100) }
    var tier = NameRank.Tier.words
    var matched = 0
    var isFound = true
    for (place, word) in typed.words.enumerated() {
      // The last word may not be typed to its end.
      guard let (found, letters) = Self.tier(of: word, in: name.words, kindWords) else {
        isFound = false
        break
      }
      tier = min(tier, found)
      matched += letters
      if place == 0, let first = name.words.first, first.text.hasPrefix(word.text) { matched += 1 }
    }
    let share = { (letters: Int) in 100 * letters / max(1, name.letters) }
    if isFound {
      let isPhrase = typed.words.count > 1 && name.joined.contains(typed.joined)
      return NameRank(tier: tier, detail: share(matched) + (isPhrase ? 20 : 0))
    }
    // `biggpu` for Big GPU.
    if typed.joined.count > 2, name.joined.hasPrefix(typed.joined) {
      return NameRank(tier: .begins, detail: share(typed.joined.count))
    }
    if typed.joined.count > 3, name.joined.contains(typed.joined) {
      return NameRank(tier: .inside, detail: share(typed.joined.count))
    }
    return nil
  }

  /// How a word stands among others, and how many of their letters it accounts for.
  private static func tier(
    of word: NameWords.Word, in words: [NameWords.Word], _ kindWords: [String]
  ) -> (NameRank.Tier, Int)? {
    if words.contains(where: { $0.stem == word.stem }) { return (.words, word.text.count) }
    if kindWords.contains(word.stem) { return (.words, 0) }
    if words.contains(where: { $0.text.hasPrefix(word.text) }) { return (.begins, word.text.count) }
    if word.text.count > 2, kindWords.contains(where: { $0.hasPrefix(word.text) }) { return (.begins, 0) }
    if word.text.count > 2, words.contains(where: { $0.text.contains(word.text) }) {
      return (.inside, word.text.count)
    }
    return nil
  }

  /// Where nothing has all of the words: those with at least half of what was typed as whole words.
  func partialRank(_ query: NameQuery) -> NameRank? {
    if kind == "question" || isCommand { return nil }
    var best = 0
    for name in names {
      let matched = query.words.words.filter { word in
        word.text.count > 2 && name.words.contains { $0.stem == word.stem }
      }
      best = max(best, matched.reduce(0) { $0 + $1.text.count })
    }
    return 2 * best >= query.words.letters && best > 0
      ? NameRank(tier: .partly, detail: 10 * best + weight) : nil
  }

  /// Where nothing has any of the words: names with the letters in order, close together.
  func scatteredRank(_ query: NameQuery) -> NameRank? {
    if kind == "question" || isCommand || names.isEmpty || query.number != nil { return nil }
    let letters = FuzzyMatch.folded(query.text)
    guard letters.count > 2, let score = FuzzyMatch.score(letters, in: foldedTitle),
      score >= 4 * letters.count + 4
    else { return nil }
    return NameRank(tier: .scattered, detail: score)
  }

  /// Where even the letters stand nowhere in order: names with a word that was typed with a slip, `sofmtax`.
  func misspelledRank(_ query: NameQuery) -> NameRank? {
    guard kind != "question", query.number == nil, query.words.words.count == 1,
      let typed = query.words.words.first?.text, typed.count > 3
    else { return nil }
    if names.contains(where: { Spelling.nearest(to: typed, among: [$0.joined]) != nil }) {
      return NameRank(tier: .scattered, detail: 100 + weight)
    }
    for name in names where Spelling.nearest(to: typed, among: name.words.map(\.text) + [name.joined]) != nil
    {
      return NameRank(tier: .scattered, detail: weight - name.words.count)
    }
    return nil
  }

  /// What sorts before what, where both answer as well.
  private var weight: Int { 3 * (Self.weights[sort] ?? 5) + (isPreferred ? 2 : 0) }

  private var sort: String { kind ?? numberedKind }

  private static let weights = [
    "page": 12, "chapter": 10, "section": 9, "command": 8, "machine": 8, "model": 8, "term": 8,
    "calculator": 7,
    "equation": 6, "constant": 3, "question": 0,
  ]
}
