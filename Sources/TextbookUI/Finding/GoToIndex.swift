import Content
import Typesetting

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
  /// What it is called, its title first, what is short for it last.
  let names: [NameWords]
  /// How many of the names are its own. One that is short for them gives way to what is called so.
  let ownNames: Int
  let foldedTitle: [Unicode.Scalar]
  /// `6.2` of Figure 6.2, in lower case.
  let number: String?
  /// `figure` of Figure 6.2; `section` of a section.
  let numberedKind: String
  /// Words for things of its sort, which are no part of its name.
  let kindWords: [String]
  /// Whether of several of a name it is the one that the book reckons with.
  var isPreferred = false
  /// Of a constant, its value as the author wrote it, to be found by: `640 pJ`.
  var value: String?

  init(
    label: String, title: String, destination: Destination, id: String? = nil, detail: String? = nil
  ) {
    self.init(label: label, title: title, goal: .place(destination), id: id, detail: detail)
  }

  /// - Parameters:
  ///   - aliases: other names.
  ///   - shortNames: what people leave of its name: `A100` of NVIDIA A100.
  ///   - isNamed: whether the title is a name, and not a hint at where it stands.
  init(
    label: String, title: String, goal: Goal, id: String? = nil, kind: String? = nil, detail: String? = nil,
    isSection: Bool = false, aliases: [String] = [], shortNames: [String] = [], isNamed: Bool = true
  ) {
    self.isSection = isSection
    self.label = label
    self.detail = detail
    self.title = title
    self.goal = goal
    self.id = id
    self.kind = kind
    let ownNames = (isNamed ? [title] : []) + aliases
    names = (ownNames + shortNames).map { NameWords($0) }
    self.ownNames = ownNames.count
    foldedTitle = FuzzyMatch.folded(title)
    let words = label.lowercased().split(separator: " ")
    var number: String?
    // What a thing to choose is called is its title; the label is one of a few words that all of them share.
    if case .command = goal {
    } else if detail == nil, let last = words.last, NameQuery.isNumber(last) {
      number = String(last)
    }
    self.number = number
    numberedKind = isSection ? "section" : words.dropLast(number == nil ? 0 : 1).joined(separator: " ")
    if case .command = goal {
      kindWords = ["command"]
    } else {
      // A chapter with a letter for its number.
      let isAppendix = numberedKind == "chapter" && number?.first?.isLetter == true
      kindWords =
        [kind, detail == nil ? numberedKind : nil].compactMap(\.self)
        .flatMap { $0.split(separator: " ").map(String.init) }
        + (isAppendix ? ["appendix", "appendice"] : [])
    }
  }

  /// The chapter that it stands in.
  var chapter: String? {
    if case .place(let destination) = goal { destination.chapter } else { nil }
  }

  var isCommand: Bool {
    if case .command = goal { true } else { false }
  }
}

/// Everything in the book that has a number or a name, with the program's pages and commands.
struct GoToIndex: Hashable, Sendable {
  let items: [GoToItem]

  /// So many are offered at most.
  static let limit = 50

  init(_ items: [GoToItem]) { self.items = items }

  init(_ state: ReaderState) {
    var items = Self.places(in: state.book, pages: Book.pages + ReaderState.pages)
    for binding in state.keys.bindings where binding.places.contains(.page) {
      guard let help = binding.help, let key = binding.keys.first, binding.request.isOffered else { continue }
      items.append(
        GoToItem(
          label: key.name, title: help, goal: .command(binding.request), kind: "command",
          aliases: CommandWords.synonyms(of: binding.request)))
    }
    for theme in Theme.all {
      items.append(
        GoToItem(
          label: "", title: "theme \(theme.name)", goal: .command(.reading(.setTheme(theme.name))),
          kind: "command", aliases: CommandWords.synonyms(ofTheme: theme.name)))
    }
    self.items = items
  }

  /// All that has a place.
  static func places(in book: Book, pages: [(title: String, address: PageAddress)]) -> [GoToItem] {
    var items: [GoToItem] = []
    for id in book.manifest.chapterIDs {
      if let chapter = book.chapters[id] { items += Self.items(of: chapter, id: id) }
    }
    for term in book.glossary {
      items.append(
        GoToItem(
          label: "", title: term.name, goal: .term(term.id), id: term.id, kind: "term", aliases: term.synonyms
        ))
    }
    items += Self.items(of: book)
    for (title, address) in pages {
      items.append(
        GoToItem(
          label: "", title: title, goal: .place(Destination(chapter: address.description)), kind: "page",
          aliases: address.path.isEmpty ? [address.kind] + CommandWords.synonyms(ofPage: address.kind) : []))
    }
    return items
  }

  private static func items(of chapter: Chapter, id: String) -> [GoToItem] {
    var items = [
      GoToItem(
        label: chapter.number.map { "Chapter \($0)" } ?? "", title: chapter.title,
        goal: .place(Destination(chapter: id)), id: id)
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
      let section = anchor.title.isEmpty ? chapter.sections.last { $0.block <= anchor.block } : nil
      items.append(
        GoToItem(
          // What has no number of its own is called by its title alone.
          label: anchor.label == anchor.title ? "" : anchor.label,
          title: section.map { "in " + [$0.number, $0.title].compactMap(\.self).joined(separator: " ") }
            ?? anchor.title,
          goal: .place(
            Destination(
              chapter: id, anchor: anchor.id,
              position: PagePosition(block: anchor.id == nil ? anchor.block : 0))),
          id: anchor.id, kind: anchor.id.map(questions.contains) == true ? "question" : nil,
          isNamed: section == nil))
    }
    return items
  }

  /// What answers the text, the best first: the very number or name, then whole words, then their beginnings. Scattered
  /// letters and slips of the finger count only where nothing else answers, and questions come last. Of what answers as well
  /// the present chapter's comes first.
  func offers(for text: String, chapter: String, limit: Int = Self.limit) -> [GoToItem] {
    let query = NameQuery(text)
    if query.text.isEmpty {
      let own = items.filter { $0.chapter == chapter }
      // A list of things to do has no chapter, and stands there whole.
      return own.isEmpty ? items : Array(own.prefix(limit))
    }
    return ranked(query, chapter: chapter, limit: limit).map(\.item)
  }

  func ranked(_ query: NameQuery, chapter: String, limit: Int = Self.limit) -> [(
    rank: NameRank, item: GoToItem
  )] {
    var best: [(rank: NameRank, index: Int)] = []
    for ranking in [
      GoToItem.rank, GoToItem.partialRank, GoToItem.scatteredRank, GoToItem.misspelledRank,
    ] {
      best = items.indices.compactMap { index in
        guard var rank = ranking(items[index])(query) else { return nil }
        if items[index].chapter == chapter { rank.detail += 5 }
        return (rank, index)
      }
      if best.contains(where: { $0.rank.tier != .question }) { break }
    }
    best.sort { ($0.rank, $1.index) > ($1.rank, $0.index) }
    return best.prefix(limit).map { ($0.rank, items[$0.index]) }
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
