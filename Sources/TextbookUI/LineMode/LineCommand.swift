/// What can be typed at the prompt of line mode.
enum LineCommand: CaseIterable {
  case next, previous, back, forward, again, contents, chapters, go, search, term, sources, pages
  case calculators, open, whatIf, reset, questions, quiz, review, teach, footnotes, note, notes, remove, mark,
    marks
  case position, help, leave

  /// The word, the short forms, what stands behind it, and what it does.
  private var row: (names: [String], argument: String, help: String) {
    switch self {
    case .next: (["next", "n", ""], "", "the next section; so does Enter alone")
    case .previous: (["previous", "p"], "", "the section before")
    case .back: (["back", "b"], "", "to where you came from")
    case .forward: (["forward", "f"], "", "takes back a back")
    case .again: (["again", "r", "repeat"], "", "this section once more")
    case .contents: (["contents", "c"], "", "the sections of this chapter, by number")
    case .chapters: (["chapters"], "", "the chapters of the book, by number")
    case .go:
      (
        ["goto", "g", "go"], "PLACE",
        "a section, chapter, figure, table or formula, by number, id or name"
      )
    case .search: (["search", "s", "/"], "WORDS", "sections with these words")
    case .term: (["term", "t", "define"], "NAME", "what a term of the glossary means")
    case .sources:
      (["sources", "source"], "WORDS", "the sources that this section cites, or those with these words")
    case .pages: (["pages"], "", "pages on the whole book, such as the glossary, by number")
    case .calculators: (["calculators"], "", "the calculators of this chapter, by number")
    case .open:
      (["calc", "x", "open"], "NAME", "a calculator, by number, id or title, to change its inputs")
    case .whatIf:
      (
        ["whatif"], "NAME = VALUE",
        "what you changed in the book and what follows; with a figure such as a100_80gb.memory.bandwidth, changes it"
      )
    case .reset:
      (
        ["reset"], "NAME",
        "takes back all changed numbers of the book, or one: a figure, hardware, model, CALCULATOR.INPUT"
      )
    case .questions: (["questions"], "", "the questions of this section, one after the other")
    case .quiz: (["quiz"], "COUNT", "a quiz of this chapter, of five questions without a count")
    case .review: (["review", "v"], "MINUTES", "what is due for review today, over all chapters")
    case .teach: (["teach"], "", "the paragraph that teaches the question you missed last")
    case .footnotes: (["footnotes", "fn"], "", "the footnotes of this section")
    case .note: (["note"], "WORDS", "keeps a note on what was read last")
    case .notes: (["notes"], "", "your notes, by number")
    case .remove: (["remove"], "NUMBER", "removes a note of the list that notes gave")
    case .mark: (["mark", "m"], "LETTER", "sets a mark at what was read last")
    case .marks: (["marks"], "", "your marks, by number")
    case .position: (["where", "w"], "", "the place in the book")
    case .help: (["help", "h", "?"], "", "these commands")
    case .leave: (["quit", "q", "exit"], "", "the end; the place is kept")
    }
  }

  var name: String { row.names[0] }

  /// Whether it takes words behind it.
  var takesWords: Bool { !row.argument.isEmpty }

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
