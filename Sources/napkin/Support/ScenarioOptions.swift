import ArgumentParser
import Content
import Engine
import Foundation
import Learning

/// What is changed in the book, where the author's values are not wanted.
struct ScenarioOptions: ParsableArguments {
  @Option(
    name: .customLong("scenario"),
    help: ArgumentHelp(
      "With what is changed in a scenario: a name, yours or the book's, or a file. `current` is what you changed last.",
      valueName: "name"))
  var name: String?

  /// The scenario that was named; nil when none was.
  func scenario(of loader: BookLoader) throws(Failure) -> ScenarioFile? {
    guard let name else { return nil }
    let files = FileManager.default
    for path in [name, "\(loader.folder)/scenarios/\(name).yaml"] where files.fileExists(atPath: path) {
      do throws(BookError) { return try BookLoader.scenario(file: path) } catch { throw Failure(error) }
    }
    let (kept, names) = try Self.kept(name, book: loader.manifest.id)
    if let kept { return ScenarioFile(title: name, scenario: kept) }
    throw Failure(
      "name", "there is no scenario '\(name)' and no such file.",
      advice: nearest(to: name, among: names).map { "Did you mean '\($0)'?" }
        ?? "napkin scenarios lists them.")
  }

  /// A scenario of the learner's record, and the names of all.
  private static func kept(_ name: String, book: String) throws(Failure) -> (Scenario?, [String]) {
    let path = Record.defaultPath(environment: Program.environment)
    guard FileManager.default.fileExists(atPath: path) else { return (nil, []) }
    do throws(RecordError) {
      let record = try Record(path: path)
      return (try record.scenario(named: name, book: book), try record.scenarios(book: book).map(\.name))
    } catch {
      throw Failure("io", error.message, advice: error.advice)
    }
  }

  /// The book with what the scenario changes.
  func applied(to book: Book, of loader: BookLoader) throws(Failure) -> Book {
    guard let scenario = try scenario(of: loader) else { return book }
    var book = book
    if let problem = book.workbook.apply(scenario.scenario).first { throw Failure(problem) }
    return book
  }
}

extension BookOptions {
  /// The whole book with what a scenario changes.
  func book(with scenario: ScenarioOptions) throws(Failure) -> Book {
    try scenario.applied(to: try book(), of: try loader())
  }
}
