/// Classes of UTF-8 bytes that the readers of formulas and units share.
enum Characters {
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  /// Letters, `_`, and every byte of a character outside ASCII.
  static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

  static func isExponentPart(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Whether a text is a name: a letter or `_`, then letters, digits and `_`.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, isNameStart(first) else { return false }
    var isASCII = true
    for byte in text.utf8 {
      guard isNamePart(byte) else { return false }
      if byte >= 0x80 { isASCII = false }
    }
    return isASCII || !text.contains { "·×≈±→°≤≥≠−…".contains($0) || superscripts[$0] != nil }
  }

  static let superscripts: [Character: Character] = [
    "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
    "⁻": "-",
  ]

  /// Reads superscript digits such as `⁻¹³` as `-13`; leaves `position` after them.
  static func superscript(_ bytes: [UInt8], at position: inout Int) -> String {
    var digits = ""
    while position < bytes.count {
      let length = bytes[position] == 0xC2 ? 2 : bytes[position] == 0xE2 ? 3 : 0
      guard length > 0, position + length <= bytes.count else { break }
      let character = String(decoding: bytes[position..<position + length], as: UTF8.self)
      guard character.count == 1, let digit = superscripts[Character(character)] else { break }
      digits.append(digit)
      position += length
    }
    return digits
  }

  /// Whether a superscript or `·` begins here, which ends the name of a unit.
  static func isSuperscriptOrDot(_ bytes: [UInt8], at position: Int) -> Bool {
    if bytes[position] == 0xC2 {
      return position + 1 < bytes.count && [0xB2, 0xB3, 0xB9, 0xB7].contains(bytes[position + 1])
    }
    // U+2070 to U+207F.
    if bytes[position] == 0xE2 {
      return position + 2 < bytes.count && bytes[position + 1] == 0x81 && bytes[position + 2] >= 0xB0
    }
    return false
  }

  /// Signs outside ASCII that are operators and never part of a name, with what they stand for.
  static let signs: [(bytes: [UInt8], symbol: Symbol)] = [
    (Array("≈".utf8), .approximately), (Array("±".utf8), .plusMinus), (Array("≤".utf8), .lessOrEqual),
    (Array("≥".utf8), .greaterOrEqual), (Array("≠".utf8), .notEqual), (Array("−".utf8), .minus),
    (Array("…".utf8), .range), (Array("→".utf8), .arrow), (Array("·".utf8), .times),
  ]

  /// The sign outside ASCII that begins here.
  static func sign(_ bytes: [UInt8], at position: Int) -> (symbol: Symbol, length: Int)? {
    guard bytes[position] >= 0x80 else { return nil }
    for (sign, symbol) in signs where bytes[position...].starts(with: sign) { return (symbol, sign.count) }
    return nil
  }
}
