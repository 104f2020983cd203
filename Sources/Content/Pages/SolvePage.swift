import Engine

extension Book {
  /// The values of each input that bring a value to a target, as links that set them.
  func solvePage(_ address: PageAddress) -> Chapter {
    guard let (calculator, value) = subject(of: address) else {
      return Self.empty("No such value", "There is no value \(address.path.first ?? "") in this book.")
    }
    let id = calculator.id
    let label = label(of: value, in: id)
    guard let entry = address.options["target"] else {
      return Self.empty("Solve for \(label)", "No value was given that it is to have.")
    }
    let target = SolveTarget(entry, units: workbook.library.units)
    let now = workbook.inline("\(id).\(value)", near: nil)
    var builder = PageBuilder(title: "When is “\(label)” \(target.text)?")
    builder.paragraph([
      .text("Now “\(label)” is "),
      .live(LiveValue(expression: "\(id).\(value)", calculator: id, range: .generated)),
      .text(". Each input is varied alone, within its bounds; Enter on a value sets it."),
    ])
    if now.error != nil { builder.paragraph("It has no value at the moment.") }
    addSolutions(address.options["for"], target, value, calculator, to: &builder)
    builder.panel(calculator, number: number(ofCalculator: calculator.id), outputs: [value])
    return builder.page
  }

  private func addSolutions(
    _ preferred: String?, _ target: SolveTarget, _ value: String, _ calculator: Calculator,
    to builder: inout PageBuilder
  ) {
    let id = calculator.id
    let present = workbook.result(of: id)?.inputs ?? []
    let numeric = present.filter { $0.number != nil && workbook.choices(of: $0.name, in: id).isEmpty }
    let first = numeric.filter { $0.name == preferred } + numeric.filter { $0.name != preferred }
    let chosen = present.filter { !workbook.choices(of: $0.name, in: id).isEmpty }
    if first.isEmpty, chosen.isEmpty {
      builder.paragraph("“\(calculator.title)” has no input that is a number and could be solved for.")
    }
    var rows: [[[Inline]]] = []
    var reasons: [String] = []
    var idle: [String] = []
    var isTargetWrong = false
    let isOutput = calculator.outputs.contains { $0.name == value }
    let moving = Set(
      workbook.sensitivities(of: id).filter { $0.output == value && $0.elasticity != 0 }.map(\.input))
    for input in first {
      do throws(Diagnostic) {
        let solving = try Solving(
          workbook, of: id, output: value, equals: target.text, for: SweepRange(input.name, count: 256),
          in: target.unit)
        let isFlat =
          solving.found.first.map { $0.solution.kind == .plateau }
          ?? solving.lowest.map { $0.output == solving.highest?.output } ?? false
        if isFlat, isOutput, !moving.contains(input.name) {
          idle.append(input.label)
        } else if solving.found.isEmpty {
          reasons.append(
            solving.reason(input: input.label, output: label(of: value, in: id), target: target.text)
              .joined(separator: " "))
        } else {
          rows.append([
            [.text(input.label)], solving.found.map { links($0, input.name, id, target) }.listed,
            [.text(input.text)],
          ])
        }
      } catch {
        // What is wrong with the target is wrong for every input.
        reasons = [error.message.sentenceCase + (error.hint.map { "; \($0)." } ?? ".")]
        rows = []
        idle = []
        isTargetWrong = true
        break
      }
    }
    if !isTargetWrong {
      for input in chosen {
        if let cell = choices(of: input, value, id, target) {
          rows.append([[.text(input.label)], cell, [.text(input.text)]])
        } else {
          idle.append(input.label)
        }
      }
    }
    if !rows.isEmpty {
      builder.table([[.text("input")], [.text("value that does it")], [.text("now")]], rows)
    }
    for reason in reasons { builder.paragraph(reason) }
    if !idle.isEmpty { builder.paragraph("Without effect on it: \(idle.joined(separator: "; ")).") }
    let others = present.filter { $0.number == nil && workbook.choices(of: $0.name, in: id).isEmpty }
    if !others.isEmpty {
      builder.paragraph("No single number, and not varied: \(others.map(\.label).joined(separator: "; ")).")
    }
  }

  /// The choices of an input that bring a value to the target, as links; or that none does, with what they give. Nil where
  /// all give the same.
  private func choices(
    of input: InputResult, _ value: String, _ id: String, _ target: SolveTarget
  ) -> [Inline]? {
    let wanted = try? workbook.target(target.text, of: value, in: id)
    let format = NumberFormat(units: workbook.library.units)
    let choices = workbook.choices(of: input.name, in: id)
    var hits: [[Inline]] = []
    var found: [Quantity] = []
    for choice in choices {
      var other = workbook
      guard (try? other.setInput(input.name, of: id, to: choice.entry)) != nil,
        case .quantity(let quantity)? = other.inline("\(id).\(value)", near: nil).value,
        quantity.magnitude.isFinite
      else { continue }
      found.append(quantity)
      if let wanted, abs(quantity.magnitude - wanted.magnitude) <= 1e-9 * abs(wanted.magnitude) {
        hits.append([
          .link(to: PageAddress("set", "\(id).\(input.name)", options: ["to": choice.entry]), choice.text)
        ])
      }
    }
    guard let lowest = found.min(by: { $0.magnitude < $1.magnitude }),
      let highest = found.max(by: { $0.magnitude < $1.magnitude }), lowest.magnitude != highest.magnitude
    else { return found.isEmpty ? [.text("none has a value")] : nil }
    if !hits.isEmpty { return hits.listed }
    let names =
      choices.count <= 6 ? choices.map(\.text).joined(separator: ", ") : "the \(choices.count) choices"
    let unit = target.unit ?? workbook.calculator(id)?.outputs.first { $0.name == value }?.unit
    let ends = [lowest, highest].map { format.text($0, unit: unit, digits: 3) }
    return [.text("none of \(names): \(ends[0]) to \(ends[1])")]
  }

  /// A solution, or the whole numbers and sides beside one that can not be met.
  private func links(
    _ found: Solving.Found, _ input: String, _ id: String, _ target: SolveTarget
  ) -> [Inline] {
    func set(_ entry: String, _ text: String) -> Inline {
      .link(to: PageAddress("set", "\(id).\(input)", options: ["to": entry]), text)
    }
    if let below = found.below, let above = found.above {
      return [
        set(below.input, below.input), .text(" (gives \(below.output)) or "), set(above.input, above.input),
        .text(" (gives \(above.output))"),
      ]
    }
    let solution = found.solution
    switch solution.kind {
    case .point: return [set(solution.entry, solution.text)]
    case .jump: return [set(solution.entry, solution.text), .text(", where it jumps over \(target.text)")]
    case .plateau:
      let format = NumberFormat(units: workbook.library.units)
      let unit = workbook.library.units.unit(solution.unit)
      let end =
        solution.end.map { end in
          format.text(unit.map { Quantity(end, in: $0) } ?? Quantity(end), unit: unit, digits: 4)
        } ?? "its bound"
      return [set(solution.entry, solution.text), .text(" to \(end)")]
    }
  }
}

/// What a value is to be, as a reader typed it.
private struct SolveTarget {
  /// With a space before its unit.
  let text: String
  /// The unit that was typed.
  let unit: Unit?

  init(_ entry: String, units: UnitTable) {
    let number = entry.prefix { $0.isNumber || ".,-+ ".contains($0) }
    let rest = entry.dropFirst(number.count)
    unit = rest.isEmpty || number.isEmpty ? nil : units.unit(String(rest))
    text = unit == nil || number.hasSuffix(" ") ? entry : "\(number) \(rest)"
  }
}
