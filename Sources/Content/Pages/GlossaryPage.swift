extension Book {
  /// All terms in the order of the alphabet.
  var glossaryPage: Chapter {
    var builder = PageBuilder(title: "Glossary")
    if glossary.isEmpty { builder.paragraph("The book has no glossary.") }
    for term in glossary.sorted(by: { $0.name.lowercased() < $1.name.lowercased() }) {
      builder.heading(term.name, level: 3, id: term.id)
      if !term.synonyms.isEmpty {
        builder.paragraph([.emphasis([.text("also: " + term.synonyms.joined(separator: ", "))])])
      }
      for block in term.definition { builder.add(block) }
    }
    return builder.page
  }
}
