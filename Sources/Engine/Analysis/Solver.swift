/// Values of an input that bring an output to a target.
public struct Solution: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// The output meets the target here.
    case point
    /// The output jumps over the target here and never meets it.
    case jump
    /// The output has the target's value from here on, as far as `end`.
    case plateau
  }

  public var kind: Kind
  /// In the input's unit.
  public var number: Double
  /// The end of a plateau.
  public var end: Double?
  public var unit: String
  /// The value for people, and as an entry that can be typed.
  public var text: String
  public var entry: String
}

extension Workbook {
  /// Finds the values of an input, within its bounds, for which an output has a value: on a grid of 256 points,
  /// logarithmic where the input is, then by bisection between points where the difference changes its sign.
  ///
  /// - Parameters:
  ///   - output: an output or let of the calculator.
  ///   - target: an entry such as `100 ms`; a bare number is in the output's unit.
  ///   - range: the input, with other ends than its bounds if wanted.
  /// - Returns: none, one or several solutions, in ascending order.
  /// - Throws: when a name is unknown, or the target has another dimension.
  public func solve(_ id: String, output: String, equals target: String, for range: SweepRange)
    throws(Diagnostic) -> [Solution]
  {
    let (index, position) = try find(range.name, of: id)
    let cell = cells[index]
    let input = cell.calculator.inputs[position]
    let search = try SearchRange(range, input: input, workbook: self, cell: index)
    let (slot, wanted) = try self.target(target, of: output, cell: index)
    guard var evaluator = evaluator(of: id) else {
      throw Diagnostic(.unit, "the target of a solution is one number")
    }
    let inputSlot = cell.inputs[position].slot
    var solver = Solver(target: wanted.magnitude, isLogarithmic: search.isLogarithmic) { number in
      evaluator.set(inputSlot, to: Quantity(number, in: search.unit).magnitude)
      return evaluator.number(of: slot)
    }
    return solver.solutions(on: search.grid(256)).map { found in
      let value = Value.quantity(Quantity(found.number, in: search.unit))
      return Solution(
        kind: found.kind, number: found.number, end: found.end, unit: search.unit.text,
        text: format.text(value, unit: search.unit, digits: 4), entry: format.entry(value, unit: search.unit))
    }
  }
}

extension Workbook {
  /// What an output is to be, by an entry such as `100 ms`; a bare number is in the output's unit.
  ///
  /// - Throws: when a name is unknown, or the entry has another dimension.
  public func target(_ entry: String, of output: String, in id: String) throws(Diagnostic) -> Quantity {
    guard let index = index(of: id) else {
      throw Diagnostic(.name, "there is no calculator named “\(id)”")
    }
    return try target(entry, of: output, cell: index).quantity
  }

  private func target(
    _ entry: String, of output: String, cell index: Int
  ) throws(Diagnostic) -> (slot: Int, quantity: Quantity) {
    let cell = cells[index]
    guard let slot = cell.slots[output] else {
      let nearest = Spelling.nearest(to: output, among: cell.slots.keys.sorted())
      throw Diagnostic(
        .name, "\(cell.calculator.id) has no value named “\(output)”",
        hint: nearest.map { "did you mean \($0)?" })
    }
    let declared = cell.output(named: output)
    let value = current[index].values[slot] ?? authored[index].values[slot]
    guard case .quantity(let present) = value else {
      throw Diagnostic(.unit, "“\(declared?.label ?? output)” is no number and can not be solved for")
    }
    let read = try EntryReader(library: library).quantity(
      entry.trimmed, unit: declared?.unit, expected: present.normalizedDimension,
      name: declared?.label ?? output)
    guard case .quantity(let quantity) = read else {
      throw Diagnostic(.unit, "the target of a solution is one number")
    }
    return (slot, quantity)
  }
}

extension Quantity {
  /// The dimension, that of a plain number for a literal zero.
  var normalizedDimension: Dimension { dimension == .any ? .one : dimension }
}

/// Finds where a function of one number has a value.
struct Solver {
  let target: Double
  let isLogarithmic: Bool
  /// Nil where the function has no value.
  var function: (Double) -> Double?

  struct Found: Equatable {
    var kind: Solution.Kind
    var number: Double
    var end: Double?
  }

  mutating func solutions(on grid: [Double]) -> [Found] {
    var found: [Found] = []
    var previous: (x: Double, difference: Double)?
    for x in grid {
      guard let y = function(x), y.isFinite else {
        previous = nil
        continue
      }
      let difference = isMet(y) ? 0 : y - target
      if difference == 0 {
        if let last = previous, last.difference == 0, let index = found.indices.last {
          found[index] = Found(kind: .plateau, number: found[index].number, end: x)
        } else {
          found.append(Found(kind: .point, number: x))
        }
      } else if let last = previous, last.difference != 0, (last.difference < 0) != (difference < 0) {
        found.append(bisect(last, (x, difference)))
      }
      previous = (x, difference)
    }
    return found
  }

  private func isMet(_ y: Double) -> Bool { abs(y - target) <= 1e-12 * max(abs(target), 1e-300) }

  /// Halves the interval until its ends are neighbours; a difference that is left then is a jump.
  private mutating func bisect(
    _ first: (x: Double, difference: Double), _ second: (x: Double, difference: Double)
  ) -> Found {
    var (a, b) = (first, second)
    for _ in 0..<200 {
      let middle = isLogarithmic && a.x > 0 ? (a.x * b.x).squareRoot() : a.x + (b.x - a.x) / 2
      if middle <= a.x || middle >= b.x { break }
      guard let y = function(middle), y.isFinite else { return Found(kind: .jump, number: middle) }
      if isMet(y) { return Found(kind: .point, number: clean(middle)) }
      let difference = y - target
      if (difference < 0) == (a.difference < 0) { a = (middle, difference) } else { b = (middle, difference) }
    }
    let nearest = abs(a.difference) < abs(b.difference) ? a : b
    let scale = max(abs(target), abs(nearest.difference + target))
    let isJump =
      min(abs(a.difference), abs(b.difference)) > 1e-6 * scale
      || abs(a.difference - b.difference) > 1e-3 * scale
    return Found(kind: isJump ? .jump : .point, number: clean(nearest.x))
  }

  private func clean(_ number: Double) -> Double {
    var digits = DecimalDigits(number)
    digits.round(toSignificant: 12)
    let rounded = Double(digits.positional(places: 0, isGrouped: false)) ?? number
    return function(rounded).map { abs($0 - target) <= 1e-9 * max(abs(target), 1e-300) } == true
      ? rounded : number
  }
}
