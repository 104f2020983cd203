import ArgumentParser
import Content

/// Writes chapters as one HTML file, or Markdown as HTML.
struct ExportHTML: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "html", abstract: "Write a chapter, or the book, as one HTML file.",
    discussion: """
      napkin export html 5 -o chapter.html
      napkin export html --all -o book.html
      echo '*hello*' | napkin export html --bare -
      """)

  @Argument(
    help:
      "A chapter: its number, id, or a part of its title; with --bare a Markdown file, - for standard input.")
  var subject: String?

  @Flag(help: "The HTML of the body of a Markdown file alone, by the GFM specification; raw HTML passes.")
  var bare = false

  func run() throws {
    guard bare, let subject else {
      throw Failure("syntax", "name a file, as in: napkin export html --bare -")
    }
    let bytes = try TextFile.bytes(subject)
    try Output.write(HTMLWriter.bare(String(decoding: bytes, as: UTF8.self)))
  }
}
