/// A question of a chapter, in the flow of the page or in its pool.
public struct Question: Hashable, Sendable {
  public var id: String
  public var section: String?
  public var objective: String?
  /// 1 easy, 2 medium, 3 hard.
  public var difficulty: Int
  public var stem: [Block]
  public var body: QuestionBody
  public var hint: [Block]
  public var explanation: [Block]
  public var covers: [String]
  /// The id of what teaches it, where its author named one.
  public var see: String?
  /// Relative to the book.
  public var file: String
  public var range: SourceRange

  public init(
    id: String, section: String?, objective: String?, difficulty: Int = 2, stem: [Block], body: QuestionBody,
    hint: [Block] = [], explanation: [Block] = [], covers: [String] = [], see: String? = nil, file: String,
    range: SourceRange
  ) {
    self.id = id
    self.section = section
    self.objective = objective
    self.difficulty = difficulty
    self.stem = stem
    self.body = body
    self.hint = hint
    self.explanation = explanation
    self.covers = covers
    self.see = see
    self.file = file
    self.range = range
  }
}
