/// What our own inline syntax looks like, found while the inline parser stands on `$`, `@` or a brace. Everything reads
/// bytes through `peek`, which gives 0 at the end.
enum MarkdownExtensions {
  /// What was found: how many bytes to take, and what stands for them.
  struct Match {
    var length: Int
    var literal: [UInt8]
  }

  /// The first byte of a literal says what it is.
  enum Mark {
    static let mathematics = UInt8(ascii: "$")
    static let reference = UInt8(ascii: "@")
    static let citation = UInt8(ascii: "[")
    static let blank = UInt8(ascii: "{")
  }

  /// Prefixes of ids that can be referred to by name.
  static let referencePrefixes = ["sec", "fig", "tbl", "eq", "calc", "def", "term"].map {
    Array("\($0)-".utf8)
  }

  /// A formula by Pandoc's rules: no space after the opening dollar, none before the closing one, and no digit after it;
  /// the next dollar decides. What holds a command of LaTeX is a formula with space at its edges too.
  static func mathematics(at start: Int, peek: (Int) -> UInt8) -> Match? {
    let dollar = UInt8(ascii: "$")
    if peek(start + 1) == dollar { return displayed(at: start, peek: peek) }
    guard peek(start + 1) != 0 else { return nil }
    var literal = [Mark.mathematics]
    var index = start + 1
    var hasCommand = false
    while true {
      let byte = peek(index)
      if byte == 0 { return nil }
      if byte == dollar {
        let isTight = !isSpace(peek(start + 1)) && !isSpace(peek(index - 1))
        guard isTight || hasCommand, !isDigit(peek(index + 1)) else { return nil }
        return Match(length: index + 1 - start, literal: literal)
      }
      literal.append(byte)
      index += 1
      if byte == UInt8(ascii: "\\"), peek(index) != 0 {
        hasCommand = hasCommand || isLetter(peek(index))
        literal.append(peek(index))
        index += 1
      }
    }
  }

  private static func displayed(at start: Int, peek: (Int) -> UInt8) -> Match? {
    let dollar = UInt8(ascii: "$")
    var literal = [Mark.mathematics]
    var index = start + 2
    while peek(index) != 0 {
      if peek(index) == dollar, peek(index + 1) == dollar {
        return index == start + 2 ? nil : Match(length: index + 2 - start, literal: literal)
      }
      literal.append(peek(index))
      index += 1
    }
    return nil
  }

  /// `@sec-id`, or the keys of `[@key; @key]` when the sign follows a bracket.
  static func reference(at start: Int, peek: (Int) -> UInt8) -> Match? {
    let before = start == 0 ? UInt8(ascii: " ") : peek(start - 1)
    if before == UInt8(ascii: "["), start < 2 || peek(start - 2) != UInt8(ascii: "\\"),
      let citation = citation(at: start, peek: peek)
    {
      return citation
    }
    guard isSpace(before) || before == UInt8(ascii: "(") || before == UInt8(ascii: "[") else { return nil }
    let key = key(at: start + 1, peek: peek)
    guard isReference(key) else { return nil }
    return Match(length: key.count + 1, literal: [Mark.reference] + key)
  }

  static func isReference(_ key: [UInt8]) -> Bool {
    referencePrefixes.contains { key.count > $0.count && key.starts(with: $0) }
  }

  private static func citation(at start: Int, peek: (Int) -> UInt8) -> Match? {
    var literal = [Mark.citation]
    var index = start
    while peek(index) == UInt8(ascii: "@") {
      let key = key(at: index + 1, peek: peek)
      guard !key.isEmpty else { return nil }
      if literal.count > 1 { literal.append(UInt8(ascii: ";")) }
      literal += key
      index += 1 + key.count
      switch peek(index) {
      case UInt8(ascii: "]"): return Match(length: index - start, literal: literal)
      case UInt8(ascii: ";"):
        index += 1
        while isSpace(peek(index)) { index += 1 }
      default: return nil
      }
    }
    return nil
  }

  /// Letters, digits, hyphens and underscores, with full stops and colons between them.
  private static func key(at start: Int, peek: (Int) -> UInt8) -> [UInt8] {
    var key: [UInt8] = []
    var index = start
    while true {
      let byte = peek(index)
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...0xFF:
        key.append(byte)
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ":"):
        guard !key.isEmpty,
          isKeyStart(peek(index + 1)) || byte == UInt8(ascii: "-") && peek(index + 1) == byte
        else { return key }
        key.append(byte)
      default: return key
      }
      index += 1
    }
  }

  private static func isKeyStart(_ byte: UInt8) -> Bool {
    AttributeParser.isWord(byte) && ![":", ".", "-", "/"].contains(UnicodeScalar(byte))
  }

  private static let blankMark = Array("{.blank}".utf8)
  private static let blankLimit = 1000

  /// `{.blank}` after a bracket; the literal holds what stands in it.
  static func blank(at start: Int, peek: (Int) -> UInt8) -> Match? {
    guard start > 1, peek(start - 1) == UInt8(ascii: "]") else { return nil }
    for (offset, byte) in blankMark.enumerated() where peek(start + offset) != byte { return nil }
    var index = start - 2
    while index >= 0, start - index < blankLimit {
      if peek(index) == UInt8(ascii: "["), index == 0 || peek(index - 1) != UInt8(ascii: "\\") {
        return Match(length: blankMark.count, literal: [Mark.blank] + (index + 1..<start - 1).map(peek))
      }
      index -= 1
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
