import Engine

/// The numbers at the ticks of an axis: engineering prefixes, no more digits than are needed, narrow enough to stand
/// side by side.
struct TickText {
  /// One for each tick.
  var texts: [String]
  /// The unit that belongs behind the axis's label; empty where each tick has its own.
  var unit: String

  init(_ ticks: [Double], of scale: Scale, unit: String, isASCII: Bool) {
    if scale.isLogarithmic {
      // One prefix and not two: of GB, `10 TB` and not `10k` beside the unit.
      let (plain, factor) = Prefix.parted(unit)
      let values = ticks.map { $0 * factor }
      let hasOwn = Prefix.isTaken(by: plain) && plain.utf8.count <= 2
      texts =
        hasOwn
        ? values.map { prefixedText($0, unit: plain, isASCII: isASCII) }
        : Self.logarithmic(values, unit: plain, isASCII: isASCII)
      self.unit = hasOwn ? "" : plain
      useMinusSigns(isASCII: isASCII)
      return
    }
    var (unit, ticks) = (unit, ticks)
    var largest = max(abs(scale.lowest), abs(scale.highest))
    var step = ticks.count > 1 ? abs(ticks[1] - ticks[0]) : largest
    if largest >= 1e5 || step >= 1e3 {
      // One prefix and not two, here too.
      let (plain, factor) = Prefix.parted(unit)
      unit = plain
      ticks = ticks.map { $0 * factor }
      (largest, step) = (largest * factor, step * factor)
    }
    let power = decimalExponent(largest)
    var exponent = Prefix.exponent(of: largest, unit: unit)
    var suffix = ""
    self.unit = Prefix.symbol(exponent, unit: unit, isASCII: isASCII) + unit
    let hasPrefix = Prefix.isTaken(by: unit)
    if power - exponent < -3 || power - exponent >= (hasPrefix ? 6 : 15) {
      exponent = power
      let factor = isASCII ? powerText(power, isASCII: true) : "×" + powerText(power, isASCII: false)
      self.unit = unit.isEmpty ? factor : factor + " " + unit
    } else if !hasPrefix && (largest >= 1e5 || step >= 1e3) {
      exponent = power / 3 * 3
      suffix = Prefix.symbol(exponent, unit: "", isASCII: isASCII)
    }
    let divisor = powerOfTen(exponent)
    var decimals = step > 0 ? min(12, max(0, -decimalExponent(step / divisor))) : 0
    // The ends of an axis without round values in it need more digits than their distance has.
    while decimals < 12 && ticks.contains(where: { !Self.isExact($0 / divisor, decimals, step / divisor) }) {
      decimals += 1
    }
    let isOfYears = unit.isEmpty && scale.lowest >= 1800 && scale.highest <= 2200
    texts = ticks.map { tick in
      let text = fixedText(tick / divisor, decimals: decimals)
      return tick == 0 ? "0" : (isOfYears ? text : withCommas(text)) + suffix
    }
    useMinusSigns(isASCII: isASCII)
  }

  private mutating func useMinusSigns(isASCII: Bool) {
    if !isASCII { texts = texts.map(\.withMinusSigns) }
  }

  /// Whether so many digits show a value to a hundredth of the distance between ticks.
  private static func isExact(_ value: Double, _ decimals: Int, _ step: Double) -> Bool {
    let factor = powerOfTen(decimals)
    return abs((value * factor).rounded() / factor - value) <= step / 100
  }

  /// Powers in one notation: decimals, letters such as `10k`, or powers of ten.
  private static func logarithmic(_ values: [Double], unit: String, isASCII: Bool) -> [String] {
    let exponents = values.map { decimalExponent(abs($0)) }
    let (least, most) = (exponents.min() ?? 0, exponents.max() ?? 0)
    // A letter before a unit that has a prefix would be a second one.
    let isDecimal = (least < 0 || unit.hasPrefix("kg")) && least >= -3 && most <= 5
    if isDecimal { return values.map { withCommas(significantText($0)) } }
    if Prefix.isTaken(by: unit) ? least >= 0 && most < 33 : least >= 0 && most - least <= 6 && most < 33 {
      return values.map { short($0, unit: unit, isASCII: isASCII) }
    }
    return values.map { $0 == 1 ? "1" : scientificText($0, isASCII: isASCII) }
  }

  /// `10k`, `2M`, `10⁻⁶`
  private static func short(_ value: Double, unit: String, isASCII: Bool) -> String {
    let exponent = decimalExponent(abs(value))
    if exponent < -3 || exponent >= 33 {
      return scientificText(value, isASCII: isASCII)
    }
    if exponent < 3 { return significantText(value) }
    let third = exponent / 3 * 3
    return significantText(value / powerOfTen(third)) + Prefix.symbol(third, unit: unit, isASCII: isASCII)
  }
}

/// `10 ms`, `2 GB`
private func prefixedText(_ value: Double, unit: String, isASCII: Bool) -> String {
  let third = Prefix.exponent(of: value, unit: unit)
  let size = decimalExponent(abs(value)) - third
  if size < -3 || size > 5 { return scientificText(value, isASCII: isASCII) + " " + unit }
  let symbol = Prefix.symbol(third, unit: unit, isASCII: isASCII)
  return significantText(value / powerOfTen(third)) + " " + symbol + unit
}

