import Content
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

    init(_ place: Solving.Place) {
      input = place.input
      output = place.output
    }
  }

  var id: String
  var output: String
  var target: String
  var input: String
  var solutions: [Found]
  /// The least and the largest output in the range, where they are known.
  var lowest: Value?
  var highest: Value?
  private let solving: Solving

  private enum CodingKeys: CodingKey { case id, output, target, input, solutions, lowest, highest }

  init(
    output: String, equals target: String, for range: SweepRange, named input: String, of view: CalculatorView
  )
    throws(Failure)
  {
    let solving = try asking { () throws(Diagnostic) in
      try Solving(
        view.workbook, of: view.calculator.id, output: view.ownOutput(output), equals: target, for: range)
    }
    self.solving = solving
    id = view.id
    self.output = output
    self.target = target
    self.input = input
    solutions = solving.found.map { found in
      Found(
        kind: found.solution.kind.rawValue, number: found.solution.number, end: found.solution.end,
        unit: found.solution.unit, text: found.solution.text, entry: found.solution.entry,
        below: found.below.map(Value.init), above: found.above.map(Value.init))
    }
    lowest = solving.lowest.map(Value.init)
    highest = solving.highest.map(Value.init)
  }

  /// For people.
  func text(width: Int) -> String {
    guard !solutions.isEmpty else {
      return solving.reason(input: input, output: output, target: target).enumerated().map {
        index, sentence in
        paragraph(sentence, indent: index == 0 ? 0 : 2, width: width)
      }.joined()
    }
    var text = ""
    for found in solving.found {
      text += found.text(input: input, output: output, target: target) + "\n"
      if let below = found.below, let above = found.above {
        text += TextTable(
          rows: [below, above].map { ["\(input) = \($0.input)", "\(output) = \($0.output)"] }, indent: 2
        ).text(width: width)
      }
    }
    return text
  }
}
