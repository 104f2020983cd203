import ArgumentParser

/// Writes the book, or what is in it, for other programs.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write your record for other programs.", subcommands: [ExportRecord.self])
}
