import Foundation
import Typesetting

/// A line typed at a terminal, with the keys that people know: arrows, Home, End, Backspace, Ctrl-A, E, K, U and W, up
/// and down through the lines before, and Tab to complete a name.
struct LineEditor {
  let prompt: String
  /// What Tab completes.
  var names: [String] = []
  private var history: [String] = []

  init(prompt: String) { self.prompt = prompt }

  /// The next line; nil at Ctrl-D or the end of the input. Where the terminal gives no single keys, it gives lines.
  mutating func line() -> String? {
    guard let terminal = RawTerminal(), ProcessInfo.processInfo.environment["TERM"] != "dumb" else {
      Output.prompt(prompt)
      return readLine()
    }
    defer { terminal.restore() }
    var text: [Character] = []
    var cursor = 0
    var place = history.count
    var unfinished: [Character] = []
    show(text, cursor)
    while let key = Key.read() {
      switch key {
      case .character(let character):
        text.insert(character, at: cursor)
        cursor += 1
      case .enter:
        show(text, text.count)
        write(after: "\r\n")
        let line = String(text)
        if !line.trimmed.isEmpty, line != history.last { history.append(line) }
        return line
      case .end where text.isEmpty, .interrupt where text.isEmpty:
        write(after: "\r\n")
        return nil
      case .interrupt: (text, cursor) = ([], 0)
      case .end, .delete: if cursor < text.count { text.remove(at: cursor) }
      case .backspace:
        if cursor > 0 {
          cursor -= 1
          text.remove(at: cursor)
        }
      case .left: cursor = max(0, cursor - 1)
      case .right: cursor = min(text.count, cursor + 1)
      case .home: cursor = 0
      case .last: cursor = text.count
      case .cutToEnd: text.removeSubrange(cursor...)
      case .cutToStart:
        text.removeSubrange(..<cursor)
        cursor = 0
      case .cutWord:
        var start = cursor
        while start > 0, text[start - 1] == " " { start -= 1 }
        while start > 0, text[start - 1] != " " { start -= 1 }
        text.removeSubrange(start..<cursor)
        cursor = start
      case .up, .down:
        let next = place + (key == .up ? -1 : 1)
        guard (0...history.count).contains(next) else { break }
        if place == history.count { unfinished = text }
        place = next
        text = place == history.count ? unfinished : Array(history[place])
        cursor = text.count
      case .tab: complete(&text, &cursor)
      case .other: break
      }
      show(text, cursor)
    }
    write(after: "\r\n")
    return nil
  }

  /// Adds what all names that begin like the word before the cursor have in common; shows them when that is nothing.
  private func complete(_ text: inout [Character], _ cursor: inout Int) {
    var start = cursor
    while start > 0, text[start - 1].isNameCharacter || "-.".contains(text[start - 1]) {
      start -= 1
    }
    let word = String(text[start..<cursor])
    let found = names.filter { $0.hasPrefix(word) }
    guard !word.isEmpty, let first = found.first else { return }
    let common = found.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
    let rest = Array(common.dropFirst(word.count))
    if rest.isEmpty, found.count > 1 {
      let shown = found.prefix(20).joined(separator: "  ") + (found.count > 20 ? "  …" : "")
      let lines = wrapped(shown, to: Output.textWidth)
      write(after: "\r\n")
      for line in lines { write(line, after: "\r\n") }
    }
    text.insert(contentsOf: rest, at: cursor)
    cursor += rest.count
  }

  /// Draws the line, scrolled so that the cursor is seen.
  private func show(_ text: [Character], _ cursor: Int) {
    let room = max(8, Output.columns - DisplayWidth.of(prompt) - 1)
    var start = cursor
    var columns = 0
    while start > 0, columns + DisplayWidth.of(text[start - 1]) <= room {
      start -= 1
      columns += DisplayWidth.of(text[start])
    }
    var shown = ""
    columns = 0
    for character in text[start...] {
      columns += DisplayWidth.of(character)
      if columns > room { break }
      shown.append(character)
    }
    let before = DisplayWidth.of(prompt) + DisplayWidth.of(String(text[start..<cursor]))
    let cursor = before > 0 ? "\u{1B}[\(before)C" : ""
    write(before: "\r", prompt + shown, after: "\u{1B}[K\r" + cursor)
  }

  private func write(before: String = "", _ text: String = "", after: String) {
    try? Output.edit(before: before, text, after: after)
  }
}

/// The terminal without its own line editing.
private struct RawTerminal {
  private var original = termios()

  init?() {
    guard tcgetattr(0, &original) == 0 else { return nil }
    var raw = original
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
    guard tcsetattr(0, TCSADRAIN, &raw) == 0 else { return nil }
  }

  func restore() {
    var original = original
    tcsetattr(0, TCSADRAIN, &original)
  }
}

/// A key as a terminal sends it.
private enum Key: Equatable {
  case character(Character)
  case enter, tab, backspace, delete, left, right, up, down, home, last, end, interrupt
  case cutToEnd, cutToStart, cutWord
  case other

  private static let controls: [UInt8: Key] = [
    1: .home, 2: .left, 3: .interrupt, 4: .end, 5: .last, 6: .right, 8: .backspace, 9: .tab, 10: .enter,
    11: .cutToEnd,
    13: .enter, 14: .down, 16: .up, 21: .cutToStart, 23: .cutWord, 127: .backspace,
  ]
  private static let sequences: [String: Key] = [
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .last, "1~": .home, "3~": .delete,
    "4~": .last, "7~": .home, "8~": .last,
  ]

  /// The next key; nil when the terminal is gone.
  static func read() -> Key? {
    guard let first = byte() else { return nil }
    if first == 0x1B { return sequence() }
    if first < 0x20 || first == 0x7F { return controls[first] ?? .other }
    var bytes = [first]
    let count = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
    while bytes.count < count, let next = byte() { bytes.append(next) }
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first else {
      return .other
    }
    return .character(character)
  }

  /// What follows Escape: `[` or `O`, parameters, and one last letter or `~`.
  private static func sequence() -> Key? {
    guard let first = byte() else { return nil }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return .other }
    var text = ""
    while text.utf8.count < 16, let next = byte() {
      text.unicodeScalars.append(Unicode.Scalar(next))
      if (0x40...0x7E).contains(next) { break }
    }
    return sequences[text] ?? .other
  }

  private static func byte() -> UInt8? {
    var byte: UInt8 = 0
    while true {
      let count = Foundation.read(0, &byte, 1)
      if count == 1 { return byte }
      if count < 0, errno == EINTR { continue }
      return nil
    }
  }
}
