/// How well something was recalled.
public enum ReviewRating: Int, Hashable, Sendable, Codable, CaseIterable {
  case again = 1
  case hard, good, easy

  /// The rating of an answer: a wrong one Again; part credit, a hint or a second try Hard; a right one Good.
  public init(_ grade: Grade, usedHint: Bool = false, isSecondTry: Bool = false) {
    if grade.credit <= 0 {
      self = .again
    } else {
      self = grade.isRight && !usedHint && !isSecondTry ? .good : .hard
    }
  }
}