/// `2×10⁻⁶`, `10⁻⁶`; `2e-6`, `1e-6`
func scientificText(_ value: Double, isASCII: Bool) -> String {
  let exponent = decimalExponent(abs(value))
  let power = powerText(exponent, isASCII: isASCII)
  let mantissa = significantText(value / powerOfTen(exponent))
  if mantissa == "1" { return power }
  return isASCII ? mantissa + power.dropFirst() : mantissa + "×" + power
}

/// In three digits, without zeros at the end; whole numbers keep up to six.
private func significantText(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return value == 0 ? "0" : "no value" }
  if abs(value) < 1e6 && value == value.rounded() { return fixedText(value, decimals: 0) }
  let decimals = max(0, 2 - decimalExponent(abs(value)))
  var text = fixedText(value, decimals: min(decimals, 12))
  guard text.utf8.contains(0x2E) else { return text }
  while text.utf8.last == 0x30 { text.removeLast() }
  if text.utf8.last == 0x2E { text.removeLast() }
  return text
}

/// With commas between thousands, as everywhere else.
func withCommas(_ text: String) -> String {
  let sign = text.hasPrefix("-") ? "-" : ""
  let whole = text.dropFirst(sign.count).prefix { $0 != "." }
  guard whole.count > 3 else { return text }
  var result = ""
  for (place, digit) in whole.enumerated() {
    if place > 0, (whole.count - place) % 3 == 0 { result += "," }
    result.append(digit)
  }
  return sign + result + text.dropFirst(sign.count + whole.count)
}

/// With this many digits behind the point.
func fixedText(_ value: Double, decimals: Int) -> String {
  let scaled = (abs(value) * powerOfTen(decimals)).rounded()
  guard scaled < 9e18 else { return "\(value)" }
  let digits = String(Int(scaled))
  let sign = value < 0 && scaled > 0 ? "-" : ""
  if decimals == 0 { return sign + digits }
  let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
  return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// `10⁻⁶`, `1e-6`
private func powerText(_ exponent: Int, isASCII: Bool) -> String {
  if isASCII { return "1e\(exponent)" }
  let raised: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  return "10" + (exponent < 0 ? "⁻" : "")
    + String(String(abs(exponent)).compactMap { $0.wholeNumberValue.map { raised[$0] } })
}

/// The prefixes of units, by powers of a thousand.
private enum Prefix {
  private static let above = ["", "k", "M", "G", "T", "P", "E", "Z", "Y", "R", "Q"]
  private static let below = ["", "m", "µ", "n", "p", "f", "a"]
  private static let counted: Set<String> = ["B", "b", "bit", "FLOP", "OP", "MAC", "Hz"]
  private static let measured: Set<String> = ["J", "W", "Wh", "V", "A", "m", "g"]

  private static func head(_ unit: String) -> String {
    String(unit.prefix { $0 != "/" && $0 != "·" && $0 != "*" })
  }

  static func isTaken(by unit: String) -> Bool { range(of: unit) != 0...0 }

  /// The powers of a thousand that a unit takes.
  private static func range(of unit: String) -> ClosedRange<Int> {
    let head = head(unit)
    if head == "s" { return -6...0 }
    if counted.contains(head) { return 0...10 }
    return measured.contains(head) ? -6...10 : 0...0
  }

  /// A unit without its prefix, and what the prefix stands for: MAC and 10⁹ of GMAC.
  static func parted(_ unit: String) -> (plain: String, factor: Double) {
    // A kilogram is the unit itself.
    guard !isTaken(by: unit), let first = unit.first, !unit.hasPrefix("kg") else { return (unit, 1) }
    let plain = String(unit.dropFirst())
    guard isTaken(by: plain) else { return (unit, 1) }
    if first == "K" { return plain.hasPrefix("B") ? (plain, 1e3) : (unit, 1) }
    if let third = above.firstIndex(of: String(first)) { return (plain, powerOfTen(3 * third)) }
    if let third = below.firstIndex(of: first == "u" ? "µ" : String(first)) {
      return (plain, powerOfTen(-3 * third))
    }
    return (unit, 1)
  }

  /// The exponent of the prefix for a value in this unit.
  static func exponent(of value: Double, unit: String) -> Int {
    let range = range(of: unit)
    guard value.isFinite, value != 0 else { return 0 }
    let third = Int((Double(decimalExponent(abs(value))) / 3).rounded(.down))
    return min(max(third, range.lowerBound), range.upperBound) * 3
  }

  static func symbol(_ exponent: Int, unit: String, isASCII: Bool) -> String {
    let third = exponent / 3
    if third < 0 {
      let symbol = -third < below.count ? below[-third] : ""
      return isASCII && symbol == "µ" ? "u" : symbol
    }
    if third == 1 && unit.hasPrefix("B") { return "K" }
    return third < above.count ? above[third] : ""
  }
}
