import Content
import Learning
import Terminal
import Typesetting

extension Reader {
  /// - Returns: what is to be done besides.
  func carryOut(_ effect: ReadingEffect, _ session: inout Session, _ screen: any Screen) -> [Effect] {
    switch effect {
    case .keepSettings(let settings): keeper.save(settings)
    case .keepMarks(let marks):
      guard let problem = keeper.keep(marks) else { break }
      return session.perform(
        .report(Message(text: "The mark holds until you quit, but is not kept: \(problem)", isError: true)))
    case .keepHistory(let history): keeper.save(history)
    case .keepDrafts(let drafts): keeper.save(drafts: drafts)
    case .setTheme(let name): if let theme = Theme.named(name) { screen.setTheme(theme) }
    case .removeNote(let id): keeper.removeNote(id)
    case .keepNote(let note):
      guard let problem = keeper.keep(note) else { break }
      // What was written is in no other place: it must not end with the program.
      let saved = note.text.isEmpty ? nil : Scratch.keep(note.text)
      let place = saved.map { " Its text is in \($0)." } ?? ""
      return session.perform(
        .report(Message(text: "This note is not kept: \(problem)\(place)", isError: true)))
    case .writeNote(let draft): return write(draft, &session, screen)
    }
    return []
  }

  private func write(_ draft: NoteDraft, _ session: inout Session, _ screen: any Screen) -> [Effect] {
    guard let file = Scratch(draft) else {
      return session.perform(
        .report(
          Message(text: "No file for the note could be made · set TMPDIR to a folder of yours", isError: true)
        ))
    }
    var problem: String?
    screen.suspended { problem = Editor.open(file.path, line: 1) }
    let text = file.text
    if let problem {
      // The text may be there all the same.
      let isWritten = text.map { !$0.isEmpty && $0 != draft.note.text } ?? false
      if !isWritten {
        file.remove()
        return session.perform(.report(Message(text: problem, isError: true)))
      }
    }
    file.remove()
    return session.perform(.reading(.noteWritten(draft, text ?? draft.note.text)))
  }
}
