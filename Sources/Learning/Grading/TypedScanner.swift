/// Reads the parts of a typed quantity from left to right.
struct TypedScanner {
  let entry: String
  private var rest: Substring

  init(_ entry: String) throws(TypedQuantity.Problem) {
    guard entry.utf8.count <= 200 else {
      throw TypedQuantity.Problem("Expected a number with a unit, found a text of more than 200 letters.")
    }
    let plain = Self.unwrapped(String(entry.map { Self.plain[$0] ?? Self.narrow($0) }))
    self.entry = String(plain.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    rest = self.entry[...]
  }

  /// Without the parentheses around it, and without what ends a sentence.
  private static func unwrapped(_ text: String) -> String {
    var text = text[...]
    func isBlank(_ character: Character?) -> Bool { character?.isWhitespace == true }
    while isBlank(text.first) { text.removeFirst() }
    while let last = text.last, isBlank(last) || last == "!" || last == "?" { text.removeLast() }
    if text.first == "(", text.last == ")",
      !text.dropFirst().dropLast().contains(where: { "()".contains($0) })
    {
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }

  /// A character of East Asian width as its narrow one.
  private static func narrow(_ character: Character) -> Character {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first,
      (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return character }
    return Character(narrow)
  }

  /// Words and signs that say "about".
  mutating func skipHedge() {
    let hedges = [
      "approximately", "approx.", "approx", "about", "around", "roughly", "circa", "ca.", "c.", "~", "≈", "=",
      "a factor of", "factor of", "×",
    ]
    while let hedge = hedges.first(where: { skip($0) }) {
      if hedge.last?.isLetter == true, rest.first?.isLetter == true { return }
      skipSpaces()
    }
  }

  mutating func skipSign() -> Bool {
    skipSpaces()
    if skip("-") { return true }
    _ = skip("+")
    return false
  }

  mutating func skipCurrency() -> String? {
    skipSpaces()
    if skip("$") || skip("usd") { return "USD" }
    if skip("€") || skip("eur") { return "EUR" }
    return nil
  }

  /// Digits with separators, as a value and the count of its decimals.
  mutating func number() throws(TypedQuantity.Problem) -> (value: Double, decimals: Int)? {
    skipSpaces()
    var run = ""
    while let character = rest.first {
      if character.isDigit || ".,_'".contains(character) {
        run.append(character)
        rest.removeFirst()
      } else if character == " ", run.last?.isDigit == true || run.last == ",", startsGroupOfThree() {
        rest.removeFirst()
      } else {
        break
      }
    }
    while let last = run.last, !last.isDigit { run.removeLast() }
    guard !run.isEmpty else { return nil }
    return try Self.value(of: run)
  }

  /// `^20`, `**20` or `²⁰` right after a number.
  mutating func power() -> Int? {
    let start = rest
    skipSpaces()
    if skip("^") || skip("**"), let exponent = integer() { return exponent }
    rest = start
    return superscript()
  }

  /// `e5`, `×10^5`, `x 10⁵`.
  mutating func exponent() -> Int? {
    let start = rest
    skipSpaces()
    if skip("e"), let exponent = integer() { return exponent }
    rest = start
    skipSpaces()
    if ["×", "x", "·", "*"].contains(where: { skip($0) }) {
      skipSpaces()
      if skip("10"), let exponent = power() { return exponent }
    }
    rest = start
    return nil
  }

  /// The number after a sign of multiplication, as in `52,000 × 2`.
  mutating func factor() throws(TypedQuantity.Problem) -> Double? {
    let start = rest
    skipSpaces()
    if ["×", "*", "·", "x"].contains(where: { skip($0) }), let (value, _) = try number() {
      if let exponent = power() { return TypedScanner.power(value, exponent) }
      return value * (exponent().map { TypedScanner.power(10, $0) } ?? 1)
    }
    rest = start
    return nil
  }

  /// A letter after an amount of money, as in `$42.3k`, as an exponent of ten.
  mutating func moneyScale() -> Int? {
    let start = rest
    skipSpaces()
    let word = String(rest.prefix(while: \.isLetter))
    rest.removeFirst(word.count)
    if let exponent = ["k": 3, "K": 3, "M": 6, "m": 6, "B": 9, "b": 9][word] { return exponent }
    rest = start
    return nil
  }

  /// The number after `/`, as in `1/3`.
  mutating func divisor() throws(TypedQuantity.Problem) -> (value: Double, decimals: Int)? {
    let start = rest
    skipSpaces()
    if skip("/"), let divisor = try number() { return divisor }
    rest = start
    return nil
  }

  /// `million` and its like, as an exponent of ten.
  mutating func multiplier() -> Int? {
    let start = rest
    skipSpaces()
    let word = String(rest.prefix(while: \.isLetter)).lowercased()
    if let exponent = Self.multipliers[word] {
      rest.removeFirst(word.count)
      return exponent
    }
    rest = start
    return nil
  }

  /// What is left, in the writing of units: `GB/s` for `GB per s`, `m^2` for `m²`.
  mutating func unit() -> String {
    skipSpaces()
    _ = skip("-")
    var text = ""
    for character in rest {
      if let digit = Self.superscripts.firstIndex(of: character) {
        if text.last?.isDigit != true, text.last != "-" { text += "^" }
        text += digit == 10 ? "-" : String(digit)
      } else {
        text.append(character == "*" ? "·" : character)
      }
    }
    while let last = text.last, last == "." || last == " " || last == "," { text.removeLast() }
    if text.lowercased().hasPrefix("per cent") { text = "%" + text.dropFirst("per cent".count) }
    let words = text.split(separator: " ").map { $0.lowercased() == "per" ? "/" : String($0) }
    return words.joined(separator: " ").split(separator: "/", omittingEmptySubsequences: false)
      .map { part in
        String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }
      .joined(separator: "/")
  }

  /// Whole powers without the surprises of very large exponents.
  static func power(_ base: Double, _ exponent: Int) -> Double {
    if base == 10, abs(exponent) <= 308 { return Double("1e\(exponent)") ?? .infinity }
    var result = 1.0
    var factor = base
    var left = abs(exponent)
    while left > 0 {
      if left & 1 == 1 { result *= factor }
      factor *= factor
      left >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }

  private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func skip(_ prefix: String) -> Bool {
    guard rest.prefix(prefix.count).lowercased() == prefix else { return false }
    rest.removeFirst(prefix.count)
    return true
  }

  private func startsGroupOfThree() -> Bool {
    let next = rest.dropFirst()
    return next.prefix(3).count == 3 && next.prefix(3).allSatisfy(\.isDigit)
      && next.dropFirst(3).first?.isDigit != true
  }

  private mutating func integer() -> Int? {
    let start = rest
    let sign = skip("-") ? -1 : (skip("+") ? 1 : 1)
    let digits = rest.prefix(while: \.isDigit)
    guard !digits.isEmpty, digits.count <= 4, let value = Int(digits) else {
      rest = start
      return nil
    }
    rest.removeFirst(digits.count)
    return sign * value
  }

  private mutating func superscript() -> Int? {
    let run = rest.prefix { Self.superscripts.contains($0) }
    let digits = run.compactMap { Self.superscripts.firstIndex(of: $0) }
    let text = digits.map { $0 == 10 ? "-" : String($0) }.joined()
    guard !run.isEmpty, run.count <= 4, let value = Int(text) else { return nil }
    rest.removeFirst(run.count)
    return value
  }

  /// Commas separate thousands where every group has three digits, else one comma is a decimal comma; so do points
  /// where there are several of them or a decimal comma follows.
  private static func value(of run: String) throws(TypedQuantity.Problem) -> (value: Double, decimals: Int) {
    let digits = run.filter { $0 != "_" && $0 != "'" }
    let commas = digits.count { $0 == "," }
    let points = digits.count { $0 == "." }
    var decimal: Character? = points == 1 ? "." : nil
    if commas > 0, points > 0 {
      decimal = digits.last { $0 == "," || $0 == "." }
    } else if commas > 0 {
      decimal = isGrouped(digits, by: ",") ? nil : ","
    }
    let cut = decimal.flatMap { digits.lastIndex(of: $0) } ?? digits.endIndex
    let whole = String(digits[..<cut])
    let fraction = digits[cut...].dropFirst()
    let separator: Character = decimal == "," ? "." : (decimal == "." || commas > 0 ? "," : ".")
    let isPlain = whole.allSatisfy(\.isDigit)
    guard isPlain || isGrouped(whole, by: separator), fraction.allSatisfy(\.isDigit),
      let value = Double(
        (whole.isEmpty ? "0" : whole.filter(\.isDigit)) + "." + (fraction.isEmpty ? "0" : fraction))
    else {
      throw TypedQuantity.Problem(
        "“\(run)” is no number: write 437,500 with groups of three digits, or 437500, and one decimal point.")
    }
    return (value, fraction.count)
  }

  private static func isGrouped(_ digits: String, by separator: Character) -> Bool {
    let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
    guard let first = groups.first, (1...3).contains(first.count), first != "0" else { return false }
    return groups.allSatisfy { $0.allSatisfy(\.isDigit) } && groups.dropFirst().allSatisfy { $0.count == 3 }
  }

  private static let superscripts = Array("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")

  private static let plain: [Character: Character] = [
    "\u{2212}": "-", "\u{2013}": "-", "\u{2010}": "-", "\u{2011}": "-", "\u{00A0}": " ", "\u{202F}": " ",
    "\u{2009}": " ", "\u{2007}": " ", "\t": " ", "\u{2215}": "/", "\u{2044}": "/", "\u{22C5}": "·",
    "\u{03BC}": "µ",
    "\u{2019}": "'",
  ]

  private static let multipliers: [String: Int] = [
    "thousand": 3, "million": 6, "millions": 6, "mio": 6, "mn": 6, "billion": 9, "billions": 9, "bn": 9,
    "trillion": 12, "trillions": 12, "quadrillion": 15,
  ]
}

extension Character {
  /// 0 to 9 of ASCII.
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) && isASCII }
}
