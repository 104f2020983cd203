import Content
import Learning
import Typesetting

extension Session {
  // MARK: Choosing paragraphs

  mutating func select() {
    guard let block = paragraphAtHand else { return }
    state.selection = Selection(anchor: block, end: block)
    state.focus = nil
    showSelection()
  }

  /// The paragraph in focus, else the first that begins on the screen; nil, with a word to the reader, where there is
  /// none.
  private var paragraphAtHand: Int? {
    mutating get {
      if state.isWritten {
        say("Notes and marks belong to chapters; this page is written by the program.")
        return nil
      }
      let page = page
      if let focus = state.focus, isOnScreen(focus, in: page) { return focus.block }
      let rows = page.rows(from: state.top, count: geometry.pageRows)
      if let row = rows.first(where: { $0.line == 0 && isParagraph($0.block) }) { return row.block }
      if let row = rows.first(where: { isParagraph($0.block) }) { return row.block }
      say("There is no paragraph here.")
      return nil
    }
  }

  private func isParagraph(_ block: Int) -> Bool {
    guard state.chapter.blocks.indices.contains(block), !page.layout(block).lines.isEmpty else {
      return false
    }
    if case .heading = state.chapter.blocks[block] { return false }
    return true
  }

  private func paragraph(after block: Int, _ direction: Int) -> Int? {
    var next = block + direction
    while state.chapter.blocks.indices.contains(next) {
      if isParagraph(next) { return next }
      next += direction
    }
    return nil
  }

  mutating func moveSelection(_ steps: Int) {
    guard var selection = state.selection else { return }
    for _ in 0..<min(abs(steps), 200) {
      guard let next = paragraph(after: selection.end, steps > 0 ? 1 : -1) else { break }
      selection = Selection(anchor: next, end: next)
    }
    state.selection = selection
    showSelection()
  }

  mutating func extendSelection(_ steps: Int) {
    for _ in 0..<min(abs(steps), 200) {
      guard let end = state.selection?.end, let next = paragraph(after: end, steps > 0 ? 1 : -1) else {
        break
      }
      state.selection?.end = next
    }
    showSelection()
  }

  /// The paragraph on a row of the screen.
  mutating func select(_ block: Int) {
    if isParagraph(block) { state.selection = Selection(anchor: block, end: block) }
  }

  private mutating func showSelection() {
    guard let end = state.selection?.end else { return }
    reveal(0..<page.layout(end).lines.count, of: end)
    if let note = state.notes.note(chapter: state.chapterID, block: end), !note.text.isEmpty {
      say("Your note: \(note.text.firstLine)")
    }
  }

  // MARK: Marking

  mutating func highlight() {
    guard let selection = state.selection else { return }
    let known = state.notes.byBlock(chapter: state.chapterID)
    let blocks = selection.blocks.filter(isParagraph)
    let unmarked = blocks.filter { known[$0] == nil }
    for block in unmarked { keep(newNote(at: block)) }
    if unmarked.isEmpty {
      let notes = blocks.flatMap { known[$0] ?? [] }
      if notes.contains(where: { !$0.text.isEmpty }) {
        say("There is a note here · A changes it   x removes it with the mark")
        return
      }
      remove(notes)
      say(blocks.count == 1 ? "The mark is gone." : "The marks are gone.")
    } else {
      say(unmarked.count == 1 ? "Marked · A writes a note on it" : "\(unmarked.count) paragraphs are marked.")
    }
    state.selection = nil
  }

  private func newNote(at block: Int) -> Note {
    let chapter = state.chapter
    return Note(
      chapter: chapter.id, section: chapter.section(at: block)?.id, block: block,
      quote: text(of: block, limit: Note.quoteLimit), text: "")
  }

  /// A paragraph as the page shows it.
  private func text(of block: Int, limit: Int) -> String {
    quotation(of: state.chapter.blocks[block], in: state.context(width: geometry.textWidth), limit: limit)
  }

  private mutating func keep(_ note: Note) {
    state.notes.set(note, block: note.block)
    effects.append(.reading(.keepNote(note)))
  }

  private mutating func remove(_ notes: [Note]) {
    state.notes.removed = notes
    for note in notes {
      state.notes.remove(note.id)
      effects.append(.reading(.removeNote(note.id)))
    }
  }

  mutating func removeNotes() {
    guard let selection = state.selection else { return }
    let known = state.notes.byBlock(chapter: state.chapterID)
    let notes = selection.blocks.flatMap { known[$0] ?? [] }
    if notes.isEmpty {
      say("There is no mark and no note here.")
      return
    }
    remove(notes)
    say(notes.count == 1 ? "Removed · u brings it back" : "\(notes.count) removed · u brings them back")
  }

  mutating func restoreNotes() {
    if state.notes.removed.isEmpty {
      say("Nothing was removed.")
      return
    }
    for note in state.notes.removed { keep(note) }
    state.notes.place(in: state.book)
    say(state.notes.removed.count == 1 ? "It is back." : "They are back.")
    state.notes.removed = []
  }

  // MARK: Writing

  /// Opens the note of the chosen paragraph, or a new one: in the editor, else on a line.
  mutating func writeNote() {
    guard let block = state.selection?.end ?? paragraphAtHand else { return }
    state.selection = nil
    let known = state.notes.note(chapter: state.chapterID, block: block)
    var note = known ?? newNote(at: block)
    note.block = block
    let draft = NoteDraft(
      note: note, isKept: known != nil, paragraph: text(of: block, limit: 2000))
    if state.hasEditor {
      effects.append(.reading(.writeNote(draft)))
    } else {
      openPrompt(.note)
      state.prompt?.entry = EntryState(note.text)
      state.prompt?.draft = draft
    }
  }

  /// What was written for a note.
  mutating func take(_ text: String, for draft: NoteDraft) {
    let text = text.trimmed
    if text == draft.note.text {
      say(text.isEmpty ? "Nothing was written." : "The note is as it was.")
      return
    }
    let before = draft.note
    let note = Note(
      id: before.id, chapter: before.chapter, section: before.section, block: before.block,
      quote: before.quote, text: text, created: before.created, changed: .init())
    keep(note)
    say(text.isEmpty ? "The note is empty; the mark stays." : "The note is kept · :notes lists all")
  }

  // MARK: Places of notes

  /// Finds the paragraphs of all notes again in the book as it is now.
  mutating func placeNotes() {
    state.notes.place(in: state.book)
  }

  /// To the paragraph of a note.
  mutating func goToNote(_ id: String) {
    guard let note = state.notes.notes.first(where: { $0.id == id }) else {
      complain("This note is no longer there.")
      return
    }
    guard let block = state.notes.blocks[id] else {
      complain("Its paragraph was rewritten or removed; the note itself is kept.")
      go(to: Destination(chapter: note.chapter, position: PagePosition(block: note.block)))
      return
    }
    go(to: Destination(chapter: note.chapter, position: PagePosition(block: block)))
  }
}

extension String {
  /// The text up to the first line end.
  var firstLine: String { String(prefix { !$0.isNewline }) }
}
