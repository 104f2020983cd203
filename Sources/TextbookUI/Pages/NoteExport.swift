import Content
import Learning

/// The reader's notes outside the program: in the order of the book, with their sections and quotes.
public struct NoteExport: Sendable {
  /// A note where it stands in the book as it is now.
  public struct Entry: Sendable {
    public var note: Note
    /// `5 Neural Computation`; the id of a chapter that is no longer in the book.
    public var chapter: String
    /// `5.2 Model size`; nil where the paragraph was not found again, or stands before the first section.
    public var section: String?
    /// Whether its paragraph is in the book.
    public var isFound: Bool
  }

  public let title: String
  public let entries: [Entry]

  public init(_ notes: [Note], of book: Book) {
    title = book.manifest.title
    var noteBook = NoteBook(notes)
    noteBook.place(in: book)
    let order = Dictionary(
      book.manifest.chapterIDs.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    func key(_ note: Note) -> (Int, Int, String) {
      (order[note.chapter] ?? .max, noteBook.blocks[note.id] ?? note.block, note.id)
    }
    entries = notes.sorted { key($0) < key($1) }.map { note in
      let chapter = book.chapters[note.chapter]
      let block = noteBook.blocks[note.id]
      let section = block.flatMap { chapter?.section(at: $0) }
      return Entry(
        note: note,
        chapter: chapter.map { [$0.number, $0.title].compactMap { $0 }.joined(separator: " ") }
          ?? note.chapter,
        section: section.map { [$0.number, $0.title].compactMap { $0 }.joined(separator: " ") },
        isFound: block != nil)
    }
  }

  /// One Markdown text: chapters, sections, quotes, notes.
  public var markdown: String {
    var lines = ["# Notes: \(title)", ""]
    var chapter = ""
    var section: String?
    for entry in entries {
      if entry.chapter != chapter {
        lines += ["## \(entry.chapter)", ""]
        chapter = entry.chapter
        section = nil
      }
      if let name = entry.section, name != section {
        lines += ["### \(name)", ""]
        section = name
      }
      if let quote = entry.note.quote, !quote.isEmpty {
        lines += quote.split(whereSeparator: \.isNewline).map { "> \($0)" } + [""]
      }
      if !entry.isFound { lines += ["*Its paragraph was rewritten or removed.*", ""] }
      if !entry.note.text.isEmpty { lines += [entry.note.text, ""] }
    }
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
