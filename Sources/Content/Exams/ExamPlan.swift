/// What an instructor wants of an exam, as a file of `exams/` says it.
public struct ExamPlan: Hashable, Sendable, Codable {
  /// Who gets the same questions.
  public enum Seed: Hashable, Sendable, Codable {
    /// Each student others, the same one always the same.
    case student
    /// All the same.
    case fixed(UInt64)
    /// Others at every sitting.
    case random
  }

  /// So many questions of an objective.
  public struct Share: Hashable, Sendable, Codable {
    public var objective: String
    public var questions: Int

    public init(objective: String, questions: Int) {
      self.objective = objective
      self.questions = questions
    }
  }

  public var id: String
  public var title: String
  /// Numbers or ids.
  public var chapters: [String]
  /// Ids of the sections that were assigned; nil for all.
  public var sections: [String]?
  /// Ids of the objectives that may be asked about; nil for all.
  public var objectives: [String]?
  /// How many questions certain objectives get; the rest is drawn from all that may be asked.
  public var shares: [Share]
  /// Kinds of questions (`choice`, `numeric`, …); nil for all.
  public var kinds: [String]?
  public var questions: Int
  /// Nil for no limit.
  public var minutes: Int?
  /// The share of the credit that passes, from 0 to 1.
  public var passMark: Double
  public var seed: Seed

  public init(
    id: String, title: String, chapters: [String], sections: [String]? = nil, objectives: [String]? = nil,
    shares: [Share] = [], kinds: [String]? = nil, questions: Int = 10, minutes: Int? = nil,
    passMark: Double = 0.7, seed: Seed = .student
  ) {
    self.id = id
    self.title = title
    self.chapters = chapters
    self.sections = sections
    self.objectives = objectives
    self.shares = shares
    self.kinds = kinds
    self.questions = questions
    self.minutes = minutes
    self.passMark = passMark
    self.seed = seed
  }
}
