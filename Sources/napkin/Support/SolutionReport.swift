import Engine

/// What `solve --output --equals` prints.
struct SolutionReport: Encodable {
  struct Found: Encodable {
    /// `point`, `jump` or `plateau`.
    var kind: String
    /// In the input's unit.
    var number: Double
    /// The end of a plateau.
    var end: Double?
    var unit: String
    var text: String
    var entry: String
    /// The output on both sides, where a jump or an input of whole numbers passes over the target.
    var below: Value?
    var above: Value?
  }

  /// The input and the output at one place.
  struct Value: Encodable {
    var input: String
    var output: String
  }

  var id: String
  var output: String
  var target: String
  var input: String
  var solutions: [Found]
  /// The least and the largest output in the range, where they are known.
  var lowest: Value?
  var highest: Value?

  init(
    output: String, equals target: String, for range: SweepRange, named input: String, of view: CalculatorView
  )
    throws(Failure)
  {
    let workbook = view.workbook
    let id = view.calculator.id
    let ownOutput = view.ownOutput(output)
    let found = try asking { () throws(Diagnostic) in
      try workbook.solve(id, output: ownOutput, equals: target, for: range)
    }
    self.id = view.id
    self.output = output
    self.target = target
    self.input = input
    let probe = Probe(workbook: workbook, calculator: id, input: range.name, output: ownOutput)
    let isInteger = view.calculator.inputs.first { $0.name == range.name }?.isInteger ?? false
    solutions = found.map { solution in
      var found = Found(
        kind: solution.kind.rawValue, number: solution.number, end: solution.end, unit: solution.unit,
        text: solution.text, entry: solution.entry)
      if isInteger, solution.number != solution.number.rounded() {
        found.below = probe.value(at: solution.number.rounded(.down), unit: solution.unit)
        found.above = probe.value(at: solution.number.rounded(.up), unit: solution.unit)
      } else if solution.kind == .jump {
        let margin = isInteger ? 1 : max(abs(solution.number) * 1e-6, 1e-12)
        found.below = probe.value(at: solution.number - margin, unit: solution.unit)
        found.above = probe.value(at: solution.number + margin, unit: solution.unit)
      }
      return found
    }
    guard found.isEmpty, let sweep = try? workbook.sweep(id, over: [range], outputs: [ownOutput]),
      let numbers = sweep.series.first?.numbers, let axis = sweep.axes.first
    else { return }
    let known = zip(axis.numbers, numbers).compactMap { x, y in y.map { (x: x, y: $0) } }
    lowest = known.min { $0.y < $1.y }.flatMap { probe.value(at: $0.x, unit: axis.unit) }
    highest = known.max { $0.y < $1.y }.flatMap { probe.value(at: $0.x, unit: axis.unit) }
  }

  /// For people.
  func text(width: Int) -> String {
    guard !solutions.isEmpty else {
      var text = paragraph("No \(input) gives \(output) = \(target).", width: width)
      if let lowest, let highest {
        text += paragraph(
          "Between the ends that were searched, \(output) goes from \(lowest.output) (at \(input) = "
            + "\(lowest.input)) to \(highest.output) (at \(input) = \(highest.input)).", indent: 2,
          width: width)
      }
      return text
    }
    var text = ""
    for solution in solutions {
      switch solution.kind {
      case "plateau":
        let unit = solution.unit == "1" ? "" : " \(solution.unit)"
        let end = solution.end.map { NumberFormat().text(Quantity($0), digits: 4) + unit }
        text += "\(input) = \(solution.text) to \(end ?? "its bound"): \(output) = \(target) all the way\n"
      case "jump": text += "\(input) = \(solution.text): \(output) jumps over \(target) here\n"
      default: text += "\(input) = \(solution.text)\n"
      }
      if let below = solution.below, let above = solution.above {
        text += TextTable(
          rows: [below, above].map { ["\(input) = \($0.input)", "\(output) = \($0.output)"] }, indent: 2
        ).text(width: width)
      }
    }
    return text
  }
}

/// Evaluates one output at a place of one input.
struct Probe {
  let workbook: Workbook
  let calculator: String
  let input: String
  let output: String

  /// Nil where the input can not have the value, or the output has none.
  func value(at number: Double, unit: String) -> SolutionReport.Value? {
    var workbook = workbook
    let entry = unit == "1" ? "\(number.plain)" : "\(number.plain) \(unit)"
    guard (try? workbook.setInput(input, of: calculator, to: entry)) != nil,
      let result = workbook.result(of: calculator),
      let shown = result.inputs.first(where: { $0.name == input })?.text
    else { return nil }
    let found = workbook.inline("\(calculator).\(output)", near: nil)
    guard found.error == nil, let value = found.value else { return nil }
    // Neighbours differ in digits that a page does not show.
    let unit = workbook.calculator(calculator)?.outputs.first { $0.name == output }?.unit
    let format = NumberFormat(units: workbook.library.units)
    return SolutionReport.Value(input: shown, output: format.text(value, unit: unit, digits: 6))
  }
}

extension Double {
  /// Without a fraction where it has none, as people type it.
  var plain: String {
    let whole = rounded()
    return whole == self && abs(self) < 1e15 ? "\(Int(whole))" : "\(self)"
  }
}
