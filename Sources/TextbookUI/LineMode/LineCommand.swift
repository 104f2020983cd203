/// What can be typed at the prompt of line mode.
enum LineCommand: CaseIterable {
  case next, back, again, contents, chapters, go, search, term, pages, calculators, open, questions
  case quiz, review, notes, position, help, leave

  /// The word, the short forms, what stands behind it, and what it does.
  private var row: (names: [String], argument: String, help: String) {
    switch self {
    case .next: (["next", "n", ""], "", "the next section; so does Enter alone")
    case .back: (["back", "b", "p", "previous"], "", "the section before")
    case .again: (["again", "r", "repeat"], "", "this section once more")
    case .contents: (["contents", "c"], "", "the sections of this chapter, by number")
    case .chapters: (["chapters"], "", "the chapters of the book, by number")
    case .go:
      (["goto", "g", "go"], "PLACE", "a section, chapter, figure or table, by number, id or name")
    case .search: (["search", "s", "/"], "WORDS", "sections with these words")
    case .term: (["term", "t", "define"], "NAME", "what a term of the glossary means")
    case .pages: (["pages"], "", "pages on the whole book, such as the glossary, by number")
    case .calculators: (["calculators"], "", "the calculators of this chapter, by number")
    case .open: (["calc", "x", "open"], "ID", "a calculator, to change its inputs")
    case .questions: (["questions"], "", "the questions of this section, one after the other")
    case .quiz: (["quiz"], "COUNT", "a quiz of this chapter, of five questions without a count")
    case .review: (["review", "v"], "MINUTES", "what is due for review today, over all chapters")
    case .notes: (["notes", "footnotes"], "", "the footnotes of this section")
    case .position: (["where", "w"], "", "the place in the book")
    case .help: (["help", "h", "?"], "", "these commands")
    case .leave: (["quit", "q", "exit"], "", "the end; the place is kept")
    }
  }

  init?(_ word: String) {
    guard let found = Self.allCases.first(where: { $0.row.names.contains(word) }) else { return nil }
    self = found
  }

  /// A line for each command.
  static var helpLines: [String] {
    let heads = allCases.map { command in
      let short = command.row.names.dropFirst().first.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
      return command.row.names[0] + (command.row.argument.isEmpty ? "" : " " + command.row.argument) + short
    }
    return zip(allCases, heads).map { "  \($1): \($0.row.help)" }
      + ["  A number alone takes what stands at that number in the last list."]
  }

  /// The first word in lower case, and the rest.
  static func words(_ line: String, lowercased: Bool = true) -> (first: String, rest: String) {
    if line.hasPrefix("/") { return ("/", String(line.dropFirst()).trimmed) }
    let first = line.prefix { !$0.isWhitespace }
    return (lowercased ? first.lowercased() : String(first), String(line.dropFirst(first.count)).trimmed)
  }
}
