import ArgumentParser

/// Takes chapters and questions over from other formats.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take over a Quarto chapter, questions, or your record of another machine.",
    discussion: """
      What can not be carried over is listed on standard error as file:line with what became of it. No file is replaced \
      without --force.
      """,
    subcommands: [ImportQuarto.self, ImportQuizzes.self, ImportGIFT.self, ImportRecord.self])
}
