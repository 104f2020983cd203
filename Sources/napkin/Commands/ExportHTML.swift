import ArgumentParser
import Content
import Exchange

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

  @Flag(help: "The whole book.")
  var all = false

  @Flag(help: "The HTML of the body of a Markdown file alone, by the GFM specification; raw HTML passes.")
  var bare = false

  @OptionGroup var options: ExportOptions

  func run() throws {
    if bare { return try writeBare() }
    let (book, chapters) = try options.chapters(named: subject, all: all, command: "html")
    let title = chapters.count == 1 && !all ? chapters.first?.title : nil
    try options.write(HTMLBook.text(of: chapters, in: book, title: title ?? book.manifest.title))
  }

  private func writeBare() throws(Failure) {
    guard let subject, !all else {
      throw Failure("syntax", "--bare takes one Markdown file.", advice: "As in: napkin export html --bare -")
    }
    let bytes = try TextFile.bytes(subject)
    try options.write(HTMLWriter.bare(String(decoding: bytes, as: UTF8.self)))
  }
}
