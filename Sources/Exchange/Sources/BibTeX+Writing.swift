import Content

extension BibTeX {
  /// A source as an entry of a BibTeX file, with a line break at its end.
  public static func text(of entry: BibliographyEntry) -> String {
    var fields: [(String, String)] = []
    if let author = entry.author { fields.append(("author", names(author))) }
    fields.append(("title", "{\(escaped(entry.title))}"))
    if let container = entry.container { fields.append(("howpublished", escaped(container))) }
    if let year = entry.year { fields.append(("year", year)) }
    // An address is taken as it stands.
    if let url = entry.url { fields.append(("url", url)) }
    let lines = fields.map { "  \($0.0) = {\($0.1)}" }
    return "@misc{\(entry.key),\n\(lines.joined(separator: ",\n"))\n}\n"
  }

  /// People are joined by `and`; the name of a company is one word to BibTeX when it stands in braces.
  private static func names(_ author: String) -> String {
    var names = author.split { $0 == ";" || $0 == "," }.map { String($0).trimmed }
    let others = " and others"
    let hasOthers = names.last?.hasSuffix(others) == true
    if hasOthers, let last = names.popLast() { names.append(String(last.dropLast(others.count))) }
    let people = names.map { name in
      name.contains(".") || !name.contains(" ") ? escaped(name) : "{\(escaped(name))}"
    }
    return (people + (hasOthers ? ["others"] : [])).joined(separator: " and ")
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "&", "%", "#", "_", "$", "{", "}": result += "\\\(character)"
      case "–": result += "--"
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.append(character)
      }
    }
    return result
  }
}
