import ArgumentParser
import Content
import Exchange

/// Prints sources of the book, ready to be cited.
struct Cite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the sources of the book, or print some as text or BibTeX.",
    discussion: """
      napkin cite
      napkin cite williams-2009
      napkin cite williams-2009 --bibtex
      napkin cite --bibtex > book.bib
      """)

  @Argument(help: "Sources by their keys; all without.")
  var keys: [String] = []

  @Flag(help: "As entries of BibTeX.")
  var bibtex = false

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    if bibtex, json { throw ValidationError("--bibtex and --json can not be had together") }
  }

  func run() throws {
    let book = try options.book()
    let all = book.bibliography
    let wanted = keys.isEmpty ? all.keys.sorted() : keys
    let entries = try wanted.map { key throws(Failure) -> BibliographyEntry in
      if let entry = all[key] { return entry }
      throw Failure(
        "name", "there is no source '\(key)' in this book.",
        advice: nearest(to: key, among: all.keys.sorted()).map {
          "Did you mean '\($0)'? `napkin cite` lists all."
        }
          ?? "`napkin cite` lists all.")
    }
    if json { return try Output.json(entries.map(Report.init)) }
    if bibtex { return try Output.plain(entries.map(BibTeX.text).joined(separator: "\n")) }
    for entry in entries {
      if keys.isEmpty { try Output.line(entry.key) }
      try Output.plain(
        paragraph(entry.plainText, indent: keys.isEmpty ? 2 : 0, width: Output.textWidth))
    }
  }

  private struct Report: Encodable {
    var key: String
    var author: String?
    var year: String?
    var title: String
    var container: String?
    var url: String?

    init(_ entry: BibliographyEntry) {
      key = entry.key
      author = entry.author
      year = entry.year
      title = entry.title
      container = entry.container
      url = entry.url
    }

    private enum CodingKeys: String, CodingKey {
      case key, author, year, title, url
      case container = "where"
    }
  }
}

extension BibliographyEntry {
  /// `M. Horowitz (2014). Computing's energy problem. ISSCC. https://…`
  var plainText: String {
    let names = [author, year.map { author == nil ? $0 : "(\($0))" }].compactMap(\.self)
      .joined(separator: " ")
    return [names, title, container ?? "", url ?? ""].filter { !$0.isEmpty }
      .map { $0.hasSuffix(".") || $0 == url ? $0 : $0 + "." }.joined(separator: " ")
  }
}
