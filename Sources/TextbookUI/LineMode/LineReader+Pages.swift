import Content
import Typesetting

/// Terms, and the pages that the program writes.
extension LineReader {
  /// Says what a term means: by its name, another name, its id, or the beginning of its name.
  func define(_ name: String) {
    let wanted = name.lowercased()
    guard !wanted.isEmpty else { return terminal.say("Expected a term, as in term arithmetic intensity.") }
    let glossary = context.book.glossary
    func names(_ term: Term) -> [String] { ([term.name, term.id] + term.synonyms).map { $0.lowercased() } }
    let term =
      glossary.first { names($0).contains(wanted) }
      ?? glossary.first { names($0).contains { $0.hasPrefix(wanted) } }
    guard let term else {
      terminal.say("The glossary has no term \"\(name)\". search looks for words in the text.")
      return
    }
    terminal.say(
      term.name + (term.synonyms.isEmpty ? "" : ", also: " + term.synonyms.joined(separator: ", ")) + ".")
    terminal.say(words(of: term.definition, in: context))
  }

  /// Lists the pages that are offered by name.
  mutating func listPages() {
    items = Book.pages.map { .page($0.address) }
    for (index, page) in Book.pages.enumerated() { terminal.say("\(index + 1). \(page.title)") }
  }

  /// Says a page that the program writes; the place in the book stays.
  func sayPage(_ address: PageAddress) {
    guard let page = context.book.page(at: address) else {
      terminal.say("There is no page \(address). pages lists them.")
      return
    }
    var beside = context
    beside.chapter = page
    terminal.say(page.title + ".")
    terminal.say()
    terminal.say(words(of: page.blocks, in: beside))
  }
}
