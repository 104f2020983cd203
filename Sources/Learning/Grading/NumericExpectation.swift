import Content
import Engine

/// The right answer of a numeric question under the present inputs.
struct NumericExpectation {
  /// As it is shown: `437.5 KB`.
  var text: String
  /// The exact value in `unit`.
  var number: Double
  /// The unit of the text; nil for a plain number.
  var unit: Unit?
  var dimension: Dimension
  /// How far an answer may be from `number`, in `unit`.
  var tolerance: Double
  /// Whether the question gives the same quantity in another unit, so that the unit is what is asked.
  var isConversion = false

  /// An answer that is a text, such as `memory-bound`, or why there is none.
  enum Failure: Error {
    case text(String)
    case message(String)
  }

  /// - Parameter drawn: entries for the inputs of the answer's calculator, by name.
  init(_ numeric: NumericAnswer, workbook: Workbook, drawn: [String: String] = [:]) throws(Failure) {
    var workbook = workbook
    if !drawn.isEmpty, let reference = NumericReference(numeric.answer) {
      do { workbook = try workbook.setting(drawn, of: reference.calculator) } catch {
        throw .message(error.message)
      }
    }
    let found = try Self.value(of: numeric.answer, workbook: workbook)
    let units = workbook.library.units
    guard let shown = try? TypedQuantity(found.text) else {
      throw .message("its answer `\(found.text)` is no number")
    }
    text = found.text
    unit = shown.unit.flatMap { units.unit($0) }
    if let name = shown.unit, unit == nil { throw .message("its answer has the unknown unit `\(name)`") }
    dimension = unit?.dimension ?? .one
    if let quantity = found.quantity {
      guard quantity.dimension == dimension else { throw .message("its answer has no unit that fits") }
      number = Self.number(quantity.magnitude, in: unit)
    } else {
      number = shown.number
    }
    if let unit, unit.dimension != .one, let reference = NumericReference(numeric.answer) {
      let magnitude = Self.magnitude(number, of: unit)
      isConversion =
        workbook.result(of: reference.calculator)?.inputs.contains { input in
          guard case .quantity(let given) = input.value, given.dimension == unit.dimension else {
            return false
          }
          return abs(given.magnitude - magnitude) <= abs(magnitude) * 1e-9
        } ?? false
    }
    guard number.isFinite else { throw .message("its answer is not finite") }
    let written = 0.5 * TypedScanner.power(10, -shown.decimals)
    let shownDistance = abs(shown.number - number)
    if let given = numeric.tolerance {
      guard let width = Self.width(given, of: number, unit: unit, units: units) else {
        throw .message(
          "its tolerance `\(given)` is neither a percentage nor a quantity of the answer's dimension")
      }
      tolerance = max(width, shownDistance)
    } else if unit == nil, abs(number) <= 1000, number == number.rounded() {
      // A count that fits in the head is known exactly or not at all.
      tolerance = 0
    } else {
      tolerance = max(abs(number) / 100, written, shownDistance)
    }
  }

  /// A value in base units as a number of `unit`.
  static func number(_ magnitude: Double, in unit: Unit?) -> Double {
    guard let unit else { return magnitude }
    return (magnitude - unit.offset) / unit.factor
  }

  static func magnitude(_ number: Double, of unit: Unit?) -> Double {
    guard let unit else { return number }
    return number * unit.factor + unit.offset
  }

  /// Whether a number in `unit` is near enough.
  func accepts(_ number: Double) -> Bool {
    abs(number - self.number) <= tolerance * (1 + 1e-9) + abs(self.number) * 1e-12
  }

  /// What stands after the field in which it is typed; nil for a plain number, and for a factor, which has no other unit.
  var unitWords: String? {
    guard let unit, !unit.isFactor else { return nil }
    if unit.text == "%" { return "in %, or as a fraction" }
    return isConversion ? "in \(unit.text)" : "in \(unit.text) or another unit"
  }

  private static func value(
    of answer: String, workbook: Workbook
  ) throws(Failure) -> (text: String, quantity: Quantity?) {
    if (try? TypedQuantity(answer)) != nil { return (answer, nil) }
    guard let reference = NumericReference(answer), let result = workbook.result(of: reference.calculator)
    else {
      throw .message("there is no calculator for its answer `\(answer)`")
    }
    guard let output = result.outputs.first(where: { $0.name == reference.output }) else {
      throw .message("calculator \(reference.calculator) has no output `\(reference.output)`")
    }
    switch output.value {
    case .quantity(let quantity): return (output.text, quantity)
    case .text(let text): throw .text(text)
    case .truth(let truth): throw .text(truth ? "true" : "false")
    case .profile, .list: throw .message("output `\(answer)` is no number")
    case nil: throw .message(output.error?.message ?? "output `\(answer)` has no value")
    }
  }

  private static func width(_ text: String, of number: Double, unit: Unit?, units: UnitTable) -> Double? {
    guard let given = try? TypedQuantity(text), given.number >= 0 else { return nil }
    guard let name = given.unit else { return given.number }
    if name == "%" { return abs(number) * given.number / 100 }
    guard let given = units.unit(name).map({ (factor: $0.factor * given.number, dimension: $0.dimension) }),
      given.dimension == unit?.dimension ?? .one
    else { return nil }
    return given.factor / (unit?.factor ?? 1)
  }
}

extension Unit {
  /// Whether it only says that a number is a factor.
  var isFactor: Bool { ["x", "×"].contains(text) }
}
