import ArgumentParser

/// Writes the book, or what is in it, for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write chapters, questions, values or your record for other programs.",
    subcommands: [
      ExportHTML.self, ExportMarkdown.self, ExportGIFT.self, ExportAnki.self, ExportValues.self,
      ExportRecord.self,
    ])
}
