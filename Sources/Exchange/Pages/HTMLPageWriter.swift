import Content
import Engine
import Typesetting

/// Writes the blocks of a chapter as HTML: live values filled in, formulas set, questions to open, nothing of the author's
/// run.
struct HTMLPageWriter: Sendable {
  /// How formulas are written.
  enum MathematicsForm: Sendable {
    /// MathML, which browsers set by themselves.
    case mathML
    /// LaTeX between `\(` and `\)`, for programs that set it.
    case delimited
  }

  let words: PageWords
  var mathematics = MathematicsForm.mathML
  /// Chapters in the same file, to which references may lead.
  var included: Set<String> = []
  /// What gaps of the present question show: their number, or the answer.
  private var gaps: [String] = []

  init(words: PageWords, mathematics: MathematicsForm = .mathML, included: Set<String> = []) {
    self.words = words
    self.mathematics = mathematics
    self.included = included
  }

  func html(_ blocks: [Block]) -> String { writer.html(blocks) }
  func html(_ content: [Inline]) -> String { writer.html(content) }

  private var writer: HTMLWriter {
    var writer = HTMLWriter()
    writer.ownBlock = { block in self.own(block) }
    writer.ownInline = { inline in self.own(inline) }
    return writer
  }

  // MARK: - Blocks

  /// Blocks that a page writes otherwise than plain Markdown is; nil for the others.
  private func own(_ block: Block) -> String? {
    switch block {
    case .heading(let heading):
      let number = heading.number.map { "<span class=\"number\">\($0)</span> " } ?? ""
      let level = min(heading.level, 6)
      return "<h\(level)\(id(heading.attributes.id))>\(number)\(html(heading.content))</h\(level)>"
    case .table(let table): return self.table(table.filled(from: words.book.workbook.library))
    case .formula(let formula):
      let number = formula.number.map { "<span class=\"number\">(\($0))</span>" } ?? ""
      return
        "<div class=\"formula\"\(id(formula.id))>\(self.formula(formula.tex, isDisplayed: true))\(number)</div>"
    case .division(let division): return self.division(division)
    case .figure(let figure):
      let text = HTMLText.escaped(figure.lines.joined(separator: "\n"))
      return
        "<figure\(id(figure.id))>\n<pre role=\"img\" aria-label=\"\(HTMLText.escaped(figure.alternative))\">\(text)</pre>\n"
        + caption("Figure", figure.number, figure.caption) + "</figure>"
    case .plot(let plot): return self.plot(plot)
    case .calculator(let place): return calculator(place.id, number: place.number)
    case .moreNumbers(let more):
      let tables = more.calculators.map { calculator($0, number: nil) }.joined(separator: "\n")
      return "<details class=\"more\"><summary>More numbers</summary>\n\(tables)\n</details>"
    case .equation(let place): return equation(place)
    case .question(let question): return self.question(question)
    case .selfCheck(let check):
      return "<section class=\"self-check\">\n<p class=\"title\">Self-check</p>\n"
        + check.questions.map { self.question($0) }.joined(separator: "\n") + "\n</section>"
    case .problem(let problem):
      let advice = problem.advice.map { " " + HTMLText.escaped($0) } ?? ""
      return "<div class=\"problem\"><p><strong>\(HTMLText.escaped(problem.message))</strong>\(advice)</p>\n"
        + "<pre>\(HTMLText.escaped(problem.source))</pre></div>"
    default: return nil
    }
  }

  private func id(_ id: String?) -> String { id.map { " id=\"\(HTMLText.escaped($0))\"" } ?? "" }

  private func caption(_ name: String, _ number: String?, _ content: [Inline]) -> String {
    let label = number.map { "<strong>\(name) \($0)</strong>" }
    let text = [label, content.isEmpty ? nil : html(content)].compactMap(\.self).joined(separator: " · ")
    return text.isEmpty ? "" : "<figcaption>\(text)</figcaption>\n"
  }

