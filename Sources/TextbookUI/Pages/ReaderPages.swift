import Content
import Learning

extension ReaderState {
  /// The pages that are written from the reader's own things, with the names by which `:` offers them.
  static let pages: [(title: String, address: PageAddress)] = [
    ("Notes and marked paragraphs", PageAddress("notes")), ("Scenarios", PageAddress("scenarios")),
    ("Your progress", PageAddress("progress")),
  ]

  /// The reader's notes with ways to their paragraphs.
  var notesPage: Chapter {
    var builder = PageBuilder(title: "Notes")
    if notes.notes.isEmpty {
      builder.paragraph("There are no notes yet.")
      builder.paragraph(
        "In a chapter, v chooses a paragraph and v again marks it; A writes a note on it. `napkin notes --markdown` prints all of them."
      )
      return builder.page
    }
    for id in book.manifest.chapterIDs {
      let own = notes.notes.filter { $0.chapter == id }
      if own.isEmpty { continue }
      builder.heading(
        book.chapters[id].map { [$0.number, $0.title].compactMap { $0 }.joined(separator: " ") } ?? id)
      let sorted = own.sorted {
        (notes.blocks[$0.id] ?? $0.block, $0.created) < (notes.blocks[$1.id] ?? $1.block, $1.created)
      }
      for note in sorted { add(note, to: &builder) }
    }
    let gone = notes.notes.filter { !book.manifest.chapterIDs.contains($0.chapter) }
    if !gone.isEmpty {
      builder.heading("Chapters that are no longer in the book")
      for note in gone { add(note, to: &builder) }
    }
    return builder.page
  }

  private func add(_ note: Note, to builder: inout PageBuilder) {
    let section = notes.blocks[note.id].flatMap { book.chapters[note.chapter]?.section(at: $0) }
    var name = [section?.number, section?.title].compactMap { $0 }.joined(separator: " ")
    if name.isEmpty { name = "Go there" }
    var head: [Inline] = [.link(to: PageAddress("note", note.id), name)]
    if notes.blocks[note.id] == nil, book.chapters[note.chapter]?.extent == .whole {
      head.append(.emphasis([.text(" · its paragraph was rewritten or removed")]))
    }
    builder.paragraph(head)
    let block = notes.blocks[note.id]
    if let text = book.chapters[note.chapter]?.shownQuote(of: note, at: block, in: book) ?? note.quote,
      !text.isEmpty
    {
      builder.add(
        .quote(
          Quote(blocks: [.paragraph(Paragraph(content: [.text(text)], range: .generated))], range: .generated)
        ))
    }
    for paragraph in note.paragraphs {
      builder.paragraph(Array(paragraph.flatMap { [Inline.lineBreak, .text($0)] }.dropFirst()))
    }
  }
}

extension Note {
  /// Its lines, by the empty lines between them.
  fileprivate var paragraphs: [[String]] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { String($0).trimmed }
      .split(separator: "").map(Array.init)
  }
}
