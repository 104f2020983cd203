import Content
import Engine

/// Writes blocks as plain GitHub Flavored Markdown, which other tools read: live values filled in, references and
/// citations as words, boxes as quotes.
///
/// ```swift
/// MarkdownWriter(words: PageWords(book: book, chapter: chapter)).text(chapter.blocks)
/// ```
public struct MarkdownWriter {
  /// Boxes deeper than this lose their frame.
  private static let depthLimit = 40

  let words: PageWords
  /// What stands for the gaps of a `fill` question.
  var gaps: [[String]] = []
  /// What stands before the number of a footnote.
  public var notePrefix = ""
  /// Whether lists of questions say what is right.
  public var showsAnswers = true

  public init(words: PageWords) { self.words = words }

  /// Blocks, a blank line between them.
  public func text(_ blocks: [Block]) -> String {
    lines(blocks, depth: 0).joined(separator: "\n")
  }

  func lines(_ blocks: [Block], depth: Int, isTight: Bool = false) -> [String] {
    var result: [String] = []
    for (index, block) in blocks.enumerated() {
      let lines = lines(block, depth: depth)
      guard !lines.isEmpty else { continue }
      if !result.isEmpty, !isTight || lines.count > 1 && Self.isParagraph(block) { result.append("") }
      // Two lists beside each other would be one.
      if index > 0, case .list = block, case .list = blocks[index - 1] { result += ["<!-- -->", ""] }
      result += lines
    }
    return result
  }

  private static func isParagraph(_ block: Block) -> Bool {
    if case .paragraph = block { true } else { false }
  }

  private func lines(_ block: Block, depth: Int) -> [String] {
    guard depth < Self.depthLimit else { return [] }
    switch block {
    case .paragraph(let paragraph): return self.paragraph(paragraph.content)
    case .heading(let heading):
      let number = heading.number.map { $0 + " " } ?? ""
      let mark = String(repeating: "#", count: heading.level)
      let text = (mark + " " + number + line(heading.content)).trimmedEnd
      return heading.attributes.id.map { ["<a id=\"\(HTMLText.escaped($0))\"></a>", "", text] } ?? [text]
    case .list(let list): return self.list(list, depth: depth)
    case .quote(let quote): return quoted(lines(quote.blocks, depth: depth + 1))
    case .code(let code): return fenced(code.text, info: code.language ?? "")
    case .table(let table): return self.table(table.filled(from: words.book.workbook.library))
    case .rule: return ["---"]
    case .html(let html): return fenced(html.text, info: "html")
    case .formula(let formula):
      return ["$$"] + formula.tex.lines.filter { !$0.trimmed.isEmpty } + ["$$"]
        + (formula.number.map { ["", "(\($0))"] } ?? [])
    case .division(let division): return self.division(division, depth: depth)
    case .figure(let figure):
      return fenced(figure.lines.joined(separator: "\n"), info: "text")
        + caption("Figure", figure.number, figure.caption)
    case .plot(let plot): return self.plot(plot)
    case .calculator(let place): return calculator(place.id, number: place.number)
    case .moreNumbers(let more):
      return more.calculators.flatMap { calculator($0, number: nil) + [""] }.dropLast()
    case .equation(let place): return equation(place)
    case .question(let question): return self.question(question, depth: depth)
    case .selfCheck(let check):
      return check.questions.flatMap { self.question($0, depth: depth) + [""] }.dropLast()
    case .problem(let problem): return quoted(["**\(MarkdownEscaping.text(problem.message))**"])
    }
  }

  // MARK: - Blocks

  private func paragraph(_ content: [Inline]) -> [String] {
    var lines = inline(content).lines.map(\.trimmedStart)
    for index in lines.indices { lines[index] = MarkdownEscaping.paragraph(lines[index]) }
    return lines.allSatisfy(\.isEmpty) ? [] : lines.filter { !$0.isEmpty }
  }

  private func list(_ list: ListBlock, depth: Int) -> [String] {
    var result: [String] = []
    for (index, item) in list.items.enumerated() {
      let mark = list.isOrdered ? "\(list.start + index). " : "- "
      let box = item.task.map { $0 ? "[x] " : "[ ] " } ?? ""
      let indent = String(repeating: " ", count: mark.count)
      let lines = lines(item.blocks, depth: depth + 1, isTight: list.isTight)
      if index > 0, !list.isTight { result.append("") }
      result.append((mark + box + (lines.first ?? "")).trimmedEnd)
      result += lines.dropFirst().map { $0.isEmpty ? "" : indent + $0 }
    }
    return result
  }

