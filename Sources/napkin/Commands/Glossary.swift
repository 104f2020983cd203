import ArgumentParser
import Content
import Typesetting

/// Prints terms of the glossary with their definitions.
struct Glossary: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the terms of the book, or say what some mean.",
    discussion: """
      napkin glossary
      napkin glossary roofline
      napkin glossary arithmetic intensity --json
      """)

  @Argument(help: "A term, one of its other names, or the beginning of one; a list of all without.")
  var words: [String] = []

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func run() throws {
    let book = try options.book()
    let terms = book.glossary.sorted { $0.name.lowercased() < $1.name.lowercased() }
    let wanted = words.joined(separator: " ")
    let found = wanted.isEmpty ? terms : Self.terms(named: wanted, among: terms)
    if !wanted.isEmpty, found.isEmpty {
      let names = terms.flatMap { [$0.name.lowercased()] + $0.synonyms.map { $0.lowercased() } }
      throw Failure(
        "name", "there is no term '\(wanted)' in the glossary.",
        advice: nearest(to: wanted.lowercased(), among: names).map { "Did you mean '\($0)'?" }
          ?? "`napkin glossary` lists all; `napkin search \(wanted)` looks in the text.")
    }
    if json { return try Output.json(found.map { Report($0, lines: definition(of: $0, in: book)) }) }
    if wanted.isEmpty { return try Output.plain(Self.list(terms)) }
    for (index, term) in found.enumerated() {
      if index > 0 { try Output.line() }
      try Output.line(term.name)
      if !term.synonyms.isEmpty {
        try Output.plain(
          paragraph("also: " + term.synonyms.joined(separator: ", "), indent: 2, width: Output.textWidth))
      }
      for line in definition(of: term, in: book) { try Output.line(line.isEmpty ? "" : "  " + line) }
    }
  }

  /// The term of that name, else those of which a name begins so, else those that contain it.
  static func terms(named wanted: String, among terms: [Term]) -> [Term] {
    let wanted = wanted.lowercased()
    func names(_ term: Term) -> [String] { ([term.name, term.id] + term.synonyms).map { $0.lowercased() } }
    for fits in [{ $0 == wanted }, { $0.hasPrefix(wanted) }, { $0.contains(wanted) }] as [(String) -> Bool] {
      let found = terms.filter { names($0).contains(where: fits) }
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func list(_ terms: [Term]) -> String {
    let rows = terms.map { [$0.name, $0.synonyms.joined(separator: ", ")] }
    return TextTable(rows: rows, indent: 0).text(width: Output.textWidth)
  }

  private func definition(of term: Term, in book: Book) -> [String] {
    let chapter = Chapter(id: "glossary", title: "", file: "", blocks: term.definition)
    var context = PageContext(
      width: Output.textWidth - 2, isASCII: !json && Output.isASCII(), book: book, chapter: chapter,
      isPrinted: true)
    context.marksEmphasis = !json
    return Document.printed(chapter, in: context).map(\.text)
  }

  private struct Report: Encodable {
    var id: String
    var name: String
    var synonyms: [String]
    var definition: String

    init(_ term: Term, lines: [String]) {
      id = term.id
      name = term.name
      synonyms = term.synonyms
      definition = lines.joined(separator: " ")
    }
  }
}
