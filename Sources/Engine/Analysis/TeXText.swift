/// Names and values in LaTeX, as the engine's formulas have them.
public enum TeXText {
  /// One letter as a variable, with what follows `_` as its index; words upright.
  public static func name(_ name: String) -> String {
    let parts = name.split(separator: "_", maxSplits: 1).map(String.init)
    guard parts.count == 2, parts[0].count == 1 else { return name.count == 1 ? name : words(name) }
    return "\(parts[0])_{\(parts[1].count == 1 ? parts[1] : words(parts[1]))}"
  }

  /// `1.07 GB`: the number as mathematics, the unit upright.
  public static func value(_ text: String) -> String {
    let number = text.prefix { $0.isNumber || "-.,".contains($0) }
    guard number.contains(where: \.isNumber) else { return words(text) }
    let rest = text.dropFirst(number.count).drop { $0 == " " }
    let digits = String(number).replacing(",", with: "{,}")
    if rest.isEmpty { return digits }
    return digits + (rest == "×" ? #"\times"# : #"\ "# + words(String(rest)))
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
