/// A number as it is written, with its unit.
struct Literal: Hashable, Sendable {
  /// Digits, point and exponent, without separators.
  var digits: String
  var number: Double
  var unit: Unit?

  var quantity: Quantity {
    if number == 0, unit == nil { return .zero }
    return unit.map { Quantity(number, in: $0) } ?? Quantity(number)
  }

  /// Whether it is written without point and exponent.
  var isInteger: Bool { digits.utf8.allSatisfy(Characters.isDigit) }

  /// How many significant digits are written: 3 for `1.07`, 5 for `10240`.
  var significantDigits: Int {
    let mantissa = digits.prefix { $0 != "e" && $0 != "E" }.filter(\.isNumber)
    return max(1, mantissa.drop { $0 == "0" }.count)
  }

  /// Half of one in the last digit written, in the literal's unit.
  var halfOfLastDigit: Double {
    let parts = digits.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let places = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    return 0.5 * Mathematics.power(10, Double(power - places))
  }
}
