import Typesetting

extension String {
  /// As a terminal without Unicode shows it, in the same columns: a likeness where there is one, else question marks.
  public var inASCII: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return self }
    return map { character in
      if character.isASCII { return String(character) }
      if let likeness = likenesses[character] { return String(likeness) }
      return String(repeating: "?", count: DisplayWidth.of(character))
    }.joined()
  }
}

private let likenesses: [Character: Character] = [
  "·": "-", "…": ".", "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "×": "x",
  "≈": "~",
  "≤": "<", "≥": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "•": "*", "◦": "-", "▸": ">", "▾": "v",
  "✓": "v",
  "✗": "x", "─": "-", "━": "=", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
  "┬": "+",
  "┴": "+", "┼": "+", "\u{A0}": " ", "é": "e", "è": "e", "ö": "o", "ü": "u", "ä": "a", "µ": "u", "°": "o",
]
