import ArgumentParser
import Content
import Engine

/// Lists equations, or shows some.
struct Equations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equations",
    abstract: "List the equations of the book, or show some with symbols, assumptions and sources.",
    discussion: """
      napkin equations
      napkin equations --topic memory
      napkin equations iron_law
      """)

  @Argument(help: "Equations by their ids; a list of all without.")
  var ids: [String] = []

  @Option(help: "Only those of a topic.")
  var topic: String?

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if topic != nil, !ids.isEmpty { throw ValidationError("expected ids of equations or --topic, not both") }
  }

  func run() throws {
    let book = try options.book()
    let equations = book.workbook.library.equations
    if ids.isEmpty {
      return try list(try wanted(equations), in: book)
    }
    let reports = try ids.map { id throws(Failure) -> EquationReport in
      guard let equation = equations[id] else { throw Equations.unknown(id, in: book) }
      return EquationReport(equation, in: book)
    }
    if json { return reports.count == 1 ? try Output.json(reports[0]) : try Output.json(reports) }
    let texts = reports.map { $0.text(in: book, width: Output.textWidth) }
    try Output.plain(texts.joined(separator: "\n\n"))
  }

  static func unknown(_ id: String, in book: Book) -> Failure {
    let ids = book.workbook.library.equations.keys.sorted()
    return Failure(
      "name", "there is no equation '\(id)' in this book.",
      advice: nearest(to: id, among: ids).map { "Did you mean '\($0)'? napkin equations lists all." }
        ?? "napkin equations lists all.")
  }

  private func wanted(_ equations: [String: Equation]) throws(Failure) -> [Equation] {
    let all = equations.values.sorted { ($0.topic ?? "", $0.id) < ($1.topic ?? "", $1.id) }
    guard let topic else { return all }
    let found = all.filter { $0.topic == topic }
    if found.isEmpty {
      let topics = Set(all.compactMap(\.topic)).sorted()
      throw Failure(
        "name", "there are no equations of the topic '\(topic)'.",
        advice: nearest(to: topic, among: topics).map { "Did you mean '\($0)'?" }
          ?? "The topics are \(topics.joined(separator: ", ")).")
    }
    return found
  }

  private func list(_ equations: [Equation], in book: Book) throws(Failure) {
    if json { return try Output.json(equations.map { EquationReport($0, in: book) }) }
    let column = equations.map(\.id.count).max() ?? 0
    var topic: String?
    var text = ""
    for equation in equations {
      if equation.topic != topic {
        text += (text.isEmpty ? "" : "\n") + (equation.topic ?? "other") + "\n"
        topic = equation.topic
      }
      let lines = wrapped(equation.name, to: max(16, Output.pageWidth - column - 4))
      for (index, line) in lines.enumerated() {
        let lead = index == 0 ? equation.id : ""
        text += "  " + lead + spaces(column - lead.count + 2) + line + "\n"
      }
    }
    try Output.plain(text)
  }
}
