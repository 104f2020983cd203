import Content
import Learning
import Typesetting

/// Paragraphs that the reader has chosen: blocks of the chapter.
struct Selection: Hashable, Sendable {
  /// Where it was begun.
  var anchor: Int
  /// Where it ends now; before or after the anchor.
  var end: Int

  var blocks: ClosedRange<Int> { min(anchor, end)...max(anchor, end) }
}

/// The reader's notes, and where they stand in the book as it is now. A note without text is a highlight.
struct NoteBook: Hashable, Sendable {
  private(set) var notes: [Note] = []
  /// The block of each note, by id, in the chapters that are read; one that was not found again has none.
  private(set) var blocks: [String: Int] = [:]
  /// What was removed last, to bring it back.
  var removed: [Note] = []

  init(_ notes: [Note] = []) { self.notes = notes }

  /// The notes of a chapter by their blocks, the earliest first in each.
  func byBlock(chapter: String) -> [Int: [Note]] {
    var result: [Int: [Note]] = [:]
    for note in notes where note.chapter == chapter {
      if let block = blocks[note.id] { result[block, default: []].append(note) }
    }
    return result
  }

  /// The note at a block: the one with text, where there are several.
  func note(chapter: String, block: Int) -> Note? {
    let notes = byBlock(chapter: chapter)[block] ?? []
    return notes.first { !$0.text.isEmpty } ?? notes.first
  }

  /// Whether any note stands in a chapter.
  func hasNotes(in chapter: String) -> Bool {
    notes.contains { $0.chapter == chapter && !$0.text.isEmpty }
  }

  /// Takes a note in place of the one with its id.
  mutating func set(_ note: Note, block: Int?) {
    if let index = notes.firstIndex(where: { $0.id == note.id }) {
      notes[index] = note
    } else {
      notes.append(note)
    }
    blocks[note.id] = block
  }

  mutating func remove(_ id: String) {
    notes.removeAll { $0.id == id }
    blocks[id] = nil
  }

  /// Finds the paragraphs again in the book as it is now.
  mutating func place(in book: Book) {
    for note in notes {
      guard let chapter = book.chapters[note.chapter] else { continue }
      let found = chapter.block(of: note, in: book)
      // What is not found in a part of a chapter may stand in the rest.
      if found != nil || chapter.extent == .whole { blocks[note.id] = found }
    }
  }
}

extension Chapter {
  /// The block that a note is about: the nearest that begins with its words, else one of its section that has most of
  /// them; nil where the paragraph is gone.
  func block(of note: Note, in book: Book) -> Int? {
    guard let quote = note.quote, !quote.isEmpty else {
      // Written from the command line, on a section as a whole.
      if note.block == 0, let section = sections.first(where: { $0.id == note.section && $0.id != nil }) {
        return section.block
      }
      return blocks.indices.contains(note.block) ? note.block : nil
    }
    let start = String(quote.prefix(60))
    let shown = quote.hasSuffix("…") ? String(quote.dropLast()) : quote
    if blocks.indices.contains(note.block), quoted(note.block, in: book).hasPrefix(shown.prefix(60)) {
      return note.block
    }
    let near = block(near: note.block, text: start)
    if firstWords(of: near) == start { return near }
    if let moved = blocks.indices.sorted(by: { abs($0 - note.block) < abs($1 - note.block) })
      .first(where: { quoted($0, in: book, limit: 90).hasPrefix(shown.prefix(60)) })
    {
      return moved
    }
    return blockAlike(quote, near: note.block, section: note.section)
  }

  private func blockAlike(_ quote: String, near index: Int, section id: String?) -> Int? {
    let wanted = Set(quote.lowercased().split { !$0.isLetter && !$0.isNumber })
    guard wanted.count >= 4 else { return nil }
    var best: (block: Int, share: Double)?
    for block in blocks.indices {
      let words = Set(text(of: block, limit: 600).lowercased().split { !$0.isLetter && !$0.isNumber })
      var share = Double(wanted.intersection(words).count) / Double(wanted.count)
      if let id, section(at: block)?.id == id { share += 0.1 }
      if share > best?.share ?? 0.6 { best = (block, share) }
    }
    return best?.block
  }

  /// A block as its page shows it with the book's present numbers.
  func quoted(_ block: Int, in book: Book, limit: Int = Note.quoteLimit) -> String {
    quotation(of: blocks[block], in: PageContext(width: 80, book: book, chapter: self), limit: limit)
  }

  /// What a note quotes, for people. One that was written before pages were quoted as they are shown has the text of
  /// the file, which is shown as its page shows it.
  ///
  /// What is no text, such as a table, is called by its number and caption; a definition begins with its name.
  func shownQuote(of note: Note, at block: Int?, in book: Book) -> String? {
    if let block, let name = name(ofDrawn: block) ?? named(block, in: book) { return name }
    guard let quote = note.quote, !quote.isEmpty else { return nil }
    if let block, blocks.indices.contains(block), text(of: block, limit: Note.quoteLimit) == quote {
      return quoted(block, in: book)
    }
    return quote
  }

  /// `Table 5.3 · What each paradigm asks of a machine.`; nil for what is text, or has neither number nor caption.
  private func name(ofDrawn block: Int) -> String? {
    guard blocks.indices.contains(block) else { return nil }
    switch blocks[block] {
    case .table, .figure, .plot, .calculator, .code: break
    default: return nil
    }
    guard let anchor = anchors.first(where: { $0.block == block }) else { return nil }
    let words = [anchor.label, anchor.title].filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: " · ")
  }

  /// `Equation 5.10 · a = max(0, z)`, `Definition 5.1 · Deep learning. It learns …`: what bears a number or a title with
  /// its text; nil for what is text alone.
  private func named(_ block: Int, in book: Book) -> String? {
    guard blocks.indices.contains(block) else { return nil }
    func quoted(_ block: Block) -> String {
      quotation(
        of: block, in: PageContext(width: 80, book: book, chapter: self), limit: Note.quoteLimit)
    }
    switch blocks[block] {
    case .formula(let formula):
      return [formula.number.map { "Equation \($0)" }, quoted(blocks[block])].compactMap(\.self)
        .joined(separator: " · ")
    case .equation(let equation):
      let name = book.workbook.library.equations[equation.id]?.name
      return [equation.number.map { "Equation \($0)" }, name].compactMap(\.self).joined(separator: " · ")
    case .division(var division):
      let label = [division.kind.name, division.number].compactMap(\.self).joined(separator: " ")
      let title = quoted(.paragraph(Paragraph(content: division.title, range: division.range)))
      division.title = []
      let name = title.isEmpty ? label : label + " · " + title
      let text = quoted(.division(division))
      return text.isEmpty ? name : name + (name.hasSuffix(".") ? " " : ". ") + text
    default: return nil
    }
  }

  /// The text of a block without markup, at most about `limit` characters.
  func text(of block: Int, limit: Int) -> String {
    guard blocks.indices.contains(block) else { return "" }
    var text = ""
    blocks[block].walk { block in
      for run in block.inlineRuns where !run.isEmpty && text.utf8.count < limit {
        if !text.isEmpty { text += " " }
        run.forEach { $0.walk { text += $0.ownText } }
      }
    }
    if text.isEmpty, case .code(let code) = blocks[block] { text = code.text }
    return String(text.prefix(limit))
  }
}
