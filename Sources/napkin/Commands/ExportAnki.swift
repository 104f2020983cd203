import ArgumentParser
import Content
import Exchange

/// Writes questions as cards for Anki.
struct ExportAnki: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anki", abstract: "Write questions and terms as cards for Anki, tab separated.",
    discussion: """
      napkin export anki 5 -o cards.txt

      In Anki choose File, Import. Each card has an id, so that a later import updates it.
      """)

  @Argument(
    help: "A chapter: its number, id, or a part of its title; the whole book with its glossary without.")
  var chapter: String?

  @OptionGroup var options: ExportOptions

  func run() throws {
    let (book, chapters) = try options.chapters(named: chapter)
    try options.write(AnkiWriter.text(of: chapters, in: book, withTerms: chapter == nil))
  }
}
