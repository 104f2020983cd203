import Engine

/// Something of the book that can be found.
public struct SearchEntry: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case text, section, question, calculator, equation, hardware, model, constant, term

    /// As a result shows it.
    public var name: String {
      switch self {
      case .text: "Text"
      case .section: "Section"
      case .question: "Question"
      case .calculator: "Calculator"
      case .equation: "Equation"
      case .hardware: "Hardware"
      case .model: "Model"
      case .constant: "Constant"
      case .term: "Term"
      }
    }
  }

  public var kind: Kind
  /// Where it stands, as a reader says it: `5.2 Model size`, `Glossary`.
  public var place: String
  public var title: String
  public var text: String
  /// The chapter that holds it, or the address of the page that the program writes about it.
  public var page: String
  /// The index of its block in the chapter.
  public var block: Int
  /// The id that an author gave it.
  public var id: String?
}

extension Chapter {
  /// What can be found in the chapter: its headings and blocks, its calculators, and the stems and options of its
  /// questions. Answers, hints and explanations can not be found, so that no search gives one away.
  ///
  /// - Parameter workbook: has the author's values, which stand in the text.
  func searchEntries(in workbook: Workbook) -> [SearchEntry] {
    var entries: [SearchEntry] = []
    var place = number.map { "\($0) \(title)" } ?? title
    func add(_ kind: SearchEntry.Kind, _ title: String, _ text: String, _ block: Int, id: String? = nil) {
      entries.append(
        SearchEntry(kind: kind, place: place, title: title, text: text, page: self.id, block: block, id: id))
    }
    add(.section, title, objectives.map(\.text).joined(separator: " "), 0)
    for (index, block) in blocks.enumerated() {
      if case .heading(let heading) = block {
        let name = heading.content.searchText(in: workbook)
        place = heading.number.map { "\($0) \(name)" } ?? name
        add(.section, name, "", index, id: heading.attributes.id)
        continue
      }
      var writer = SearchTextWriter(workbook: workbook)
      writer.add(block)
      if !writer.text.isEmpty || !writer.title.isEmpty { add(.text, writer.title, writer.text, index) }
      for question in writer.questions {
        add(.question, "", question.searchText(in: workbook), index, id: question.id)
      }
    }
    let blocksOfCalculators = Dictionary(
      anchors.map { ($0.id, $0.block) }, uniquingKeysWith: { first, _ in first })
    for calculator in calculators {
      place = number.map { "\($0) \(title)" } ?? title
      let cell = workbook.calculator(calculator.id)
      let labels = (cell?.inputs.map(\.label) ?? []) + (cell?.outputs.map(\.label) ?? [])
      add(
        .calculator, calculator.title, labels.compactMap { $0 }.joined(separator: ", "),
        blocksOfCalculators[calculator.id] ?? 0, id: calculator.id)
    }
    return entries
  }
}

/// Gathers the words of a block.
private struct SearchTextWriter {
  let workbook: Workbook
  var title = ""
  var text = ""
  var questions: [Question] = []

  init(workbook: Workbook) { self.workbook = workbook }

  mutating func add(_ block: Block) {
    switch block {
    case .question(let question):
      questions.append(question)
      return
    case .selfCheck(let check):
      questions += check.questions
      return
    case .division(let division):
      let words = division.title.searchText(in: workbook)
      if title.isEmpty { title = words.isEmpty ? division.kind.name : words } else { append(words) }
    case .code(let code): append(code.text)
    case .figure(let figure): append(figure.caption.searchText(in: workbook))
    default: for run in block.inlineRuns { append(run.searchText(in: workbook)) }
    }
    for child in block.children { add(child) }
  }

  private mutating func append(_ words: String) {
    if words.isEmpty { return }
    if !text.isEmpty { text += " " }
    text += words
  }
}

extension Question {
  /// The stem and the options in the author's order.
  fileprivate func searchText(in workbook: Workbook) -> String {
    var blocks = stem
    switch body {
    case .choice(let options), .multiple(let options): blocks += options.flatMap(\.content)
    case .match(let pairs):
      return (blocks.flatMap(\.inlineRuns) + pairs.flatMap { [$0.left, $0.right] })
        .map { $0.searchText(in: workbook) }.joined(separator: " ")
    // Items to order stand in the right order, and a model answer is an answer.
    default: break
    }
    return blocks.flatMap(\.inlineRuns).map { $0.searchText(in: workbook) }.joined(separator: " ")
  }
}

extension Sequence where Element == Inline {
  /// Their words, with the values that live numbers have.
  func searchText(in workbook: Workbook) -> String {
    map { inline in
      switch inline {
      case .live(let live): workbook.inline(live.expression, near: live.calculator).text
      case .reference: ""
      case .citation: ""
      case .emphasis, .strong, .strikethrough, .link, .image: inline.children.searchText(in: workbook)
      default: inline.plainText
      }
    }.joined()
  }
}
