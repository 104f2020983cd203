/// Escapes of Moodle's GIFT format: `~ = # { } :` and the backslash have meanings, and a line end is `\n`.
enum GIFTText {
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.trimmed {
      switch character {
      case "~", "=", "#", "{", "}", ":", "\\": result += "\\\(character)"
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    // Moodle's filter sets formulas between two dollar signs each.
    return result
  }

  static func unescaped(_ text: String) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result +=
          character == "n" ? "\n" : "~=#{}:\\".contains(character) ? String(character) : "\\\(character)"
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return (isEscaped ? result + "\\" : result).trimmed
  }

  /// Formulas of Markdown, `$x$`, as Moodle's filter knows them, `$$x$$`, or the other way.
  static func mathematics(_ text: String, forMoodle: Bool) -> String {
    var scanner = InlineScanner(text, line: 1)
    while let byte = scanner.peek {
      switch byte {
      case UInt8(ascii: "`"):
        let run = scanner.run(of: byte)
        scanner.copy(scanner.closing(run, of: byte).map { $0 + run - scanner.index } ?? run)
      case UInt8(ascii: "\\"): scanner.copy(2)
      case UInt8(ascii: "$"):
        let isDouble = scanner.peek(1) == UInt8(ascii: "$")
        guard let end = scanner.endOfMathematics() else {
          scanner.copy(isDouble ? 2 : 1)
          continue
        }
        let body = scanner.slice(scanner.index + (isDouble ? 2 : 1), end - (isDouble ? 2 : 1))
        scanner.skip(to: end)
        if forMoodle || body.contains("\n") {
          scanner.append("$$" + body + "$$")
        } else {
          scanner.append("$" + body.trimmed + "$")
        }
      default: scanner.copy()
      }
    }
    return scanner.text
  }
}
