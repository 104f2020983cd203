import Content
import Learning

/// Where notes stand in a book whose chapters were edited since.
public enum NotePlaces {
  /// The notes with the blocks and sections in which their paragraphs are now, quoted as their pages show them; one whose paragraph is gone stays as it
  /// is.
  public static func located(_ notes: [Note], in book: Book) -> [Note] {
    var noteBook = NoteBook(notes)
    noteBook.place(in: book)
    return notes.map { note in
      guard let block = noteBook.blocks[note.id], let chapter = book.chapters[note.chapter] else {
        return note
      }
      var note = note
      note.block = block
      note.section = chapter.section(at: block)?.id ?? note.section
      note.quote = chapter.shownQuote(of: note, at: block, in: book)
      return note
    }
  }
}
