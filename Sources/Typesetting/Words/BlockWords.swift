import Content
import Engine

extension Block {
  /// The block as lines to be read aloud or on a terminal without a screen: tables as "row: column: value", charts as
  /// their data, mathematics in words. Lines are as long as what they say.
  public func words(in context: PageContext) -> [String] {
    BlockWords(context: context).lines(self, depth: 0)
  }
}

/// What many blocks say, apart from one another by empty lines; for questions without a word on changed values.
public func words(of blocks: [Block], in context: PageContext, marksChanges: Bool = true) -> [String] {
  var context = context
  context.showsChanges = marksChanges
  return BlockWords(context: context).lines(of: blocks)
}

/// Running text as it is read aloud, in one line.
public func words(of content: [Inline], in context: PageContext, marksChanges: Bool = true) -> String {
  var context = context
  context.showsChanges = marksChanges
  return BlockWords(context: context).text(content)
}

/// What blocks say.
struct BlockWords {
  let context: PageContext
  private var inline: InlineWords { InlineWords(context: context) }

  init(context: PageContext) { self.context = context }

  func lines(of blocks: [Block], depth: Int = 0) -> [String] {
    var lines: [String] = []
    for (index, block) in blocks.enumerated() {
      var more = self.lines(block, depth: depth + 1)
      if case .formula = block, index + 1 < blocks.count, goesOn(blocks[index + 1]), let last = more.last {
        more[more.count - 1] = last.dropLast() + ","
      }
      // Blocks are apart, the parts of one are not.
      if !lines.isEmpty, !more.isEmpty, depth == 0 { lines.append("") }
      lines += more
    }
    return lines
  }

  func lines(_ block: Block, depth: Int) -> [String] {
    if depth > 40 { return ["(nested too deep to be read)"] }
    switch block {
    case .heading(let heading):
      return [(heading.number.map { $0 + ". " } ?? "") + text(heading.content)]
    case .paragraph(let paragraph): return [text(paragraph.content)]
    case .list(let list): return lines(of: list, depth: depth)
    case .quote(let quote):
      if let alert = quote.alert { return lines(of: alert, depth: depth) }
      return ["Quote:"] + indented(lines(of: quote.blocks, depth: depth + 1)) + ["End of quote."]
    case .code(let code): return lines(of: code)
    case .table(let table): return lines(of: table)
    case .rule: return []
    case .html(let html): return HTMLText(html.text).lines.map { plain($0.text) }
    case .formula(let formula):
      return [numbered("Formula", formula.number) + ": " + sentence(formula.tex)]
    case .division(let division): return lines(of: division, depth: depth)
    case .calculator(let calculator):
      return CalculatorWords(context: context).lines(of: calculator.id, number: calculator.number)
    case .figure(let figure):
      let words = figure.alternative.isEmpty ? "a drawing without a description" : figure.alternative
      return [captioned("Figure", figure.number, figure.caption), plain(words)]
    case .plot(let plot): return lines(of: plot)
    case .equation(let equation): return lines(of: equation)
    case .question(let question): return lines(of: question)
    case .moreNumbers(let numbers): return lines(of: numbers)
    case .selfCheck(let check):
      return ["Self-check: \(ChartWords.counted(check.questions.count, "question"))."]
    case .problem(let problem): return [plain(problem.message)] + (problem.advice.map { [plain($0)] } ?? [])
    }
  }

  // MARK: Parts

  /// A formula with one full stop, whatever mark its author ended it with.
  private func sentence(_ tex: String) -> String {
    var words = inline.spoken(tex)
    while let last = words.last, " ,;.".contains(last) { words.removeLast() }
    return words + "."
  }

  /// Whether a block goes on with the sentence before it.
  private func goesOn(_ block: Block) -> Bool {
    guard case .paragraph(let paragraph) = block, case .text(let text)? = paragraph.content.first else {
      return false
    }
    return text.first?.isLowercase == true
  }

  func text(_ content: [Inline]) -> String {
    inline.text(content).split { $0 == " " || $0 == "\n" || $0 == "\u{A0}" }.joined(separator: " ")
  }

  func plain(_ text: String) -> String {
    spokenText(text, isASCII: context.isASCII).split { $0 == " " || $0 == "\n" }.joined(separator: " ")
  }

  private func numbered(_ kind: String, _ number: String?) -> String {
    number.map { kind + " " + $0 } ?? kind
  }

  private func captioned(_ kind: String, _ number: String?, _ caption: [Inline]) -> String {
    numbered(kind, number) + (caption.isEmpty ? "." : ": " + text(caption))
  }

