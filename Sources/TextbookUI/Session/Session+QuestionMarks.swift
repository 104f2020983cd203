import Content
import Typesetting

extension Session {
  /// `s`: how sure the learner is, before the answer.
  mutating func nextSureness() {
    guard let id = state.openQuestion?.id, let present = state.questions[id], present.outcome == nil else {
      return
    }
    let next = Sureness.next(after: present.sureness)
    state.questions[id]?.sureness = next
    say(Sureness.name(of: next).map { "You are \($0)." } ?? "How sure you are is not noted.")
  }

  /// `!`: a line about what is wrong with the question.
  mutating func openFlag() {
    guard state.openQuestion != nil else { return }
    state.prompt = Prompt(kind: .remark, origin: state.top)
  }

  mutating func flag(_ text: String) {
    guard let id = state.openQuestion?.id else { return }
    let text = text.trimmed
    if text.isEmpty {
      say("Nothing was noted.")
      return
    }
    effects.append(.flag(question: id, text))
    say("Noted with the question.")
  }

  /// `Z`: the question is asked no more, or again.
  mutating func suspendQuestion() {
    guard let id = state.openQuestion?.id else { return }
    let isSuspended = state.suspended.insert(id).inserted
    if !isSuspended { state.suspended.remove(id) }
    effects.append(.suspend(question: id, isSuspended))
    say(
      isSuspended ? "This question is not asked again · Z takes that back" : "This question is asked again.")
  }
}
