/// How a value comes about: every formula on the way to it, with names, with numbers, and with its result.
public struct Derivation: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public var name: String
    public var label: String?
    /// As the author wrote it: `kv / hw.memory.capacity`.
    public var formula: String
    /// With names, what runs through lists as mathematics: `∑_(ℓ ≥ 1) widths_(ℓ−1) × widths_ℓ`.
    public var named: String
    /// With what readers see of its names: `“KV cache” / “memory capacity”`.
    public var words: String
    /// With numbers: `1.07 GB / 80 GB`.
    public var substituted: String
    /// `1.34 %`.
    public var result: String
    /// The formula for typesetting, in LaTeX.
    public var tex: String
    /// The formula with numbers for typesetting, in LaTeX.
    public var substitutedTeX: String
    /// With numbers, and with the formulas of the equations in the place of their calls; nil where it calls none.
    public var expandedTeX: String?
    public var isChanged: Bool
    public var error: Diagnostic?
  }

  /// Inputs and figures that the formulas use, with their values.
  public var given: [(name: String, text: String)] { names.map { ($0.key, $0.text) } }
  public var steps: [Step]
  private var names: [Given]

  private struct Given: Hashable, Sendable {
    var key: String
    var text: String
  }

  init(given: [(name: String, text: String)], steps: [Step]) {
    names = given.map { Given(key: $0.name, text: $0.text) }
    self.steps = steps
  }

  /// One line for each step: `kv = per_token × context = 524 KB × 2,048 = 1.07 GB`.
  public var text: String {
    steps.map { step in
      let parts = [step.name, step.named] + (step.substituted == step.named ? [] : [step.substituted])
      let last = step.error.map { $0.missing ?? $0.message } ?? step.result
      return (parts.last == last ? parts : parts + [last]).joined(separator: " = ")
    }.joined(separator: "\n")
  }
}

extension Workbook {
  /// The derivation of an output or let, or of all outputs when `name` is nil, under the present scenario; nil when
  /// there is no such name.
  public func derivation(of name: String?, in id: String) -> Derivation? {
    guard let index = index(of: id) else { return nil }
    let cell = cells[index]
    if let name, cell.slots[name] == nil { return nil }
    let formulas = Formulas(cell)
    let wanted = name.map { [$0] } ?? cell.calculator.outputs.map(\.name)
    let needed = formulas.needed(for: wanted)
    let conditions = Conditions(
      cell: cell, values: current[index].values, figures: evaluation(of: index, isAuthored: false).figures)
    let names = FormulaWriter(source: SourceText(cell.calculator.body))
    let numbers = FormulaWriter(
      source: names.source,
      value: { reference in
        // A text stands in quotes, as in the formula beside it.
        guard let shown = shown(reference, cell: index) else { return nil }
        return isText(reference, cell: index) ? "\"\(shown)\"" : shown
      }, hasNumbers: true, holds: conditions.holds)
    let labels = FormulaWriter(source: names.source, value: { words(for: $0, in: cell) })
    let typeset = FormulaTeX(value: { shown($0, cell: index) }, holds: conditions.holds)
    let functions = library.functions.merging(cell.calculator.functions) { _, own in own }
    let steps = cell.definitions.compactMap { definition -> Derivation.Step? in
      let name = cell.program.names[definition.slot]
      guard needed.contains(name), let expression = formulas.expressions[name] else { return nil }
      let output = cell.output(named: name)
      let (value, original, error) = values(of: name, unit: output?.unit, cell: index)
      return Derivation.Step(
        name: name, label: output?.label, formula: names.formula(expression), named: names.text(expression),
        words: labels.text(expression), substituted: numbers.text(expression),
        result: value.map { text($0, unit: output?.unit, digits: output?.digits) } ?? "",
        tex: FormulaTeX().tex(expression), substitutedTeX: typeset.tex(expression),
        expandedTeX: expression.expanding(functions).map(typeset.tex).flatMap {
          FormulaTeX.width($0) <= 200 ? $0 : nil
        },
        isChanged: value != original, error: error)
    }
    let given = formulas.references(of: needed).filter { formulas.expressions[$0] == nil }
      .compactMap { name in shown(name, cell: index).map { (name, $0) } }
    return Derivation(given: given, steps: steps)
  }

  /// What readers see of a name or figure: the label, else the name; in quotes where that is more than a word.
  private func words(for reference: String, in cell: Cell) -> String {
    var text = reference
    if let input = cell.input(named: reference) {
      text = cell.calculator.inputs[input].shownName
    } else if let label = cell.output(named: reference)?.label, !label.isEmpty {
      text = label
    } else if let dot = reference.firstIndex(of: ".") {
      let name = String(reference[reference.index(after: dot)...])
      let source = index(of: String(reference[..<dot]))
      text =
        source.flatMap { cells[$0].output(named: name)?.label }
        ?? String(name.map { $0 == "." || $0 == "_" ? " " : $0 })
    }
    return text.contains(" ") || text.contains("/") ? "“\(text)”" : text
  }

  private func value(of reference: String, cell index: Int) -> Value? {
    let cell = cells[index]
    let slot =
      cell.slots[reference] ?? cell.program.externals.first { cell.program.names[$0.slot] == reference }?.slot
    return slot.flatMap { current[index].values[$0] }
  }

  private func isText(_ reference: String, cell index: Int) -> Bool {
    if case .text = value(of: reference, cell: index) { true } else { false }
  }

  /// The value of a name or figure, as it stands in a formula.
  private func shown(_ reference: String, cell index: Int) -> String? {
    let cell = cells[index]
    guard let value = value(of: reference, cell: index) else { return nil }
    if let input = cell.input(named: reference).map({ cell.calculator.inputs[$0] }) {
      return text(value, unit: input.unit, digits: nil, isExact: true)
    }
    let output = cell.output(named: reference)
    return text(value, unit: output?.unit, digits: output?.digits)
  }
}

/// The formulas of a calculator by name.
private struct Formulas {
  var expressions: [String: Expression] = [:]

  init(_ cell: Cell) {
    for statement in cell.calculator.sheet.statements {
      if case .define(let definition) = statement.kind {
        expressions[definition.name] = definition.expression
      }
    }
  }

  /// Names whose formulas lead to some.
  func needed(for names: [String]) -> Set<String> {
    var found: Set<String> = []
    var pending = names
    while let name = pending.popLast() {
      guard expressions[name] != nil, found.insert(name).inserted else { continue }
      pending += references(of: [name])
    }
    return found
  }

  /// Names and figures that formulas use, in alphabetical order.
  func references(of names: Set<String>) -> [String] {
    Set(names.flatMap { expressions[$0]?.references.map(\.name) ?? [] }).sorted()
  }
}

extension Calculator {
  /// The functions of its own, by their name.
  var functions: [String: FunctionStatement] {
    var functions: [String: FunctionStatement] = [:]
    for statement in sheet.statements {
      if case .function(let function) = statement.kind { functions[function.name] = function }
    }
    return functions
  }
}
