import Content
import Learning
import Typesetting

extension ReaderState {
  /// Takes what was kept from the last time.
  mutating func recall(_ memory: RecordKeeper.Memory) {
    if let scenario = memory.scenario, savedScenario == nil { _ = book.workbook.apply(scenario) }
    savedScenario = memory.scenario
    ticked.formUnion(memory.ticks)
    calculatorsUsed.formUnion(memory.calculatorsUsed)
    chaptersPassed.formUnion(memory.chaptersPassed)
    suspended.formUnion(memory.suspended)
    scenarios.merge(memory.scenarios) { new, _ in new }
    sectionsRead.merge(memory.sectionsRead) { $0.union($1) }
    let theme = settings.theme
    settings = memory.settings
    if let theme { settings.theme = theme }
    marks = memory.marks.merging(marks) { _, new in new }
    keptDrafts.merge(memory.drafts) { new, _ in new }
    keptHistory = memory.history
    let kept = memory.place.map(memory.history.opened) ?? memory.history
    history.back = kept.back + history.back
    if history.forward.isEmpty { history.forward = kept.forward }
    notes = NoteBook(memory.notes)
    notes.place(in: book)
    if let place = memory.place, place.chapter == chapterID, top == PagePosition() {
      let block = chapter.block(near: place.block, text: place.text)
      top = PagePosition(block: block, fraction: place.fraction)
    }
    if let error = memory.error { message = Message(text: error, isError: true) }
  }
}

extension Session {
  /// Takes what the record holds, where the first page did not wait for it, and goes to the place if the reader is still
  /// where the book opened.
  mutating func recall(_ memory: RecordKeeper.Memory) {
    let hasMoved = state.top != PagePosition() || !state.history.back.isEmpty || state.isWritten
    let isChanged = !state.scenario.isEmpty
    var memory = memory
    if isChanged { memory.scenario = state.scenario }
    if hasMoved { memory.place = nil }
    state.recall(memory)
    state.numbersRevision += 1
    if let theme = state.settings.theme { effects.append(.reading(.setTheme(theme))) }
    settle()
    if let place = memory.place, place.chapter != state.chapterID {
      go(
        to: Destination(
          chapter: place.chapter, position: PagePosition(block: place.block, fraction: place.fraction),
          words: place.text), remembering: false)
    }
  }

  /// What is to be done when the terminal ends: nothing that was typed for a note is lost.
  mutating func end() -> [Effect] {
    effects = []
    if state.prompt?.kind == .note { commitPrompt() }
    keepDraft()
    savePlace()
    keepChanges()
    return effects
  }
}
