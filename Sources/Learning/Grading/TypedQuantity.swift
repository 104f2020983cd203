/// A number with a unit as people type it: `~437,500 bytes`, `4.4e5 B`, `1.5 million`, `$2.50/h`, `2^20`, `16x`.
struct TypedQuantity: Hashable {
  var number: Double
  /// What stands after the number, or a currency before it; nil for a bare number.
  var unit: String?
  /// Digits written after the decimal point, the exponent taken into account; negative for `4.4e5`.
  var decimals: Int

  /// - Parameter example: what could have been typed, for the message where there is no number.
  /// - Throws: `Problem`, one sentence for the learner.
  init(_ entry: String, example: String = "437.5 KB or 4.4e5") throws(Problem) {
    var scanner = try TypedScanner(entry)
    scanner.skipHedge()
    var isNegative = scanner.skipSign()
    let currency = scanner.skipCurrency()
    isNegative = scanner.skipSign() != isNegative
    guard var (value, places) = try scanner.number() else {
      throw Problem("Expected a number, found “\(scanner.entry)”. Type one such as \(example).")
    }
    if let exponent = scanner.power() {
      value = TypedScanner.power(value, exponent)
      places = 0
    } else if let exponent = scanner.exponent() {
      value *= TypedScanner.power(10, exponent)
      places -= exponent
    } else if let (divisor, _) = try scanner.divisor() {
      guard divisor != 0 else { throw Problem("The number divides by zero.") }
      value /= divisor
      places = 15
    }
    while let factor = try scanner.factor() {
      value *= factor
      places = 15
    }
    if let exponent = scanner.multiplier() ?? (currency == nil ? nil : scanner.moneyScale()) {
      value *= TypedScanner.power(10, exponent)
      places -= exponent
    }
    guard value.isFinite else { throw Problem("“\(scanner.entry)” is too large a number.") }
    number = isNegative ? -value : value
    decimals = places
    let rest = scanner.unit()
    unit = currency.map { rest.isEmpty ? $0 : $0 + rest } ?? (rest.isEmpty ? nil : rest)
  }

  struct Problem: Error, Hashable {
    var message: String
    init(_ message: String) { self.message = message }
  }
}
