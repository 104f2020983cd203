/// What became of a file of questions.
public struct QuestionImport: Sendable {
  public var drafts: [QuestionDraft]
  /// What could not be carried over, by line.
  public var notes: [ImportNote]
  /// Learning objectives that the chapter does not declare, in order, with the ids that the questions would name.
  public var objectives: [(id: String, text: String)]

  /// The text of the file of questions.
  public var text: String { QuestionFile.text(drafts) }
}
