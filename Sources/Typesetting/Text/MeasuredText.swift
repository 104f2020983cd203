import Content

/// Inline content cut into measured words, ready to be set at any width.
struct MeasuredText: Sendable {
  /// A stretch of a word in one style.
  struct Piece: Sendable {
    var text: String
    var style: Style
    var width: Int
    /// Index into `actions` of what acting on it means.
    var action: Int?
    /// Whether the cursor of an entry stands on it.
    var isCursor = false
  }

  /// Pieces that stay together on a line, and what stands between them and the next word.
  struct Word: Sendable {
    var pieces: Range<Int>
    var width: Int
    var ending: Ending
    /// Columns of space after it when the next word is on the same line.
    var gap: Int
    var gapStyle: Style
  }

  /// How a word ends.
  enum Ending: Sendable {
    /// A line may end here.
    case open
    /// A line may end here, with a hyphen.
    case hyphen
    /// The line ends here.
    case line
  }

  var pieces: [Piece] = []
  var words: [Word] = []
  var actions: [Target.Action] = []
  /// Whether a number in it differs from what the author's values give.
  var isChanged = false
  /// Whether a number in it is computed.
  var hasLive = false

  /// Columns when everything is on one line (per hard line, the widest).
  var naturalWidth: Int {
    var widest = 0
    var width = 0
    for word in words {
      width += word.width
      widest = max(widest, width)
      width = word.ending == .line ? 0 : width + word.gap
    }
    return widest
  }

  /// Columns of the widest word.
  var widestWord: Int { words.reduce(0) { max($0, $1.width) } }

  /// Whether it is a number, perhaps with its unit, or a dash in the place of one.
  var isNumber: Bool {
    let words = line.text.split(separator: " ")
    guard let number = words.first, words.count <= 2 else { return false }
    if words.count == 1 && (number == "—" || number == "–" || number == "-" || number == "--") { return true }
    var hasDigit = false
    for (index, character) in number.enumerated() {
      if character.isASCII && character.isNumber {
        hasDigit = true
      } else if !(character == "." || character == "," || (index == 0 && "-−+$".contains(character))
        || (hasDigit && "×x%".contains(character)))
      {
        return false
      }
    }
    return hasDigit && (words.count == 1 || UnitNames.begins(String(words[1])))
  }

  /// The text without line breaks.
  var line: StyledLine {
    var line = StyledLine()
    for (index, word) in words.enumerated() {
      for piece in pieces[word.pieces] { line.append(piece.text, piece.style) }
      if index + 1 < words.count { line.append(spaces(max(word.gap, word.ending == .line ? 1 : 0))) }
    }
    return line
  }
}
