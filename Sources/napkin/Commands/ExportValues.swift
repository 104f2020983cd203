import ArgumentParser
import Content

/// Writes the values of all calculators.
struct ExportValues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values", abstract: "Write the inputs and outputs of every calculator.",
    discussion: """
      napkin export values --json | jq '.[].outputs'
      napkin export values 5
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title; the whole book without.")
  var chapter: String?

  @Flag(help: "For programs: as `calc ID --json`, a list of all.")
  var json = false

  @OptionGroup var options: ExportOptions

  func run() throws {
    let (book, chapters) = try options.chapters(named: chapter)
    let reports = chapters.flatMap(\.calculators).compactMap { calculator in
      CalculatorView(named: calculator.id, in: book.workbook).map(CalculatorReport.init)
    }
    if json { return try options.write(try Output.jsonText(reports)) }
    var text = ""
    for report in reports {
      for input in report.inputs { text += "\(report.id).\(input.name) = \(input.text)\n" }
      for output in report.outputs {
        text += "\(report.id).\(output.name) = \(output.error.map { "error: \($0)" } ?? output.text)\n"
      }
    }
    try options.write(text)
  }
}
