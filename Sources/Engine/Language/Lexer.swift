/// Cuts one logical line into tokens. Units belong to the number before them, and `%` after a number is a percentage
/// unless an operand follows.
struct Lexer {
  /// How the text is to be read.
  struct Options {
    /// Plain numbers only, with the operators of Python: for the formulas of the source.
    var isBare = false
    /// `%` after a number is always a percentage: where only literals can stand.
    var isPercentAlways = false
    /// `x` after a number is a unit: in checks and entries.
    var isTimesUnit = false
    /// `:` in the first brackets is followed by a unit: in the head of a function.
    var isFunctionHead = false
    /// `9.09×10⁻¹³` and thousands commas are numbers: what the program itself prints.
    var isEntry = false
    /// Errors say what was probably meant, which takes a look at all units.
    var givesHints = true
  }

  private let bytes: [UInt8]
  private let end: Int
  private let units: UnitTable
  private var options: Options
  private var position: Int
  private var depth = 0

  init(_ bytes: [UInt8], range: Range<Int>, units: UnitTable, options: Options = Options()) {
    self.bytes = bytes
    self.units = units
    self.options = options
    position = range.lowerBound
    end = range.upperBound
  }

  /// All tokens, the last one `end`.
  mutating func tokens() throws(Diagnostic) -> [Token] {
    var tokens: [Token] = []
    while let token = try next() {
      tokens.append(token)
      if case .symbol(let symbol) = token.kind {
        switch symbol {
        case .openParenthesis, .openBracket, .openBrace: depth += 1
        case .closeParenthesis, .closeBracket, .closeBrace: depth -= 1
        case .arrow:
          if let unit = unitText() { tokens.append(unit) }
          options.isFunctionHead = false
        case .colon where options.isFunctionHead && depth == 1:
          if let unit = unitText() { tokens.append(unit) }
        default: break
        }
      }
    }
    tokens.append(Token(kind: .end, span: position..<position))
    return tokens
  }

  /// Whether only space and comments are left.
  var isBlank: Bool {
    var ahead = self
    ahead.skipSpace()
    return ahead.position >= ahead.end
  }

  private mutating func skipSpace() {
    while position < end {
      let byte = bytes[position]
      if byte == UInt8(ascii: "#") {
        while position < end, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      } else if byte == 32 || byte == 9 || byte == 10 || byte == 13 {
        position += 1
      } else if byte == 0xC2, position + 1 < end, bytes[position + 1] == 0xA0 {
        position += 2
      } else {
        break
      }
    }
  }

