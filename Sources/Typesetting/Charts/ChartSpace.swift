/// The room for a picture and the characters to draw it with.
struct ChartSpace {
  var width: Int
  var height: Int
  var isASCII: Bool

  var marks: Marks { isASCII ? .ascii : .unicode }

  /// Text of the author as it may stand on one line of the picture.
  func text(_ text: String) -> String {
    let text = shown(text, isASCII: isASCII)
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x202F: result += " "
      case 0xAD, 0x200B: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Text of the author cut to a number of columns.
  func text(_ text: String, columns: Int) -> String {
    StyledLine(self.text(text)).clipped(to: columns, marker: isASCII ? "~" : "…").text
  }

  /// Text on as many lines as it needs.
  func wrapped(_ text: String, _ style: Style) -> [StyledLine] {
    if text.isEmpty { return [] }
    var builder = TextBuilder(isASCII: isASCII)
    builder.add(text, style)
    return builder.finish().layout(width: max(1, width)).lines
  }

  /// A choice between the two forms of a character.
  func either(_ unicode: String, _ ascii: String) -> String { isASCII ? ascii : unicode }
}
