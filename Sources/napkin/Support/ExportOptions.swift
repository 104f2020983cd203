import ArgumentParser
import Content

/// What the exports have in common: which chapters, and where they go.
struct ExportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output without it, or with -.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a file that exists.")
  var force = false

  @OptionGroup var options: BookOptions

  func write(_ text: String) throws(Failure) { try TextFile.write(text, to: output ?? "-", force: force) }

  /// The book, and the chapter with this name, or all of them.
  func chapters(named name: String?) throws(Failure) -> (book: Book, chapters: [Chapter]) {
    let loader = try options.loader()
    let book = try loader.whole()
    guard let name else { return (book, book.manifest.chapterIDs.compactMap { book.chapters[$0] }) }
    do throws(BookError) {
      let id = try loader.chapterID(named: name)
      guard let chapter = book.chapters[id] else { throw BookError("chapter '\(id)' can not be read") }
      return (book, [chapter])
    } catch {
      throw Failure("name", error.message, advice: error.advice)
    }
  }

  /// For those who must say which: a chapter or `--all`.
  func chapters(named name: String?, all: Bool, command: String) throws(Failure) -> (
    book: Book, chapters: [Chapter]
  ) {
    if (name == nil) != all {
      throw Failure(
        "syntax",
        name == nil ? "name a chapter, or --all for the book." : "name a chapter or --all, not both.",
        advice: "As in: napkin export \(command) 5")
    }
    return try chapters(named: name)
  }
}
