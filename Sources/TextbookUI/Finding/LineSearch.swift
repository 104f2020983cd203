import Foundation
import Typesetting

/// A stretch of a line of a block.
struct Match: Hashable, Sendable {
  var line: Int
  var columns: Range<Int>
}

/// Finds text in laid out lines, also where it is broken over two of them. Capitals count only if some were typed; a
/// hyphen finds the minus sign of a number too.
struct LineSearch {
  private let needle: [Character]
  private let isExact: Bool

  /// nil where there is nothing to look for.
  init?(_ text: String) {
    let words = text.trimmed
    if words.isEmpty { return nil }
    isExact = words.contains(where: \.isUppercase)
    let text = Self.folded(isExact ? words : words.lowercased())
    var needle: [Character] = []
    for character in text where !(character.isWhitespace && needle.last == " ") {
      needle.append(character.isWhitespace ? " " : character == "−" ? "-" : character)
    }
    self.needle = needle
  }

  /// The word to look for in a text that is not laid out, in lower case.
  var firstWord: String { String(needle.prefix { $0 != " " }).lowercased() }

  /// A text whose letters of formulas are plain ones, so that `dk` finds dₖ and a straight quotation mark a curly one.
  static func folded(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : String(text.map { folded($0) })
  }

  private static func folded(_ character: Character) -> Character {
    guard !character.isASCII, let scalar = character.unicodeScalars.first else { return character }
    switch scalar.value {
    case 0x2018, 0x2019: return "'"
    case 0x201C, 0x201D, 0x201E: return "\""
    case 0x2212, 0x2010, 0x2011: return "-"
    // Superscripts, modifier letters, subscripts, letterlike symbols and letters of mathematics.
    case 0xB2, 0xB3, 0xB9, 0x2B0...0x2E4, 0x1D2C...0x1DBF, 0x2070...0x209F, 0x2100...0x214F,
      0x1D400...0x1D7FF:
      let plain = String(character).precomposedStringWithCompatibilityMapping
      return plain.count == 1 ? plain.first ?? character : character
    default: return character
    }
  }

  /// All matches from the first line on; one over two lines counts for both.
  func matches(in lines: [StyledLine]) -> [[Match]] {
    var text: [Character] = []
    var places: [(line: Int, columns: Range<Int>)] = []
    for (number, line) in lines.enumerated() {
      var column = 0
      if text.last != " ", !text.isEmpty {
        text.append(" ")
        places.append((number, 0..<0))
      }
      for character in line.text {
        let width = DisplayWidth.of(character)
        let character = Self.folded(character)
        let isSpace = character.isWhitespace || character == "│"
        if !(isSpace && (text.last == " " || text.isEmpty)) {
          let shown: Character = isSpace ? " " : character == "−" ? "-" : character
          text.append(isExact ? shown : Character(lowered: shown))
          places.append((number, column..<column + width))
        }
        column += width
      }
    }
    return starts(in: text).map { start in
      var matches: [Match] = []
      for place in places[start..<start + needle.count] where !place.columns.isEmpty {
        if let last = matches.indices.last, matches[last].line == place.line {
          matches[last].columns = matches[last].columns.lowerBound..<place.columns.upperBound
        } else {
          matches.append(Match(line: place.line, columns: place.columns))
        }
      }
      return matches
    }.filter { !$0.isEmpty }
  }

  /// Where the needle stands, without overlaps; each character of the text is looked at about once (Knuth, Morris and
  /// Pratt).
  private func starts(in text: [Character]) -> [Int] {
    guard text.count >= needle.count else { return [] }
    var fallback = [0]
    var length = 0
    for index in needle.indices.dropFirst() {
      while length > 0, needle[index] != needle[length] { length = fallback[length - 1] }
      if needle[index] == needle[length] { length += 1 }
      fallback.append(length)
    }
    var starts: [Int] = []
    var matched = 0
    for (index, character) in text.enumerated() {
      while matched > 0, character != needle[matched] { matched = fallback[matched - 1] }
      if character == needle[matched] { matched += 1 }
      if matched == needle.count {
        starts.append(index - needle.count + 1)
        matched = 0
      }
    }
    return starts
  }
}

extension Character {
  /// In lower case where that is one character, else as it is.
  fileprivate init(lowered character: Character) {
    let text = character.lowercased()
    self = text.count == 1 ? text.first ?? character : character
  }
}
