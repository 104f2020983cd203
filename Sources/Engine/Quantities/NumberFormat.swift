/// The one way in which the program writes numbers.
///
/// ```swift
/// let format = NumberFormat(units: .standard)
/// format.text(Quantity(437_544, .data))              // 438 KB
/// format.text(Quantity(437_544, .data), digits: 4)   // 437.5 KB
/// ```
/// Three significant digits are shown unless others are asked for; a number that needs fewer is not padded unless
/// its digits were asked for. Whole counts are shown whole, and the digits before the decimal point always. Amounts of
/// money are whole or have cents.
public struct NumberFormat: Sendable {
  public var units: UnitTable

  public init(units: UnitTable = .standard) { self.units = units }

  /// A value for people, in `unit` or with the prefix that fits.
  public func text(_ value: Value, unit: Unit? = nil, digits: Int? = nil) -> String {
    switch value {
    case .quantity(let quantity): text(quantity, unit: unit, digits: digits)
    case .truth(let truth): truth ? "true" : "false"
    case .text(let text): text
    case .profile(let id): id
    case .list(let values):
      "[" + values.map { text($0, unit: unit, digits: digits) }.joined(separator: ", ") + "]"
    }
  }

  /// A quantity for people. A `unit` of another dimension is not used.
  public func text(_ quantity: Quantity, unit: Unit? = nil, digits: Int? = nil) -> String {
    guard quantity.magnitude.isFinite else { return quantity.magnitude.isNaN ? "undefined" : "too large" }
    if let unit, unit.dimension == quantity.dimension || quantity.dimension == .any {
      return text(Quantity(quantity.magnitude, unit.dimension).number(in: unit), in: unit, digits: digits)
    }
    let unit = UnitChoice(units: units).unit(for: quantity, digits: digits ?? 3)
    return text(quantity.number(in: unit), in: unit, digits: digits)
  }

  /// A value with all the digits it has, as inputs are shown: `94.63 GB`, `109,184 MAC`.
  public func exactText(_ value: Value, unit: Unit? = nil) -> String {
    switch value {
    case .quantity(let quantity):
      let isFitting = unit?.dimension == quantity.dimension || quantity.dimension == .any
      let unit = isFitting ? unit ?? .one : UnitChoice(units: units).unit(for: quantity, digits: 15)
      let number = Quantity(quantity.magnitude, unit.dimension).number(in: unit)
      return text(number, in: unit, digits: 15, isPadded: false)
    case .list(let items): return "[" + items.map { exactText($0, unit: unit) }.joined(separator: ", ") + "]"
    default: return text(value)
    }
  }

  /// A count from a million on with three digits and a letter: `110 M`; nil for others.
  func shortCount(_ count: Double) -> String? {
    guard count.isFinite, count >= 1e6 else { return nil }
    for (letter, factor) in [("T", 1e12), ("G", 1e9), ("M", 1e6)] {
      var digits = DecimalDigits(count / factor)
      digits.round(toSignificant: 3)
      if digits.exponent >= 1 {
        return plain(count / factor, digits: nil, isCount: false) + "\u{A0}" + letter
      }
    }
    return nil
  }

  /// The number in `unit`, or in the unit that is fixed for its dimension, and that unit: what programs read.
  public func number(_ quantity: Quantity, unit: Unit? = nil) -> (number: Double, unit: String) {
    let unit =
      unit.flatMap { $0.dimension == quantity.dimension || quantity.dimension == .any ? $0 : nil }
      ?? UnitChoice(units: units).fixed(for: quantity.dimension)
    let number = DecimalDigits.trusted((quantity.magnitude - unit.offset) / unit.factor)
    let clean = Double(number.positional(places: 0, isGrouped: false)) ?? quantity.number(in: unit)
    return (clean, unit.text)
  }

