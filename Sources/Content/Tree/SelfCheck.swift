/// The pool questions of a section, at its end.
public struct SelfCheck: Hashable, Sendable {
  /// The id of the section.
  public var section: String
  public var questions: [Question]
  public var range: SourceRange

  public init(section: String, questions: [Question], range: SourceRange) {
    self.section = section
    self.questions = questions
    self.range = range
  }
}
