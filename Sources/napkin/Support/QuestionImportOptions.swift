import ArgumentParser
import Content
import Exchange
import Foundation

/// What the imports of questions have in common: where the questions go, and the chapter that they are for.
struct QuestionImportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The chapter that they are for: its number, id, or a part of its title.", valueName: "id"))
  var chapter: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file to write, - for standard output. Without it the chapter's file in questions/, or standard output.",
      valueName: "file"))
  var output: String?

  @Flag(help: "Add the objectives that the questions name to the chapter's front matter.")
  var addObjectives = false

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Flag(help: "Exit with 1 when something could not be carried over.")
  var strict = false

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  /// Reads the questions with `read` and writes them.
  func run(
    file: String, read: (String, ImportTarget) throws(ImportProblem) -> QuestionImport
  ) throws {
    let text = try TextFile.read(file)
    var name = file == "-" ? "imported" : Self.name(file)
    var found: (book: Book, chapter: Chapter)?
    if let chapter {
      let (book, read) = try self.find(chapter)
      found = (book, read)
      name = Self.words(String(read.id.drop { $0.isNumber || $0 == "-" }))
    } else if addObjectives {
      throw Failure("syntax", "--add-objectives needs a chapter.", advice: "Name it with --chapter ID.")
    }
    let destination = output ?? found.map { "\($0.book.folder)/questions/\($0.chapter.id).md" } ?? "-"
    let target = Self.target(named: name, found, replacing: destination)
    let result: QuestionImport
    do throws(ImportProblem) {
      result = try read(text, target)
    } catch {
      var failure = Failure("syntax", error.message, advice: error.advice)
      failure.file = file
      failure.line = error.line
      throw failure
    }
    var report = ImportReport()
    report.add(result.notes, of: file)
    if let found, addObjectives, !result.objectives.isEmpty {
      let path = "\(found.book.folder)/\(found.chapter.file)"
      guard let changed = FrontMatterEditor.adding(result.objectives, to: try TextFile.read(path)) else {
        throw Failure(
          "syntax", "the objectives of '\(path)' can not be extended.",
          advice: "Write them one a line, as in `id: text`.")
      }
      try TextFile.write(result.text, to: destination, force: force)
      try TextFile.write(changed, to: path, force: true)
      report.files.append(path)
    } else {
      try TextFile.write(result.text, to: destination, force: force)
      if !result.objectives.isEmpty {
        report.advice.append(
          "\(result.objectives.count) learning objectives stand as comments in the questions; with --chapter and "
            + "--add-objectives they join the chapter's front matter")
      }
    }
    report.files.append(destination)
    if !(json && destination == "-") { try report.print(json: json) }
    if strict, !report.notes.isEmpty { throw ExitStatus.findings }
  }

  private func find(_ name: String) throws(Failure) -> (Book, Chapter) {
    let loader = try options.loader()
    let book = try loader.whole()
    do throws(BookError) {
      let id = try loader.chapterID(named: name)
      guard let chapter = book.chapters[id] else { throw BookError("chapter '\(id)' can not be read") }
      return (book, chapter)
    } catch {
      throw Failure("name", error.message, advice: error.advice)
    }
  }

  private static func target(
    named name: String, _ found: (book: Book, chapter: Chapter)?, replacing destination: String
  ) -> ImportTarget {
    guard let (book, chapter) = found else { return ImportTarget(name: name) }
    func resolved(_ path: String) -> String {
      let folder = TextFile.folder(of: path)
      let place = realpath(folder.isEmpty ? "." : folder, nil)
      defer { free(place) }
      return (place.map { String(cString: $0) } ?? folder) + "/" + TextFile.stem(of: path)
    }
    let replaced = resolved(destination)
    let others = book.chapters.values.flatMap(\.questions).filter {
      resolved("\(book.folder)/\($0.file)") != replaced
    }
    return ImportTarget(
      name: name,
      sections: chapter.sections.compactMap { section in section.id.map { ($0, section.title) } },
      objectives: chapter.objectives.map { ($0.id, $0.text) }, anchors: book.allAnchors,
      usedIDs: Set(others.map(\.id)))
  }

  /// `training` of `path/training_quizzes.json`.
  private static func name(_ file: String) -> String {
    var name = TextFile.stem(of: file)
    for ending in ["_quizzes", "-quizzes", "_quiz"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count))
    }
    return words(name)
  }

  private static func words(_ text: String) -> String {
    let words = text.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? "imported" : words.joined(separator: "-")
  }
}
