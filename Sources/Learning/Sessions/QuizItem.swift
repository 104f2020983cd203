/// One question of a quiz with what was answered to it.
public struct QuizItem: Hashable, Sendable, Codable {
  /// The question's id.
  public let question: String
  /// `Question.version` when the quiz was drawn.
  public let version: String
  public let section: String?
  public let objective: String?
  /// For `QuestionDraw`.
  public let seed: UInt64
  public internal(set) var answer: Answer?
  /// From 0 to 1; nil until it is answered.
  public internal(set) var credit: Double?
  public internal(set) var verdict: String?
  public internal(set) var seconds: Double = 0
  public internal(set) var usedHint = false

  init(question: String, version: String, section: String?, objective: String?, seed: UInt64) {
    self.question = question
    self.version = version
    self.section = section
    self.objective = objective
    self.seed = seed
  }
}
