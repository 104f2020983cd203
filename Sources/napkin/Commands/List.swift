import ArgumentParser
import Content

/// Prints the contents of the book.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the chapters of the book with their sections.",
    discussion: """
      napkin list
      napkin list --json
      """)

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.book()
    let contents = Contents(book)
    if json { return try Output.json(contents) }
    var text = contents.title + "\n"
    for part in contents.parts {
      text += "\n" + part.title + "\n"
      for chapter in part.chapters {
        text += paragraph(
          [chapter.number, chapter.title].compactMap(\.self).joined(separator: "  "), indent: 2,
          width: Output.textWidth)
        for section in chapter.sections {
          text += paragraph(
            [section.number, section.title].compactMap(\.self).joined(separator: "  "), indent: 5,
            width: Output.textWidth)
        }
      }
    }
    try Output.plain(text)
  }
}

/// What `list` prints.
private struct Contents: Encodable {
  struct Part: Encodable {
    var id: String
    var title: String
    var chapters: [Chapter]
  }

  struct Chapter: Encodable {
    var id: String
    var number: String?
    var title: String
    var file: String
    var sections: [Section]
    var calculators: Int
    var questions: Int
  }

  struct Section: Encodable {
    var id: String?
    var number: String?
    var title: String
  }

  var id: String
  var title: String
  var version: String
  var parts: [Part]

  init(_ book: Book) {
    id = book.manifest.id
    title = book.manifest.title
    version = book.manifest.version
    parts = book.manifest.parts.map { part in
      let chapters = part.chapters.compactMap { book.chapters[$0] }.map { chapter in
        Chapter(
          id: chapter.id, number: chapter.number, title: chapter.title, file: chapter.file,
          sections: chapter.sections.filter { $0.level == 2 }.map {
            Section(id: $0.id, number: $0.number, title: $0.title)
          },
          calculators: chapter.calculators.count, questions: chapter.questions.count)
      }
      return Part(id: part.id, title: part.title, chapters: chapters)
    }
  }
}
