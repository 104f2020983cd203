import Content

/// How a source is cited in the text: author and year.
enum Citation {
  /// `Horowitz 2014`, `Rumelhart et al. 1986`; the title where there is no author, the key where nothing is known.
  static func short(of key: String, in bibliography: [String: BibliographyEntry]) -> String {
    guard let entry = bibliography[key] else { return key + "?" }
    let name = entry.author.map(names) ?? entry.title
    guard let year = entry.year, !year.isEmpty else { return name }
    return name + "\u{A0}" + year
  }

  /// The family names of the authors as a citation gives them.
  static func names(_ author: String) -> String {
    let families = people(author).map(family)
    switch families.count {
    case 0: return author
    case 1: return families[0]
    case 2: return families[0] + " and " + families[1]
    default: return families[0] + " et al."
    }
  }

  /// The text cut at `;`, `and`, `&` and commas; initials behind a comma stay with the name before it.
  private static func people(_ author: String) -> [String] {
    var people: [String] = []
    var words: [Substring] = []
    var endsPerson = false
    func finish() {
      if !words.isEmpty { people.append(words.joined(separator: " ")) }
      words = []
    }
    for word in author.split(separator: " ") {
      if word == "and" || word == "&" {
        finish()
        endsPerson = false
        continue
      }
      if endsPerson && isInitial(word) && words.count == 1 {
        // `Rumelhart, D. E.`: given names after the family name.
        let isLast = word.hasSuffix(";") || word.hasSuffix(",")
        if isLast { finish() }
        endsPerson = !isLast
        continue
      }
      if endsPerson { finish() }
      let ends = word.hasSuffix(",") || word.hasSuffix(";")
      words.append(ends ? word.dropLast() : word)
      endsPerson = ends
      if word.hasSuffix(";") {
        finish()
        endsPerson = false
      }
    }
    finish()
    return people
  }

  /// The last word of a person's name; the whole name of an organisation.
  private static func family(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last else { return name }
    if words.contains(where: { isAcronym($0) || organisations.contains($0) }) { return name }
    let end = words.count > 2 && (last == "Jr." || last == "al.") ? words[words.count - 2] : last
    return last == "al." ? name : String(end)
  }

  private static func isInitial(_ word: Substring) -> Bool {
    let word = word.hasSuffix(",") || word.hasSuffix(";") ? word.dropLast() : word
    return word.hasSuffix(".") && word.count <= 5
  }

  private static func isAcronym(_ word: Substring) -> Bool {
    word.count >= 2 && word.allSatisfy { $0.isUppercase || $0.isNumber }
  }

  private static let organisations: Set<Substring> = [
    "Research", "Corporation", "Inc.", "Inc", "Team", "Labs", "University", "Agency", "Commission",
    "Foundation", "Consortium", "Institute", "Group", "Union", "Council", "Network", "The", "of", "for",
  ]
}
