import Content

/// How sources are named.
enum Citations {
  static func short(_ key: String, in bibliography: [String: BibliographyEntry]) -> String {
    guard let entry = bibliography[key] else { return key }
    let names = people(entry.author)
    let family = names.first.flatMap { $0.split(separator: " ").last.map(String.init) }
    let who =
      switch names.count {
      case 0: entry.title
      case 1: isOrganisation(names[0]) ? names[0] : family ?? names[0]
      case 2: names.compactMap { $0.split(separator: " ").last.map(String.init) }.joined(separator: " and ")
      default: (family ?? names[0]) + " et al."
      }
    return who + (entry.year.map { " \($0)" } ?? "")
  }

  static func full(_ key: String, in bibliography: [String: BibliographyEntry]) -> String {
    guard let entry = bibliography[key] else { return key }
    let head = [entry.author, entry.year.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    return [head, entry.title, entry.container ?? ""].filter { !$0.isEmpty }.joined(separator: ". ") + "."
  }

  private static func people(_ author: String?) -> [String] {
    guard let author else { return [] }
    if author.contains(";") { return author.split(separator: ";").map { String($0).trimmed } }
    let parts = author.split(separator: " and ").flatMap { $0.split(separator: ",") }.map {
      String($0).trimmed
    }
    return parts.contains("others") ? [parts[0], "others", "others"] : parts
  }

  private static func isOrganisation(_ name: String) -> Bool {
    name.split(separator: " ").contains { $0.count > 1 && $0.allSatisfy(\.isUppercase) }
      || ["University", "Corporation", "Inc", "Team", "Research", "Consortium"].contains { name.contains($0) }
  }
}
