/// The commands that stand for one atom, and the characters that may stand in their place.
enum MathSymbolTable {
  /// The symbol of a command that most formulas have: those alone are read when the first page is set.
  static func common(_ name: String) -> MathSymbol? { commands[name] }

  /// The symbol of a command, without its backslash.
  static func command(_ name: String) -> MathSymbol? {
    commands[name] ?? rareCommands[name] ?? fieldCommands[name]
  }

  /// The symbol of a character typed as itself.
  static func character(_ character: Character) -> MathSymbol {
    if let symbol = typed[character] { return symbol }
    let text = String(character)
    if character.isASCII { return MathSymbol(unicode: text, ascii: text, spoken: text, kind: .ordinary) }
    return pasted[character] ?? rarePasted[character]
      ?? MathSymbol(unicode: text, ascii: "?", spoken: text, kind: .ordinary)
  }

  /// `words` without the characters that ASCII lacks.
  static func ascii(_ words: String) -> String {
    words.reduce(into: "") {
      let text = $1.isASCII ? String($1) : character($1).ascii
      $0 += text == "?" ? shown(String($1), isASCII: true) : text
    }
  }

  /// Operators that take their limits above and below on a line of their own.
  static let limitOperators: Set<String> = [
    "∑", "∏", "∐", "⋃", "⋂", "⨁", "⨂", "⨀", "⋁", "⋀", "⨄", "⨆", "⨅", "⨉",
    "lim", "plim", "inj lim", "proj lim", "limsup", "liminf", "max", "min", "sup", "inf", "argmax", "argmin",
    "Pr", "det", "gcd", "ess sup", "ess inf", "colim",
  ]

  private static let commands = table(of: MathSymbolData.sections)
  /// Made when a formula needs one: the first page mostly does without.
  private static let rareCommands = table(of: MathSymbolData.rareSections)
  private static let fieldCommands = table(of: MathSymbolData.fieldSections)

  private static func table(of sections: [(AtomClass, String)]) -> [String: MathSymbol] {
    var table: [String: MathSymbol] = [:]
    table.reserveCapacity(512)
    for (kind, lines) in sections {
      for (names, symbol) in rows(of: lines, kind: kind) {
        for name in names.split(separator: UInt8(ascii: ",")) { table[String(Substring(name))] = symbol }
      }
    }
    return table
  }

  private static let typed: [Character: MathSymbol] = {
    var table: [Character: MathSymbol] = [:]
    for (kind, lines) in MathSymbolData.typed {
      for (names, symbol) in rows(of: lines, kind: kind) {
        if let character = Substring(names).first { table[character] = symbol }
      }
    }
    return table
  }()

  /// Symbols that authors paste instead of writing their command.
  private static let pasted = characters(of: MathSymbolData.sections)
  private static let rarePasted = characters(of: MathSymbolData.rareSections)

  private static func characters(of sections: [(AtomClass, String)]) -> [Character: MathSymbol] {
    var table: [Character: MathSymbol] = [:]
    for (kind, lines) in sections {
      for (_, symbol) in rows(of: lines, kind: kind) where symbol.unicode.count == 1 {
        if let character = symbol.unicode.first, table[character] == nil { table[character] = symbol }
      }
    }
    return table
  }

  /// Rows of `names unicode ascii spoken words`; `␣` is a space in the ASCII form.
  private static func rows(
    of lines: String, kind: AtomClass
  ) -> [(names: Substring.UTF8View, symbol: MathSymbol)] {
    lines.utf8.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 3)
      guard fields.count >= 3 else { return nil }
      let (unicode, ascii) = (spaced(fields[1]), spaced(fields[2]))
      let spoken = fields.count > 3 ? String(Substring(fields[3])) : ascii
      return (fields[0], MathSymbol(unicode: unicode, ascii: ascii, spoken: spoken, kind: kind))
    }
  }

  private static func spaced(_ field: Substring.UTF8View) -> String {
    let text = String(Substring(field))
    return field.count > 3 && field.contains(0xE2) ? String(text.map { $0 == "␣" ? " " : $0 }) : text
  }
}
