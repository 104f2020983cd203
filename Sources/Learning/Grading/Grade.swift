/// What an answer is worth, and why.
public struct Grade: Hashable, Sendable {
  /// From 0 to 1.
  public var credit: Double
  /// One or two sentences for the learner.
  public var verdict: String
  /// The right answer as a text; nil where the model answer is for the learner to compare.
  public var expected: String?
  /// The options whose feedback the answer calls for: those chosen, and for `multiple` those missed.
  public var optionFeedback: [Int]
  /// False when nothing was answered that could be graded (a text that is no number, a question whose calculator has
  /// no value): say the verdict, ask again, and keep no attempt.
  public var isCounted: Bool

  /// Whether it is right in full.
  public var isRight: Bool { credit >= 1 }

  public init(
    credit: Double, verdict: String, expected: String? = nil, optionFeedback: [Int] = [],
    isCounted: Bool = true
  ) {
    self.credit = credit
    self.verdict = verdict
    self.expected = expected
    self.optionFeedback = optionFeedback
    self.isCounted = isCounted
  }

  static func uncounted(_ verdict: String) -> Grade {
    Grade(credit: 0, verdict: verdict, isCounted: false)
  }
}
