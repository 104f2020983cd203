/// The alphabets of `\mathbf` and its kin.
enum MathFont: Hashable, Sendable {
  case normal, upright, bold, script, boldScript, doubleStruck, fraktur

  /// The font of letters that stand in two of them: bold stays bold.
  func within(_ outer: MathFont) -> MathFont {
    switch (self, outer) {
    case (.normal, .bold): .bold
    case (.script, .bold), (.bold, .script): .boldScript
    default: self
    }
  }
}

/// Letters in mathematical alphabets and as sub- and superscripts.
enum MathAlphabet {
  /// `character` in the Unicode alphabet of `font`, or itself where Unicode has none.
  static func styled(_ character: Character, _ font: MathFont) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch font {
    case .normal, .upright: return character
    case .bold: return bold(scalar) ?? character
    case .script:
      return letterlike[.script]?[character] ?? offset(scalar, upper: 0x1D49C, lower: 0x1D4B6) ?? character
    case .boldScript: return offset(scalar, upper: 0x1D4D0, lower: 0x1D4EA) ?? character
    case .doubleStruck:
      if let digit = digit(scalar, zero: 0x1D7D8) { return digit }
      return letterlike[.doubleStruck]?[character] ?? offset(scalar, upper: 0x1D538, lower: 0x1D552)
        ?? character
    case .fraktur:
      return letterlike[.fraktur]?[character] ?? offset(scalar, upper: 0x1D504, lower: 0x1D51E) ?? character
    }
  }

  /// `text` in superscript characters, or nil where Unicode lacks one.
  static func superscript(_ text: String) -> String? { mapped(text, superscripts) }

  /// `text` in subscript characters, or nil where Unicode lacks one. It has none for capitals, and small capitals stand
  /// on the line, where they look like another factor.
  static func `subscript`(_ text: String) -> String? { mapped(text, subscripts) }

  private static func mapped(_ text: String, _ table: [Character: Character]) -> String? {
    var result = ""
    for character in text {
      guard let small = table[character] ?? plain(character).flatMap({ table[$0] }) else { return nil }
      result.append(small)
    }
    return result
  }

  /// The letter or digit that a bold or script one is a form of: as a script, it says the same.
  private static func plain(_ character: Character) -> Character? {
    guard let value = character.unicodeScalars.first?.value, character.unicodeScalars.count == 1 else {
      return nil
    }
    if (0x1D7CE...0x1D7D7).contains(value) { return Self.character(0x30 + value - 0x1D7CE) }
    for base: UInt32 in [0x1D400, 0x1D49C, 0x1D4D0] where (base..<base + 52).contains(value) {
      let index = value - base
      return Self.character(index < 26 ? 0x41 + index : 0x61 + index - 26)
    }
    return nil
  }

  private static func bold(_ scalar: Unicode.Scalar) -> Character? {
    if let digit = digit(scalar, zero: 0x1D7CE) { return digit }
    switch scalar.value {
    case 0x391...0x3A9: return character(0x1D6A8 + scalar.value - 0x391)
    case 0x3B1...0x3C9: return character(0x1D6C2 + scalar.value - 0x3B1)
    case 0x2207: return character(0x1D6C1)
    case 0x2202: return character(0x1D6DB)
    default: return offset(scalar, upper: 0x1D400, lower: 0x1D41A)
    }
  }

  private static func digit(_ scalar: Unicode.Scalar, zero: UInt32) -> Character? {
    (0x30...0x39).contains(scalar.value) ? character(zero + scalar.value - 0x30) : nil
  }

  private static func offset(_ scalar: Unicode.Scalar, upper: UInt32, lower: UInt32) -> Character? {
    switch scalar.value {
    case 0x41...0x5A: character(upper + scalar.value - 0x41)
    case 0x61...0x7A: character(lower + scalar.value - 0x61)
    default: nil
    }
  }

  private static func character(_ value: UInt32) -> Character? {
    Unicode.Scalar(value).map(Character.init)
  }

  /// Letters that Unicode had before it gained the alphabets.
  private static let letterlike: [MathFont: [Character: Character]] = [
    .script: pairs("BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ"),
    .doubleStruck: pairs("CℂHℍNℕPℙQℚRℝZℤ"),
    .fraktur: pairs("CℭHℌIℑRℜZℨ"),
  ]

  private static let superscripts = pairs(
    "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻℓˡ"
      + "AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂ⊤ᵀβᵝγᵞδᵟθᶿφᵠχᵡ**′′″″‴‴††∘°°°")

  private static let subscripts = pairs(
    "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓℓₗβᵦγᵧρᵨφᵩχᵪ,,")

  private static func pairs(_ text: String) -> [Character: Character] {
    let characters = Array(text)
    var table: [Character: Character] = [:]
    for index in stride(from: 0, to: characters.count - 1, by: 2) {
      table[characters[index]] = characters[index + 1]
    }
    return table
  }
}
