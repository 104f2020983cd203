import ArgumentParser
import Content
import Engine
import Foundation
import Learning

/// Lists scenarios, prints one as the text of its file, reads one from a file, or removes one.
struct Scenarios: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios",
    abstract: "List your scenarios and the book's, print one, read one from a file, or remove one.",
    discussion: """
      napkin scenarios
      napkin scenarios current > on-a-t4.yaml
      napkin scenarios --import on-a-t4.yaml --name t4
      napkin read --scenario t4

      A scenario is everything that was changed: inputs, figures, hardware and model.
      """)

  @Argument(help: "A scenario to print as the text of its file: `current` is what is changed now.")
  var name: String?

  @Option(name: .customLong("import"), help: ArgumentHelp("Keep the scenario of a file.", valueName: "file"))
  var file: String?

  @Option(name: .customLong("name"), help: ArgumentHelp("The name to keep it under.", valueName: "name"))
  var newName: String?

  @Option(help: ArgumentHelp("Remove one of yours.", valueName: "name"))
  var delete: String?

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if [name, file, delete].compactMap(\.self).count > 1 {
      throw ValidationError("expected one of a name, --import or --delete")
    }
    if newName != nil, file == nil { throw ValidationError("--name expects --import") }
  }

  private struct Entry: Encodable {
    var name: String
    var title: String
    var isOfBook: Bool
    var scenario: Scenario

    private enum CodingKeys: String, CodingKey {
      case name, title, scenario
      case isOfBook = "of_book"
    }
  }

  func run() throws {
    let loader = try options.loader()
    let book = loader.manifest.id
    if let name {
      var wanted = ScenarioOptions()
      wanted.name = name
      guard var scenario = try wanted.scenario(of: loader) else { return }
      scenario.book = scenario.book ?? book
      return json ? try Output.json(scenario.scenario) : try Output.document(scenario.text)
    }
    let record = try record()
    do {
      if let file { return try keep(file, in: record, loader) }
      if let delete {
        guard try record.scenario(named: delete, book: book) != nil else {
          throw Failure(
            "name", "there is no scenario '\(delete)' of yours.", advice: "napkin scenarios lists them.")
        }
        return try record.removeScenario(named: delete, book: book)
      }
      try list(record, loader)
    } catch let error as RecordError {
      throw Failure("io", error.message, advice: error.advice)
    }
  }

  private func record() throws(Failure) -> Record {
    do throws(RecordError) {
      return try Record(path: Record.defaultPath(environment: Program.environment))
    } catch {
      throw Failure("io", error.message, advice: error.advice)
    }
  }

  private func keep(_ file: String, in record: Record, _ loader: BookLoader) throws {
    let scenario: ScenarioFile
    do throws(BookError) { scenario = try BookLoader.scenario(file: file) } catch { throw Failure(error) }
    if let book = scenario.book, book != loader.manifest.id {
      throw Failure(
        "choice", "\(file) is a scenario of the book '\(book)', and this is '\(loader.manifest.id)'.")
    }
    // What does not fit the book is said now, and not when it is opened.
    var workbook = try options.book().workbook
    if let problem = workbook.apply(scenario.scenario).first { throw Failure(problem) }
    let name = newName ?? scenario.title
    try record.save(scenario.scenario, named: name, book: loader.manifest.id)
    try Output.line("Kept as '\(name)'.")
  }

  private func list(_ record: Record, _ loader: BookLoader) throws {
    let book = try options.book()
    var entries = try record.scenarios(book: loader.manifest.id).map {
      Entry(name: $0.name, title: "yours", isOfBook: false, scenario: $0.scenario)
    }
    if let current = try record.scenario(book: loader.manifest.id), !current.isEmpty {
      let entry = Entry(
        name: NamedScenario.current, title: "what you changed last", isOfBook: false, scenario: current)
      entries.insert(entry, at: 0)
    }
    entries += book.scenarios.sorted { $0.key < $1.key }.map {
      Entry(name: $0.key, title: $0.value.title, isOfBook: true, scenario: $0.value.scenario)
    }
    if json { return try Output.json(entries) }
    guard !entries.isEmpty else { return try Output.line("There are no scenarios: nothing is changed.") }
    let rows = entries.map { [$0.name, $0.title, $0.scenario.words] }
    try Output.plain(TextTable(rows: rows).text(width: Output.pageWidth))
  }
}
