import ArgumentParser
import Content
import Exchange
import Foundation

/// Makes a chapter of a Quarto file.
struct ImportQuarto: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarto", abstract: "Make a chapter of a Quarto file.",
    discussion: """
      napkin import quarto training.qmd             a small book in the folder training
      napkin import quarto training.qmd -o Content  chapters/training.md of a book, its sources in references.yaml
      napkin import quarto training.qmd -o -        the chapter on standard output
      """)

  @Argument(help: "The .qmd file, - for standard input.")
  var file: String

  @Option(name: .shortAndLong, help: "A book's folder, a file ending in .md, or - for standard output.")
  var output: String?

  @Option(help: "The chapter's number.")
  var number: Int?

  @Option(
    help: ArgumentHelp(
      "A BibTeX file with sources that it cites, besides those beside it.", valueName: "file"))
  var bibliography: [String] = []

  @Flag(help: "Replace files that exist.")
  var force = false

  @Flag(help: "Exit with 1 when something could not be carried over.")
  var strict = false

  @Flag(help: "For programs.")
  var json = false

  func validate() throws {
    if let number, !(0...999).contains(number) {
      throw ValidationError("--number: expected 0 to 999, found \(number)")
    }
  }

  func run() throws {
    let text = try TextFile.read(file)
    let destination = output ?? stem
    let isFolder = destination != "-" && !destination.hasSuffix(".md")
    let book = isFolder ? try existingBook(in: destination) : nil
    let folder = TextFile.folder(of: file)
    let chapter = QuartoImporter.chapter(
      of: text, title: stem.replacing("-", with: " ").capitalized, number: number.map(String.init),
      surroundings: .init(anchors: book?.anchors(without: id) ?? []) { path in
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else { return nil }
        return try? TextFile.read(folder.isEmpty ? path : folder + "/" + path)
      })
    var report = ImportReport()
    report.add(chapter.notes, of: file)
    if isFolder {
      try write(chapter, into: destination, of: book, folder, &report)
    } else {
      try TextFile.write(chapter.text, to: destination, force: force)
      report.files.append(destination)
      if !chapter.citations.isEmpty {
        report.advice.append(
          "sources to add to references.yaml: \(chapter.citations.joined(separator: ", "))")
      }
    }
    if !(json && destination == "-") { try report.print(json: json) }
    if strict, !report.notes.isEmpty { throw ExitStatus.findings }
  }

  /// The file's name without its ending, as the id of a chapter.
  private var stem: String {
    if file == "-" { return "chapter" }
    let name = TextFile.stem(of: file)
    let words = name.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? "chapter" : words.joined(separator: "-")
  }

  private var id: String {
    guard let number else { return stem }
    return (number < 10 ? "0" : "") + "\(number)-" + stem
  }

  private func existingBook(in folder: String) throws(Failure) -> Book? {
    guard TextFile.exists(folder + "/book.yaml") else { return nil }
    return try BookOptions.loader(folder: folder).whole()
  }

  private func write(
    _ chapter: QuartoImporter.Result, into folder: String, of book: Book?, _ sourceFolder: String,
    _ report: inout ImportReport
  ) throws(Failure) {
    let path = "\(folder)/chapters/\(id).md"
    try TextFile.write(chapter.text, to: path, force: force)
    report.files.append(path)
    let known = book.map { Set($0.bibliography.keys) } ?? []
    let missing = chapter.citations.filter { !known.contains($0) }
    let found = try sources(in: sourceFolder)
    let entries = missing.map { found[$0] ?? BibTeX.Entry(unknown: $0) }
    let unknown = missing.filter { found[$0] == nil }
    if !unknown.isEmpty {
      report.notes.append(
        .init(
          file: file, line: 1,
          message:
            "no bibliography that was read has \(unknown.joined(separator: ", ")); references.yaml has "
            + "placeholders for them; name more with --bibliography FILE"))
    }
    if !entries.isEmpty {
      let references = folder + "/references.yaml"
      let old = TextFile.exists(references) ? try TextFile.read(references) : ""
      let text =
        old + (old.isEmpty || old.hasSuffix("\n") ? "" : "\n") + entries.map { $0.yaml + "\n" }.joined()
      try TextFile.write(text, to: references, force: true)
      report.files.append(references)
    }
    if let book {
      if !book.manifest.chapterIDs.contains(id) {
        report.advice.append("add \(id) to the `chapters` of a part in \(folder)/book.yaml")
      }
      return
    }
    let manifest = """
      id: \(stem)
      title: "\(chapter.title.filter { $0 != "\"" && $0 != "\\" })"
      version: 1
      parts:
        - {id: imported, title: Imported, chapters: [\(id)]}

      """
    try TextFile.write(manifest, to: folder + "/book.yaml", force: force)
    report.files.append(folder + "/book.yaml")
  }

  /// The sources of the files that are named, and of all `.bib` files beside the chapter.
  private func sources(in folder: String) throws(Failure) -> [String: BibTeX.Entry] {
    var entries: [String: BibTeX.Entry] = [:]
    for file in bibliography {
      entries.merge(BibTeX.entries(of: try TextFile.read(file))) { first, _ in first }
    }
    if file == "-" { return entries }
    let place = folder.isEmpty ? "." : folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    for name in names.sorted() where name.hasSuffix(".bib") {
      guard let text = try? TextFile.read(place + "/" + name) else { continue }
      entries.merge(BibTeX.entries(of: text)) { first, _ in first }
    }
    return entries
  }
}

extension Book {
  /// Everything that a reference may name.
  var allAnchors: Set<String> {
    Set(chapters.values.flatMap(\.anchors).compactMap(\.id) + glossary.map(\.id))
  }
}

extension Book {
  /// Those of the other chapters, where one is written anew.
  func anchors(without chapter: String) -> Set<String> {
    var book = self
    book.chapters[chapter] = nil
    return book.allAnchors
  }
}

extension BookLoader {
  /// The whole book.
  func whole() throws(Failure) -> Book {
    do throws(BookError) {
      return rest(of: try open(chapter: nil))
    } catch {
      throw Failure(error)
    }
  }
}