  /// A quantity with all its digits, as an entry that reads back exactly: `94.6 GB`.
  public func entry(_ value: Value, unit: Unit? = nil) -> String {
    switch value {
    case .quantity(let quantity):
      let (number, unit) = number(quantity, unit: unit)
      let digits = DecimalDigits(number)
      let text =
        digits.exponent > 21 || digits.exponent < -6
        ? number.description : digits.positional(places: 0, isGrouped: false)
      if unit == "1" { return text }
      if unit == "x" || unit == "×" { return text + "x" }
      if unit.hasPrefix("1/") { return text + unit.dropFirst() }
      return unit.hasPrefix("$") ? "\(text) USD\(unit.dropFirst())" : "\(text) \(unit)"
    case .truth(let truth): return truth ? "true" : "false"
    case .text(let text): return text
    case .profile(let id): return id
    case .list(let values): return "[" + values.map { entry($0, unit: unit) }.joined(separator: ", ") + "]"
    }
  }

  private func text(_ number: Double, in unit: Unit, digits: Int?, isPadded: Bool = true) -> String {
    let isCount = unit.factor == 1 && unit.offset == 0 && !Self.measured.contains(unit.text)
    if unit.text == "USD" || unit.text == "$" || unit.text.hasPrefix("USD/") || unit.text.hasPrefix("$/") {
      return money(number, per: unit.text.drop { $0 != "/" }, digits: digits, isPadded: isPadded)
    }
    let text = plain(number, digits: digits, isCount: isCount, isPadded: isPadded)
    switch unit.text {
    case "1": return text
    case "x", "×": return text + "×"
    case let name where name.hasPrefix("1/"): return text + unit.symbol.dropFirst()
    default: return "\(text) \(Self.plural(unit.symbol, of: text))"
    }
  }

  private func money(_ number: Double, per: Substring, digits: Int?, isPadded: Bool) -> String {
    var rounded = DecimalDigits.trusted(number)
    var text: String
    if digits == nil, rounded.exponent > -1, rounded.exponent < 16 {
      rounded.round(toPlaces: rounded.exponent > 3 ? 0 : 2)
      let isWhole = rounded.digits.count <= rounded.exponent || rounded.isZero
      text = rounded.positional(places: isWhole ? 0 : 2, isGrouped: true)
    } else if rounded.exponent < -3, rounded.exponent > -8 {
      // A price per token is read as a decimal, however small.
      rounded.round(toSignificant: max(1, min(digits ?? 3, 15)))
      text = rounded.positional(places: 2, isGrouped: true)
    } else {
      text = plain(number, digits: digits, isCount: true, isPadded: isPadded)
      if Self.hasOneDecimal(text) {
        rounded.round(toPlaces: 2)
        text = rounded.positional(places: 2, isGrouped: true)
      }
    }
    return text.hasPrefix("-") ? "-$\(text.dropFirst())\(per)" : "$\(text)\(per)"
  }

  /// Tenths of a dollar: cents are always shown.
  private static func hasOneDecimal(_ text: String) -> Bool {
    guard let point = text.firstIndex(of: "."), !text.contains("×") else { return false }
    return text.distance(from: point, to: text.endIndex) == 2
  }

  /// A number without unit.
  func plain(_ number: Double, digits: Int?, isCount: Bool, isPadded: Bool = true) -> String {
    var rounded = DecimalDigits.trusted(number)
    if rounded.isZero { return "0" }
    let isWhole = rounded.digits.count <= rounded.exponent
    if isCount, isWhole, rounded.exponent <= 15 { return rounded.positional(places: 0, isGrouped: true) }
    let count = max(1, min(digits ?? 3, 15))
    let isExact = rounded.digits.count <= count
    // Below ten million the digits before the point are all shown, whatever was asked for.
    rounded.round(toSignificant: rounded.exponent <= 7 ? max(count, rounded.exponent) : count)
    let shown = (digits == nil || !isPadded) && isExact ? rounded.digits.count : count
    if rounded.exponent > max(12, count) || rounded.exponent < -3 {
      return rounded.scientific(significant: min(shown, count))
    }
    return rounded.positional(places: max(0, shown - rounded.exponent), isGrouped: true)
  }

  private static func plural(_ symbol: String, of number: String) -> String {
    number != "1" && ["day", "week", "month", "year"].contains(symbol) ? symbol + "s" : symbol
  }

  /// Base units that are measured and not counted: 6.0 s is not shown as 6 s when two digits are asked for.
  private static let measured: Set<String> = ["s", "J", "W", "kg", "m", "K", "A", "V", "Hz"]
}
