/// Numbers with units as the package siunitx writes them, and chemical formulas.
extension MathParser {
  /// `\SI{80}{\giga\byte}`: the number and its unit.
  mutating func parseQuantity() -> MathNode {
    skipOption()
    let number = parseNumeral()
    skipOption()
    return .group([number, .space(1), parseUnit()])
  }

  /// `\num{1e-3}`: a number, with its power of ten.
  mutating func parseNumeral() -> MathNode {
    let text = parseText()
    guard let exponent = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return .text(text) }
    let power = text[text.index(after: exponent)...]
    let digits = MathNode.symbol(number(String(power.filter(\.isNumber))))
    let minus = MathNode.symbol(MathSymbolTable.character("-"))
    let raised = MathNode.scripts(
      base: .symbol(number("10")), sub: nil, sup: power.first == "-" ? .group([minus, digits]) : digits)
    guard exponent > text.startIndex else { return raised }
    return .group([
      .symbol(number(String(text[..<exponent]))), .symbol(MathSymbolTable.command("times") ?? .none), raised,
    ])
  }

  /// `\SIrange{1}{10}{\milli\second}`: two numbers and the unit of both.
  mutating func parseRange(hasUnit: Bool) -> MathNode {
    skipOption()
    let first = parseNumeral()
    let numbers: [MathNode] = [first, .text(" to "), parseNumeral()]
    return .group(hasUnit ? numbers + [.space(1), parseUnit()] : numbers)
  }

  /// `\numlist{1;2;3}`: numbers in a row, and the unit of all.
  mutating func parseNumerals(hasUnit: Bool) -> MathNode {
    skipOption()
    let numbers = MathNode.text(
      parseText().split(separator: ";").map { String($0.filter { $0 != " " }) }.joined(separator: ", "))
    return hasUnit ? .group([numbers, .space(1), parseUnit()]) : numbers
  }

  private func number(_ digits: String) -> MathSymbol {
    MathSymbol(unicode: digits, ascii: digits, spoken: digits, kind: .ordinary)
  }

  /// `\si{\giga\byte\per\second}`: prefixes and units by their names.
  mutating func parseUnit() -> MathNode {
    skipSpaces()
    guard token == .open else { return parseArgument() }
    index += 1
    var text = ""
    var isFirst = true
    var isPrefixed = false
    while let kind = token, kind != .close {
      index += 1
      switch kind {
      case .command("per"):
        text += "/"
        isPrefixed = true
      case .command("squared"): text += "²"
      case .command("cubed"): text += "³"
      case .command(let name):
        if !isFirst, !isPrefixed { text += "·" }
        if let prefix = Self.prefixes[name] {
          text += prefix
          isPrefixed = true
        } else {
          text += Self.units[name] ?? MathSymbolTable.command(name)?.unicode ?? name
          isPrefixed = false
        }
      case .character(let character): text.append(character == "." ? "·" : character)
      case .superscript: text += "^"
      default: break
      }
      isFirst = false
    }
    if token == .close { index += 1 }
    return .text(text)
  }

  /// `\ce{CO2}`: the numbers in it lowered.
  mutating func parseSubstance() -> MathNode {
    var nodes: [MathNode] = []
    var word = ""
    var digits = ""
    func flush() {
      guard !word.isEmpty || !digits.isEmpty else { return }
      let base = MathNode.text(word.isEmpty ? digits : word)
      nodes.append(word.isEmpty || digits.isEmpty ? base : .scripts(base: base, sub: .text(digits), sup: nil))
      (word, digits) = ("", "")
    }
    for character in parseText() {
      if character.isNumber, word.last?.isLetter == true || word.last == ")" {
        digits.append(character)
      } else {
        if !digits.isEmpty { flush() }
        word.append(character)
      }
    }
    flush()
    return .group(nodes)
  }

  private static let prefixes = [
    "pico": "p", "nano": "n", "micro": "µ", "milli": "m", "centi": "c", "kilo": "k", "mega": "M", "giga": "G",
    "tera": "T", "peta": "P", "exa": "E", "zetta": "Z", "kibi": "Ki", "mebi": "Mi", "gibi": "Gi",
    "tebi": "Ti", "pebi": "Pi",
  ]

  private static let units = [
    "byte": "B", "bit": "bit", "second": "s", "minute": "min", "hour": "h", "day": "d", "meter": "m",
    "metre": "m", "gram": "g", "watt": "W", "joule": "J", "hertz": "Hz", "volt": "V", "ampere": "A",
    "kelvin": "K", "celsius": "°C", "degreeCelsius": "°C", "percent": "%", "ohm": "Ω", "flop": "FLOP",
    "flops": "FLOPS", "FLOPS": "FLOPS", "FLOP": "FLOP", "ops": "OPS", "token": "token", "tokens": "tokens",
    "eV": "eV", "electronvolt": "eV", "liter": "l", "litre": "l", "newton": "N", "pascal": "Pa",
    "degree": "°", "angstrom": "Å",
    "GB": "GB", "MB": "MB", "KB": "KB", "TB": "TB", "ms": "ms", "us": "µs", "ns": "ns", "kWh": "kWh",
    "dollar": "$",
  ]
}
