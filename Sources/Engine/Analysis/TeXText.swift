/// Names and values in LaTeX, as the engine's formulas have them.
public enum TeXText {
  /// One letter as a variable, with what follows `_` as its index; words upright.
  public static func name(_ name: String) -> String {
    let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].count == 1 else { return name.count == 1 ? name : words(name) }
    return "\(parts[0])_{\(parts[1].count == 1 ? parts[1] : words(parts[1]))}"
  }

  /// `1.07 GB`: the number as mathematics, the unit upright; a list item by item.
  public static func value(_ text: String) -> String {
    if let items = text.listItems { return "[" + items.map(value).joined(separator: ", ") + "]" }
    let number = text.prefix { $0.isASCII && ($0.isNumber || "-.,".contains($0)) }
    guard number.contains(where: \.isNumber) else { return words(text) }
    var rest = text.dropFirst(number.count)
    var digits = String(number).replacing(",", with: "{,}")
    if let (exponent, after) = power(rest) {
      // Without the space around an operator, as everywhere else.
      digits += #"{\times}10^{\#(exponent)}"#
      rest = after
    }
    rest = rest.drop { $0 == " " }
    if rest.isEmpty { return digits }
    return digits + (rest == "×" ? #"\times"# : #"\ "# + words(String(rest)))
  }

  /// The exponent of `×10⁻⁷ s`, and what follows it.
  private static func power(_ text: Substring) -> (exponent: String, rest: Substring)? {
    guard text.hasPrefix("×10") else { return nil }
    let raised: [Character: String] = [
      "⁻": "-", "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8",
      "⁹": "9",
    ]
    let exponent = text.dropFirst(3).prefix { raised[$0] != nil }
    return exponent.isEmpty
      ? nil : (exponent.compactMap { raised[$0] }.joined(), text.dropFirst(3 + exponent.count))
  }

  /// Text inside of mathematics.
  public static func words(_ text: String) -> String {
    let escaped = text.map { character in
      switch character {
      case "\\": #"\textbackslash{}"#
      case "^": #"\textasciicircum{}"#
      case "~": #"\textasciitilde{}"#
      case "_", "%", "$", "&", "#", "{", "}": "\\\(character)"
      default: String(character)
      }
    }
    return #"\text{\#(escaped.joined())}"#
  }
}

extension String {
  /// The items of a list as it is shown: `[1, 2]` has two, `[[1, 2], [3, 4]]` too.
  var listItems: [String]? {
    guard hasPrefix("["), hasSuffix("]"), count > 2 else { return nil }
    var items: [String] = []
    var item = ""
    var depth = 0
    for character in dropFirst().dropLast() {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      // Between items a blank follows the comma, between thousands none does.
      if depth == 0, character == " ", item.hasSuffix(",") {
        items.append(String(item.dropLast()))
        item = ""
      } else {
        item.append(character)
      }
    }
    return items + [item]
  }
}
