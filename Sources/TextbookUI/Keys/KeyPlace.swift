/// Where keys go. A key has one meaning in each.
enum KeyPlace: String, Hashable, Sendable, CaseIterable {
  case page, contents, panel, entry, options, arranging, matching, gaps, writing, rubric, answered, search,
    goTo, find,
    remark, asking, popup, selecting, naming, noting, help

  /// As the help calls it.
  var title: String {
    switch self {
    case .page: "Reading"
    case .contents: "Contents"
    case .panel: "In a calculator"
    case .entry: "While typing a value"
    case .options: "A question with options"
    case .arranging: "A question with items to arrange"
    case .matching: "A question with sides to match"
    case .gaps: "A question with an answer to type"
    case .writing: "While typing an answer"
    case .rubric: "Grading your own answer"
    case .answered: "After an answer"
    case .search: "While typing a search"
    case .goTo: "While typing where to go"
    case .find: "While searching the book"
    case .remark: "While typing a remark"
    case .asking: "While typing a target, a figure or a name"
    case .popup: "In a note"
    case .selecting: "Choosing paragraphs"
    case .naming: "Naming a mark"
    case .noting: "While typing a note"
    case .help: "In this list"
    }
  }

  /// Whether keys that are not bound are text.
  var takesText: Bool {
    switch self {
    case .entry, .writing, .search, .goTo, .find, .naming, .noting, .remark, .asking: true
    default: false
    }
  }
}
