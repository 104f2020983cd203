/// How well the learner meets an objective of a chapter, by the last answers to its questions.
public struct ObjectiveProgress: Hashable, Sendable {
  /// The chapter's id.
  public var chapter: String
  /// The objective's id in its chapter.
  public var id: String
  public var text: String
  public var questions: Int
  public var answered: Int
  /// The sum of the credits of the last answers.
  public var credit: Double

  /// For a bar: what is not answered counts 0; from 0 to 1.
  public var share: Double { questions == 0 ? 0 : credit / Double(questions) }

  /// How well it is met as far as the answers tell, from 0 to 1: with few answers near a half, so that one slip is not
  /// the weakest of all.
  public var strength: Double { (credit + 1) / (Double(answered) + 2) }
}
