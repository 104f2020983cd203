import Content

/// What `:` can go to or do.
struct GoToItem: Hashable, Sendable {
  enum Goal: Hashable, Sendable {
    case place(Destination)
    /// Show the definition of a term.
    case term(String)
    case command(Request)
  }

  /// `5.2`, `Figure 5.1`; the key of a command.
  var label: String
  var title: String
  var goal: Goal
  /// The id that an author gave it.
  var id: String?
  /// What sort of thing it is, where its label does not say.
  var kind: String?
  let isSection: Bool
  /// What is said of it beside its title.
  var detail: String?
  /// Label and title as they are compared.
  let folded: [Unicode.Scalar]
  let foldedTitle: [Unicode.Scalar]
  let foldedID: [Unicode.Scalar]

  init(
    label: String, title: String, destination: Destination, id: String? = nil, detail: String? = nil
  ) {
    self.init(label: label, title: title, goal: .place(destination), id: id, detail: detail)
  }

  init(
    label: String, title: String, goal: Goal, id: String? = nil, kind: String? = nil, detail: String? = nil,
    isSection: Bool = false
  ) {
    self.isSection = isSection
    self.label = label
    self.detail = detail
    self.title = title
    self.goal = goal
    self.id = id
    self.kind = kind
    foldedID = FuzzyMatch.folded(id ?? "")
    // What a thing to choose is called is its title; the label is one of a few words that all of them share.
    folded = FuzzyMatch.folded(detail == nil ? label + " " + title : title)
    foldedTitle = FuzzyMatch.folded(title)
  }

  /// The chapter that it stands in.
  var chapter: String? {
    if case .place(let destination) = goal { destination.chapter } else { nil }
  }

  fileprivate var isCommand: Bool {
    if case .command = goal { true } else { false }
  }
}

/// Everything in the book that has a number or a name, with the program's pages and commands.
struct GoToIndex: Hashable, Sendable {
  let items: [GoToItem]

  init(_ items: [GoToItem]) { self.items = items }

  init(_ state: ReaderState) {
    let book = state.book
    var items: [GoToItem] = []
    for id in book.manifest.chapterIDs {
      if let chapter = book.chapters[id] { items += Self.items(of: chapter, id: id) }
    }
    for term in book.glossary {
      items.append(GoToItem(label: "", title: term.name, goal: .term(term.id), id: term.id, kind: "term"))
    }
    items += Self.items(of: book)
    for (title, address) in Book.pages + ReaderState.pages {
      items.append(
        GoToItem(
          label: "", title: title, goal: .place(Destination(chapter: address.description)), kind: "page"))
    }
    for binding in state.keys.bindings where binding.places.contains(.page) {
      guard let help = binding.help, let key = binding.keys.first, binding.request.isOffered else { continue }
      items.append(
        GoToItem(label: key.name, title: help, goal: .command(binding.request), kind: "command"))
    }
    self.items = items
  }

  private static func items(of chapter: Chapter, id: String) -> [GoToItem] {
    var items = [
      GoToItem(
        label: chapter.number.map { "Chapter \($0)" } ?? "", title: chapter.title,
        goal: .place(Destination(chapter: id)))
    ]
    let headings = Set(chapter.sections.map(\.block))
    let questions = Set(chapter.questions.map(\.id))
    for section in chapter.sections {
      items.append(
        GoToItem(
          label: section.number ?? "", title: section.title,
          goal: .place(Destination(chapter: id, position: PagePosition(block: section.block))),
          id: section.id, isSection: true))
    }
    for anchor in chapter.anchors where !headings.contains(anchor.block) {
      items.append(
        GoToItem(
          // What has no number of its own is called by its title alone.
          label: anchor.label == anchor.title ? "" : anchor.label, title: anchor.title,
          goal: .place(Destination(chapter: id, anchor: anchor.id)), id: anchor.id,
          kind: questions.contains(anchor.id) ? "question" : nil))
    }
    return items
  }

  /// What answers the text, the best first: a number as it stands, else names by `FuzzyMatch`. The present chapter comes
  /// before others. Commands answer to whole words of what they do, and to their key.
  func offers(for text: String, chapter: String, limit: Int = 50) -> [GoToItem] {
    let typed = text.trimmed
    let folded = FuzzyMatch.folded(typed)
    if typed.isEmpty {
      let own = items.filter { $0.chapter == chapter }
      // A list of things to do has no chapter, and stands there whole.
      return own.isEmpty ? items : Array(own.prefix(limit))
    }
    var scored: [(score: Int, index: Int)] = []
    var best = 0
    for (index, item) in items.enumerated() {
      guard var score = item.isCommand ? commandScore(typed, item) : score(typed, folded, item) else {
        continue
      }
      if item.chapter == chapter { score += 3 }
      best = max(best, score)
      // What goes first for another reason than its letters hides nothing.
      if item.foldedTitle == folded { score += 40 }
      if item.kind == "page" || item.isCommand { score += 5 }
      scored.append((score, index))
    }
    scored.sort { ($0.score, $1.index) > ($1.score, $0.index) }
    return scored.prefix(limit).filter { $0.score >= best / 2 }.map { items[$0.index] }
  }

  private func score(_ typed: String, _ folded: [Unicode.Scalar], _ item: GoToItem) -> Int? {
    if typed.first?.isNumber == true {
      let number = item.label.split(separator: " ").last.map(String.init) ?? item.label
      if number == typed { return item.label == typed || item.label.hasPrefix("Chapter") ? 1000 : 900 }
      if number.hasPrefix(typed + ".") { return 500 - number.count }
    }
    if typed == item.id { return 950 }
    // Ids are long and alike, so that a few letters would match most of them: only what is typed like one counts.
    let byID = typed.contains("-") || typed.contains("_") ? FuzzyMatch.score(folded, in: item.foldedID) : nil
    let byTitle = FuzzyMatch.score(folded, in: item.foldedTitle)
    let byName = FuzzyMatch.score(folded, in: item.folded)
    return [byTitle, byName, byID].compactMap { $0 }.max()
  }

  /// Every word that was typed begins a word of what the command does. Its sentence is longer than a name, so that letter
  /// by letter it would answer to almost anything.
  private func commandScore(_ typed: String, _ item: GoToItem) -> Int? {
    if typed == item.label { return 60 }
    let words = item.title.lowercased().split { !$0.isLetter && $0 != "$" }
    var score = 0
    for word in typed.lowercased().split(separator: " ") {
      guard let place = words.firstIndex(where: { $0.hasPrefix(word) }) else { return nil }
      score += 4 * word.count + (place == 0 ? 8 : 2)
      // Typed in full, a word of few sentences is hardly meant as letters of a name.
      if words[place] == word, word.count > 2 { score += 16 }
    }
    return score
  }
}

extension Request {
  /// Whether it makes sense when chosen by name.
  fileprivate var isOffered: Bool {
    switch self {
    case .digit, .activate, .leave, .goTo, .reading(.percent): false
    default: true
    }
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
