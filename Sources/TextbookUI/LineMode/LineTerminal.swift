import Content
import Typesetting

/// Where line mode reads and writes: prompts and lines, nothing else.
///
/// ```swift
/// var output = ""
/// let terminal = LineTerminal(width: 72) { _ in lines.popFirst() } write: { output += $0 }
/// ```
public struct LineTerminal {
  /// Columns that lines are broken to.
  public let width: Int
  /// Characters of ASCII alone.
  public let isASCII: Bool
  private let readLine: (String) -> String?
  private let writeText: (String) -> Void

  /// - Parameters:
  ///   - read: shows the prompt and gives the line that was typed; nil at the end of the input.
  ///   - write: takes text that ends with a line end.
  public init(
    width: Int = 80, isASCII: Bool = false, read: @escaping (String) -> String?,
    write: @escaping (String) -> Void
  ) {
    self.width = max(20, width)
    self.isASCII = isASCII
    readLine = read
    writeText = write
  }

  /// What was typed, without blanks at its ends; nil at the end of the input.
  func ask(_ prompt: String) -> String? {
    guard let line = readLine(isASCII ? Self.ascii(prompt) : prompt) else { return nil }
    return String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// A line, broken where it is too long; what goes on stands further in.
  func say(_ line: String = "") {
    for part in Self.broken(line, width: width) { writeText((isASCII ? Self.ascii(part) : part) + "\n") }
  }

  func say(_ lines: [String]) { for line in lines { say(line) } }

  static func broken(_ line: String, width: Int) -> [String] {
    if DisplayWidth.of(line) <= width { return [line] }
    let indent = line.prefix { $0 == " " }
    let body = line.dropFirst(indent.count)
    // What goes on stands under the text of its item.
    let number = body.prefix(while: \.isNumber).count
    let mark =
      body.hasPrefix("- ") ? 2 : number > 0 && body.dropFirst(number).hasPrefix(". ") ? number + 2 : 0
    let hanging = String(indent.prefix(width / 2)) + String(repeating: " ", count: mark)
    var lines: [String] = []
    var current = String(indent.prefix(width / 2))
    var columns = current.count
    var isEmpty = true
    for word in body.split(separator: " ") {
      let wordColumns = DisplayWidth.of(word)
      if !isEmpty, columns + 1 + wordColumns > width {
        lines.append(current)
        current = hanging
        columns = hanging.count
        isEmpty = true
      }
      if !isEmpty {
        current += " "
        columns += 1
      }
      current += word
      columns += wordColumns
      isEmpty = false
    }
    if !isEmpty { lines.append(current) }
    return lines
  }

  private static func ascii(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return asciiText(text.replacing("·", with: "-"))
  }
}
