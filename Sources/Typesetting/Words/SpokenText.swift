/// Text as it is read aloud: what voices leave out or misread is in words. Code stays as it is.
///
/// ```swift
/// spokenText("9.54×10⁻⁷", isASCII: false)   // 9.54 times 10 to the minus 7
/// spokenText("−0.2 → ŷ", isASCII: false)    // minus 0.2 to y hat
/// ```
public func spokenText(_ text: String, isASCII: Bool) -> String {
  // Digits, letters and marks of plain text are said as they are; a hyphen may be a minus sign.
  if text.utf8.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "-") }) { return shown(text, isASCII: isASCII) }
  var speaker = TextSpeaker(text)
  return shown(speaker.words(), isASCII: isASCII)
}

private struct TextSpeaker {
  private var rest: Substring
  private var said = ""

  init(_ text: String) { rest = text[...] }

  mutating func words() -> String {
    while let character = rest.popFirst() { say(character) }
    return said
  }

  private mutating func say(_ character: Character) {
    switch character {
    case "×" where said.last(where: { $0 != " " })?.isNumber == true: sayTimes()
    case "−", "-": sayMinus(character)
    case "–" where said.last?.isNumber == true && rest.first?.isNumber == true: said += " to "
    case "·": sayDot()
    case "→": sayWord("to")
    case "←": sayWord("from")
    case "§" where rest.first?.isNumber == true: said += "Section "
    case "⁽": sayBracketed()
    case "ᵀ": said += " transpose"
    case "⁻", "⁺": saySuperscript(sign: character)
    default:
      if Self.superscripts[character] != nil {
        rest = character.description + rest
        saySuperscript(sign: nil)
      } else if Self.subscripts[character] != nil {
        saySubscript(character)
      } else if let name = Self.name(of: character) {
        said += name
      } else {
        said.append(character)
      }
    }
  }

  /// A word between others.
  private mutating func sayWord(_ word: String) {
    while said.last == " " { said.removeLast() }
    rest = rest.drop { $0 == " " }
    said += (said.isEmpty ? "" : " ") + word + (rest.isEmpty ? "" : " ")
  }

  /// Alone between words it parts the items of a list.
  private mutating func sayDot() {
    guard said.last?.isWhitespace == true, rest.first?.isWhitespace == true else {
      said.append("·")
      return
    }
    while said.last?.isWhitespace == true { said.removeLast() }
    said.append(",")
  }

  /// A factor behind a number; between two numbers the sign is said by every voice.
  private mutating func sayTimes() {
    let next = rest.drop { $0 == " " }
    if next.hasPrefix("10"), let power = next.dropFirst(2).first, Self.isSuperscript(power) {
      sayWord("times")
    } else if next.first?.isNumber == true {
      said.append("×")
    } else if rest.isEmpty || rest.first == " " {
      sayWord("times")
    } else {
      said += " times"
    }
  }

  private mutating func sayMinus(_ sign: Character) {
    let isBeforeNumber = rest.first.map { $0.isNumber || $0 == "." || $0 == "∞" } == true
    let isAtStart = said.last.map { " ([=/:,".contains($0) } ?? true
    if isBeforeNumber, isAtStart {
      said += "minus "
    } else if sign == "−" {
      sayWord("minus")
    } else {
      said.append(sign)
    }
  }

  private mutating func saySuperscript(sign: Character?) {
    let digits = rest.prefix { Self.superscripts[$0] != nil }
    rest = rest.dropFirst(digits.count)
    let number = String(digits.compactMap { Self.superscripts[$0] })
    let minus = sign == "⁻" ? "minus " : sign == "⁺" ? "plus " : ""
    guard let last = said.last, last.isNumber || last.isLetter || ")]".contains(last) else {
      said += minus + number
      return
    }
    let isPowerOfTen =
      said.hasSuffix("10") && said.dropLast(2).last.map { $0.isNumber || ".,".contains($0) } != true
    switch number {
    case "2" where minus.isEmpty && !isPowerOfTen: said += " squared"
    case "3" where minus.isEmpty && !isPowerOfTen: said += " cubed"
    case "": said += " " + minus.dropLast()
    default: said += " to the " + minus + number
    }
  }

  /// `⁽ˡ⁾`, the number of a layer.
  private mutating func sayBracketed() {
    let inside = rest.prefix { $0 != "⁾" }
    rest = rest.dropFirst(inside.count + 1)
    let words = inside.map { character -> String in
      switch character {
      case "⁻": " minus "
      case "⁺": " plus "
      default: Self.superscripts[character].map(String.init) ?? String(character)
      }
    }
    said += " superscript " + words.joined() + (inside.count > 1 ? " end superscript" : "")
  }

  private mutating func saySubscript(_ first: Character) {
    let more = rest.prefix { Self.subscripts[$0] != nil }
    rest = rest.dropFirst(more.count)
    let text = ([first] + more).map { Self.subscripts[$0] ?? "" }.joined()
    said += (said.last.map { $0.isLetter || $0.isNumber } == true ? " sub " : "") + text
  }

  private static func isSuperscript(_ character: Character) -> Bool {
    superscripts[character] != nil || character == "⁻" || character == "⁺"
  }

  private static let superscripts: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹ⁿˡⁱᵏᵗ", "0123456789nlikt"))

  private static let subscripts: [Character: String] = {
    var table = Dictionary(
      uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx").map {
        ($0, String($1))
      })
    table["₊"] = " plus "
    table["₋"] = " minus "
    return table
  }()

  /// Letters with the marks of mathematics, which voices call by the accents of other languages.
  private static func name(of character: Character) -> String? {
    if character.isASCII { return nil }
    if let name = marked[character] { return name }
    let scalars = character.unicodeScalars
    guard scalars.count == 2, let mark = scalars.last.flatMap({ marks[$0] }), let base = scalars.first else {
      return nil
    }
    return String(Character(base)) + " " + mark
  }

  private static let marked: [Character: String] = [
    "ŷ": "y hat", "ŵ": "w hat", "ẑ": "z hat", "ẋ": "x dot", "ẏ": "y dot",
  ]
  private static let marks: [Unicode.Scalar: String] = [
    "\u{302}": "hat", "\u{304}": "bar", "\u{20D7}": "vector", "\u{303}": "tilde",
  ]
}
