/// The decimal digits of a number, from Swift's shortest description, and their correct rounding.
struct DecimalDigits: Equatable {
  var isNegative: Bool
  /// Digits without leading or trailing zeros; empty for zero.
  var digits: [UInt8]
  /// The value is 0.d₁d₂d₃… × 10^exponent.
  var exponent: Int

  /// The digits of a finite number.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    exponent = 0
    guard value.isFinite, value != 0 else { return }
    var point: Int?
    var power = 0
    var text = value.magnitude.description.utf8[...]
    while let byte = text.popFirst() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        power = Int(String(decoding: Array(text), as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte &- 48)
      }
    }
    exponent = (point ?? digits.count) + power
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
  }

  /// Rounds to `count` significant digits, halves away from zero.
  mutating func round(toSignificant count: Int) {
    guard digits.count > count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if isUp { increment() }
    trim()
  }

  /// Rounds to `places` digits after the decimal point.
  mutating func round(toPlaces places: Int) { round(toSignificant: exponent + places) }

  /// Fifteen digits are what a calculation in doubles can be trusted for; the rest is noise such as 0.30000000000000004.
  static func trusted(_ value: Double) -> DecimalDigits {
    var digits = DecimalDigits(value)
    digits.round(toSignificant: 15)
    return digits
  }

  var isZero: Bool { digits.isEmpty }

  /// The number written with a decimal point and at least `places` digits after it.
  func positional(places: Int, isGrouped: Bool) -> String {
    if isZero { return places > 0 ? "0." + String(repeating: "0", count: places) : "0" }
    var text = isNegative ? "-" : ""
    if exponent <= 0 {
      text += "0"
    } else {
      for index in 0..<exponent {
        if isGrouped, index > 0, (exponent - index) % 3 == 0 { text += "," }
        text += index < digits.count ? String(digits[index]) : "0"
      }
    }
    let count = max(places, digits.count - exponent)
    guard count > 0 else { return text }
    text += "."
    for index in exponent..<exponent + count {
      text += index >= 0 && index < digits.count ? String(digits[index]) : "0"
    }
    return text
  }

  /// The number as `9.09×10⁻¹³`, with `count` significant digits.
  func scientific(significant count: Int) -> String {
    var text = isNegative ? "-" : ""
    text += String(digits.first ?? 0)
    let length = max(count, digits.count)
    if length > 1 {
      text += "."
      for index in 1..<length { text += index < digits.count ? String(digits[index]) : "0" }
    }
    return text + "×10" + Self.superscript(exponent - 1)
  }

  private static func superscript(_ value: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return (value < 0 ? "⁻" : "")
      + String(String(value.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] })
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }
}
