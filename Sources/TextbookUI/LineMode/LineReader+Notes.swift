import Content
import Learning
import Typesetting

/// The learner's notes and marks.
extension LineReader {
  /// Keeps a note on what was read last: the section, or one thing of it.
  mutating func note(_ text: String) {
    guard !text.isEmpty else {
      return terminal.say("Expected the words of the note, as in note Compare this with the A100.")
    }
    let place = here
    guard let chapter = context.book.chapters[place.chapter] else {
      return terminal.say("Notes and marks belong to chapters; this page is written by the program.")
    }
    var note = Note(chapter: chapter.id, section: currentSection?.id, text: text)
    let block = place.anchor.flatMap { chapter.block(of: $0) } ?? place.position.block
    if aside != nil, chapter.blocks.indices.contains(block) {
      note.block = block
      note.quote = quotation(of: chapter.blocks[block], in: context, limit: Note.quoteLimit)
    } else if note.section == nil {
      note.block = block
    }
    guard record.save(note) else { return }
    notes.set(note, block: chapter.block(of: note, in: context.book))
    terminal.say("The note is kept. notes lists all.")
  }

  /// Lists all notes by number.
  mutating func listNotes() {
    items = []
    for id in context.book.manifest.chapterIDs {
      for note in notes.notes where note.chapter == id {
        items.append(.note(note.id))
        let block = notes.blocks[note.id] ?? note.block
        let place = context.book.title(of: BookPlace(chapter: id, block: block))
        terminal.say("\(items.count). \(place.replacing("§", with: "Section ")): \(said(note))")
      }
    }
    if items.isEmpty {
      return terminal.say("There are no notes yet. note WORDS keeps one on what was read last.")
    }
    terminal.say("A number goes to its place, remove NUMBER takes a note away.")
  }

  /// The note's words; of a mark without words what is marked.
  private func said(_ note: Note) -> String {
    note.text.isEmpty ? "marked: " + Self.start(of: note.quote ?? "") : note.text
  }

  mutating func goToNote(_ id: String) {
    guard let note = notes.notes.first(where: { $0.id == id }) else {
      return terminal.say("This note is no longer there.")
    }
    let block = notes.blocks[id]
    if block == nil { terminal.say("Its paragraph was rewritten or removed; the note itself is kept.") }
    let place = Destination(chapter: note.chapter, position: PagePosition(block: block ?? note.block))
    if note.quote == nil || block == nil { read(place) } else { sayThing(place) }
  }

  /// Removes a note of the list that `notes` said.
  mutating func removeNote(_ text: String) {
    guard let number = Int(text), items.indices.contains(number - 1), case .note(let id) = items[number - 1],
      let note = notes.notes.first(where: { $0.id == id })
    else { return terminal.say("Expected the number of a note. notes lists them.") }
    guard record.removeNote(id) else { return }
    notes.remove(id)
    terminal.say("Removed: \(said(note))")
  }

  /// What the learner wrote on these blocks of the chapter.
  func sayNotes(in blocks: Range<Int>) {
    let known = notes.byBlock(chapter: context.chapter.id)
    for block in blocks {
      for note in known[block] ?? [] {
        terminal.say()
        terminal.say("Your note: \(said(note))")
      }
    }
  }

  // MARK: Marks

  /// Sets a mark at what was read last.
  mutating func setMark(_ name: String) {
    guard name.count == 1, let letter = name.first, letter.isLetter || letter.isNumber else {
      return terminal.say("Expected a letter or a digit, as in mark a.")
    }
    guard PageAddress(parsing: here.chapter) == nil else {
      return terminal.say("Marks stand in chapters; this page is written by the program.")
    }
    marks[name] = here
    record.save(marks)
    terminal.say("Mark \(name) is set here. marks lists all.")
  }

  /// Lists the marks by number.
  mutating func listMarks() {
    items = []
    for (name, place) in marks.sorted(by: { $0.key < $1.key }) {
      guard let chapter = context.book.chapters[place.chapter] else { continue }
      items.append(.destination(place))
      let block = place.anchor.flatMap { chapter.block(of: $0) } ?? place.position.block
      let title = context.book.title(of: BookPlace(chapter: chapter.id, block: block))
      terminal.say("\(items.count). Mark \(name), \(title.replacing("§", with: "Section "))")
    }
    if items.isEmpty { terminal.say("There are no marks yet. mark a sets one at what was read last.") }
  }
}
