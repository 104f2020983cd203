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
  private let keys: [UInt32]
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
    keys = needle.map(SearchedLines.key)
  }

  /// The word to look for in a text that is not laid out, in lower case.
  var firstWord: String { String(needle.prefix { $0 != " " }).lowercased() }

  /// A text whose letters of formulas are plain ones, so that `dk` finds dₖ and a straight quotation mark a curly one.
  static func folded(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : String(text.map { folded($0) })
  }

  fileprivate static func folded(_ character: Character) -> Character {
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
  func matches(in lines: [StyledLine]) -> [[Match]] { matches(in: SearchedLines(lines)) }

  /// All matches from the first line on; one over two lines counts for both.
  func matches(in lines: SearchedLines) -> [[Match]] {
    starts(in: isExact ? lines.exact : lines.lowered).map { start in
      var matches: [Match] = []
      for place in lines.places[start..<start + keys.count] where place.width > 0 {
        let columns = Int(place.column)..<Int(place.column) + Int(place.width)
        if let last = matches.indices.last, matches[last].line == Int(place.line) {
          matches[last].columns = matches[last].columns.lowerBound..<columns.upperBound
        } else {
          matches.append(Match(line: Int(place.line), columns: columns))
        }
      }
      return matches
    }.filter { !$0.isEmpty }
  }

  /// Where the needle stands, without overlaps; each character of the text is looked at about once (Knuth, Morris and
  /// Pratt).
  private func starts(in text: [UInt32]) -> [Int] {
    let needle = keys
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

/// Lines as they are searched: made once, however many letters are typed.
struct SearchedLines {
  /// Where a character stands; the space between two lines has no width.
  struct Place {
    var line: Int32
    var column: Int32
    var width: Int8
  }

  private let lines: [StyledLine]
  /// A number for each character, folded; with capitals, and in lower case.
  fileprivate private(set) var exact: [UInt32] = []
  fileprivate private(set) var lowered: [UInt32] = []
  fileprivate private(set) var places: [Place] = []

  init(_ lines: [StyledLine]) {
    self.lines = lines
    let space = UInt32(UInt8(ascii: " "))
    for (number, line) in lines.enumerated() {
      var column = 0
      if let last = exact.last, last != space {
        add(space, space, Place(line: Int32(number), column: 0, width: 0))
      }
      for character in line.text {
        let width = DisplayWidth.of(character)
        let shown = LineSearch.folded(character)
        let isSpace = shown.isWhitespace || shown == "│"
        if !(isSpace && (exact.isEmpty || exact.last == space)) {
          let place = Place(line: Int32(number), column: Int32(column), width: Int8(clamping: width))
          if isSpace {
            add(space, space, place)
          } else {
            let shown: Character = shown == "−" ? "-" : shown
            add(Self.key(shown), Self.key(Character(lowered: shown)), place)
          }
        }
        column += width
      }
    }
  }

  private mutating func add(_ exact: UInt32, _ lowered: UInt32, _ place: Place) {
    self.exact.append(exact)
    self.lowered.append(lowered)
    places.append(place)
  }

  /// Whether it was made of the very same lines.
  func isMade(of other: [StyledLine]) -> Bool {
    lines.count == other.count
      && lines.withUnsafeBufferPointer { mine in
        other.withUnsafeBufferPointer { mine.baseAddress == $0.baseAddress }
      }
  }

  /// The scalar of a character that has one, else a number that another character hardly has.
  fileprivate static func key(_ character: Character) -> UInt32 {
    if let byte = character.asciiValue { return UInt32(byte) }
    let scalars = character.unicodeScalars
    guard let first = scalars.first, scalars.index(after: scalars.startIndex) != scalars.endIndex else {
      return scalars.first?.value ?? 0
    }
    return scalars.dropFirst().reduce(first.value) { $0 &* 31 &+ $1.value } | 1 << 31
  }
}

extension Character {
  /// In lower case where that is one character, else as it is.
  fileprivate init(lowered character: Character) {
    if let byte = character.asciiValue {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      self = isCapital ? Character(UnicodeScalar(byte | 0x20)) : character
      return
    }
    let text = character.lowercased()
    self = text.count == 1 ? text.first ?? character : character
  }
}
