/// The commands that stand for one atom, and the characters that may stand in their place.
enum MathSymbolTable {
  /// The symbol of a command, without its backslash.
  static func command(_ name: String) -> MathSymbol? {
    commands[name]
  }

  /// The symbol of a character typed as itself.
  static func character(_ character: Character) -> MathSymbol {
    if let symbol = characters[character] { return symbol }
    let text = String(character)
    return MathSymbol(unicode: text, ascii: character.isASCII ? text : "?", spoken: text, kind: .ordinary)
  }

  /// Operators that take their limits above and below on a line of their own.
  static let limitOperators: Set<String> = [
    "∑", "∏", "∐", "⋃", "⋂", "⨁", "⨂", "⨀", "⋁", "⋀",
    "lim", "limsup", "liminf", "max", "min", "sup", "inf", "argmax", "argmin", "Pr", "det", "gcd",
  ]

  private static let commands: [String: MathSymbol] = {
    var table: [String: MathSymbol] = [:]
    table.reserveCapacity(512)
    for (kind, lines) in MathSymbolData.sections {
      for (names, symbol) in rows(of: lines, kind: kind) {
        for name in names { table[name] = symbol }
      }
    }
    return table
  }()

  private static let characters: [Character: MathSymbol] = {
    var table: [Character: MathSymbol] = [:]
    for (kind, lines) in MathSymbolData.sections {
      for (_, symbol) in rows(of: lines, kind: kind) where symbol.unicode.count == 1 {
        guard let character = symbol.unicode.first, !character.isASCII, table[character] == nil else {
          continue
        }
        table[character] = symbol
      }
    }
    for (kind, lines) in MathSymbolData.typed {
      for (names, symbol) in rows(of: lines, kind: kind) {
        for name in names {
          if let character = name.first { table[character] = symbol }
        }
      }
    }
    return table
  }()

  /// Rows of `names unicode ascii spoken words`: names and spaces in the ASCII form are joined by `,` and `␣`.
  private static func rows(of lines: String, kind: AtomClass) -> [([String], MathSymbol)] {
    lines.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: " ", maxSplits: 3)
      guard fields.count >= 3 else { return nil }
      let ascii = String(fields[2].map { $0 == "␣" ? " " : $0 })
      let names = fields[0] == "," ? [","] : fields[0].split(separator: ",").map(String.init)
      let spoken = fields.count > 3 ? String(fields[3]) : ascii
      return (
        names,
        MathSymbol(
          unicode: fields[1] == "∅∅" ? "" : String(fields[1]), ascii: ascii, spoken: spoken, kind: kind)
      )
    }
  }
}
