/// Text as Markdown that says just that text.
enum MarkdownEscaping {
  /// A text inside of a line.
  static func text(_ text: String) -> String {
    var result = ""
    var previous: Character = " "
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "\\", "`", "*", "[", "]", "<": result += "\\\(character)"
      case "_" where !(previous.isLetter || previous.isNumber) || !(rest.first?.isLetter ?? false):
        result += "\\_"
      case "~" where rest.first == "~" || previous == "~": result += "\\~"
      case "&" where isEntity(rest): result += "\\&"
      case "!" where rest.first == "[": result += "\\!"
      case "\n": result += " "
      default: result.append(character)
      }
      previous = character
    }
    return result
  }

  private static func isEntity(_ rest: Substring) -> Bool {
    let name = rest.prefix(12).prefix { $0.isLetter || $0.isNumber || $0 == "#" }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// A line that begins a paragraph, so that it begins nothing else.
  static func paragraph(_ line: String) -> String {
    guard let first = line.first else { return line }
    let digits = line.prefix { $0.isNumber }
    if !digits.isEmpty, digits.count < 10, let mark = line.dropFirst(digits.count).first,
      mark == "." || mark == ")"
    {
      let after = line.dropFirst(digits.count + 1).first
      return after == nil || after == " " ? digits + "\\" + line.dropFirst(digits.count) : line
    }
    switch first {
    case "#", ">", "=", "|": return "\\" + line
    case "-", "+":
      let after = line.dropFirst().first
      return after == nil || after == " " || after == "-" ? "\\" + line : line
    case ":": return line.hasPrefix(":::") ? "\\" + line : line
    case "~": return line.hasPrefix("~~~") ? "\\" + line : line
    default: return line
    }
  }

  /// Code between as many backticks as it needs.
  static func code(_ text: String) -> String {
    var longest = 0
    var run = 0
    for character in text {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad =
      text.hasPrefix("`") || text.hasSuffix("`")
      || text.hasPrefix(" ") && text.hasSuffix(" ") && !text.trimmed.isEmpty
    return fence + (pad ? " \(text) " : text) + fence
  }

  /// A destination of a link.
  static func destination(_ url: String) -> String {
    let isPlain = url.allSatisfy {
      !$0.isWhitespace && $0 != "(" && $0 != ")" && $0 != "<" && $0 != ">" && $0 != "\\"
    }
    if isPlain, !url.isEmpty { return url }
    return "<"
      + url.replacing("\\", with: "\\\\").replacing("<", with: "%3C").replacing(">", with: "%3E").replacing(
        "\n", with: "%0A") + ">"
  }
}
