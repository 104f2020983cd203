/// What covers by its name: terms of the glossary, and equations.
struct CoverageNames {
  private let terms: Set<String>
  private let equations: Set<String>

  init(_ book: Book) {
    terms = Set(book.glossary.flatMap { [$0.name] + $0.synonyms }.flatMap(FoldedName.forms))
    equations = Set(book.workbook.library.equations.keys.map(FoldedName.fold))
  }

  func contains(_ item: InventoryItem) -> Bool {
    switch item.kind {
    case "terms":
      let parts = FoldedName.parts(of: item.title)
      return isTerm(item.title) || !parts.isEmpty && parts.allSatisfy(isTerm)
    case "equations": return item.id.map { equations.contains(FoldedName.fold($0)) } ?? false
    default: return false
    }
  }

  private func isTerm(_ name: String) -> Bool { FoldedName.forms(of: name).contains(where: terms.contains) }
}
