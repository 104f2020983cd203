import Content

/// What a quiz asks and when it is passed.
public struct QuizPlan: Hashable, Sendable, Codable {
  /// How many questions; fewer where the pool has fewer.
  public var count: Int
  /// The share of the credit that passes, from 0 to 1.
  public var passMark: Double
  /// The ids of the sections to ask about; nil for all.
  public var sections: Set<String>?
  /// The kinds of questions (`choice`, `numeric`, …); nil for all.
  public var kinds: Set<String>?

  public init(
    count: Int = 5, passMark: Double = 0.7, sections: Set<String>? = nil, kinds: Set<String>? = nil
  ) {
    self.count = count
    self.passMark = passMark
    self.sections = sections
    self.kinds = kinds
  }

  /// The questions of a pool that it may ask, each once.
  public func eligible(_ pool: [Question]) -> [Question] {
    var seen: Set<String> = []
    return pool.filter { question in
      sections?.contains(question.section ?? "") ?? true && kinds?.contains(question.body.kind) ?? true
        && seen.insert(question.id).inserted
    }
  }
}
