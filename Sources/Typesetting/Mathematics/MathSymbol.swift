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

  /// The delimiter that `.` stands for.
  static let none = MathSymbol(unicode: "", ascii: "", spoken: "", kind: .ordinary)
}
