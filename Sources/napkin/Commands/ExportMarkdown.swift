import ArgumentParser
import Content
import Exchange

/// Writes chapters as plain Markdown with the numbers filled in.
struct ExportMarkdown: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "markdown",
    abstract: "Write a chapter, or the book, as plain Markdown with its numbers filled in.",
    discussion: """
      napkin export markdown 5 -o chapter.md
      napkin export markdown --all | pandoc -o book.docx
      """)

  @Argument(help: "A chapter: its number, id, or a part of its title.")
  var chapter: String?

  @Flag(help: "The whole book.")
  var all = false

  @Flag(help: "Leave the answers of questions out.")
  var withoutAnswers = false

  @OptionGroup var options: ExportOptions

  func run() throws {
    let (book, chapters) = try options.chapters(named: chapter, all: all, command: "markdown")
    let texts = chapters.map { chapter in
      MarkdownPage.text(of: chapter, in: book, showsAnswers: !withoutAnswers, isPart: chapters.count > 1)
    }
    try options.write(texts.joined(separator: "\n"))
  }
}
