import Content

/// What `:` can go to.
struct GoToItem: Hashable, Sendable {
  /// `5.2`, `Figure 5.1`.
  var label: String
  var title: String
  var destination: Destination
  /// The id that an author gave it.
  var id: String?
  /// What is said of it beside its title.
  var detail: String?
  /// Label and title as they are compared.
  let folded: [Unicode.Scalar]
  let foldedTitle: [Unicode.Scalar]

  let foldedID: [Unicode.Scalar]

  init(
    label: String, title: String, destination: Destination, id: String? = nil, detail: String? = nil
  ) {
    self.label = label
    self.detail = detail
    self.title = title
    self.destination = destination
    self.id = id
    foldedID = FuzzyMatch.folded(id ?? "")
    // What a thing to choose is called is its title; the label is one of a few words that all of them share.
    folded = FuzzyMatch.folded(detail == nil ? label + " " + title : title)
    foldedTitle = FuzzyMatch.folded(title)
  }
}

/// Everything in the book that has a number or a name.
struct GoToIndex: Hashable, Sendable {
  let items: [GoToItem]

  init(_ items: [GoToItem]) { self.items = items }

  init(_ book: Book) {
    var items: [GoToItem] = []
    for id in book.manifest.chapterIDs {
      guard let chapter = book.chapters[id] else { continue }
      items.append(
        GoToItem(
          label: chapter.number.map { "Chapter \($0)" } ?? "", title: chapter.title,
          destination: Destination(chapter: id)))
      let headings = Set(chapter.sections.map(\.block))
      for section in chapter.sections {
        items.append(
          GoToItem(
            label: section.number ?? "", title: section.title,
            destination: Destination(chapter: id, position: PagePosition(block: section.block)),
            id: section.id))
      }
      for anchor in chapter.anchors where !headings.contains(anchor.block) {
        items.append(
          GoToItem(
            // What has no number of its own is called by its title alone.
            label: anchor.label == anchor.title ? "" : anchor.label, title: anchor.title,
            destination: Destination(chapter: id, anchor: anchor.id), id: anchor.id))
      }
    }
    for (title, address) in Book.pages + [("Scenarios", PageAddress("scenarios"))] {
      items.append(
        GoToItem(label: "", title: title, destination: Destination(chapter: address.description)))
    }
    self.items = items
  }

  /// What answers the text, the best first: a number as it stands, else names by `FuzzyMatch`. The present chapter comes
  /// before others.
  func offers(for text: String, chapter: String, limit: Int = 50) -> [GoToItem] {
    let typed = text.trimmed
    let folded = FuzzyMatch.folded(typed)
    if typed.isEmpty {
      let own = items.filter { $0.destination.chapter == chapter }
      // A list of things to do has no chapter, and stands there whole.
      return own.isEmpty ? items : Array(own.prefix(limit))
    }
    var scored: [(score: Int, index: Int)] = []
    for (index, item) in items.enumerated() {
      guard var score = score(typed, folded, item) else { continue }
      if item.destination.chapter == chapter { score += 3 }
      scored.append((score, index))
    }
    scored.sort { ($0.score, $1.index) > ($1.score, $0.index) }
    let least = (scored.first?.score ?? 0) / 2
    return scored.prefix(limit).filter { $0.score >= least }.map { items[$0.index] }
  }

  private func score(_ typed: String, _ folded: [Unicode.Scalar], _ item: GoToItem) -> Int? {
    if typed.first?.isNumber == true {
      let number = item.label.split(separator: " ").last.map(String.init) ?? item.label
      if number == typed { return item.label == typed || item.label.hasPrefix("Chapter") ? 1000 : 900 }
      if number.hasPrefix(typed + ".") { return 500 - number.count }
    }
    if typed == item.id { return 950 }
    // Ids are long and alike, so that a few letters would match most of them: only what is typed like one counts.
    let byID = typed.contains("-") ? FuzzyMatch.score(folded, in: item.foldedID) : nil
    let byTitle = FuzzyMatch.score(folded, in: item.foldedTitle)
    let byName = FuzzyMatch.score(folded, in: item.folded)
    return [byTitle, byName, byID].compactMap { $0 }.max()
  }
}

extension String {
  /// Without spaces at both ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
