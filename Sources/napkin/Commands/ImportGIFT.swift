import ArgumentParser
import Exchange

/// Makes a file of questions of a Moodle GIFT file.
struct ImportGIFT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gift", abstract: "Make a file of questions of a Moodle GIFT file.",
    discussion: """
      napkin import gift questions.gift --chapter 5
      napkin import gift questions.gift -o questions.md
      """)

  @Argument(help: "The GIFT file, - for standard input.")
  var file: String

  @OptionGroup var options: QuestionImportOptions

  func run() throws {
    try options.run(file: file) { text, target throws(ImportProblem) in
      try GIFTImporter.questions(of: text, for: target)
    }
  }
}
