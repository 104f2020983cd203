extension Book {
  /// All terms in the order of the alphabet.
  var glossaryPage: Chapter {
    var builder = PageBuilder(title: "Glossary")
    if glossary.isEmpty { builder.paragraph("The book has no glossary.") }
    for term in glossary.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
      builder.heading(term.name, level: 3, id: term.id)
      // `LAMB / LARS` says both names already.
      let said = Set(term.name.split(separator: " / ").map(String.init))
      let others = term.synonyms.filter { !said.contains($0) }
      if !others.isEmpty {
        builder.paragraph([.emphasis([.text("also: " + others.joined(separator: ", "))])])
      }
      for block in term.definition { builder.add(block) }
    }
    return builder.page
  }
}
