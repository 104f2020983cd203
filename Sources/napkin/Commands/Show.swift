import ArgumentParser
import Content
import Foundation
import Typesetting

/// Prints a chapter, a part of one, or a file.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a chapter, a section, a calculator, or any Markdown file.",
    discussion: """
      napkin show 5
      napkin show sec-activations --width 60
      napkin show notes.md --ansi | less -R
      """)

  @Argument(help: "A chapter's number, id or title, the id of something in it, or a Markdown file.")
  var subject: String

  @Option(help: ArgumentHelp("Columns; the terminal's, at most 88, without.", valueName: "columns"))
  var width: Int?

  @Flag(exclusivity: .exclusive, help: "Plain text, or with the terminal's styles.")
  var form: Form?

  @Flag(help: "Characters of ASCII alone.")
  var ascii = false

  @OptionGroup var options: BookOptions

  /// What lines are printed as.
  enum Form: String, EnumerableFlag { case plain, ansi }

  func validate() throws {
    if let width, !(20...400).contains(width) {
      throw ValidationError("--width: expected 20 to 400 columns, found \(width)")
    }
  }

  func run() throws {}
}
