/// What people call commands that are described here in other words.
enum CommandWords {
  static func synonyms(of request: Request) -> [String] { table[request] ?? [] }

  /// What people call the themes besides their names.
  static func synonyms(ofTheme name: String) -> [String] {
    let words = [name] + (themeWords[name] ?? [])
    return words.flatMap { [$0, "theme \($0)", "\($0) theme", "\($0) mode", "colours \($0)"] }
  }

  /// What people call a page of the program besides its title, by the kind of its address.
  static func synonyms(ofPage kind: String) -> [String] { pageWords[kind] ?? [] }

  private static let pageWords = [
    "figures": ["tables", "list of figures", "list of tables", "list of calculators", "charts"]
  ]

  private static let themeWords = [
    "dark": ["night", "black"], "light": ["day", "white"], "contrast": ["high contrast", "high-contrast"],
    "mono": ["monochrome", "no colours", "no colors", "black and white"],
    "terminal": ["the terminal's colours"],
  ]

  private static let table: [Request: [String]] = [
    .help: ["help", "keys", "shortcuts", "commands", "keyboard", "manual"],
    .quit: ["quit", "exit", "leave", "end", "bye", "q!", "wq"],
    .reading(.theme): [
      "theme", "next theme", "colours", "colors", "appearance",
    ],
    .reading(.setMark): ["mark", "bookmark", "set a mark", "set a bookmark"],
    .reading(.goToMark): ["go to mark", "bookmarks", "marks"],
    .quiz: ["quiz", "test", "test myself", "practice", "exercise"],
    .review(minutes: nil): ["review", "due", "repeat", "flashcards", "cards", "spaced repetition", "revise"],
    .askProgress: ["progress", "score", "statistics", "results", "how far"],
    .search: ["search", "find", "find in chapter", "search in chapter"],
    .find: ["search", "find", "search the book", "search all", "full text", "grep"],
    .match(1): ["next match", "find next"],
    .contents: ["contents", "table of contents", "toc", "outline", "chapters", "sidebar"],
    .reading(.writeNote): ["note", "write a note", "annotate", "comment", "remark"],
    .reading(.select): ["highlight", "select", "underline", "mark text"],
    .workbench: ["workbench", "choose hardware", "change machine", "accelerator", "gpu"],
    .whatIf: ["what if", "assumptions"],
    .scenarios: ["scenarios"],
    .reading(.justify): ["justify", "justified", "align"],
    .reading(.columns): ["columns", "two columns"],
    .reading(.lineNumbers): ["line numbers"],
    .reading(.widen(-1)): ["narrower", "width", "line width", "narrow"],
    .reading(.widen(1)): ["wider", "wide"],
    .reading(.changeMargin(1)): ["margin", "margins"],
    .reading(.standardWidths): ["standard widths", "default width", "reset width"],
    .toggleMouse: ["mouse"],
    .back: ["back", "go back", "previous page", "history"],
    .forward: ["forward", "go forward"],
    .restoreAuthor: ["reset", "undo", "defaults", "author", "original", "reset all"],
    .edit: ["edit", "editor"],
    .copy: ["copy", "yank", "clipboard"],
    .pin: ["compare", "pin"],
    .analyse(.derivation): ["derivation", "explain", "how", "why", "steps"],
    .analyse(.sweep): ["sweep", "chart", "plot", "graph"],
    .analyse(.solve): ["solve", "goal", "invert"],
    .analyse(.sensitivity): ["sensitivity", "tornado"],
    .top: ["top", "start", "beginning", "first page"],
    .bottom: ["bottom", "end of chapter", "last page"],
    .chapter(1): ["next chapter"],
    .chapter(-1): ["previous chapter"],
    .section(1): ["next section"],
    .section(-1): ["previous section"],
    .stop: ["suspend", "background", "shell"],
    .redraw: ["redraw", "refresh", "clear"],
    .goTo: ["go to", "goto", "jump"],
  ]
}
