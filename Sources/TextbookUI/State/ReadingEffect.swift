import Learning

/// What reading asks of the world: things to keep, an editor, other colours.
enum ReadingEffect: Hashable, Sendable {
  case keepSettings(ReadingSettings)
  case keepMarks([String: Destination])
  case keepHistory(History)
  case keepDrafts([String: AnswerDraft])
  case keepNote(Note)
  case removeNote(String)
  /// Open the reader's editor with the note; `ReadingRequest.noteWritten` brings what was written.
  case writeNote(NoteDraft)
  case setTheme(String)
}

/// A note on its way to an editor.
struct NoteDraft: Hashable, Sendable {
  var note: Note
  /// Whether it is in the record already.
  var isKept: Bool
  /// The paragraph that it is about, to be shown below the text.
  var paragraph: String
}
