/// An expression of one free variable, made ready to be evaluated at many places: for the curves of figures. Everything
/// else in it stays as it is under the scenario that it was made for.
///
/// ```swift
/// let curve = try workbook.curve("1 / (1 + exp(-z))", of: "z", near: nil)
/// curve.values(at: Curve.places(from: Quantity(-4), to: Quantity(4), count: 200))
/// ```
public struct Curve: Sendable {
  /// What all places together may take.
  static let maximumSteps = 2 * Program.maximumSteps

  /// Whether values that it reads differ from the author's.
  public let isChanged: Bool
  private let machine: Machine
  private let root: Int32
  /// The variable in the expression.
  private let slot: Int
  /// The calculator whose input the variable is, with the values of it that the expression reads.
  private let calculator: Follower?

  fileprivate struct Follower: Sendable {
    var evaluator: Evaluator
    var input: Int
    var dimension: Dimension
    var reads: [(from: Int, to: Int)]
  }

  fileprivate init(machine: Machine, root: Int32, slot: Int, calculator: Follower?, isChanged: Bool) {
    self.machine = machine
    self.root = root
    self.slot = slot
    self.calculator = calculator
    self.isChanged = isChanged
  }

  /// The value at each place, or why there is none.
  public func values(at places: [Quantity]) -> [Result<Quantity, Diagnostic>] {
    var machine = machine
    var calculator = calculator
    return places.map { place in
      do throws(Diagnostic) {
        guard machine.pastSteps &+ (calculator?.evaluator.pastSteps ?? 0) < Self.maximumSteps else {
          throw Diagnostic(
            .limit, "the curve takes more than 2,000,000 steps", hint: "use shorter lists")
        }
        machine.stack[slot] = .quantity(place)
        if calculator != nil { try calculator?.move(to: place, machine: &machine) }
        let value = try machine.value(of: root)
        guard case .quantity(let quantity) = value.normalized else {
          throw Diagnostic(.unit, "expected a quantity, got \(machine.words.phrase(value))")
        }
        return .success(quantity)
      } catch {
        return .failure(error)
      }
    }
  }

  /// Places from end to end, at equal distances or equal factors; at most 10,000.
  public static func places(
    from first: Quantity, to last: Quantity, count: Int, isLogarithmic: Bool = false
  ) -> [Quantity] {
    let dimension = first.magnitude == 0 ? last.dimension : first.dimension
    let count = min(max(count, 2), 10_000)
    let (low, high) = (first.magnitude, last.magnitude)
    let hasFactor = isLogarithmic && low > 0 && high > 0
    return (0..<count).map { step in
      if step == count - 1 { return Quantity(high, dimension) }
      let share = Double(step) / Double(count - 1)
      let number = hasFactor ? low * Mathematics.power(high / low, share) : low + share * (high - low)
      return Quantity(number, dimension)
    }
  }
}

extension Curve.Follower {
  /// Evaluates the calculator at a place and hands over what the expression reads.
  mutating func move(to place: Quantity, machine: inout Machine) throws(Diagnostic) {
    guard place.dimension == dimension || place.magnitude == 0 else {
      throw Diagnostic(
        .unit,
        "the variable is \(machine.words.phrase(place.dimension)), the input of this name "
          + machine.words.phrase(dimension),
        hint: "give the ends of the curve the input's unit")
    }
    evaluator.set(input, to: place.magnitude)
    for (from, to) in reads { machine.stack[to] = evaluator.value(of: from) }
  }
}

extension Workbook {
  /// An expression over a free variable, under the present scenario. The variable hides other things of its name; if it
  /// is an input of the calculator `near`, that calculator's values follow it.
  ///
  /// - Parameters:
  ///   - expression: sees the names of `near`, `calculator.name` of others and the library, as in the prose.
  ///   - variable: a name.
  /// - Throws: what is wrong with the expression or the variable's name.
  public func curve(_ expression: String, of variable: String, near: String?) throws(Diagnostic) -> Curve {
    guard Characters.isName(variable) else {
      throw Diagnostic(
        .name, "“\(variable)” is no name for a variable", hint: "use letters, digits and _, as in batch_size")
    }
    let bytes = Array(expression.utf8)
    var lexer = Lexer(bytes, range: 0..<bytes.count, units: library.units)
    var parser = ExpressionParser(try lexer.tokens(), isCell: { index(of: $0) != nil })
    let parsed = try parser.expression()
    guard parser.isAtEnd else { throw parser.unexpected("expected an operator") }

    let neighbour = near.flatMap { index(of: $0) }
    var environment = Compiler.Environment(library: library)
    if let near, let neighbour { environment.neighbour = (near, Set(cells[neighbour].slots.keys)) }
    var compiler = Compiler(environment: environment)
    let slot = compiler.addSlot(variable)
    let root = compiler.compile(parsed)
    if let problem = compiler.diagnostics.first { throw problem }

    var machine = Machine(
      program: compiler.program, figures: FigureSource(library: library, overrides: overrides))
    let authored = FigureSource(library: library)
    var isChanged = false
    for (source, slot) in compiler.program.externals {
      do throws(Diagnostic) {
        let value = try self.value(of: source, figures: machine.figures, isAuthored: false)
        machine.stack[slot] = value
        if !scenario.isEmpty {
          isChanged = isChanged || value != (try? self.value(of: source, figures: authored, isAuthored: true))
        }
      } catch {
        machine.failures[slot] = error
      }
    }
    return Curve(
      machine: machine, root: root, slot: slot,
      calculator: neighbour.flatMap { follower(of: variable, in: $0, externals: compiler.program.externals) },
      isChanged: isChanged)
  }

  private func value(of source: Program.External, figures: FigureSource, isAuthored: Bool)
    throws(Diagnostic) -> Value?
  {
    switch source {
    case .constant(let name): try figures.constant(name)
    case .figure(let profile, let path): try figures.figure(path, of: profile)
    case .cell(let id, let name): try value(name, of: id, isAuthored: isAuthored)
    case .inputFigure: nil
    }
  }

  /// The calculator that has to be evaluated at each place; nil where no value that is read can change.
  private func follower(
    of variable: String, in index: Int, externals: [(source: Program.External, slot: Int)]
  ) -> Curve.Follower? {
    let cell = cells[index]
    guard let position = cell.input(named: variable) else { return nil }
    let input = cell.inputs[position].slot
    guard case .quantity(let present) = current[index].values[input] else { return nil }
    let reads = externals.compactMap { external -> (from: Int, to: Int)? in
      guard case .cell(cell.calculator.id, let name) = external.source, let from = cell.slots[name] else {
        return nil
      }
      return (from, external.slot)
    }
    guard !reads.isEmpty, let evaluator = evaluator(of: cell.calculator.id) else { return nil }
    return Curve.Follower(
      evaluator: evaluator, input: input, dimension: present.dimension, reads: reads)
  }
}
