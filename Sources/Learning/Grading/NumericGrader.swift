import Engine

/// Grades a typed quantity against the right one.
struct NumericGrader {
  var expectation: NumericExpectation
  var units: UnitTable

  /// What a number that is right in a unit that is not, and 1000 taken for 1024, are worth.
  static let nearCredit = 0.5

  func grade(_ entry: String) -> Grade {
    let typed: TypedQuantity
    do { typed = try TypedQuantity(entry) } catch { return .uncounted(error.message) }
    guard let name = typed.unit else { return gradeBare(typed.number) }
    if expectation.unit == nil, let scale = Self.countScale(of: name) {
      return gradeBare(typed.number * scale)
    }
    guard let unit = unit(named: name) else { return gradeUnknown(name, number: typed.number) }
    guard unit.dimension == expectation.dimension else { return gradeForeign(unit, typed) }
    let magnitude = NumericExpectation.magnitude(typed.number, of: unit)
    let number = NumericExpectation.number(magnitude, in: expectation.unit)
    if expectation.accepts(number) { return grade(1, "Right.") }
    if expectation.accepts(typed.number) {
      return grade(Self.nearCredit, "The number is right, the unit is not: \(expectation.text), not \(name).")
    }
    return gradeSlip(number, typedIn: unit)
  }

  /// The unit of an entry: as it is written; a prefix alone, as in `437.5K`, before the unit of the answer; or what stands
  /// before other words, as in `437.5 KB of weights`.
  private func unit(named name: String) -> Unit? {
    let reader = TypedUnit(units: units)
    let literal = reader.unit(name, measuring: expectation.dimension)
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
    return literal
  }

  /// A bare number takes the unit in which the answer is shown; a share may also be written as a fraction of one.
  private func gradeBare(_ number: Double) -> Grade {
    if expectation.accepts(number) {
      return grade(1, takenUnit.map { "Right, taken as \($0)." } ?? "Right.")
    }
    if expectation.dimension == .one, expectation.unit != nil,
      expectation.accepts(NumericExpectation.number(number, in: expectation.unit))
    {
      return grade(1, "Right.")
    }
    return gradeSlip(number, typedIn: expectation.unit, takenAs: takenUnit)
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
    guard isWord, expectation.accepts(number) else {
      return .uncounted("“\(name)” is no unit that this book knows. \(unitAdvice)")
    }
    return grade(Self.nearCredit, "The number is right, but “\(name)” is no unit that this book knows.")
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

  private var unitAdvice: String {
    expectation.unit.map { "Write one such as \($0.text)." } ?? "The answer is a plain number."
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
