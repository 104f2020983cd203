import Content
import Engine
import Typesetting

/// What `explain` prints: what is given and where it is from, then the steps.
struct Explanation: Encodable {
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
    var formula: String
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

  /// - Parameter value: an output or let; all outputs when nil.
  init(_ workbook: Workbook, of calculator: Calculator, value: String?) {
    let derivation = workbook.derivation(of: value, in: calculator.id)
    let inputs = workbook.result(of: calculator.id)?.inputs ?? []
    let library = workbook.library
    id = value.map { "\(calculator.id).\($0)" } ?? calculator.id
    title = calculator.title
    given = (derivation?.given ?? []).map { name, text in
      guard let input = inputs.first(where: { $0.name == name }) else {
        let found = Explanation.figure(name, inputs: inputs, library: library)
        let isChanged = found.map { workbook.scenario.overrides[$0.id] != nil } ?? false
        return Given(
          name: name, text: text, authored: isChanged ? found?.figure.text : nil,
          figure: found.map { FigureReport($0.id, $0.figure, format: NumberFormat(units: library.units)) })
      }
      return Given(name: name, text: text, authored: input.isChanged ? input.authored : nil)
    }
    let derived = derivation?.steps ?? []
    steps = derived.map {
      Step(
        name: $0.name, label: $0.label, formula: $0.formula, substituted: $0.substituted, result: $0.result,
        tex: $0.tex, substitutedTeX: $0.substitutedTeX, error: $0.error?.message)
    }
    let called = Set(derived.flatMap { Explanation.calls(in: $0.formula) })
    equations = library.equations.keys.sorted().filter { id in
      library.signature(of: id).map { called.contains($0.name) } ?? false
    }
  }

  /// The constant or the profile's figure that a name in a formula means, under the name that overrides use.
  private static func figure(_ name: String, inputs: [InputResult], library: Library) -> (
    id: String, figure: Figure
  )? {
    guard let dot = name.firstIndex(of: ".") else {
      return library.constants[name].map { (name, $0.figure) }
    }
    let first = String(name[..<dot])
    let path = String(name[name.index(after: dot)...])
    var profile = first
    if case .profile(let id)? = inputs.first(where: { $0.name == first })?.value { profile = id }
    return library.profiles[profile]?.figures[path].map { ("\(profile).\(path)", $0) }
  }

  /// Names that a bracket follows.
  private static func calls(in formula: String) -> [String] {
    var names: [String] = []
    var name = ""
    for character in formula {
      if character.isLetter || character.isNumber || character == "_" {
        name.append(character)
      } else {
        if character == "(", !name.isEmpty { names.append(name) }
        name = ""
      }
    }
    return names
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
    var parts = [step.formula]
    for next in [step.substituted, step.error ?? step.result] where next != parts.last && !next.isEmpty {
      parts.append(next)
    }
    // A long name takes a line of its own, so that formulas keep their room.
    let isLong = DisplayWidth.of(step.name) > 24
    let column = isLong ? 4 : 2 + DisplayWidth.of(step.name)
    var text = isLong ? "  \(step.name)\n" : ""
    for (index, part) in parts.enumerated() {
      let lead = index == 0 && !isLong ? "  \(step.name) = " : spaces(column) + " = "
      for (line, words) in wrapped(part, to: max(16, width - column - 3)).enumerated() {
        text += (line == 0 ? lead : spaces(column + 3)) + words + "\n"
      }
    }
    return text
  }

  /// Formulas alone, one `aligned` block for each step.
  var latex: String {
    steps.map { step in
      var lines = ["\(TeXText.name(step.name)) &= \(step.tex)"]
      if step.substitutedTeX != step.tex { lines.append("&= \(step.substitutedTeX)") }
      let result = step.error.map(TeXText.words) ?? TeXText.value(step.result)
      if result != step.substitutedTeX { lines.append("&= \(result)") }
      return "\\begin{aligned}\n  " + lines.joined(separator: " \\\\\n  ") + "\n\\end{aligned}\n"
    }.joined()
  }
}

extension Explanation.Given {
  /// `h100_sxm.memory.bandwidth, datasheet 2022, nvidia-h100-datasheet`.
  var origin: String {
    guard let figure else { return "" }
    let parts: [String?] = [figure.name == name ? nil : figure.name, figure.origin, figure.source]
    return parts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
