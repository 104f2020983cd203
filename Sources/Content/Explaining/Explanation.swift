import Engine

/// How a value comes about: what is given and where it is from, the steps, and the equations that they call. The page
/// and the command say the same from it.
public struct Explanation: Sendable {
  public struct Given: Sendable {
    /// As the formulas name it.
    public var name: String
    public var text: String
    /// The author's value, where it was changed.
    public var authored: String?
    /// Whether it is an input of the calculator.
    public var isInput: Bool
    /// The constant or figure under the name that overrides use, where it is one.
    public var figureID: String?
    public var figure: Figure?
  }

  public var calculator: Calculator
  /// An output or let; nil for all outputs.
  public var value: String?
  public var given: [Given]
  public var steps: [Derivation.Step]
  /// Ids of the equations that formulas call.
  public var equations: [String]

  /// - Parameter value: an output or let; all outputs when nil.
  public init(_ workbook: Workbook, of calculator: Calculator, value: String?) {
    self.calculator = calculator
    self.value = value
    let derivation = workbook.derivation(of: value, in: calculator.id)
    let inputs = workbook.result(of: calculator.id)?.inputs ?? []
    let uses = workbook.figures(readBy: calculator.id)
    let facts = (derivation?.given ?? []).map { name, text -> Given in
      if let input = inputs.first(where: { $0.name == name }) {
        return Given(name: name, text: text, authored: input.isChanged ? input.authored : nil, isInput: true)
      }
      let id = uses.first { $0.name == name }?.id
      let figure = id.flatMap { workbook.library.figure($0) }
      let isChanged = id.map { workbook.scenario.overrides[$0] != nil } ?? false
      return Given(
        name: name, text: text, authored: isChanged ? figure.map { workbook.library.text(of: $0) } : nil,
        isInput: false, figureID: id,
        figure: figure)
    }
    // A machine whose figures are used is an input too, and the one to change.
    let machines = inputs.filter { input in
      facts.contains { $0.name.hasPrefix(input.name + ".") } && !facts.contains { $0.name == input.name }
    }
    given =
      machines.map {
        Given(name: $0.name, text: $0.text, authored: $0.isChanged ? $0.authored : nil, isInput: true)
      } + facts
    steps = derivation?.steps ?? []
    let formulas = steps.map(\.formula)
    equations = workbook.equations(calledBy: calculator.id).filter { id in
      guard let name = workbook.library.signature(of: id)?.name else { return false }
      return formulas.contains { Self.calls(in: $0).contains(name) }
    }
  }

  /// Names that a bracket follows.
  private static func calls(in formula: String) -> Set<String> {
    var names: Set<String> = []
    var name = ""
    for character in formula {
      if character.isLetter || character.isNumber || character == "_" {
        name.append(character)
      } else {
        if character == "(", !name.isEmpty { names.insert(name) }
        name = ""
      }
    }
    return names
  }
}

extension Explanation {
  /// Formulas alone, one `aligned` block for each step.
  public var latex: String { steps.map { $0.latex + "\n" }.joined() }

  /// The value, its steps and what is given, in Markdown.
  public func markdown(in book: Book) -> String {
    var text = "**\(calculator.title)**\n\n"
    for step in steps {
      let label = step.label.map { $0 == step.name ? "" : "\($0): " } ?? ""
      text += "- \(label)`\(step.line)`\n"
    }
    if !given.isEmpty { text += "\nGiven:\n\n" }
    for given in given {
      let source = given.figure?.source.map { ", " + book.citation($0) } ?? ""
      text += "- `\(given.name)` = \(given.text)\(source)\n"
    }
    return text
  }

  /// One line for each step, and one for what is given.
  public var text: String {
    let facts = given.map { "\($0.name) = \($0.text)" }.joined(separator: ", ")
    return steps.map { $0.line + "\n" }.joined() + (facts.isEmpty ? "" : "with \(facts)\n")
  }
}

extension Derivation.Step {
  /// `kv = per_token × context = 524 KB × 2,048 = 1.07 GB`.
  public var line: String { ([name] + parts).joined(separator: " = ") }

  /// A line each for the formula, the numbers and the result.
  public var lines: [String] { parts.enumerated().map { ($0 == 0 ? "\(name) = " : "= ") + $1 } }

  /// Why it has no value: what the machine or model lacks, else the mistake.
  private var failure: String? { error.map { $0.missing ?? $0.message } }

  private var parts: [String] {
    var parts = [named]
    for next in [substituted, failure ?? result] where next != parts.last && !next.isEmpty {
      parts.append(next)
    }
    return parts
  }

  /// The step as an `aligned` block: formula, numbers, result.
  public var latex: String {
    var lines = ["\(TeXText.name(name)) &= \(tex)"]
    if substitutedTeX != tex { lines.append("&= \(substitutedTeX)") }
    if let expandedTeX, expandedTeX != substitutedTeX { lines.append("&= \(expandedTeX)") }
    let result = failure.map { TeXText.words($0) } ?? TeXText.value(self.result)
    if result != substitutedTeX { lines.append("&= \(result)") }
    return "\\begin{aligned}\n  " + lines.joined(separator: " \\\\\n  ") + "\n\\end{aligned}"
  }
}
