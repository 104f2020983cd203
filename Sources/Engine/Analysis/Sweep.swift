/// Outputs of a calculator over one or two inputs.
public struct Sweep: Hashable, Sendable {
  /// An input and the values that it takes, in `unit`.
  public struct Axis: Hashable, Sendable {
    public var name: String
    public var label: String
    public var unit: String
    public var numbers: [Double]
    public var isLogarithmic: Bool
  }

  /// An output's numbers, in `unit`; nil where it has none. With two inputs those of the second run fastest.
  public struct Series: Hashable, Sendable {
    public var name: String
    public var label: String
    public var unit: String
    public var numbers: [Double?]
  }

  public var axes: [Axis]
  public var series: [Series]
}

/// An input to sweep, with entries for its ends; those left out are its bounds.
public struct SweepRange: Hashable, Sendable {
  public var name: String
  public var from: String?
  public var to: String?
  /// How many values; at most 10,000.
  public var count: Int
  /// Whether they go by equal factors; as the input's author chose when nil.
  public var isLogarithmic: Bool?

  public init(
    _ name: String, from: String? = nil, to: String? = nil, count: Int = 64, isLogarithmic: Bool? = nil
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.count = count
    self.isLogarithmic = isLogarithmic
  }
}

extension Workbook {
  /// Evaluates a calculator over one or two inputs under the present scenario.
  ///
  /// - Parameter outputs: those wanted; all numeric ones when nil.
  /// - Throws: when an input is none or is no number, or its ends are no values for it.
  public func sweep(_ id: String, over ranges: [SweepRange], outputs: [String]? = nil) throws(Diagnostic)
    -> Sweep
  {
    guard let first = ranges.first, ranges.count <= 2 else {
      throw Diagnostic(.limit, "a sweep goes over one or two inputs, got \(ranges.count)")
    }
    var axes: [Sweep.Axis] = []
    var slots: [(slot: Int, unit: Unit)] = []
    for range in ranges {
      let (cell, position) = try find(range.name, of: id)
      let input = cells[cell].calculator.inputs[position]
      let span = try SearchRange(range, input: input, workbook: self, cell: cell)
      axes.append(
        Sweep.Axis(
          name: input.name, label: input.label ?? input.name, unit: span.unit.text,
          numbers: span.grid(min(max(range.count, 2), 10_000)), isLogarithmic: span.isLogarithmic))
      slots.append((cells[cell].inputs[position].slot, span.unit))
    }
    let (index, _) = try find(first.name, of: id)
    guard axes.reduce(1, { $0 * $1.numbers.count }) <= Program.maximumItems, var evaluator = evaluator(of: id)
    else {
      throw Diagnostic(.limit, "a sweep has at most 100,000 points", hint: "ask for fewer values")
    }
    let declared = cells[index].calculator.outputs.filter { outputs?.contains($0.name) ?? true }
    if let missing = outputs?.first(where: { name in !declared.contains { $0.name == name } }) {
      let nearest = Spelling.nearest(to: missing, among: cells[index].calculator.outputs.map(\.name))
      throw Diagnostic(
        .name, "\(id) has no output named “\(missing)”", hint: nearest.map { "did you mean \($0)?" })
    }
    var series = declared.compactMap { output -> (Sweep.Series, Unit, Int)? in
      guard let slot = evaluator.slot(of: output.name),
        case .quantity(let quantity) = current[index].values[slot]
      else { return nil }
      let unit = output.unit ?? UnitChoice(units: library.units).fixed(for: quantity.dimension)
      return (
        Sweep.Series(name: output.name, label: output.label ?? output.name, unit: unit.text, numbers: []),
        unit, slot
      )
    }
    for outer in axes[0].numbers {
      evaluator.set(slots[0].slot, to: Quantity(outer, in: slots[0].unit).magnitude)
      for inner in axes.count > 1 ? axes[1].numbers : [0] {
        if axes.count > 1 { evaluator.set(slots[1].slot, to: Quantity(inner, in: slots[1].unit).magnitude) }
        for position in series.indices {
          let number = evaluator.number(of: series[position].2)
          series[position].0.numbers.append(
            number.map { ($0 - series[position].1.offset) / series[position].1.factor })
        }
      }
    }
    return Sweep(axes: axes, series: series.map(\.0))
  }
}

/// The values of an input between two ends, in its unit.
struct SearchRange {
  var lowest: Double
  var highest: Double
  var unit: Unit
  var isLogarithmic: Bool
  var isInteger: Bool

  init(_ range: SweepRange, input: Input, workbook: Workbook, cell: Int) throws(Diagnostic) {
    let slot = workbook.cells[cell].inputs[workbook.cells[cell].input(named: input.name) ?? 0].slot
    guard case .quantity(let present) = workbook.current[cell].values[slot] else {
      throw Diagnostic(.unit, "“\(input.name)” is no number and can not be varied")
    }
    let unit = input.unit ?? UnitChoice(units: workbook.library.units).fixed(for: present.dimension)
    self.unit = unit
    let reader = EntryReader(library: workbook.library)
    func end(_ entry: String?, _ bound: Quantity?, _ standard: Double) throws(Diagnostic) -> Double {
      guard let entry else { return bound?.number(in: unit) ?? standard }
      let value = try reader.quantity(
        entry.trimmed, unit: input.unit, expected: present.dimension, name: input.name)
      guard case .quantity(let quantity) = value else { throw Diagnostic(.unit, "“\(entry)” is no number") }
      return quantity.number(in: unit)
    }
    // Without bounds: from a hundredth to a hundredfold of a positive number, else ten times as far as it is from zero.
    let number = present.number(in: unit)
    let reach = number == 0 ? 100 : 10 * abs(number)
    lowest = try end(range.from, input.lowest, number > 0 ? number / 100 : -reach)
    highest = try end(range.to, input.highest, number > 0 ? number * 100 : reach)
    guard lowest < highest else {
      throw Diagnostic(.bounds, "the range of “\(input.name)” is empty", hint: "give the smaller end first")
    }
    let isWide =
      input.lowest == nil && input.highest == nil && range.from == nil && range.to == nil && number > 0
    if range.isLogarithmic == true, lowest <= 0 {
      throw Diagnostic(
        .bounds, "equal factors need values above zero, and “\(input.name)” begins at \(lowest)",
        hint: "give another beginning")
    }
    isLogarithmic = (range.isLogarithmic ?? (input.isLogarithmic || isWide)) && lowest > 0
    isInteger = input.isInteger
  }

  /// Values from end to end; whole numbers where the input takes those.
  func grid(_ count: Int) -> [Double] {
    if isInteger, highest - lowest < Double(count) {
      return stride(from: lowest.rounded(.up), through: highest.rounded(.down), by: 1).map { $0 }
    }
    var numbers: [Double] = []
    for step in 0..<count {
      let share = Double(step) / Double(count - 1)
      var number =
        isLogarithmic
        ? lowest * Mathematics.power(highest / lowest, share) : lowest + share * (highest - lowest)
      if step == count - 1 { number = highest }
      if isInteger { number.round() }
      if numbers.last != number { numbers.append(number) }
    }
    return numbers
  }
}
