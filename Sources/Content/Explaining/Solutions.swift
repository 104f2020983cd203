import Engine

/// The values of each input of a calculator, varied alone within its bounds, for which one of its values is what a reader
/// wants. The page, the prompts and whoever else asks say the same from it.
public struct Solutions: Sendable {
  /// A value to which an input can be set.
  public struct Entry: Hashable, Sendable {
    /// As it can be typed.
    public var entry: String
    public var text: String
    /// What the output is there, where that is not the target.
    public var output: String?
    /// Where the output has no more than come near, or how far it holds: `, where it jumps over 16 MB`, ` to 20`.
    public var remark: String
  }

  /// What is known of one input.
  public struct Row: Sendable {
    public var input: InputResult
    /// Solutions, each with the entries of both of its sides where it can not be met itself.
    public var found: [[Entry]]
    /// What its choices give, where none of them does it.
    public var failure: String?
  }

  /// With a space before its unit.
  public let target: String
  public private(set) var rows: [Row] = []
  /// Why no value of an input does it.
  public private(set) var reasons: [String] = []
  /// Labels of inputs on which the value does not depend.
  public private(set) var idle: [String] = []
  /// Labels of inputs that are no single number.
  public let fixed: [String]
  /// What is wrong with the target.
  public private(set) var problem: Diagnostic?
  /// How many inputs were varied.
  public let varied: Int

  private let workbook: Workbook
  private let id: String
  private let value: String
  /// The unit that was typed.
  private let unit: Unit?
  /// Inputs that move the value where they are now.
  private let moving: Set<String>

  /// - Parameters:
  ///   - value: an output or let of the calculator.
  ///   - entry: what it is to be, such as `16 MB`; a bare number is in its own unit.
  ///   - preferred: the input that is looked at first.
  ///   - only: whether it alone is looked at.
  public init(
    _ book: Book, of id: String, value: String, equals entry: String, preferred: String? = nil,
    only: Bool = false
  ) {
    let target = SolveTarget(entry, units: book.workbook.library.units)
    self.target = target.text
    unit = target.unit
    workbook = book.workbook
    self.id = id
    self.value = value
    moving = Set(
      book.workbook.sensitivities(of: id).filter { $0.output == value && $0.elasticity != 0 }.map(\.input))
    let inputs = (book.workbook.result(of: id)?.inputs ?? []).filter { !only || $0.name == preferred }
    let chosen = inputs.filter { !book.workbook.choices(of: $0.name, in: id).isEmpty }
    let free = inputs.filter { input in !chosen.contains { $0.name == input.name } }
    let numeric = free.filter { $0.number != nil }
    varied = numeric.count + chosen.count
    fixed = free.filter { $0.number == nil }.map(\.label)
    let label = book.label(of: value, in: id)
    do throws(Diagnostic) {
      _ = try book.workbook.target(target.text, of: value, in: id)
      for input in numeric where input.name == preferred { try vary(input, label: label) }
      for input in numeric where input.name != preferred { try vary(input, label: label) }
    } catch {
      // What is wrong with the target is wrong for every input.
      problem = error
      (rows, reasons, idle) = ([], [], [])
      return
    }
    for input in chosen { choose(input) }
  }

  private mutating func vary(_ input: InputResult, label: String) throws(Diagnostic) {
    let solving = try Solving(
      workbook, of: id, output: value, equals: target, for: SweepRange(input.name, count: 256), in: unit)
    let isFlat =
      solving.found.first.map { $0.solution.kind == .plateau }
      ?? solving.lowest.map { $0.output == solving.highest?.output } ?? false
    let isOutput = workbook.calculator(id)?.outputs.contains { $0.name == value } ?? false
    if isFlat, isOutput, !moving.contains(input.name) {
      idle.append(input.label)
    } else if solving.found.isEmpty {
      reasons.append(
        solving.reason(input: input.label, output: label, target: target).joined(separator: " "))
    } else {
      rows.append(Row(input: input, found: solving.found.map(entries)))
    }
  }

  /// A solution, or the whole numbers and sides beside one that can not be met.
  private func entries(_ found: Solving.Found) -> [Entry] {
    if let below = found.below, let above = found.above {
      return [below, above].map {
        Entry(entry: $0.input, text: $0.input, output: $0.output, remark: "")
      }
    }
    let solution = found.solution
    let remark: String
    switch solution.kind {
    case .point: remark = ""
    case .jump: remark = ", where it jumps over \(target)"
    case .plateau:
      let unit = workbook.library.units.unit(solution.unit)
      let end = solution.end.map { end in
        NumberFormat(units: workbook.library.units).text(
          unit.map { Quantity(end, in: $0) } ?? Quantity(end), unit: unit, digits: 4)
      }
      remark = " to \(end ?? "its bound")"
    }
    return [Entry(entry: solution.entry, text: solution.text, output: nil, remark: remark)]
  }

  /// The choices of an input that bring the value to the target, or what they give.
  private mutating func choose(_ input: InputResult) {
    let wanted = try? workbook.target(target, of: value, in: id)
    let choices = workbook.choices(of: input.name, in: id)
    let found = workbook.each(choices, of: input.name, in: id) { choice, workbook in
      if case .quantity(let quantity)? = workbook.inline("\(id).\(value)", near: nil).value,
        quantity.magnitude.isFinite
      {
        (choice: choice, quantity: quantity)
      } else {
        nil
      }
    }
    guard let lowest = found.min(by: { $0.quantity.magnitude < $1.quantity.magnitude })?.quantity,
      let highest = found.max(by: { $0.quantity.magnitude < $1.quantity.magnitude })?.quantity
    else {
      rows.append(Row(input: input, found: [], failure: "none has a value"))
      return
    }
    if lowest.magnitude == highest.magnitude {
      idle.append(input.label)
      return
    }
    let hits = found.filter { hit in
      wanted.map { abs(hit.quantity.magnitude - $0.magnitude) <= 1e-9 * abs($0.magnitude) } ?? false
    }
    if !hits.isEmpty {
      let entries = hits.map {
        [Entry(entry: $0.choice.entry, text: $0.choice.text, output: nil, remark: "")]
      }
      rows.append(Row(input: input, found: entries))
      return
    }
    let names =
      choices.count <= 6 ? choices.map(\.text).joined(separator: ", ") : "the \(choices.count) choices"
    let unit = unit ?? workbook.calculator(id)?.outputs.first { $0.name == value }?.unit
    let ends = [lowest, highest].map {
      NumberFormat(units: workbook.library.units).text($0, unit: unit, digits: 3)
    }
    rows.append(Row(input: input, found: [], failure: "none of \(names): \(ends[0]) to \(ends[1])"))
  }
}

extension Workbook {
  /// What follows from each choice of an input; choices that can not be taken or give nil are left out.
  public func each<Outcome>(
    _ choices: [(entry: String, text: String)], of input: String, in id: String,
    _ outcome: ((entry: String, text: String), Workbook) -> Outcome?
  ) -> [Outcome] {
    choices.compactMap { choice in
      var other = self
      guard (try? other.setInput(input, of: id, to: choice.entry)) != nil else { return nil }
      return outcome(choice, other)
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
