import ArgumentParser
import Content
import Foundation
import Typesetting

/// Finds words in the whole book.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find words in the book: text, sections, questions, calculators, equations, profiles, terms.",
    discussion: """
      napkin search kv cache
      napkin search '"vanishing gradient"' --kind text
      napkin search bandw --json

      Every word may be the beginning of one; a phrase stands in quotes. What has a _ in it is one word: d_k. \
      Answers to questions are not searched.
      """)

  @Argument(help: "Words, or a phrase in quotes.")
  var words: [String]

  @Option(
    help: ArgumentHelp(
      "Only what is of this kind: \(SearchEntry.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: [SearchEntry.Kind] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("At most so many results.", valueName: "count"),
    transform: NumberOption.whole(1...1000))
  var limit = 20

  @Flag(help: "For programs.")
  var json = false

  @OptionGroup var options: BookOptions

  func validate() throws {
    guard words.contains(where: { $0.contains { $0.isLetter || $0.isNumber } }) else {
      throw ValidationError("expected words to look for, or a phrase in quotes")
    }
  }

  func run() throws {
    let loader = try options.loader()
    let hits: [SearchHit]
    do {
      let index = try SearchIndex(path: Program.searchIndex(of: loader))
      let stamps = loader.stamps()
      if try !index.stale(stamps).isEmpty {
        try index.update(options.book(), stamps: stamps, formulas: .typeset)
      }
      hits = try index.hits(
        for: words.joined(separator: " "), kinds: kind.isEmpty ? nil : Set(kind), limit: limit)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure("io", "the search index can not be used: \(error)")
    }
    if json { return try Output.json(hits.map(Report.init)) }
    if hits.isEmpty {
      Output.complain("nothing in the book has “\(words.joined(separator: " "))”")
      throw ExitStatus.findings
    }
    var lines: [StyledLine] = []
    for hit in hits {
      var head = StyledLine(sanitized(hit.place), Style(.label))
      if !hit.title.isEmpty, hit.title.text != hit.place {
        head.append(" · ", Style(.label))
        head = head.appending(hit.title.line(Style(.heading)))
      }
      head.append("  \(hit.kind.name.lowercased())", Style(.label))
      if let id = hit.id { head.append(" \(sanitized(id))", Style(.label)) }
      lines.append(head)
      if !hit.snippet.isEmpty { lines.append(StyledLine("  ").appending(hit.snippet.line(Style()))) }
    }
    try Output.lines(lines, look: Output.look)
  }

  /// The shape of a result in JSON.
  private struct Report: Encodable {
    var kind, place, title, snippet, page: String
    var id: String?

    init(_ hit: SearchHit) {
      kind = hit.kind.rawValue
      place = hit.place
      title = hit.title.text
      snippet = hit.snippet.text
      page = hit.page
      id = hit.id
    }
  }
}

extension SearchEntry.Kind: ExpressibleByArgument {}

extension Program {
  /// Where the search index of a book is kept; nil where there is no place for it.
  static func searchIndex(of loader: BookLoader) -> String? {
    cache(
      "search-\(String(loader.folder.utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) }, radix: 16)).sqlite"
    )
  }
}
