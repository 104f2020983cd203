import Engine

/// Grades a typed quantity against the right one.
struct NumericGrader {
  var expectation: NumericExpectation
  var units: UnitTable

  /// What a number that is right in a unit that is not, and 1000 taken for 1024, are worth.
  static let nearCredit = 0.5

  func grade(_ entry: String) -> Grade {
    guard entry.contains(where: { !$0.isWhitespace }) else { return .uncounted("Type a number first.") }
    let typed: TypedQuantity
    do { typed = try TypedQuantity(entry, example: example) } catch { return .uncounted(error.message) }
    guard let name = typed.unit else { return gradeBare(typed.number) }
    if expectation.unit == nil, let scale = Self.countScale(of: name) {
      return gradeBare(typed.number * scale)
    }
    guard let unit = unit(named: name) else { return gradeUnknown(name, number: typed.number) }
    guard unit.dimension == expectation.dimension else { return gradeForeign(unit, typed) }
    let magnitude = NumericExpectation.magnitude(typed.number, of: unit)
    let number = NumericExpectation.number(magnitude, in: expectation.unit)
    if expectation.isConversion, let expected = expectation.unit, unit.factor != expected.factor,
      !expectation.accepts(typed.number)
    {
      return .uncounted("The unit is what is asked: give it in \(expected.text).")
    }
    if expectation.accepts(number) { return grade(1, "Right.") }
    if expectation.accepts(typed.number) {
      return grade(Self.nearCredit, "The number is right, the unit is not: \(expectation.text), not \(name).")
    }
    return gradeSlip(number, typedIn: unit)
  }

  /// The unit of an entry: as it is written; a prefix alone, as in `437.5K`, before the unit of the answer; what stands
  /// before other words, as in `437.5 KB of weights`, or after them, as in `25 accelerator-days`; or that of the answer
  /// without what is counted below the line, as in `70.8 pJ` for one operation.
  private func unit(named name: String) -> Unit? {
    let reader = TypedUnit(units: units)
    let literal = reader.unit(name, measuring: expectation.dimension, like: expectation.unit)
    if let literal, literal.dimension == expectation.dimension { return literal }
    if let expected = expectation.unit, expected.dimension != .one,
      let unit = reader.unit(prefix: name, before: expected)
    {
      return unit
    }
    let words = name.split(separator: " ")
    if literal == nil, words.count == 2,
      let unit = reader.unit(words.joined(), measuring: expectation.dimension),
      unit.dimension == expectation.dimension
    {
      return unit
    }
    if literal == nil, words.count > 1, words.dropFirst().allSatisfy({ $0.allSatisfy(\.isLetter) }),
      let unit = reader.unit(String(words[0]), measuring: expectation.dimension),
      unit.dimension == expectation.dimension
    {
      return unit
    }
    let parts = name.split { $0 == " " || $0 == "-" }
    if literal == nil, parts.count > 1, parts.allSatisfy({ $0.allSatisfy(\.isLetter) }),
      let last = parts.last,
      let unit = reader.unit(String(last), measuring: expectation.dimension, like: expectation.unit),
      unit.dimension == expectation.dimension
    {
      return unit
    }
    if let counted = expectation.unit?.text.split(separator: "/").last.map(String.init),
      Self.counted.contains(counted), !name.contains("/"),
      let unit = reader.unit("\(name)/\(counted)", measuring: expectation.dimension, like: expectation.unit),
      unit.dimension == expectation.dimension
    {
      return unit
    }
    return literal
  }

  /// Units that only count, so that an answer for one of them may leave them out.
  private static let counted: Set<String> = ["FLOP", "OP", "MAC"]

  /// A bare number takes the unit in which the answer is shown, else the unit without a prefix (B, s); a share may also
  /// be written as a fraction of one.
  private func gradeBare(_ number: Double) -> Grade {
    if expectation.accepts(number) {
      return grade(1, takenUnit.map { "Right, taken as \($0)." } ?? "Right.")
    }
    if expectation.dimension == .one, expectation.unit != nil,
      expectation.accepts(NumericExpectation.number(number, in: expectation.unit))
    {
      return grade(1, "Right.")
    }
    if let base = baseUnit, expectation.accepts(NumericExpectation.number(number, in: expectation.unit)) {
      return grade(1, "Right, taken as \(base).")
    }
    return gradeSlip(number, typedIn: expectation.unit, takenAs: takenUnit)
  }

  /// The unit of the answer without its prefix, where the answer has one.
  private var baseUnit: String? {
    guard let unit = expectation.unit, unit.factor != 1, unit.offset == 0, unit.dimension != .one,
      !expectation.isConversion
    else { return nil }
    return (1...2).lazy.filter { $0 < unit.text.count }.map { String(unit.text.dropFirst($0)) }.first {
      name in
      units.unit(name).map { $0.factor == 1 && $0.dimension == unit.dimension } ?? false
    }
  }

  /// What a bare number is taken as, where that is worth a word.
  private var takenUnit: String? {
    guard let unit = expectation.unit, unit.factor != 1 || unit.dimension != .one else { return nil }
    return unit.text
  }

  private func gradeForeign(_ unit: Unit, _ typed: TypedQuantity) -> Grade {
    var difference = "the answer is a plain number"
    if let expected = expectation.unit {
      difference =
        expectation.dimension == .one
        ? "the answer is counted in \(expected.text)"
        : "\(unit.text) and \(expected.text) do not measure the same thing"
    }
    return expectation.accepts(typed.number)
      ? grade(Self.nearCredit, "The number is right, the unit is not: \(difference).")
      : grade(0, "Not right: \(difference).")
  }

  /// Beside a count, a word that is no unit says what is counted.
  private func gradeUnknown(_ name: String, number: Double) -> Grade {
    let isWord = name.allSatisfy { $0.isLetter || $0 == " " || $0 == "-" }
    if expectation.dimension == .one, isWord { return gradeBare(number) }
    return .uncounted("“\(name)” is no unit that this book knows. \(unitAdvice)")
  }

  private func gradeSlip(_ number: Double, typedIn unit: Unit?, takenAs name: String? = nil) -> Grade {
    let taken = name.map { "Taken as \($0), that" } ?? "That"
    guard let slip = NumericSlip(of: number, typedIn: unit, expectation: expectation, units: units) else {
      return grade(0, "Not right.")
    }
    return grade(slip.isNear ? Self.nearCredit : 0, "Not right. \(taken) \(slip.text)")
  }

  private func grade(_ credit: Double, _ verdict: String) -> Grade {
    Grade(credit: credit, verdict: verdict, expected: expectation.text)
  }

  /// A number in the unit that is asked, which says nothing of the answer.
  private var example: String {
    guard let unit = expectation.unit, !unit.isFactor else { return "4 or 4.4e5" }
    return "4.4 \(unit.text)"
  }

  private var unitAdvice: String {
    guard let unit = expectation.unit else { return "The answer is a plain number." }
    return expectation.isConversion ? "Give it in \(unit.text)." : "Write one such as \(unit.text)."
  }

  /// That of a letter alone, or of one before words: `109k parameters`.
  private static func countScale(of name: String) -> Double? {
    let words = name.split(separator: " ")
    guard let first = words.first, words.dropFirst().allSatisfy({ $0.count > 1 && $0.allSatisfy(\.isLetter) })
    else { return nil }
    return countScales[String(first)]
  }

  /// Letters that scale a count: `7B` parameters are seven billion.
  private static let countScales: [String: Double] = [
    "k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "B": 1e9, "b": 1e9, "G": 1e9, "T": 1e12, "t": 1e12,
  ]
}
