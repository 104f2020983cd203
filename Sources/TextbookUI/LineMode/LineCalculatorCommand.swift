/// What the prompt of a calculator takes beside inputs.
enum LineCalculatorCommand: CaseIterable {
  case inputs, results, set, choices, reset, explain, solve, sweep, sensitivity, compare, figure, help, done

  /// Its words, the whole ones first, and short ones, which give way to inputs that are called so. The short ones are the
  /// keys of the screen where they have the same meaning.
  private var row: (words: [String], short: [String], help: [(typed: String, does: String)]) {
    switch self {
    case .inputs: (["inputs"], ["i"], [("inputs", "says the inputs")])
    case .results: (["results", "outputs", "values"], ["o"], [("results", "says the results")])
    case .set:
      (
        ["set"], ["s"],
        [
          ("batch=64, set batch 64 or 1=64", "sets an input, by its name or number"),
          ("batch or 1", "says an input and what it takes"),
        ]
      )
    case .choices:
      (["choices"], [], [("choices NAME", "lists what can be chosen for an input, to take it by number")])
    case .reset:
      (
        ["reset"], ["r"],
        [("reset NAME", "takes the change of one input back"), ("reset", "those of all")]
      )
    case .explain:
      (
        ["explain", "derivation"], ["x"],
        [("explain RESULT", "says how a result comes about, step by step"), ("explain", "all of them")]
      )
    case .solve:
      (
        ["solve"], [],
        [
          ("solve RESULT = VALUE", "finds the inputs that bring a result to a value, each alone"),
          ("solve RESULT = VALUE for NAME", "looks at one input"), ("solve", "asks for both"),
        ]
      )
    case .sweep:
      (
        ["sweep"], ["w"],
        [
          ("sweep NAME", "says results for values of an input, a row for each"),
          ("sweep RESULT over NAME from 1 to 1024 points 5 log", "says which result, over which values"),
        ]
      )
    case .sensitivity:
      (
        ["sensitivity"], ["t"],
        [("sensitivity RESULT", "says what a result depends on, the strongest first")]
      )
    case .compare:
      (
        ["compare"], ["c"],
        [("compare", "says what you changed, and what follows from it against the author's numbers")]
      )
    case .figure:
      (["figure", "figures"], [], [("figure", "says the figures that its inputs move, with their data")])
    case .help: (["help"], ["?", "h"], [])
    case .done: (["done", "back", "quit", "exit"], ["", "b", "q"], [("done", "goes back to the page")])
    }
  }

  init?(_ word: String) {
    let found = Self.allCases.first { $0.row.words.contains(word) || $0.row.short.contains(word) }
    guard let found else { return nil }
    self = found
  }

  /// The command of a whole word.
  init?(whole word: String) {
    guard let found = Self.allCases.first(where: { $0.row.words.contains(word) }) else { return nil }
    self = found
  }

  /// Whether a word is short for a command.
  static func isShort(_ word: String) -> Bool { allCases.contains { $0.row.short.contains(word) } }

  var takesWords: Bool {
    switch self {
    case .explain, .choices, .reset, .set, .solve, .sweep, .sensitivity: true
    case .inputs, .results, .compare, .figure, .help, .done: false
    }
  }

  static var helpLines: [String] {
    allCases.flatMap { command in command.row.help.map { "  \($0.typed): \($0.does)." } } + [
      "  RESULT is a label, a part of one, or a name of the formulas; NAME is a name, a label or a number.",
      "  Short forms: \(shortForms). One gives way to an input of that name.",
    ]
  }

  /// `x for explain, w for sweep`
  private static var shortForms: String {
    allCases.compactMap { command in
      command.row.short.first { !$0.isEmpty }.map { "\($0) for \(command.row.words[0])" }
    }.joined(separator: ", ")
  }
}
