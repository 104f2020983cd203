import ArgumentParser
import Content
import Exchange

/// Writes questions in Moodle's GIFT format.
struct ExportGIFT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gift", abstract: "Write questions in Moodle's GIFT format.",
    discussion: """
      napkin export gift 5 -o questions.gift

      What GIFT can not carry is listed on standard error.
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title; the whole book without.")
  var chapter: String?

  @OptionGroup var options: ExportOptions

  func run() throws {
    let (book, chapters) = try options.chapters(named: chapter)
    var texts: [String] = []
    for chapter in chapters where !chapter.questions.isEmpty {
      let result = GIFTWriter.text(of: chapter.questions, words: PageWords(book: book, chapter: chapter))
      texts.append(result.text)
      for loss in result.losses {
        let place = chapter.questions.first { $0.id == loss.question }
        Output.remark(
          "\(place.map { "\($0.file):\($0.range.start.line): " } ?? "")`\(loss.question)`: \(loss.message)")
      }
    }
    try options.write(texts.joined(separator: "\n"))
  }
}
