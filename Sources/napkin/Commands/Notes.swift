import ArgumentParser
import Content
import Foundation
import Learning
import TextbookUI

/// The learner's notes.
struct Notes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Your notes, as Markdown or for programs; add, edit or remove one.",
    discussion: """
      napkin notes > notes.md
      napkin notes 5 --json
      napkin notes 5 --add "The ridge point is the point." --section sec-roofline
      napkin notes --remove 3F2A        the beginning of a note's id, as --json prints it
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String?

  @Option(help: ArgumentHelp("Add a note to the chapter.", valueName: "text"))
  var add: String?

  @Option(help: ArgumentHelp("With --add: the section that it belongs to.", valueName: "id"))
  var section: String?

  @Option(help: ArgumentHelp("Change a note's text to that of --text.", valueName: "id"))
  var edit: String?

  @Option(help: ArgumentHelp("With --edit: the new text.", valueName: "text"))
  var text: String?

  @Option(help: ArgumentHelp("Remove a note.", valueName: "id"))
  var remove: String?

  @Flag(help: "As Markdown, which is what is printed anyway.")
  var markdown = false

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if [add, edit, remove].compactMap(\.self).count > 1 {
      throw ValidationError("--add, --edit and --remove do not go together.")
    }
    if add != nil, chapter == nil {
      throw ValidationError("--add needs a chapter: napkin notes 5 --add \"…\"")
    }
    if (edit == nil) != (text == nil) { throw ValidationError("--edit ID and --text TEXT go together.") }
  }

  func run() throws {
    let loader = try options.loader()
    var id: String?
    if let chapter {
      do throws(BookError) { id = try loader.chapterID(named: chapter) } catch {
        throw Failure("name", error.message, advice: error.advice)
      }
    }
    let book = loader.manifest.id
    if let add, let id { return try self.add(add, chapter: id, loader: loader) }
    if let prefix = edit ?? remove { return try change(prefix, book: book) }
    let record = try LearnerRecord.openOrEmpty()
    let notes = try LearnerRecord.reading { () throws(RecordError) in
      try record.notes(book: book, chapter: id)
    }
    if json { return try Output.json(notes.map(Report.init)) }
    if notes.isEmpty {
      return Output.complain(
        "there are no notes\(id.map { " in \($0)" } ?? "") yet; in the reader, v chooses a paragraph and A writes one"
      )
    }
    let content = try options.book()
    try Output.document(NotesMarkdown.text(NotePlaces.located(notes, in: content), book: content))
  }

  private func add(_ text: String, chapter: String, loader: BookLoader) throws {
    if let section {
      let book = try options.book()
      guard book.chapters[chapter]?.sections.contains(where: { $0.id == section }) == true else {
        throw Failure(
          "name", "the chapter \(chapter) has no section `\(section)`.",
          advice: "`napkin list --json` prints the ids of sections.")
      }
    }
    let note = Note(chapter: chapter, section: section, text: text)
    let record = try LearnerRecord.open()
    try LearnerRecord.reading { () throws(RecordError) in try record.save(note, book: loader.manifest.id) }
    json ? try Output.json(Report(note)) : try Output.line("Kept as \(note.id).")
  }

  /// A note is named by the beginning of its id, where that fits one alone.
  private func change(_ prefix: String, book: String) throws {
    let record = try LearnerRecord.openOrEmpty()
    let all = try LearnerRecord.reading { () throws(RecordError) in try record.notes(book: book) }
    let found = all.filter { $0.id.lowercased().hasPrefix(prefix.lowercased()) }
    guard found.count == 1, let note = found.first, !prefix.isEmpty else {
      throw Failure(
        "name",
        found.isEmpty
          ? "there is no note `\(prefix)`." : "`\(prefix)` is the beginning of \(found.count) notes.",
        advice: "`napkin notes --json` prints the ids.")
    }
    try LearnerRecord.reading { () throws(RecordError) -> Void in
      if let text {
        try record.setText(text, ofNote: note.id, book: book)
      } else {
        try record.removeNote(note.id, book: book)
      }
    }
    try Output.line(text == nil ? "Removed." : "Changed.")
  }

  /// A note in JSON.
  private struct Report: Encodable {
    var id, chapter: String
    var section: String?
    var block: Int
    var quote: String?
    var text: String
    var created, changed: String

    init(_ note: Note) {
      id = note.id
      chapter = note.chapter
      section = note.section
      block = note.block
      quote = note.quote
      text = note.text
      created = note.created.formatted(.iso8601)
      changed = note.changed.formatted(.iso8601)
    }
  }
}
