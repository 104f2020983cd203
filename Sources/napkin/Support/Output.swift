import Foundation
import Terminal
import Typesetting

/// Standard output, written whole or not at all: a full disk or a closed descriptor is reported, a closed pipe ends
/// the program as the system means it to (SIGPIPE).
///
/// Nothing else writes to it, and every way to it makes text safe for a terminal: what a book or a note says can not
/// steer one.
enum Output {
  private static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  private static func write(_ text: [UInt8]) throws(Failure) {
    let problem: Int32? = text.withUnsafeBufferPointer { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(
          1, UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[rest.indices]).baseAddress,
          rest.count)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(count)
      }
      return nil
    }
    if let problem {
      throw Failure("io", "standard output can not be written: \(String(cString: strerror(problem)))")
    }
  }

  /// Text without styles.
  ///
  /// - Parameter isASCII: whether it keeps to ASCII.
  static func plain(_ text: String, isASCII: Bool = keepsASCII) throws(Failure) {
    let text = sanitized(text, keepingLineBreaks: true)
    try write(isASCII ? text.inASCII : text)
  }

  static func line(_ text: String = "") throws(Failure) { try plain(text + "\n") }

  /// Lines that were set, in their styles; nil for plain text.
  static func lines(_ lines: [StyledLine], look: TerminalLook?) throws(Failure) {
    try write(lines.map { (look?.text(of: $0) ?? $0.plain) + "\n" }.joined())
  }

  /// Many lines that `StyledLine` has turned into bytes, which makes them safe.
  static func set(_ lines: [UInt8]) throws(Failure) { try write(lines) }

  /// A document of the reader's or the author's, as it would stand in a file.
  static func document(_ text: String) throws(Failure) { try write(withoutControls(text)) }

  /// The escape sequences of the line editor around a text.
  static func edit(before: String, _ text: String, after: String) throws(Failure) {
    try write(before + sanitized(text) + after)
  }

  /// JSON with sorted keys, indented.
  static func json(_ value: some Encodable) throws(Failure) { try json(text: try jsonText(value)) }

  /// JSON that is written already.
  static func json(text: String) throws(Failure) { try write(jsonWithoutControls(text)) }

  static func jsonText(_ value: some Encodable) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value), let text = String(data: data, encoding: .utf8) else {
      throw Failure("io", "a value can not be said in JSON")
    }
    return text + "\n"
  }

  /// JSON has escapes for C0 controls and needs none for DEL and C1 controls, which a terminal obeys too.
  private static func jsonWithoutControls(_ json: String) -> String {
    let isControl = { (scalar: Unicode.Scalar) in (0x7F..<0xA0).contains(scalar.value) }
    if !json.unicodeScalars.contains(where: isControl) { return json }
    var result = ""
    for scalar in json.unicodeScalars {
      if isControl(scalar) {
        result += "\\u00" + String(scalar.value, radix: 16)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether standard output keeps to ASCII where nothing else was asked for.
  static let keepsASCII = isASCII()

  /// Whether pages on standard output keep to ASCII.
  ///
  /// - Parameters:
  ///   - wish: the characters that were asked for.
  ///   - isForTerminal: whether a terminal shows it in the end.
  static func isASCII(_ wish: Repertoire? = nil, isForTerminal: Bool = isTerminal) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    let isUnicode = !LocaleName(environment: environment).isNarrow
    let kind = isForTerminal ? environment["TERM"] : nil
    return Repertoire.suited(wish: wish, terminal: kind, isUnicode: isUnicode) == .ascii
  }

  /// One line on standard error.
  static func complain(_ text: String) {
    remark("napkin: " + quoted(text))
  }

  /// A message whose names all stand in the quotation marks of a shell, whichever part of the program wrote it.
  static func quoted(_ message: String) -> String {
    String(message.map { "“”`".contains($0) ? "'" : $0 })
  }

  /// One line on standard error, for what is no mistake.
  static func remark(_ text: String) { complaint(text + "\n") }

  /// Text on standard error.
  private static func complaint(_ text: String) {
    let text = sanitized(text, keepingLineBreaks: true)
    let shown = isASCII(isForTerminal: isatty(2) == 1) ? text.inASCII : text
    FileHandle.standardError.write(Data(shown.utf8))
  }

  /// A prompt, where standard output may go to a file.
  static func prompt(_ text: String) { complaint(text) }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// The columns of the terminal, else those of `COLUMNS`, else 80.
  static var columns: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text), columns > 0 {
      return columns
    }
    var size = winsize()
    if ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return 80
  }
}