  private func table(_ table: Table) -> String {
    let number = table.number.map { "<strong>Table \($0)</strong>" }
    let words = table.caption.isEmpty ? nil : html(table.caption)
    let caption = [number, words].compactMap(\.self).joined(separator: " · ")
    func row(_ cells: [[Inline]], _ name: String) -> String {
      let texts = zip(cells, table.alignments).map { cell, alignment in
        "<\(name)\(alignment.map { " style=\"text-align: \($0)\"" } ?? "")>\(html(cell))</\(name)>"
      }
      return "<tr>\(texts.joined())</tr>\n"
    }
    return "<table\(id(table.id))>\n\(caption.isEmpty ? "" : "<caption>\(caption)</caption>\n")"
      + "<thead>\n\(row(table.header, "th"))</thead>\n<tbody>\n\(table.rows.map { row($0, "td") }.joined())</tbody>\n</table>"
  }

  private func division(_ division: Division) -> String {
    let inner = html(division.blocks)
    if case .quickCheck = division.kind { return inner }
    if case .other("") = division.kind { return inner }
    let label = HTMLText.escaped(
      [division.kind.name, division.number].compactMap(\.self).joined(separator: " "))
    let title = division.title.isEmpty ? "" : " · " + html(division.title)
    let classes = division.attributes.classes.map { HTMLText.escaped($0) }.joined(separator: " ")
    return
      "<aside class=\"box \(classes)\"\(id(division.attributes.id))>\n<p class=\"title\">\(label)\(title)</p>\n\(inner)</aside>"
  }

  private func plot(_ plot: PlotBlock) -> String {
    let evaluation = plot.evaluated(in: words.book.workbook)
    let table = PlotTable(evaluation.data)
    let picture = SVGPlot.picture(of: evaluation.data, alternative: plot.alternative)
    let problems = evaluation.problems.map { "<p class=\"problem\">\(HTMLText.escaped($0.message))</p>\n" }
      .joined()
    let numbers = Self.table([table.header] + table.rows)
    let shown =
      picture.map { "\($0)\n<details><summary>The numbers</summary>\n\(numbers)</details>\n" }
      ?? "<p>\(HTMLText.escaped(plot.alternative))</p>\n\(numbers)"
    return
      "<figure\(id(plot.id))>\n\(shown)\(problems)\(caption("Figure", plot.number, plot.caption))</figure>"
  }

  /// Rows of plain texts; the first is the header.
  private static func table(_ rows: [[String]]) -> String {
    guard let header = rows.first else { return "" }
    func row(_ cells: [String], _ name: String) -> String {
      "<tr>" + cells.map { "<\(name)>\(HTMLText.escaped($0))</\(name)>" }.joined() + "</tr>\n"
    }
    return "<table>\n<thead>\n\(row(header, "th"))</thead>\n<tbody>\n"
      + rows.dropFirst().map { row($0, "td") }.joined() + "</tbody>\n</table>\n"
  }

  private func calculator(_ id: String, number: String?) -> String {
    guard let calculator = words.book.workbook.calculator(id), let result = words.book.workbook.result(of: id)
    else {
      return ""
    }
    func row(_ label: String, _ name: String, _ text: String, _ kind: String) -> String {
      "<tr class=\"\(kind)\"><th scope=\"row\">\(HTMLText.escaped(label.isEmpty ? name : label))</th>"
        + "<td>\(HTMLText.escaped(text))</td></tr>\n"
    }
    let label = number.map { "<strong>Calculator \($0)</strong> · " } ?? ""
    let inputs = result.inputs.map { row($0.label, $0.name, $0.error?.message ?? $0.text, "input") }.joined()
    let outputs = result.outputs.map { row($0.label, $0.name, $0.error?.message ?? $0.text, "output") }
      .joined()
    let notes = calculator.notes.map { "<p class=\"note\">\(HTMLText.escaped($0))</p>\n" }.joined()
    let anchor = number == nil ? "" : self.id(id)
    return
      "<div class=\"calculator\"\(anchor)>\n<table>\n<caption>\(label)\(HTMLText.escaped(calculator.title))</caption>\n"
      + "<tbody>\n\(inputs)</tbody>\n<tbody>\n\(outputs)</tbody>\n</table>\n\(notes)</div>"
  }

  private func equation(_ place: EquationBlock) -> String {
    guard let equation = words.book.workbook.library.equations[place.id] else { return "" }
    let number = place.number.map { "<span class=\"number\">(\($0))</span>" } ?? ""
    let symbols = equation.symbols.map { symbol in
      "<dt>\(HTMLText.escaped(symbol.symbol))</dt><dd>\(HTMLText.escaped(symbol.meaning))</dd>"
    }.joined()
    return
      "<div class=\"equation\"\(id(place.id))>\n<p class=\"title\">\(HTMLText.escaped(equation.name))</p>\n"
      + "<div class=\"formula\">\(formula(equation.tex, isDisplayed: true))\(number)</div>\n"
      + (symbols.isEmpty ? "" : "<dl>\(symbols)</dl>\n") + "</div>"
  }

  // MARK: - Questions

  private func question(_ question: Question) -> String {
    let (front, back) = card(question)
    let hint =
      question.hint.isEmpty ? "" : "<details><summary>Hint</summary>\n\(html(question.hint))</details>\n"
    return
      "<section class=\"question\"\(id(question.id))>\n<p class=\"title\">Question</p>\n\(front)\n\(hint)"
      + "<details><summary>Answer</summary>\n\(back)\n</details>\n</section>"
  }

  /// What a question asks, and what it answers.
  func card(_ question: Question) -> (front: String, back: String) {
    var page = self
    if case .fill(let gaps) = question.body { page.gaps = gaps.map { _ in "______" } }
    var front = page.html(question.stem)
    var back = ""
    func items(_ texts: [String], _ name: String) -> String {
      "<\(name)>\n" + texts.map { "<li>\($0)</li>\n" }.joined() + "</\(name)>\n"
    }
    switch question.body {
    case .choice(let options), .multiple(let options):
      front += "<ol type=\"a\">\n" + options.map { "<li>\(html($0.content))</li>\n" }.joined() + "</ol>\n"
      back = items(
        options.map { option in
          "<p><strong>\(option.isCorrect ? "Right" : "Wrong")</strong></p>\n\(html(option.content))\(html(option.feedback))"
        }, "ol type=\"a\""
      ).replacing("</ol type=\"a\">", with: "</ol>")
    case .trueFalse(let answer, let feedback):
      front += "<p>True or false?</p>\n"
      back = "<p><strong>\(answer ? "True" : "False")</strong></p>\n" + html(feedback)
    case .numeric(let numeric):
      let value = words.book.workbook.inline(numeric.answer, near: nil)
      back = "<p><strong>\(HTMLText.escaped(value.error == nil ? value.text : numeric.answer))</strong></p>\n"
    case .fill(let gaps): back = items(gaps.map { $0.map(HTMLText.escaped).joined(separator: ", or ") }, "ol")
    case .order(let steps):
      front += items(ListBlock.shuffled(steps.count).map { html(steps[$0]) }, "ul")
      back = items(steps.map { html($0) }, "ol")
    case .match(let pairs):
      let rights = ListBlock.shuffled(pairs.count)
      func rows(_ right: (Int) -> Int) -> String {
        "<table>\n<tbody>\n"
          + pairs.indices.map {
            "<tr><td>\(html(pairs[$0].left))</td><td>\(html(pairs[right($0)].right))</td></tr>\n"
          }.joined()
          + "</tbody>\n</table>\n"
      }
      front += items(pairs.map { html($0.left) }, "ol")
      front += items(rights.map { html(pairs[$0].right) }, "ol type=\"a\"").replacing(
        "</ol type=\"a\">", with: "</ol>")
      back = rows { $0 }
    case .short(let answer, let rubric):
      back = html(answer) + (rubric.isEmpty ? "" : items(rubric.map { html($0) }, "ul"))
    }
    return (front, back + html(question.explanation))
  }

  // MARK: - Inline

  private func own(_ inline: Inline) -> String? {
    switch inline {
    case .mathematics(let tex): return formula(tex, isDisplayed: false)
    case .live(let live): return "<data>\(HTMLText.escaped(words.text(live)))</data>"
    case .reference(let reference): return self.reference(reference)
    case .citation(let keys):
      let links = keys.map {
        "<a href=\"#source-\(HTMLText.escaped($0))\">\(HTMLText.escaped(words.citation($0)))</a>"
      }
      if mathematics == .delimited {
        return "(" + keys.map { HTMLText.escaped(words.citation($0)) }.joined(separator: "; ") + ")"
      }
      return "(\(links.joined(separator: "; ")))"
    case .footnote(let label):
      guard let note = words.chapter.footnotes[label], mathematics == .mathML else { return "" }
      let name = "\(HTMLText.escaped(words.chapter.id))-\(note.number)"
      return "<sup><a id=\"ref-\(name)\" href=\"#note-\(name)\">\(note.number)</a></sup>"
    case .link(let destination, _, let content):
      return Self.isSafe(destination)
        && (!destination.hasPrefix("#") || words.anchor(String(destination.dropFirst())) != nil)
        ? nil : html(content)
    case .image(_, _, let alternative):
      return "<span class=\"image\">[\(HTMLText.escaped(alternative.plainText))]</span>"
    case .blank(let index): return gaps.indices.contains(index) ? gaps[index] : "______"
    default: return nil
    }
  }

  private func formula(_ tex: String, isDisplayed: Bool) -> String {
    switch mathematics {
    case .mathML: return Mathematics(tex: tex).mathML(isDisplayed: isDisplayed)
    case .delimited:
      let text = HTMLText.escaped(tex)
      return isDisplayed ? "\\[\(text)\\]" : "\\(\(text)\\)"
    }
  }

  private func reference(_ reference: Reference) -> String {
    let label = HTMLText.escaped(words.label(reference))
    let anchor = words.anchor(reference.id)
    let isHere = anchor.map { included.contains($0.chapter) } ?? (!included.isEmpty && isTerm(reference.id))
    return isHere ? "<a href=\"#\(HTMLText.escaped(reference.id))\">\(label)</a>" : label
  }

  private func isTerm(_ id: String) -> Bool { words.book.glossary.contains { $0.id == id } }

  private static let schemes: Set<String> = ["http", "https", "mailto"]

  /// Whether a link can lead to nothing but a page, a place or a letter.
  static func isSafe(_ destination: String) -> Bool {
    let text = destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    guard let colon = text.firstIndex(of: ":") else { return destination.hasPrefix("#") }
    return schemes.contains(String(String.UnicodeScalarView(text[..<colon])).lowercased())
  }
}
