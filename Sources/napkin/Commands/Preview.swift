import ArgumentParser
import Content
import Foundation

/// Shows one file as the book shows it, and follows its changes.
struct Preview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Show a Markdown file as the book would, and follow its changes while you edit it.",
    discussion: """
      napkin preview Content/chapters/05-neural-computation.md
      napkin preview notes.md

      A chapter of a book opens in its book; a draft beside a book has the book's profiles and equations. Nothing of a \
      preview is kept in your record.
      """)

  @Argument(help: "A Markdown file.")
  var file: String

  @OptionGroup var characters: CharacterOptions

  @OptionGroup var mode: LineOptions

  func run() throws {
    let path = file.hasPrefix("/") ? file : Program.directory + "/" + file
    guard
      let resolved = realpath(path, nil).map({ pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      })
    else {
      throw Failure("io", "there is no file '\(file)'.", advice: "Name a Markdown file.")
    }
    let directory = (resolved as NSString).deletingLastPathComponent
    let name = (resolved as NSString).lastPathComponent
    do throws(BookError) {
      let found = try? BookLoader.find(
        option: nil, environment: [:], directory: directory, executable: nil as String?)
      if let folder = found, resolved.hasPrefix(folder + "/") {
        let loader = try BookLoader(folder: folder)
        let id = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
        if loader.manifest.chapterIDs.contains(id) {
          return try open(id, loader)
        }
        return try open(nil, BookLoader(page: String(resolved.dropFirst(folder.count + 1)), in: folder))
      }
      try open(nil, BookLoader(page: name, in: directory))
    } catch {
      throw Failure(error)
    }
  }

  private func open(_ chapter: String?, _ loader: BookLoader) throws(BookError) {
    do throws(Failure) {
      try Read.open(
        chapter: chapter, repertoire: characters.repertoire, loader: loader, line: mode.line, isKept: false)
    } catch {
      throw BookError(error.message, advice: error.advice)
    }
  }
}
