import Content

/// What the look of a block depends on besides its text. Found once for each chapter.
struct BlockNeeds: Hashable, Sendable {
  /// It shows values of the workbook.
  var isLive = false
  /// The calculators whose panels it shows, where one can be opened in place.
  var calculators: [String] = []
  /// The questions that it shows.
  var questions: [String] = []
  /// It can be folded, or has items to tick.
  var hasSwitches = false
  /// Something on it may be acted on.
  var hasTargets = false
  /// It may be wider than the text: listings, tables, drawings.
  var mayBeWide = false

  init(_ block: Block) { add(block) }

  private mutating func add(_ block: Block) {
    note(block)
    switch block {
    case .selfCheck: return
    case .paragraph(let paragraph): add(paragraph.content)
    case .heading(let heading): add(heading.content)
    default: block.inlineRuns.forEach { add($0) }
    }
    block.children.forEach { add($0) }
  }

  private mutating func add(_ content: [Inline]) {
    for inline in content {
      if isLive, hasTargets { return }
      switch inline {
      case .live:
        isLive = true
        hasTargets = true
      case .reference, .citation, .footnote: hasTargets = true
      case .link(_, _, let content):
        hasTargets = true
        add(content)
      case .emphasis(let content), .strong(let content), .strikethrough(let content): add(content)
      default: break
      }
    }
  }

  /// Adds what another block that is shown with it needs.
  mutating func add(_ other: BlockNeeds) {
    isLive = isLive || other.isLive
    hasTargets = hasTargets || other.hasTargets
    mayBeWide = mayBeWide || other.mayBeWide
  }

  private mutating func note(_ block: Block) {
    switch block {
    case .calculator(let calculator):
      calculators.append(calculator.id)
      isLive = true
      hasTargets = true
    case .moreNumbers:
      isLive = true
      hasTargets = true
      hasSwitches = true
    case .question(let question): note(question)
    case .selfCheck(let check):
      // Whatever its questions hold.
      check.questions.forEach { note($0) }
      hasSwitches = true
      mayBeWide = true
    case .division(let division):
      if division.kind == .checkpoint || division.kind == .insight {
        hasSwitches = true
        hasTargets = true
      }
      // A definition's term may be a way to the glossary.
      if division.kind == .definition { hasTargets = true }
    case .plot:
      isLive = true
      hasTargets = true
    case .figure, .code: mayBeWide = true
    case .equation: hasTargets = true
    case .table(let table):
      mayBeWide = true
      hasTargets = true
      if table.selection != nil {
        isLive = true
      }
    case .problem, .html: hasTargets = true
    case .heading, .paragraph, .list, .quote, .rule, .formula: break
    }
  }

  private mutating func note(_ question: Question) {
    questions.append(question.id)
    isLive = true
    hasTargets = true
  }
}
