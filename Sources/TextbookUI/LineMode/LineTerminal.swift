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
    // The blank behind a prompt is not broken off.
    let parts = Self.broken(safe(prompt).trimmed, width: width - 1)
    while true {
      for part in parts.dropLast() { writeText(part + "\n") }
      guard let line = readLine((parts.last ?? "") + " ")?.trimmed else { return nil }
      if !line.unicodeScalars.contains(where: Self.isControl) { return line }
      say("A key such as an arrow does nothing here. Type words, then Enter.")
    }
  }

  /// A line, broken where it is too long; what goes on stands further in.
  func say(_ line: String = "") {
    for part in Self.broken(safe(line), width: width) { writeText(part + "\n") }
  }

  func say(_ lines: [String]) { for line in lines { say(line) } }

  static func broken(_ line: String, width: Int) -> [String] {
    if DisplayWidth.of(line) <= width { return [line] }
    let indent = line.prefix { $0 == " " }
    let body = line.dropFirst(indent.count)
    // What goes on stands under the text of its item.
    let number = body.prefix(while: \.isNumber).count
    let letter = !indent.isEmpty && body.first?.isLowercase == true ? 1 : 0
    let label = max(number, letter)
    let mark =
      body.hasPrefix("- ") ? 2 : label > 0 && body.dropFirst(label).hasPrefix(". ") ? label + 2 : 0
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

  /// Nothing that is said can move the cursor, whatever titles, notes or what was typed hold.
  private func safe(_ text: String) -> String {
    shown(isASCII ? text.replacing("·", with: "-") : text, isASCII: isASCII)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" || (0x7F..<0xA0).contains(scalar.value)
  }
}
