/// Numbers what a chapter holds, and gathers what can be referred to.
struct Numbering {
  private let chapter: String
  /// `5`; nil where a chapter has no number, and then neither has what is in it.
  private let number: String?
  private var counts: [String: Int] = [:]
  private var sectionCounts = [0, 0, 0, 0, 0, 0, 0]
  /// The index of the block of the chapter that is walked.
  private var index = 0
  private(set) var sections: [Section] = []
  private(set) var anchors: [Anchor] = []

  init(chapter: String, number: String?) {
    self.chapter = chapter
    self.number = number
  }

  /// The blocks with their numbers.
  mutating func run(_ blocks: [Block]) -> [Block] {
    var result: [Block] = []
    result.reserveCapacity(blocks.count)
    for block in blocks {
      index = result.count
      result.append(numbered(block))
    }
    return result
  }

  private mutating func next(_ kind: String) -> String? {
    guard let number else { return nil }
    counts[kind, default: 0] += 1
    return "\(number).\(counts[kind, default: 0])"
  }

  private mutating func anchor(_ id: String?, _ name: String, _ number: String?, title: String) {
    let id = id.flatMap { $0.isEmpty ? nil : $0 }
    guard id != nil || number != nil || !title.isEmpty else { return }
    let label = number.map { "\(name) \($0)" } ?? (title.isEmpty ? name : title)
    anchors.append(Anchor(id: id, label: label, title: title, chapter: chapter, block: index))
  }

  private mutating func numbered(_ block: Block) -> Block {
    switch block {
    case .heading(var heading):
      heading.number = sectionNumber(of: heading)
      let title = heading.content.plainText
      sections.append(
        Section(
          id: heading.attributes.id, level: heading.level, number: heading.number, title: title, block: index)
      )
      anchor(heading.attributes.id, "Section", heading.number, title: title)
      return .heading(heading)
    case .figure(var figure):
      figure.number = next("figure")
      anchor(figure.id, "Figure", figure.number, title: figure.caption.outlineText)
      return .figure(figure)
    case .plot(var plot):
      plot.number = next("figure")
      anchor(plot.id, "Figure", plot.number, title: plot.caption.outlineText)
      return .plot(plot)
    case .table(var table):
      guard let id = table.id else { return block }
      table.number = next("table")
      anchor(id, "Table", table.number, title: table.caption.outlineText)
      return .table(table)
    case .formula(var formula):
      guard let id = formula.id else { return block }
      formula.number = next("equation")
      anchor(id, "Equation", formula.number, title: "")
      return .formula(formula)
    case .equation(var equation):
      equation.number = next("equation")
      anchor(equation.id, "Equation", equation.number, title: "")
      return .equation(equation)
    case .calculator(var calculator):
      // On a page of the program it keeps the number that it has in its chapter.
      calculator.number = next("calculator") ?? calculator.number
      anchor(calculator.id, "Calculator", calculator.number, title: calculator.title)
      return .calculator(calculator)
    case .division(var division):
      if let name = division.kind.numberedName {
        division.number = next(name)
        anchor(division.attributes.id, name, division.number, title: division.title.outlineText)
      } else {
        anchor(division.attributes.id, division.kind.name, nil, title: division.title.outlineText)
      }
      division.blocks = division.blocks.map { numbered($0) }
      return .division(division)
    case .quote(var quote):
      guard block.holds(\.isMoreThanText) else { return block }
      quote.blocks = quote.blocks.map { numbered($0) }
      return .quote(quote)
    case .list(var list):
      guard block.holds(\.isMoreThanText) else { return block }
      for item in list.items.indices {
        list.items[item].blocks = list.items[item].blocks.map { numbered($0) }
      }
      return .list(list)
    case .question(let question):
      anchor(question.id, "Question", nil, title: question.stem.first?.inlineRuns.first?.outlineText ?? "")
      return block
    default: return block
    }
  }

  /// `5.2.1`: the title of the chapter is level 1, so its sections are level 2.
  private mutating func sectionNumber(of heading: Heading) -> String? {
    guard let number, heading.level >= 2, !heading.attributes.classes.contains("unnumbered") else {
      return nil
    }
    sectionCounts[heading.level] += 1
    for deeper in (heading.level + 1)..<max(heading.level + 1, sectionCounts.count) {
      sectionCounts[deeper] = 0
    }
    let parts = sectionCounts[2...heading.level].map(String.init)
    return ([number] + parts).joined(separator: ".")
  }
}

extension Sequence where Element == Inline {
  /// Their words as a list of names shows them: numbers that are computed, references and formulas of more than a sign
  /// leave a gap.
  fileprivate var outlineText: String {
    map { inline in
      switch inline {
      case .live, .reference, .citation: "…"
      case .mathematics(let formula) where formula.contains { "\\^_{".contains($0) }: "…"
      case .emphasis, .strong, .strikethrough, .link, .image: inline.children.outlineText
      default: inline.plainText
      }
    }.joined()
  }
}

extension Block {
  /// Whether it may have a number or an id.
  fileprivate var isMoreThanText: Bool {
    switch self {
    case .paragraph, .list, .quote, .code, .rule, .html, .problem: false
    default: true
    }
  }
}

extension Division.Kind {
  /// As a title shows it; for a class that is not known its words.
  public var name: String {
    switch self {
    case .definition: "Definition"
    case .perspective: "Perspective"
    case .napkinMath: "Napkin math"
    case .example: "Example"
    case .checkpoint: "Checkpoint"
    case .warStory: "War story"
    case .lighthouse: "Lighthouse"
    case .principle: "Principle"
    case .insight: "Insight"
    case .fallacy: "Fallacy"
    case .pitfall: "Pitfall"
    case .takeaways: "Takeaways"
    case .note: "Note"
    case .warning: "Warning"
    case .quickCheck: "Quick check"
    case .other(let name):
      name.prefix(1).uppercased() + name.dropFirst().split(separator: "-").joined(separator: " ")
    }
  }

  /// The name of a kind that is numbered in a chapter.
  var numberedName: String? {
    switch self {
    case .definition, .perspective, .napkinMath, .example, .checkpoint, .warStory, .lighthouse, .principle,
      .insight:
      name
    default: nil
    }
  }
}
