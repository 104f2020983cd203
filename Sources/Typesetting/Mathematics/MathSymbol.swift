/// TeX's classes of atoms; the space between two atoms depends on their classes (The TeXbook, chapter 18).
enum AtomClass: Int, Hashable, Sendable {
  case ordinary, operation, binary, relation, opening, closing, punctuation, inner
}

/// One atom: how it is written in Unicode, in ASCII and in words.
struct MathSymbol: Hashable, Sendable {
  var unicode: String
  var ascii: String
  var spoken: String
  var kind: AtomClass

  func text(_ form: MathForm) -> String {
    form == .unicode ? unicode : ascii
  }

  /// The arrow that can be drawn as long as its label; nil for other symbols.
  var shaft: MathSymbol? {
    guard let (short, ascii) = Self.shafts[unicode] else { return nil }
    return MathSymbol(unicode: short, ascii: ascii, spoken: spoken, kind: .relation)
  }

  private static let shafts: [String: (String, String)] = [
    "→": ("→", "->"), "⟶": ("→", "->"), "←": ("←", "<-"), "⟵": ("←", "<-"), "↔": ("↔", "<->"),
    "⟷": ("↔", "<->"),
    "⇒": ("⇒", "=>"), "⟹": ("⇒", "=>"), "⇐": ("⇐", "<="), "⟸": ("⇐", "<="), "⇔": ("⇔", "<=>"),
    "⟺": ("⇔", "<=>"), "↦": ("↦", "|->"), "⟼": ("↦", "|->"),
  ]

  /// The delimiter that `.` stands for.
  static let none = MathSymbol(unicode: "", ascii: "", spoken: "", kind: .ordinary)
}
