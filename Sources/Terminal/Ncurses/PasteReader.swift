/// Gathers what a terminal pastes between `ESC [ 200 ~` and `ESC [ 201 ~` (bracketed paste, as xterm defines it): text,
/// and never keys.
///
/// ```swift
/// var paste = PasteReader()          // after the mark of the beginning
/// for code in codes where paste.take(code) { return .paste(paste.text) }
/// ```
struct PasteReader {
  /// Scalars that are kept of a paste; what comes after them is read and dropped.
  static let longest = 1 << 16
  /// Milliseconds without a character after which a paste is over whose end never came.
  static let patience: UInt64 = 1000
  /// The parameters of the sequences with which a paste begins and ends.
  static let begin = "200"
  static let end = "201"

  /// What makes a terminal mark what is pasted, and what ends that.
  static let on = "\u{1B}[?2004h"
  static let off = "\u{1B}[?2004l"

  private var scalars = String.UnicodeScalarView()
  private var count = 0
  /// What came of a sequence that may be the end; nil outside of one.
  private var sequence: String?
  private var afterReturn = false

  /// What was pasted: lines end with a line feed, and there are no other control characters but tabs.
  var text: String { String(scalars) }

  /// Takes the next character.
  ///
  /// - Returns: whether it ends the paste.
  mutating func take(_ code: UInt32) -> Bool {
    if code == 27 {
      sequence = ""
      return false
    }
    guard let begun = sequence else {
      keep(code)
      return false
    }
    let isInside = begun.isEmpty ? code == 0x5B : (0x30...0x3B).contains(code)
    if isInside, begun.utf8.count < 8, let scalar = Unicode.Scalar(code) {
      sequence = begun + String(Character(scalar))
      return false
    }
    sequence = nil
    if code == 0x7E, begun == "[" + Self.end { return true }
    // A mark of the beginning inside is no text; another sequence loses its escape character alone.
    if code == 0x7E, begun == "[" + Self.begin { return false }
    for scalar in begun.unicodeScalars { keep(scalar.value) }
    keep(code)
    return false
  }

  private mutating func keep(_ code: UInt32) {
    defer { afterReturn = code == 13 }
    if code == 10, afterReturn { return }
    guard count < Self.longest, let scalar = Unicode.Scalar(code == 13 ? 10 : code) else { return }
    let isControl = scalar.value < 32 || (0x7F..<0xA0).contains(scalar.value)
    if isControl, scalar != "\n", scalar != "\t" { return }
    scalars.append(scalar)
    count += 1
  }
}
