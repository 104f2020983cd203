/// What the learner said about a question: that it is bad, or never to be asked again.
public struct QuestionMark: Hashable, Sendable {
  /// Reviews and quizzes pass over it.
  public var isSuspended: Bool
  /// Why the learner finds it bad; nil when it is not flagged.
  public var flag: String?

  public init(isSuspended: Bool = false, flag: String? = nil) {
    self.isSuspended = isSuspended
    self.flag = flag
  }
}
