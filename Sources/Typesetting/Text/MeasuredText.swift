import Content

/// Inline content cut into measured words, ready to be set at any width. All text is in one buffer, so that what stands
/// side by side there and on a line is copied to the line at once.
struct MeasuredText: Sendable {
  /// A stretch of a word in one style.
  struct Piece: Sendable {
    /// Where its text begins in `bytes`.
    var start: Int
    /// Its length in bytes.
    var count: Int
    var width: Int32
    private var actionIndex: Int32
    var style: Style
    /// Whether the cursor of an entry stands on it.
    var isCursor = false

    init(start: Int, count: Int, width: Int, style: Style, action: Int?) {
      (self.start, self.count, self.width, self.style) = (start, count, Int32(clamping: width), style)
      actionIndex = Int32(action ?? -1)
    }

    /// Index into `actions` of what acting on it means.
    var action: Int? {
      get { actionIndex < 0 ? nil : Int(actionIndex) }
      set { actionIndex = Int32(newValue ?? -1) }
    }

    var end: Int { start + count }
  }

  /// Pieces that stay together on a line, and what stands between them and the next word.
  struct Word: Sendable {
    var pieces: Range<Int>
    var width: Int
    /// Columns of space after it when the next word is on the same line.
    var gap: Int
    var ending: Ending
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

  /// The text of all pieces, in UTF-8, with the spaces between them.
  var bytes: [UInt8] = []
  var pieces: [Piece] = []
  var words: [Word] = []
  var actions: [Target.Action] = []
  /// Whether a number in it differs from what the author's values give.
  var isChanged = false
  /// Whether a number in it is computed.
  var hasLive = false

  func text(of piece: Piece) -> String { String(decoding: bytes[piece.start..<piece.end], as: UTF8.self) }

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
      for piece in pieces[word.pieces] { line.append(text(of: piece), piece.style) }
      if index + 1 < words.count { line.append(spaces(max(word.gap, word.ending == .line ? 1 : 0))) }
    }
    return line
  }
}
