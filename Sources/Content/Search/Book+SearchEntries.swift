import Engine

extension Book {
  /// What can be found outside the chapters: equations, profiles, constants and the glossary.
  func librarySearchEntries(formulas: FormulaWriter) -> [SearchEntry] {
    let writer = SearchText(book: self, formulas: formulas)
    let library = workbook.library
    var entries: [SearchEntry] = []
    for equation in library.equations.values.sorted(by: { $0.id < $1.id }) {
      let meanings = equation.symbols.map { "\(writer.text(of: $0.symbol)) \($0.meaning)" }
      entries.append(
        SearchEntry(
          kind: .equation, place: "Equations", title: equation.name,
          text: (meanings + [equation.assumes, equation.id].compactMap { $0 }).joined(separator: ", "),
          page: PageAddress("equation", equation.id).description, block: 0, id: equation.id))
    }
    for profile in library.profiles.values.sorted(by: { $0.id < $1.id }) {
      let isModel = profile.kind == .model
      let figures = profile.figures.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
      entries.append(
        SearchEntry(
          kind: isModel ? .model : .hardware, place: isModel ? "Models" : "Hardware", title: profile.name,
          text: ([profile.category, profile.year.map(String.init)].compactMap { $0 } + figures)
            .joined(separator: ", "),
          page: PageAddress(profile.kind.rawValue, profile.id).description, block: 0, id: profile.id))
    }
    for constant in library.constants.values.sorted(by: { $0.name < $1.name }) {
      entries.append(
        SearchEntry(
          kind: .constant, place: constant.topic ?? "Constants", title: constant.title,
          text: [constant.figure.text, constant.per, constant.figure.note].compactMap { $0 }
            .joined(separator: ", "),
          page: PageAddress("constants").description, block: 0, id: constant.name))
    }
    for term in glossary {
      entries.append(
        SearchEntry(
          kind: .term, place: "Glossary", title: ([term.name] + term.synonyms).joined(separator: ", "),
          text: term.definition.flatMap(\.inlineRuns).map { writer.text(of: $0) }.joined(separator: " "),
          page: PageAddress("glossary").description, block: 0, id: term.id))
    }
    return entries
  }
}
