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
  /// - Parameter book: has the author's values, which stand in the text.
  func searchEntries(in book: Book, formulas: FormulaWriter) -> [SearchEntry] {
    let writer = SearchText(book: book, chapter: self, formulas: formulas)
    let workbook = book.workbook
    var entries: [SearchEntry] = []
    var place = number.map { "\($0) \(title)" } ?? title
    func add(_ kind: SearchEntry.Kind, _ title: String, _ text: String, _ block: Int, id: String? = nil) {
      entries.append(
        SearchEntry(kind: kind, place: place, title: title, text: text, page: self.id, block: block, id: id))
    }
    add(.section, title, objectives.map(\.text).joined(separator: " "), 0)
    for (index, block) in blocks.enumerated() {
      if case .heading(let heading) = block {
        let name = writer.text(of: heading.content)
        place = SearchText.shown(heading.number.map { "\($0) \(name)" } ?? name)
        add(.section, name, "", index, id: heading.attributes.id)
        continue
      }
      var words = BlockText(writer: writer)
      words.add(block)
      if !words.text.isEmpty || !words.title.isEmpty { add(.text, words.title, words.text, index) }
      for question in words.questions {
        add(.question, "", question.searchText(writer), index, id: question.id)
      }
    }
    let blocksOfCalculators = Dictionary(
      anchors.compactMap { anchor in anchor.id.map { ($0, anchor.block) } },
      uniquingKeysWith: { first, _ in first })
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
private struct BlockText {
  let writer: SearchText
  var title = ""
  var text = ""
  var questions: [Question] = []

  init(writer: SearchText) { self.writer = writer }

  mutating func add(_ block: Block) {
    switch block {
    case .question(let question):
      questions.append(question)
      return
    case .selfCheck(let check):
      questions += check.questions
      return
    case .division(let division):
      let words = writer.text(of: division.title)
      if title.isEmpty { title = words.isEmpty ? division.kind.name : words } else { append(words) }
    case .table(let table):
      append(writer.text(of: table.caption))
      for row in [table.header] + table.rows {
        append(row.map { writer.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: " · "))
      }
    case .code(let code): append(SearchText.plain(code.text))
    case .figure(let figure): append(writer.text(of: figure.caption))
    default: for run in block.inlineRuns { append(writer.text(of: run)) }
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
  fileprivate func searchText(_ writer: SearchText) -> String {
    var blocks = stem
    switch body {
    case .choice(let options), .multiple(let options): blocks += options.flatMap(\.content)
    case .match(let pairs):
      return (blocks.flatMap(\.inlineRuns) + pairs.flatMap { [$0.left, $0.right] })
        .map { writer.text(of: $0) }.joined(separator: " ")
    // Items to order stand in the right order, and a model answer is an answer.
    default: break
    }
    return blocks.flatMap(\.inlineRuns).map { writer.text(of: $0) }.joined(separator: " ")
  }
}
