import ArgumentParser

/// Writes the book, or what is in it, for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write chapters, questions or values for other programs.",
    subcommands: [ExportHTML.self, ExportMarkdown.self, ExportGIFT.self, ExportAnki.self, ExportValues.self])
}