  func quoted(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? ">" : "> " + $0 } }

  private func fenced(_ text: String, info: String) -> [String] {
    var lines = text.lines
    if lines.last?.isEmpty == true { lines.removeLast() }
    let longest = lines.map { $0.trimmed.prefix { $0 == "`" }.count }.max() ?? 0
    let fence = String(repeating: "`", count: max(3, longest + 1))
    return [fence + info.filter { $0 != "`" && $0 != "\n" }] + lines + [fence]
  }

  func caption(_ name: String, _ number: String?, _ content: [Inline]) -> [String] {
    let label = number.map { "\(name) \($0)" }
    let text = line(content)
    if label == nil, text.isEmpty { return [] }
    return [
      "", [label.map { "**\($0)**" }, text.isEmpty ? nil : text].compactMap(\.self).joined(separator: " · "),
    ]
  }

  private func table(_ table: Table) -> [String] {
    let rows = ([table.header] + table.rows).map { row in row.map { cell($0) } }
    return Self.table(rows, alignments: table.alignments) + caption("Table", table.number, table.caption)
  }

  private func cell(_ content: [Inline]) -> String {
    line(content).replacing("\\|", with: "|").replacing("|", with: "\\|")
  }

  /// Rows of cells that are Markdown already; the first is the header.
  static func table(_ rows: [[String]], alignments: [Table.Alignment?]) -> [String] {
    guard let header = rows.first else { return [] }
    let marks = header.indices.map { index -> String in
      switch index < alignments.count ? alignments[index] : nil {
      case .left: ":---"
      case .center: ":---:"
      case .right: "---:"
      case nil: "---"
      }
    }
    func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    return [row(header), row(marks)] + rows.dropFirst().map(row)
  }

  private func division(_ division: Division, depth: Int) -> [String] {
    let inner = lines(division.blocks, depth: depth + 1)
    if case .quickCheck = division.kind { return inner }
    if case .other("") = division.kind { return inner }
    let label = [division.kind.name, division.number].compactMap(\.self).joined(separator: " ")
    let title = line(division.title)
    return quoted(["**\(label)\(title.isEmpty ? "" : " · " + title)**", ""] + inner)
  }

  private func plot(_ plot: PlotBlock) -> [String] {
    let rows = PlotTable(plot.evaluated(in: words.book.workbook).data)
    let alternative = plot.alternative.isEmpty ? [] : ["*\(MarkdownEscaping.text(plot.alternative))*", ""]
    let texts = ([rows.header] + rows.rows).map {
      $0.map { MarkdownEscaping.text($0).replacing("|", with: "\\|") }
    }
    return alternative + Self.table(texts, alignments: rows.header.map { _ in nil })
      + caption("Figure", plot.number, plot.caption)
  }

  private func calculator(_ id: String, number: String?) -> [String] {
    guard let calculator = words.book.workbook.calculator(id), let result = words.book.workbook.result(of: id)
    else {
      return []
    }
    let label = number.map { "Calculator \($0) · " } ?? ""
    var rows = [["Quantity", "Value"]]
    rows += result.inputs.map { [name($0.label, $0.name) + " (input)", $0.error?.message ?? $0.text] }
    rows += result.outputs.map { [name($0.label, $0.name), $0.error?.message ?? $0.text] }
    let cells = rows.map { $0.map { MarkdownEscaping.text($0).replacing("|", with: "\\|") } }
    let notes = calculator.notes.flatMap { ["", MarkdownEscaping.text($0)] }
    return ["**\(label)\(MarkdownEscaping.text(calculator.title))**", ""]
      + Self.table(cells, alignments: [nil, .right])
      + notes
  }

  private func name(_ label: String, _ name: String) -> String { label.isEmpty ? name : label }

  private func equation(_ place: EquationBlock) -> [String] {
    guard let equation = words.book.workbook.library.equations[place.id] else { return [] }
    return ["**\(MarkdownEscaping.text(equation.name))**", "", "$$", equation.tex, "$$"]
      + (place.number.map { ["", "(\($0))"] } ?? [])
  }

  // MARK: - Questions

  private func question(_ question: Question, depth: Int) -> [String] {
    var writer = self
    if case .fill(let gaps) = question.body { writer.gaps = gaps }
    var result = ["**Question**", ""] + writer.lines(question.stem, depth: depth + 1)
    var answer: [String] = []
    switch question.body {
    case .choice(let options), .multiple(let options):
      result.append("")
      for (index, option) in options.enumerated() {
        let letter = Self.letter(index)
        let lines = lines(option.content, depth: depth + 1)
        result.append("- \(letter). " + (lines.first ?? ""))
        result += lines.dropFirst().map { $0.isEmpty ? "" : "  " + $0 }
        let feedback = self.lines(option.feedback, depth: depth + 1)
        if option.isCorrect || !feedback.isEmpty {
          answer.append(
            "- \(letter), \(option.isCorrect ? "right" : "wrong")\(feedback.isEmpty ? "" : ": " + feedback.joined(separator: " "))"
          )
        }
      }
    case .trueFalse(let truth, let feedback):
      answer = [truth ? "True." : "False."] + prefixed(feedback, depth)
    case .numeric(let numeric): answer = [MarkdownEscaping.text(value(of: numeric))]
    case .fill(let gaps):
      answer = gaps.map { "- " + $0.map(MarkdownEscaping.text).joined(separator: ", or ") }
    case .order(let items):
      result +=
        [""]
        + ListBlock.shuffled(items.count).map {
          "- " + lines(items[$0], depth: depth + 1).joined(separator: " ")
        }
      answer = items.enumerated().map {
        "\($0.offset + 1). " + lines($0.element, depth: depth + 1).joined(separator: " ")
      }
    case .match(let pairs):
      let rights = ListBlock.shuffled(pairs.count)
      result += [""] + pairs.enumerated().map { "\($0.offset + 1). \(line($0.element.left))" }
      result +=
        [""]
        + rights.enumerated().map { "- \(Self.letter($0.offset)). \(line(pairs[$0.element].right))" }
      answer = pairs.map { "- \(line($0.left)): \(line($0.right))" }
    case .short(let model, let rubric):
      answer = lines(model, depth: depth + 1)
      if !rubric.isEmpty {
        answer += [""] + rubric.map { "- " + lines($0, depth: depth + 1).joined(separator: " ") }
      }
    }
    if !question.hint.isEmpty { result += ["", "*Hint:*", ""] + lines(question.hint, depth: depth + 1) }
    guard showsAnswers else { return quoted(result) }
    if !answer.isEmpty { result += ["", "*Answer:*", ""] + answer }
    return quoted(result + prefixed(question.explanation, depth))
  }

  private func prefixed(_ blocks: [Block], _ depth: Int) -> [String] {
    blocks.isEmpty ? [] : [""] + lines(blocks, depth: depth + 1)
  }

  /// The right answer with the author's inputs.
  func value(of numeric: NumericAnswer) -> String {
    let result = words.book.workbook.inline(numeric.answer, near: nil)
    return result.error == nil ? result.text : numeric.answer
  }

  static func letter(_ index: Int) -> String {
    UnicodeScalar(UInt32(97 + index % 26)).map { String(Character($0)) } ?? "a"
  }

  // MARK: - Inline

  /// Inline content on one line.
  func line(_ content: [Inline]) -> String {
    inline(content).replacing("\\\n", with: " ").replacing("\n", with: " ").trimmed
  }

  func inline(_ content: [Inline]) -> String { content.map(inline).joined() }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): MarkdownEscaping.text(text)
    case .emphasis(let content): wrapped("*", content)
    case .strong(let content): wrapped("**", content)
    case .strikethrough(let content): wrapped("~~", content)
    case .code(let code): MarkdownEscaping.code(code)
    case .mathematics(let tex): "$\(tex.replacing("\n", with: " "))$"
    case .link(let destination, let title, let content):
      "[\(self.inline(content))](\(MarkdownEscaping.destination(destination))\(Self.title(title)))"
    case .image(let source, let title, let alternative):
      "![\(self.inline(alternative))](\(MarkdownEscaping.destination(source))\(Self.title(title)))"
    case .reference(let reference): link(reference)
    case .citation(let keys):
      "(\(keys.map { MarkdownEscaping.text(words.citation($0)) }.joined(separator: "; ")))"
    case .footnote(let label): words.chapter.footnotes[label].map { "[^\(notePrefix)\($0.number)]" } ?? ""
    case .live(let live): MarkdownEscaping.text(words.text(live))
    case .blank: "\\_\\_\\_\\_\\_\\_"
    case .html(let html): MarkdownEscaping.text(html)
    case .softBreak: "\n"
    case .lineBreak: "\\\n"
    }
  }

  private func wrapped(_ mark: String, _ content: [Inline]) -> String {
    let text = inline(content)
    let start = text.prefix(while: \.isWhitespace)
    let inner = text.trimmed
    if inner.isEmpty { return text }
    return start + mark + inner + mark
      + text.reversed().prefix(while: \.isWhitespace).reversed().map(String.init).joined()
  }

  private func link(_ reference: Reference) -> String {
    let label = MarkdownEscaping.text(words.label(reference))
    guard let anchor = words.anchor(reference.id), anchor.chapter == words.chapter.id else { return label }
    guard let id = anchor.id, words.chapter.sections.contains(where: { $0.id == id }) else { return label }
    return "[\(label)](#\(id))"
  }

  private static func title(_ title: String?) -> String {
    title.map {
      " \"\($0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " "))\""
    } ?? ""
  }
}

extension ListBlock {
  /// Another order of so many things, the same each time; none stays in its place where there are two or more.
  static func shuffled(_ count: Int) -> [Int] {
    guard count > 1 else { return Array(0..<count) }
    return (0..<count).map { ($0 + 1 + count / 2) % count }
  }
}