  private mutating func next() throws(Diagnostic) -> Token? {
    skipSpace()
    guard position < end else { return nil }
    let start = position
    let byte = bytes[position]
    if Characters.isDigit(byte) { return try number(from: start, isMoney: false) }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try text() }
    if byte == UInt8(ascii: "$"), !options.isBare {
      position += 1
      guard position < end, Characters.isDigit(bytes[position]) else {
        throw Diagnostic(
          .syntax, "expected a number after $", hint: "write $5 or 5 USD", at: start..<position)
      }
      return try number(from: start, isMoney: true)
    }
    if bytes[position...].starts(with: "..".utf8), !bytes[position...].starts(with: "...".utf8) {
      throw Diagnostic(
        .syntax, "a range is written with three dots", hint: "write 1...5", at: start..<start + 2)
    }
    if let (symbol, length) = symbol() {
      position += length
      return Token(kind: .symbol(symbol), span: start..<position)
    }
    if Characters.isNameStart(byte) {
      let name = name()
      if !name.isEmpty { return Token(kind: .name(name), span: start..<position) }
    }
    if byte == UInt8(ascii: "."), position + 1 < end, Characters.isDigit(bytes[position + 1]) {
      throw Diagnostic(
        .syntax, "a decimal point has digits on both sides", hint: "write 0.5 instead of .5",
        at: start..<start + 2)
    }
    let length = characterLength(at: position)
    let found = String(decoding: bytes[start..<start + length], as: UTF8.self)
    throw Diagnostic(.syntax, "“\(found)” has no meaning here", at: start..<start + length)
  }

  private func characterLength(at index: Int) -> Int {
    var length = 1
    while index + length < end, bytes[index + length] & 0xC0 == 0x80 { length += 1 }
    return length
  }

  private mutating func name() -> String {
    let start = position
    while position < end, Characters.isNamePart(bytes[position]), Characters.sign(bytes, at: position) == nil,
      !Characters.isSuperscriptOrDot(bytes, at: position)
    {
      position += characterLength(at: position)
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func text() throws(Diagnostic) -> Token {
    let start = position
    let quote = bytes[position]
    position += 1
    while position < end, bytes[position] != quote, bytes[position] != 10 { position += 1 }
    guard position < end, bytes[position] == quote else {
      throw Diagnostic(
        .syntax, "this text has no closing quote", hint: "end it with \(Character(UnicodeScalar(quote)))",
        at: start..<position)
    }
    position += 1
    let content = String(decoding: bytes[start + 1..<position - 1], as: UTF8.self)
    return Token(kind: .text(content), span: start..<position)
  }

  private static let symbols: [(text: [UInt8], symbol: Symbol)] = {
    // Longer ones first, so that ** is not read as two signs.
    let symbols: [Symbol] = [
      .range, .power, .floorDivide, .equal, .notEqual, .lessOrEqual, .greaterOrEqual, .arrow, .plus, .minus,
      .times,
      .divide, .percent, .caret, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket, .openBrace,
      .closeBrace, .comma, .colon, .assign, .less, .greater, .dot,
    ]
    return [(Array("~=".utf8), .approximately)] + symbols.map { (Array($0.rawValue.utf8), $0) }
  }()

  private func symbol() -> (symbol: Symbol, length: Int)? {
    if let sign = Characters.sign(bytes, at: position) { return sign }
    for (text, symbol) in Self.symbols
    where bytes[position] == text[0] && position + text.count <= end && bytes[position...].starts(with: text)
    {
      if symbol == .dot, position + 1 < end, Characters.isDigit(bytes[position + 1]) { return nil }
      return (symbol, text.count)
    }
    return nil
  }

  // MARK: Units

  /// The text of a unit up to a space, a bracket, a comma, a quote or a comment.
  private mutating func unitText() -> Token? {
    skipSpace()
    let start = position
    while position < end, !" \t\n\r\"'#),=".utf8.contains(bytes[position]) { position += 1 }
    guard position > start else { return nil }
    return Token(
      kind: .unit(String(decoding: bytes[start..<position], as: UTF8.self)), span: start..<position)
  }

  private mutating func number(from start: Int, isMoney: Bool) throws(Diagnostic) -> Token {
    let digitsStart = position
    skipDigits()
    if position + 1 < end, bytes[position] == UInt8(ascii: ".") {
      if Characters.isDigit(bytes[position + 1]) {
        position += 1
        skipDigits()
      } else if bytes[position + 1] != UInt8(ascii: "."), !options.isBare {
        throw Diagnostic(
          .syntax, "a decimal point has digits on both sides", hint: "write 2.0 instead of 2.",
          at: start..<position + 1)
      } else if bytes[position + 1] != UInt8(ascii: ".") {
        position += 1
      }
    }
    skipExponent()
    var digits = String(decoding: bytes[digitsStart..<position], as: UTF8.self)
    digits.removeAll { $0 == "_" || $0 == "," }
    if options.isEntry, let power = powerOfTen() { digits += "e" + power }
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits), value.isFinite else {
      throw Diagnostic(.arithmetic, "the number is too large", at: start..<position)
    }
    var literal = Literal(digits: digits, number: value)
    if isMoney {
      literal.unit = try moneyUnit(from: start)
    } else if !options.isBare {
      literal.unit = try unit(from: start)
    }
    return Token(kind: .number(literal), span: start..<position)
  }

  private mutating func skipDigits() {
    while position < end {
      let byte = bytes[position]
      let isSeparator =
        byte == UInt8(ascii: "_") || options.isEntry && byte == UInt8(ascii: ",") && isThousands()
      guard
        Characters.isDigit(byte)
          || isSeparator && position + 1 < end && Characters.isDigit(bytes[position + 1])
      else { break }
      position += 1
    }
  }

  /// Whether three digits and no fourth follow a comma outside of brackets.
  private func isThousands() -> Bool {
    guard depth == 0, position + 3 < end else { return false }
    let isGroup = bytes[position + 1...position + 3].allSatisfy(Characters.isDigit)
    return isGroup && (position + 4 >= end || !Characters.isDigit(bytes[position + 4]))
  }

  private mutating func skipExponent() {
    guard position + 1 < end, bytes[position] | 0x20 == UInt8(ascii: "e") else { return }
    var next = position + 1
    if bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-") { next += 1 }
    guard next < end, Characters.isDigit(bytes[next]) else { return }
    position = next
    while position < end, Characters.isDigit(bytes[position]) { position += 1 }
  }

  /// The exponent in `×10⁻¹³` or `×10^-13`.
  private mutating func powerOfTen() -> String? {
    let mark = Array("×10".utf8)
    guard position < end, bytes[position...].starts(with: mark) else { return nil }
    var next = position + mark.count
    var power = Characters.superscript(bytes, at: &next)
    if power.isEmpty, next < end, bytes[next] == UInt8(ascii: "^") {
      next += 1
      while next < end, Characters.isDigit(bytes[next]) || power.isEmpty && bytes[next] == UInt8(ascii: "-") {
        power.append(Character(UnicodeScalar(bytes[next])))
        next += 1
      }
    }
    guard Int(power) != nil else { return nil }
    position = next
    return power
  }

  private mutating func moneyUnit(from start: Int) throws(Diagnostic) -> Unit? {
    let unitStart = position
    if position < end, Characters.isNameStart(bytes[position]), Characters.sign(bytes, at: position) == nil {
      let suffix = name()
      let number = String(decoding: bytes[start + 1..<unitStart], as: UTF8.self)
      let scale = ["k": "000", "K": "000", "M": "000000"][suffix].map {
        "write $\(number)\($0) or \(number) \(suffix.uppercased() == "K" ? "k" : "M")USD"
      }
      throw Diagnostic(
        .unit, "after $ and a number “\(suffix)” has no meaning", hint: scale ?? "put a space before a word",
        at: start..<position)
    }
    continueUnit()
    let text = "USD" + String(decoding: bytes[unitStart..<position], as: UTF8.self)
    return try readUnit(text, at: unitStart..<position, shift: unitStart - 3)
  }

  private mutating func unit(from start: Int) throws(Diagnostic) -> Unit? {
    let numberEnd = position
    var unitStart = position
    if unitStart < end, bytes[unitStart] == 32 { unitStart += 1 }
    guard unitStart < end else { return nil }
    let byte = bytes[unitStart]
    if byte == UInt8(ascii: "%") {
      position = unitStart + 1
      if !options.isPercentAlways, isOperandNext() {
        position = numberEnd
        return nil
      }
      continueUnit()
    } else if options.isEntry, byte == UInt8(ascii: "/") {
      // A rate as it is printed: 15/s.
      continueUnit()
      if position > numberEnd {
        let text = "1" + String(decoding: bytes[unitStart..<position], as: UTF8.self)
        return try readUnit(text, at: unitStart..<position, shift: unitStart - 1)
      }
      return nil
    } else if Characters.isNameStart(byte), Characters.sign(bytes, at: unitStart) == nil {
      position = unitStart
      let name = name()
      if Keywords.neverUnits.contains(name) || name.isEmpty {
        position = numberEnd
        return nil
      }
      if (name == "x" || name == "×") && !options.isTimesUnit {
        let number = String(decoding: bytes[start..<numberEnd], as: UTF8.self)
        throw Diagnostic(
          .unit, "“x” (times) stands only after -> and in checks", hint: "write \(number) * x to multiply",
          at: unitStart..<position)
      }
      continueUnit()
    } else {
      return nil
    }
    let text = String(decoding: bytes[unitStart..<position], as: UTF8.self)
    return try readUnit(text, at: unitStart..<position, shift: unitStart, number: start..<numberEnd)
  }

  /// Goes on by `/name`, `·name` and `^int`, without spaces.
  private mutating func continueUnit() {
    while position < end {
      let before = position
      if !Characters.superscript(bytes, at: &position).isEmpty { continue }
      position = before
      let next: Int
      if bytes[position] == UInt8(ascii: "^") {
        next = position + 1
        let digit = next < end && bytes[next] == UInt8(ascii: "-") ? next + 1 : next
        guard digit < end, Characters.isDigit(bytes[digit]) else { return }
        position = digit
        while position < end, Characters.isDigit(bytes[position]) { position += 1 }
        continue
      } else if bytes[position] == UInt8(ascii: "/") {
        next = position + 1
      } else if bytes[position...].starts(with: [0xC2, 0xB7]) {
        next = position + 2
      } else {
        return
      }
      guard next < end,
        Characters.isNameStart(bytes[next]) || bytes[next] == UInt8(ascii: "$")
          || bytes[next] == UInt8(ascii: "%"),
        Characters.sign(bytes, at: next) == nil
      else { return }
      position = next
      if bytes[next] < 0x80, !Characters.isNameStart(bytes[next]) { position += 1 } else { _ = name() }
    }
  }

  /// Whether an operand begins after the present position, so that a `%` before it is the remainder.
  private func isOperandNext() -> Bool {
    var ahead = self
    ahead.skipSpace()
    guard ahead.position < end else { return false }
    let byte = bytes[ahead.position]
    if Characters.isDigit(byte) || "$([".utf8.contains(byte) { return true }
    guard Characters.isNameStart(byte), Characters.sign(bytes, at: ahead.position) == nil else {
      return false
    }
    return !Keywords.neverUnits.contains(ahead.name())
  }

  private func readUnit(
    _ text: String, at span: Range<Int>, shift: Int, number: Range<Int>? = nil
  ) throws(Diagnostic) -> Unit {
    var reader = UnitReader(text, table: units)
    do {
      return try reader.unit()
    } catch {
      let place = shift + error.span.lowerBound..<shift + error.span.upperBound
      if !options.givesHints { throw Diagnostic(.unit, "“\(error.found)” is no unit", at: place) }
      let words = units.names + Keywords.neverUnits
      let nearest = units.suggestion(for: error.found, among: words).map { "did you mean \($0)? " } ?? ""
      let hint: String
      if error.span.lowerBound == 0, let number {
        let digits = String(decoding: bytes[number], as: UTF8.self)
        hint = "\(nearest)write \(digits) * \(error.found) to multiply by a name"
      } else {
        hint = "\(nearest)write / with spaces around it to divide by a name"
      }
      throw Diagnostic(.unit, "“\(error.found)” is no unit", hint: hint, at: place)
    }
  }
}