  func indented(_ lines: [String]) -> [String] { lines.map { $0.isEmpty ? $0 : "  " + $0 } }

  private func lines(of list: ListBlock, depth: Int) -> [String] {
    var lines: [String] = []
    for (index, item) in list.items.enumerated() {
      let number = list.start.addingReportingOverflow(index).partialValue
      let mark =
        (list.isOrdered ? "\(number). " : "- ") + (item.task.map { $0 ? "done: " : "to do: " } ?? "")
      let content = self.lines(of: item.blocks, depth: depth + 1)
      lines.append(mark + (content.first ?? ""))
      lines += indented(Array(content.dropFirst()))
    }
    return lines
  }

  private func lines(of code: CodeBlock) -> [String] {
    let lines = trimmingLines(code.text).split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(String($0), isASCII: context.isASCII) }
    let language = code.language.map { ", " + plain($0) } ?? ""
    return ["Code\(language), \(ChartWords.counted(lines.count, "line")):"] + indented(lines) + [
      "End of code."
    ]
  }

  private func lines(of table: Table) -> [String] {
    let isChosen = table.selection != nil
    let table = table.filled(from: context.book.workbook.library)
    let names = table.header.map(text)
    let size =
      "\(ChartWords.counted(names.count, "column")), \(ChartWords.counted(table.rows.count, "row"))"
    let by = names.first.map { $0.isEmpty || table.rows.isEmpty ? "" : " by " + $0 } ?? ""
    var lines = [captioned("Table", table.number, table.caption) + " (" + size + by + ")"]
    var above = ""
    for row in table.rows {
      let cells = row.map(text)
      let values = zip(names, cells).dropFirst().filter { !$0.1.isEmpty }.map { name, cell in
        name.isEmpty ? cell : name + ": " + cell
      }
      var first = cells.first ?? ""
      // On the page a machine's name stands once, above its figures; a row that is heard alone needs it.
      if first.isEmpty, isChosen { first = above }
      above = first
      lines.append(
        "- " + (first.isEmpty ? "Row" : first) + (values.isEmpty ? "" : ": " + values.joined(separator: "; "))
      )
    }
    return lines
  }

  private func lines(of division: Division, depth: Int) -> [String] {
    let name = numbered(division.kind.name, division.number)
    let title = name + (division.title.isEmpty ? "" : ", " + text(division.title))
    let checklist = division.checklist(in: context)
    if !checklist.isEmpty {
      let others = division.blocks.filter { if case .list = $0 { false } else { true } }
      return [title + ":"] + indented(lines(of: others, depth: depth + 1))
        + checklist.map { "  - " + ($0.isTicked ? "done: " : "to do: ") + $0.text }
        + ["End of \(division.kind.name.lowercased())."]
    }
    return [title + ":"] + indented(lines(of: division.blocks, depth: depth + 1))
      + ["End of \(division.kind.name.lowercased())."]
  }

  private func lines(of plot: PlotBlock) -> [String] {
    let evaluation = plot.evaluated(in: context.book.workbook)
    let chart = Chart(evaluation.data)
    let isNamed = plot.number != nil || !plot.caption.isEmpty
    return (isNamed ? [captioned("Figure", plot.number, plot.caption)] : [])
      + (plot.alternative.isEmpty || evaluation.isChanged ? [] : [plain(plot.alternative)])
      + ["Data: " + plain(chart.alternative())] + evaluation.problems.map { plain($0.message) }
  }

  private func lines(of block: EquationBlock) -> [String] {
    guard let equation = context.book.workbook.library.equations[block.id] else {
      return ["There is no equation \u{201C}\(block.id)\u{201D} in this book."].map(plain)
    }
    var lines = [
      numbered("Equation", block.number) + ", " + plain(equation.name) + ": " + sentence(equation.tex)
    ]
    for symbol in equation.symbols {
      lines.append(
        "  " + inline.spoken(EquationBlock.tex(symbol.symbol)) + ": " + plain(symbol.meaning) + ".")
    }
    if let assumes = equation.assumes, !assumes.isEmpty { lines.append("Assumes: " + plain(assumes)) }
    return lines
  }

  private func lines(of numbers: MoreNumbers) -> [String] {
    ["More numbers:"]
      + numbers.calculators.flatMap { id in
        let words = CalculatorWords(context: context)
        return [words.title(of: id) + ":"] + indented(words.outputs(of: id))
      }
  }
}
