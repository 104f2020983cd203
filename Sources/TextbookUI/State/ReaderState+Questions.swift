import Content
import Typesetting

extension ReaderState {
  /// A question of the chapter, in the flow of the page or in its pool.
  func question(_ id: String) -> Question? { chapter.questions.first { $0.id == id } }

  /// Where keys go while a question is open.
  func keyPlace(of open: OpenQuestion) -> KeyPlace {
    let state = questions[open.id]
    if state?.outcome != nil { return .answered }
    if open.isTyping { return .writing }
    switch question(open.id)?.body {
    case .choice, .multiple, .trueFalse, nil: return .options
    case .order: return .arranging
    case .match: return .matching
    case .numeric, .fill: return .gaps
    case .short: return state?.isGrading == true ? .rubric : .gaps
    }
  }
}

extension QuestionBody {
  /// How many options, items or gaps there are to move among.
  var placeCount: Int {
    switch self {
    case .choice(let options), .multiple(let options): options.count
    case .trueFalse: 2
    case .numeric: 1
    case .fill(let gaps): gaps.count
    case .order(let items): items.count
    case .match(let pairs): pairs.count
    case .short(_, let rubric): max(1, rubric.count)
    }
  }

  /// How many texts are typed.
  var entryCount: Int {
    switch self {
    case .numeric, .short: 1
    case .fill(let gaps): gaps.count
    default: 0
    }
  }

  /// Whether sentences are typed, which nobody wants to lose to a letter.
  var isLong: Bool {
    if case .short = self { true } else { false }
  }

  /// The longest text that can be typed for one entry.
  var entryCapacity: Int { isLong ? 8000 : EntryState.capacity }

  /// Whether one option answers it.
  var takesOneOption: Bool {
    switch self {
    case .choice, .trueFalse: true
    default: false
    }
  }
}
