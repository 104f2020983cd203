import Foundation
import Terminal
import Typesetting

/// Standard output, written whole or not at all: a full disk or a closed descriptor is reported, a closed pipe ends
/// the program as the system means it to (SIGPIPE).
enum Output {
  static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  static func write(_ text: [UInt8]) throws(Failure) {
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

  /// Text without styles: whatever the content holds, it can not steer the terminal.
  static func plain(_ text: String) throws(Failure) {
    try write(inCharacterSet(sanitized(text, keepingLineBreaks: true)))
  }

  /// Whether the locale that the environment names has ASCII alone, or a character set that the program does not write.
  static let isASCII = LocaleName(environment: ProcessInfo.processInfo.environment).isNarrow

  private static func inCharacterSet(_ text: String) -> String { isASCII ? text.inASCII : text }

  static func line(_ text: String = "") throws(Failure) { try plain(text + "\n") }

  /// JSON with sorted keys, indented.
  static func json(_ value: some Encodable) throws(Failure) { try write(try jsonText(value)) }

  static func jsonText(_ value: some Encodable) throws(Failure) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value), let text = String(data: data, encoding: .utf8) else {
      throw Failure("io", "a value can not be said in JSON")
    }
    return text + "\n"
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
  static func remark(_ text: String) {
    FileHandle.standardError.write(
      Data((inCharacterSet(sanitized(text, keepingLineBreaks: true)) + "\n").utf8))
  }

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
