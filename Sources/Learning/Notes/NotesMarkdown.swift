import Content
import Foundation

/// Notes as a Markdown file: by chapter and section, each with the words that it is about and its day.
public enum NotesMarkdown {
  public static func text(
    _ notes: [Note], book: Book, calendar: LearnerCalendar = .local
  ) -> String {
    var lines = ["# Notes: \(book.manifest.title)"]
    let known = book.manifest.chapterIDs
    let gone = Set(notes.map(\.chapter)).subtracting(known).sorted()
    for id in known + gone {
      let own = notes.filter { $0.chapter == id }
      guard !own.isEmpty else { continue }
      let chapter = book.chapters[id]
      let title = [chapter?.number, chapter?.title ?? id].compactMap(\.self).joined(separator: " ")
      lines += ["", "## \(title)"]
      var section: String?
      for note in own.sorted(by: { ($0.block, $0.created, $0.id) < ($1.block, $1.created, $1.id) }) {
        if let id = note.section, id != section {
          let title = chapter?.sections.first { $0.id == id }
          lines += [
            "", "### " + ([title?.number, title?.title ?? id].compactMap(\.self).joined(separator: " ")),
          ]
          section = id
        }
        if let quote = note.quote, !quote.isEmpty { lines += [""] + quoted(quote) }
        if !note.text.isEmpty {
          lines += [""] + note.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        lines += ["", "*\(calendar.day(of: note.changed))*"]
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> " + $0 }
  }
}
