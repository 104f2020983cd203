import ArgumentParser
import Content
import Foundation
import Learning
import TextbookUI

/// Prints what the reader marked and wrote.
struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print your notes and marked paragraphs, in the order of the book.",
    discussion: "Notes are written in the reader: v chooses a paragraph, A writes a note on it.")

  @Flag(help: "As one Markdown text, for an editor or a printer.")
  var markdown = false

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.book()
    let notes: [Note]
    do throws(RecordError) {
      let record = try Record(path: Record.defaultPath(environment: Program.environment))
      notes = try record.notes(book: book.manifest.id)
    } catch {
      throw Failure("io", error.message, advice: error.advice)
    }
    let export = NoteExport(notes, of: book)
    if json { return try Output.json(export.entries.map(Report.init)) }
    if notes.isEmpty {
      Output.complain(
        "there are no notes yet; in the reader, v chooses a paragraph and A writes a note on it")
      return
    }
    if markdown { return try Output.line(export.markdown) }
    for (index, entry) in export.entries.enumerated() {
      if index > 0 { try Output.line() }
      let place = entry.section ?? entry.chapter
      try Output.line(entry.isFound ? place : "\(place) (its paragraph was rewritten or removed)")
      if let quote = entry.note.quote, !quote.isEmpty {
        try Output.line("  “\(quote.split(whereSeparator: \.isNewline).joined(separator: " "))”")
      }
      for line in entry.note.text.split(whereSeparator: \.isNewline) { try Output.line("  \(line)") }
    }
  }

  private struct Report: Encodable {
    var id, chapter: String
    var section: String?
    var quote, text: String
    var found: Bool
    var created, changed: Date

    init(_ entry: NoteExport.Entry) {
      id = entry.note.id
      chapter = entry.note.chapter
      section = entry.section
      quote = entry.note.quote ?? ""
      text = entry.note.text
      found = entry.isFound
      created = entry.note.created
      changed = entry.note.changed
    }
  }
}
