import Content
import Engine
import Typesetting

/// What `explain` prints: what is given and where it is from, then the steps.
struct ExplanationReport: Encodable {
  struct Given: Encodable {
    var name: String
    var text: String
    /// The author's value, where it was changed.
    var authored: String?
    /// Where a constant or a figure is from.
    var figure: FigureReport?
  }

  struct Step: Encodable {
    var name: String
    var label: String?
    /// As the author wrote it.
    var formula: String
    /// As people read it.
    var named: String
    var substituted: String
    var result: String
    var tex: String
    var substitutedTeX: String
    var error: String?

    private enum CodingKeys: String, CodingKey {
      case name, label, formula, substituted, result, tex, error
      case substitutedTeX = "substituted_tex"
    }
  }

  var id: String
  var title: String
  var given: [Given]
  var steps: [Step]
  /// Ids of the equations that formulas call.
  var equations: [String]

  init(_ explanation: Explanation, library: Library) {
    let calculator = explanation.calculator
    id = explanation.value.map { "\(calculator.id).\($0)" } ?? calculator.id
    title = calculator.title
    given = explanation.given.map { given in
      let report = given.figure.map { FigureReport(given.figureID ?? given.name, $0, library: library) }
      return Given(name: given.name, text: given.text, authored: given.authored, figure: report)
    }
    steps = explanation.steps.map {
      Step(
        name: $0.name, label: $0.label, formula: $0.formula, named: $0.named, substituted: $0.substituted,
        result: $0.result,
        tex: $0.tex, substitutedTeX: $0.substitutedTeX, error: $0.error.map { $0.missing ?? $0.message })
    }
    equations = explanation.equations
  }

  /// For people.
  func text(in book: Book, width: Int) -> String {
    var text = paragraph(title, width: width)
    if !given.isEmpty {
      text += "\nGiven\n"
      text += TextTable(
        rows: given.map { given in
          [given.name, given.text, given.authored.map { "changed, \($0) in the book" } ?? given.origin]
        }, indent: 2
      ).text(width: width)
    }
    text += steps.count > 1 ? "\nSteps\n" : "\nStep\n"
    for step in steps { text += self.text(of: step, width: width) }
    if !equations.isEmpty {
      text += "\nEquations\n"
      text += TextTable(
        rows: equations.map { [$0, book.workbook.library.equations[$0]?.name ?? ""] }, indent: 2
      ).text(width: width)
    }
    let sources = book.sources(of: given.map { $0.figure?.source }, width: width)
    if !sources.isEmpty { text += "\nSources\n" + sources }
    return text
  }

  private func text(of step: Step, width: Int) -> String {
    var parts = [step.named]
    for next in [step.substituted, step.error ?? step.result] where next != parts.last && !next.isEmpty {
      parts.append(next)
    }
    // A long name takes a line of its own, so that formulas keep their room.
    let isLong = DisplayWidth.of(step.name) > 24
    let column = isLong ? 4 : 2 + DisplayWidth.of(step.name)
    var text = isLong ? "  \(step.name)\n" : ""
    for (index, part) in parts.enumerated() {
      let lead = index == 0 && !isLong ? "  \(step.name) = " : spaces(column) + " = "
      for (line, words) in wrapped(gluingUnits(part), to: max(16, width - column - 3)).enumerated() {
        text += (line == 0 ? lead : spaces(column + 3)) + words.replacing("\u{A0}", with: " ") + "\n"
      }
    }
    return text
  }
}

/// A formula in which numbers and their units are not parted.
private func gluingUnits(_ formula: String) -> String {
  var text = ""
  var word = ""
  for part in formula.split(separator: " ", omittingEmptySubsequences: false) {
    let isUnit =
      part.first.map { $0.isLetter || $0 == "%" } == true && !wordsOfFormulas.contains(String(part))
    if !text.isEmpty { text += word.last?.isNumber == true && isUnit ? "\u{A0}" : " " }
    text += part
    word = String(part)
  }
  return text
}

/// Words of formulas that follow numbers and are no units.
private let wordsOfFormulas: Set<String> = ["if", "and", "or", "for", "in"]

extension ExplanationReport.Given {
  /// `h100_sxm.memory.bandwidth, datasheet 2022, nvidia-h100-datasheet`.
  var origin: String {
    guard let figure else { return "" }
    let parts: [String?] = [figure.name == name ? nil : figure.name, figure.origin, figure.source]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
