/// The result of the questions of one section or objective.
public struct QuizTally: Hashable, Sendable {
  /// The id of the section or objective; nil for questions without one.
  public var id: String?
  public var asked: Int
  /// The sum of the credits.
  public var credit: Double

  /// From 0 to 1.
  public var share: Double { asked == 0 ? 0 : credit / Double(asked) }
}
