import ArgumentParser

/// Opens the book.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open the book where you left it, or at a chapter.")

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String?

  @OptionGroup var options: BookOptions

  func run() throws {}
}
