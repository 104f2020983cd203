import ArgumentParser
import Content

/// Lists the questions of the book.
struct Questions: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "List the questions of the book or a chapter; with --json whole, answers included.",
    discussion: """
      napkin questions 5
      napkin questions --json | jq '.[].stem'
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String?

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let loader = try options.loader()
    var ids = loader.manifest.chapterIDs
    if let chapter {
      do throws(BookError) { ids = [try loader.chapterID(named: chapter)] } catch {
        throw Failure("name", error.message, advice: error.advice)
      }
    }
    let book = try options.book()
    let reports = ids.compactMap { book.chapters[$0] }.flatMap { chapter in
      chapter.questions.map { QuestionReport($0, of: chapter, in: book) }
    }
    if json { return try Output.json(reports) }
    try Output.plain(text(of: reports))
  }

  /// By section: id, kind, difficulty, and what is asked.
  private func text(of reports: [QuestionReport]) -> String {
    var text = ""
    var place: String?
    for report in reports {
      let section = [report.chapter, report.section].compactMap(\.self).joined(separator: ", ")
      if section != place {
        text += (place == nil ? "" : "\n") + section + "\n"
        place = section
      }
      text += "  \(report.id)  \(report.kind), \(["easy", "medium", "hard"][report.difficulty - 1])\n"
      let stem = report.stem.replacing("\n", with: " ")
      text += paragraph(stem, indent: 4, width: Output.textWidth)
    }
    return text
  }
}
