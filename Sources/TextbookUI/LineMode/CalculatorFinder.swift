import Content

/// Finds calculators by what a person calls them, also those that stand in sentences or are folded.
struct CalculatorFinder {
  private let book: Book
  /// The id of the chapter whose calculators come before others.
  private let chapter: String

  init(_ book: Book, chapter: String) {
    self.book = book
    self.chapter = chapter
  }

  /// The ids of those that are meant, by id, by number as in `5.5` or `calculator 5.5`, by title or by words of it.
  func calculators(named name: String) -> [String] {
    let workbook = book.workbook
    if let id = workbook.calculator(name)?.id ?? workbook.calculator(covering: name)?.calculator.id {
      return [id]
    }
    if let number = NameQuery(name).number, number.kind.map({ "calculator".hasPrefix($0) }) ?? true {
      let label = "calculator " + number.number
      for chapter in book.chapters.values {
        if let id = chapter.anchors.first(where: { $0.label.lowercased() == label })?.id { return [id] }
      }
    }
    let typed = NameWords(name)
    if typed.words.isEmpty { return [] }
    let titles = workbook.calculatorIDs.map {
      (id: $0, words: NameWords(workbook.calculator($0)?.title ?? ""))
    }
    let same = titles.filter { $0.words.joined == typed.joined }
    let fitting =
      same.isEmpty
      ? titles.filter { title in
        typed.words.allSatisfy { word in title.words.words.contains { $0.text.hasPrefix(word.stem) } }
      } : same
    let own = Set(book.chapters[chapter]?.calculators.map(\.id) ?? [])
    let near = fitting.filter { own.contains($0.id) }
    return (near.isEmpty ? fitting : near).map(\.id)
  }
}
