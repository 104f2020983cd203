import Content
import Learning
import Typesetting

/// What was chosen or typed for a question and is not answered yet.
struct AnswerDraft: Hashable, Sendable, Codable {
  /// `Question.version` when it was typed.
  var version: String
  var answer: Answer
  /// Entries drawn for inputs, by name.
  var drawn: [String: String]

  /// How many are kept; more than anybody leaves.
  static let capacity = 100
}

extension ReaderState {
  /// Names the asking of a question where the reader is: each quiz, review and exam has drafts of its own.
  func draftKey(_ question: String) -> String? {
    switch desk {
    case .page: "page/\(question)"
    case .quiz: sitting.map { "quiz/\($0.quiz.id)/\(question)" }
    case .exam: exam.map { "exam/\($0.sitting.id)/\(question)" }
    case .review:
      round.flatMap { round in round.index.map { "review/\(round.session.attemptID(at: $0))" } }
    }
  }

  /// The draft of a question that still fits what is asked.
  func draft(of question: Question) -> AnswerDraft? {
    guard let key = draftKey(question.id), let draft = keptDrafts[key], let present = questions[question.id],
      present.outcome == nil, draft.version == question.version, draft.drawn == present.drawn
    else { return nil }
    return draft
  }
}

extension Session {
  /// Keeps what stands in the open question, so that it is there when the reader comes back after the program ended.
  mutating func keepDraft() {
    guard let open = state.openQuestion, let question = state.question(open.id),
      let present = state.questions[open.id]
    else { return }
    var draft: AnswerDraft?
    if present.outcome == nil, let answer = present.answer(to: question) {
      let hasContent =
        switch question.body {
        case .order: open.isTouched || state.draft(of: question) != nil
        default: present.hasAnswer(to: question, shown: [])
        }
      if hasContent {
        draft = AnswerDraft(version: question.version, answer: answer, drawn: present.drawn)
      }
    }
    keep(draft, of: question.id)
  }

  mutating func keep(_ draft: AnswerDraft?, of question: String) {
    guard let key = state.draftKey(question), state.keptDrafts[key] != draft else { return }
    state.keptDrafts[key] = draft
    if state.keptDrafts.count > AnswerDraft.capacity,
      let other = state.keptDrafts.keys.first(where: { $0 != key })
    {
      state.keptDrafts[other] = nil
    }
    effects.append(.reading(.keepDrafts(state.keptDrafts)))
  }

  /// Puts the draft of a question that is being opened into its fields.
  ///
  /// - Returns: whether there was one, and nothing stood there yet.
  mutating func takeDraft(of question: Question) -> Bool {
    guard let draft = state.draft(of: question), let present = state.questions[question.id],
      !present.hasAnswer(to: question, shown: present.order)
    else { return false }
    state.questions[question.id]?.take(draft.answer, to: question)
    return true
  }
}
