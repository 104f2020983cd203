import Engine

/// The values of an input for which an output has a value, with what happens at jumps, and the ends that the output
/// reaches where there is none.
public struct Solving: Sendable {
  public struct Found: Sendable {
    public var solution: Solution
    /// The values on both sides, where a jump or an input of whole numbers passes over the target.
    public var below: Place?
    public var above: Place?
  }

  /// The input and the output at one place.
  public struct Place: Hashable, Sendable {
    public var input: String
    public var output: String
  }

  public var found: [Found] = []
  /// The least and the largest output in the range, where there is no solution and they are known.
  public var lowest: Place?
  public var highest: Place?

  /// - Parameter unit: in which outputs are given; nil for the output's own.
  public init(
    _ workbook: Workbook, of id: String, output: String, equals target: String, for range: SweepRange,
    in unit: Unit? = nil
  ) throws(Diagnostic) {
    let probe = Probe(workbook: workbook, calculator: id, input: range.name, output: output, unit: unit)
    let isInteger = workbook.calculator(id)?.inputs.first { $0.name == range.name }?.isInteger ?? false
    found = try workbook.solve(id, output: output, equals: target, for: range).map { solution in
      var found = Found(solution: solution)
      if isInteger, solution.number != solution.number.rounded() {
        found.below = probe.place(at: solution.number.rounded(.down), unit: solution.unit)
        found.above = probe.place(at: solution.number.rounded(.up), unit: solution.unit)
      } else if solution.kind == .jump {
        let margin = isInteger ? 1 : max(abs(solution.number) * 1e-6, 1e-12)
        found.below = probe.place(at: solution.number - margin, unit: solution.unit)
        found.above = probe.place(at: solution.number + margin, unit: solution.unit)
      }
      return found
    }
    let isOutput = workbook.calculator(id)?.outputs.contains { $0.name == output } ?? false
    guard found.isEmpty, isOutput,
      let sweep = try? workbook.sweep(id, over: [range], outputs: [output]),
      let numbers = sweep.series.first?.numbers, let axis = sweep.axes.first
    else { return }
    let known = zip(axis.numbers, numbers).compactMap { x, y in y.map { (x: x, y: $0) } }
    lowest = known.min { $0.y < $1.y }.flatMap { probe.place(at: $0.x, unit: axis.unit) }
    highest = known.max { $0.y < $1.y }.flatMap { probe.place(at: $0.x, unit: axis.unit) }
  }

  /// Why there is no solution, with the ends that were reached.
  public func reason(input: String, output: String, target: String) -> [String] {
    var sentences = ["No \(input) gives \(output) = \(target)."]
    guard let lowest, let highest else { return sentences }
    if lowest.output == highest.output {
      sentences.append("It is \(lowest.output) for every \(input) that was tried.")
    } else {
      sentences.append(
        "Between the ends that were searched, \(output) goes from \(lowest.output) (at \(input) = "
          + "\(lowest.input)) to \(highest.output) (at \(input) = \(highest.input)).")
    }
    return sentences
  }
}

extension Solving.Found {
  /// The value of the input, or where a plateau ends and what a jump passes over.
  public func text(input: String, output: String, target: String) -> String {
    switch solution.kind {
    case .plateau:
      let unit = solution.unit == "1" ? "" : " \(solution.unit)"
      let end = solution.end.map { NumberFormat().text(Quantity($0), digits: 4) + unit }
      return "\(input) = \(solution.text) to \(end ?? "its bound"): \(output) = \(target) all the way"
    case .jump: return "\(input) = \(solution.text): \(output) jumps over \(target) here"
    case .point: return "\(input) = \(solution.text)"
    }
  }
}

/// Evaluates one output at a place of one input.
public struct Probe: Sendable {
  private let workbook: Workbook
  private let calculator: String
  private let input: String
  private let output: String
  private let unit: Unit?

  /// - Parameter unit: in which outputs are given; nil for the output's own.
  public init(workbook: Workbook, calculator: String, input: String, output: String, unit: Unit? = nil) {
    self.workbook = workbook
    self.calculator = calculator
    self.input = input
    self.output = output
    self.unit = unit
  }

  /// Nil where the input can not have the value, or the output has none.
  public func place(at number: Double, unit: String) -> Solving.Place? {
    var workbook = workbook
    let entry = unit == "1" ? number.plain : "\(number.plain) \(unit)"
    guard (try? workbook.setInput(input, of: calculator, to: entry)) != nil,
      let result = workbook.result(of: calculator),
      let shown = result.inputs.first(where: { $0.name == input })?.text
    else { return nil }
    let found = workbook.inline("\(calculator).\(output)", near: nil)
    guard found.error == nil, let value = found.value else { return nil }
    // Neighbours differ in digits that a page does not show.
    let unit = self.unit ?? workbook.calculator(calculator)?.outputs.first { $0.name == output }?.unit
    let format = NumberFormat(units: workbook.library.units)
    return Solving.Place(input: shown, output: format.text(value, unit: unit, digits: 6))
  }
}

extension Double {
  /// Without a fraction where it has none, as people type it.
  public var plain: String {
    let whole = rounded()
    return whole == self && abs(self) < 1e15 ? "\(Int(whole))" : "\(self)"
  }
}
