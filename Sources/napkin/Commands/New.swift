import ArgumentParser
import Content

/// Writes starting points for authors.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin a book, a chapter, a question or a calculator, with comments that explain it.",
    discussion: """
      What it writes passes `napkin check --strict`. It adds, and never replaces anything.

      napkin new book my-course
      napkin new chapter "Caches and reuse" --book my-course
      napkin new question 2 --kind numeric --book my-course
      napkin new calculator 2 --book my-course
      """,
    subcommands: [NewBook.self, NewChapter.self, NewQuestion.self, NewCalculator.self])
}

/// `napkin new book`.
struct NewBook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book", abstract: "Begin a book in a folder of its own.")

  @Argument(help: ArgumentHelp("The folder; it is made.", valueName: "folder"))
  var folder: String

  @Option(help: "Its title; the folder's name without.")
  var title: String?

  func run() throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let title = title ?? Slug.title(of: name)
    let draft = ChapterDraft(id: "01-weights", title: "The weights of a model")
    let files = [
      ("book.yaml", BookTemplate.manifest(id: Slug.id(of: name), title: title, chapter: draft.id)),
      ("glossary.md", BookTemplate.glossary), ("references.yaml", BookTemplate.references),
      ("constants.yaml", BookTemplate.constants), ("chapters/\(draft.id).md", draft.chapter),
      ("questions/\(draft.id).md", draft.questions),
    ]
    try NewFiles.write(files, in: folder)
    try Output.line("\nRead it:   napkin --book \(folder)\nCheck it:  napkin check \(folder)")
  }
}

/// `napkin new chapter`.
struct NewChapter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chapter", abstract: "Add a chapter with its pool of questions to a book.")

  @Argument(help: "Its title, or its id, such as 07-caches.")
  var name: String

  @Option(help: ArgumentHelp("The id of the part that takes it; the last one without.", valueName: "id"))
  var part: String?

  @OptionGroup var options: BookOptions

  func run() throws {
    let loader = try options.loader()
    let ids = loader.manifest.chapterIDs
    let draft = ChapterDraft(named: name, after: ids)
    if ids.contains(draft.id) {
      throw Failure("name", "the book has a chapter `\(draft.id)` already", advice: "choose another name")
    }
    let parts = loader.manifest.parts
    guard let part = part.map({ wanted in parts.first { $0.id == wanted } }) ?? parts.last else {
      throw Failure(
        "name", "the book has no part `\(part ?? "")`",
        advice: "the parts are \(parts.map(\.id).joined(separator: ", "))")
    }
    let files = [("chapters/\(draft.id).md", draft.chapter), ("questions/\(draft.id).md", draft.questions)]
    try NewFiles.write(files, in: loader.folder)
    if try NewFiles.list(draft.id, inPart: part, of: loader.folder) {
      try Output.line("book.yaml: `\(draft.id)` is the last chapter of the part `\(part.id)`")
    } else {
      try Output.line("Add `\(draft.id)` to the chapters of the part `\(part.id)` in book.yaml.")
    }
  }
}

/// `napkin new question`.
struct NewQuestion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "question", abstract: "Add a question to the pool of a chapter.")

  @Argument(help: "The chapter: its number, id, or a part of its title.")
  var chapter: String

  @Option(help: "choice, multiple, truefalse, numeric, fill, order, match or short.")
  var kind = QuestionTemplate.Kind.choice

  @Option(help: ArgumentHelp("The id of its section; the chapter's first without.", valueName: "id"))
  var section: String?

  @Flag(name: .customLong("print"), help: "Print it, and write nothing.")
  var isPrinted = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let (book, chapter) = try options.chapter(named: chapter)
    if let section, !chapter.sections.contains(where: { $0.id == section }) {
      throw Failure(
        "name", "the chapter has no section `\(section)`",
        advice: "its sections are \(chapter.sections.compactMap(\.id).joined(separator: ", "))")
    }
    let text = QuestionTemplate(kind: kind, chapter: chapter, section: section, book: book).text
    if isPrinted { return try Output.plain(text) }
    try NewFiles.append(text, to: "questions/\(chapter.id).md", in: book.folder)
  }
}

/// `napkin new calculator`.
struct NewCalculator: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calculator", abstract: "Add a calculator to the end of a chapter.")

  @Argument(help: "The chapter: its number, id, or a part of its title.")
  var chapter: String

  @Argument(help: "Its id; made from the chapter's number without.")
  var id: String?

  @Flag(name: .customLong("print"), help: "Print it, and write nothing.")
  var isPrinted = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let (book, chapter) = try options.chapter(named: chapter)
    if let id, !Slug.isID(id) {
      throw Failure(
        "syntax", "`\(id)` is no id", advice: "write letters, digits and hyphens, such as c05-cache")
    }
    if let id, book.workbook.calculator(id) != nil {
      throw Failure("name", "the book has a calculator `\(id)` already", advice: "choose another id")
    }
    let text = CalculatorTemplate.text(id: id ?? Slug.free("\(Slug.prefix(of: chapter))-new", in: book))
    if isPrinted { return try Output.plain(text) }
    try NewFiles.append(text, to: chapter.file, in: book.folder)
  }
}

extension QuestionTemplate.Kind: ExpressibleByArgument {}

extension BookOptions {
  /// The whole book, and a chapter of it.
  fileprivate func chapter(named name: String) throws(Failure) -> (Book, Chapter) {
    let loader = try loader()
    do throws(BookError) {
      let book = loader.rest(of: try loader.open(chapter: nil))
      let id = try loader.chapterID(named: name)
      guard let chapter = book.chapters[id] else { throw BookError("chapter `\(id)` can not be read") }
      return (book, chapter)
    } catch {
      throw Failure("name", error.message, advice: error.advice)
    }
  }
}
