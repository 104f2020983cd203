/// What the forms of an English word share: `multiplies`, `multiplied` and `multiplying` are one. Rough on purpose: two
/// words that are taken for one cost little where many are compared.
enum WordStem {
  /// - Parameter word: in lower case.
  static func of(_ word: String) -> String {
    var letters = Array(word.utf8)
    guard letters.count > 3, letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
    else {
      return word
    }
    for (ending, kept, least) in endings where letters.count >= least && letters.hasSuffix(ending) {
      letters.removeLast(ending.count)
      letters += kept
      break
    }
    // `planned` and `plans`, `stored` and `store`, `carried` and `carry`.
    if letters.count > 3, let last = letters.last, letters[letters.count - 2] == last,
      !"sle".utf8.contains(last)
    {
      letters.removeLast()
    }
    if letters.count > 3, letters.last == UInt8(ascii: "e") { letters.removeLast() }
    if letters.count > 3, letters.last == UInt8(ascii: "y") { letters[letters.count - 1] = UInt8(ascii: "i") }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Endings, the longest first, with what stands in their place and how long a word must be to have them.
  private static let endings: [(ending: [UInt8], kept: [UInt8], least: Int)] = [
    ("isations", "iz", 10), ("izations", "iz", 10), ("isation", "iz", 9), ("ization", "iz", 9),
    ("ising", "iz", 8), ("ised", "iz", 7), ("ises", "iz", 7), ("ise", "iz", 7), ("ications", "y", 10),
    ("ication", "y", 9), ("ations", "", 9), ("ation", "", 8), ("ments", "", 8), ("ment", "", 8),
    ("ions", "", 8), ("ingly", "", 8), ("ness", "", 8), ("ally", "al", 7), ("ies", "y", 5), ("ied", "y", 5),
    ("ings", "", 7), ("ing", "", 6), ("ion", "", 7), ("edly", "", 8), ("ers", "", 7), ("er", "", 6),
    ("ed", "", 5), ("ply", "ply", 4), ("ly", "", 6), ("iases", "ias", 6), ("ias", "ias", 4),
    ("sses", "ss", 6), ("xes", "x", 5), ("ches", "ch", 6), ("shes", "sh", 6),
    ("ss", "ss", 4), ("us", "us", 4), ("is", "is", 4), ("s", "", 4),
  ].map { (Array($0.utf8), Array($1.utf8), $2) }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: [UInt8]) -> Bool {
    count >= ending.count && self[(count - ending.count)...].elementsEqual(ending)
  }
}
