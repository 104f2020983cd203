import Content
import Engine
import Typesetting

/// Terms, sources, and the pages that the program writes.
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
    say(term)
  }

  private func say(_ term: Term) {
    terminal.say(
      term.name + (term.synonyms.isEmpty ? "" : ", also: " + term.synonyms.joined(separator: ", ")) + ".")
    terminal.say(words(of: term.definition, in: context))
  }

  // MARK: Sources

  /// Says the sources that the section cites, or those with these words.
  func saySources(_ text: String) {
    if !text.isEmpty {
      let keys = sources(with: text)
      return keys.isEmpty ? terminal.say("No source has \"\(text)\".") : say(sources: keys)
    }
    var keys: [String] = []
    for block in currentSection.map({ context.chapter.blocks[$0.blocks] }) ?? [] {
      block.walk(inlines: { inline in
        if case .citation(let cited) = inline { keys += cited.filter { !keys.contains($0) } }
      })
    }
    if keys.isEmpty {
      return terminal.say(
        "This section cites no sources. sources WORDS looks for some, by author, year or title.")
    }
    say(sources: keys)
  }

  func say(sources keys: [String]) {
    for key in keys {
      terminal.say("- " + words(of: context.book.bibliography[key]?.content ?? [.text(key)], in: context))
    }
  }

  /// The keys of the sources whose key, author, year and title have all of the words.
  func sources(with text: String) -> [String] {
    if context.book.bibliography[text] != nil { return [text] }
    let wanted = NameWords(text).words.map(\.text).filter { $0 != "et" && $0 != "al" }
    if wanted.isEmpty { return [] }
    return context.book.bibliography.values.filter { entry in
      let fields = [entry.key, entry.author, entry.year, entry.title].compactMap(\.self)
      let words = Set(NameWords(fields.joined(separator: " "), keepsFillers: true).words.map(\.text))
      return wanted.allSatisfy(words.contains)
    }
    .map(\.key).sorted()
  }

  // MARK: Pages

  /// Lists the pages that are offered by name.
  mutating func listPages() {
    items = Book.pages.map { .page($0.address, id: nil) }
    for (index, page) in Book.pages.enumerated() { terminal.say("\(index + 1). \(page.title)") }
  }

  /// With more sections than this a page is a list to choose from.
  private static let longestPage = 16

  /// Reads a page that the program writes, or what has an id on it.
  mutating func sayPage(_ address: PageAddress, id: String? = nil, remembering: Bool = true) {
    if address.kind == "glossary", let term = context.book.glossary.first(where: { $0.id == id }) {
      return say(term)
    }
    guard let page = context.book.page(at: address) else {
      terminal.say("There is no page \(address). pages lists them.")
      return
    }
    if remembering { leaveHere() }
    aside = Destination(chapter: address.description, anchor: id)
    terminal.say(LineCalculator.sentence(page.title))
    if let row = row(of: id, on: page) { return terminal.say(row) }
    terminal.say()
    let parts = LineSection.all(of: page)
    if parts.count > Self.longestPage {
      items = parts.indices.map { .part(address, $0) }
      for (index, part) in parts.enumerated() { terminal.say("\(index + 1). \(part.title)") }
    } else {
      say(page.blocks.indices, of: page)
    }
  }

  /// Reads one section of a page that the program writes.
  mutating func sayPart(_ index: Int, of address: PageAddress) {
    guard let page = context.book.page(at: address) else { return }
    let parts = LineSection.all(of: page)
    if parts.indices.contains(index) { say(parts[index].blocks, of: page) }
  }

  /// Says blocks of a page; what their links lead to is taken by number.
  private mutating func say(_ blocks: Range<Int>, of page: Chapter) {
    var beside = context
    beside.chapter = page
    items = []
    // What only leads on is listed by number, and keys do nothing here.
    let said = blocks.filter { !page.keyHints.contains($0) && !page.blocks[$0].onlyLeadsOn }
    for index in said {
      if index != said.first { terminal.say() }
      let block = page.blocks[index]
      var lines = words(of: [block], in: beside)
      if case .table(let table) = block, lines.count == table.rows.count + 1 {
        for (row, cells) in table.rows.enumerated() {
          guard let item = item(of: cells), !items.contains(item) else { continue }
          items.append(item)
          lines[row + 1] = "\(items.count). " + lines[row + 1].dropFirst(2)
        }
      }
      terminal.say(lines)
    }
    listLinks(of: page.blocks[blocks])
  }

  /// The line of a constant in its table.
  private func row(of id: String?, on page: Chapter) -> String? {
    guard let id, let anchor = page.anchors.first(where: { $0.id == id }),
      case .table? = page.blocks.indices.contains(anchor.block) ? page.blocks[anchor.block] : nil,
      let index = page.anchors.filter({ $0.block == anchor.block }).firstIndex(where: { $0.id == id })
    else { return nil }
    var beside = context
    beside.chapter = page
    let lines = words(of: [page.blocks[anchor.block]], in: beside)
    return lines.indices.contains(index + 1) ? lines[index + 1] : nil
  }

  /// Lists the links that have no number yet.
  private mutating func listLinks(of blocks: ArraySlice<Block>) {
    var names: [String] = []
    let known = items.count
    for block in blocks {
      block.walk(inlines: { inline in
        guard case .link(let destination, _, let content) = inline, let item = item(of: destination),
          !items.contains(item)
        else { return }
        items.append(item)
        names.append(words(of: content, in: context))
      })
    }
    if names.isEmpty { return }
    terminal.say()
    terminal.say("Here, by number:")
    for (index, name) in names.enumerated() { terminal.say("  \(known + index + 1). \(name)") }
  }

  /// What a row of a table leads to: by its first cell, else the figure that it changes.
  private func item(of cells: [[Inline]]) -> Item? {
    if case .link(let destination, _, _)? = cells.first?.first { return item(of: destination) }
    for cell in cells {
      var content = cell.first
      if case .strong(let inner)? = content { content = inner.first }
      if case .link(let destination, _, _)? = content, let item = item(of: destination), case .figure = item {
        return item
      }
    }
    return nil
  }

  /// What a link leads to; nil where it leads to nothing that can be done by a number.
  private func item(of destination: String) -> Item? {
    guard let address = PageAddress(parsing: destination) else { return nil }
    switch address.kind {
    case "at":
      let block = address.path.count > 1 ? Int(address.path[1]) ?? 0 : 0
      return .thing(Destination(chapter: address.path.first ?? "", position: PagePosition(block: block)))
    case "workbench": return .workbench(address)
    case "override": return address.path.first.map { .figure($0) }
    default:
      // Another order of the rows is none of another page.
      return address.options["sort"] == nil && Book.hasPage(at: address) ? .page(address, id: nil) : nil
    }
  }

  /// Reads the book with another machine or model.
  mutating func setWorkbench(_ address: PageAddress) {
    for kind in Profile.Kind.allCases {
      guard let id = address.options[kind.rawValue] else { continue }
      do throws(Diagnostic) {
        try context.book.workbook.setWorkbench(kind, to: id.isEmpty ? nil : id)
      } catch {
        return terminal.say(LineCalculator.sentence(error.message))
      }
      record.save(context.book.workbook.scenario)
      let name = context.book.workbook.library.profiles[id]?.name
      terminal.say(
        name.map { "The book is read \(kind == .hardware ? "on" : "with") \($0). reset takes it back." }
          ?? "The author's \(kind.rawValue) again.")
    }
  }
}

extension Block {
  /// Whether it is a paragraph of links to pages, with nothing but signs between them.
  fileprivate var onlyLeadsOn: Bool {
    guard case .paragraph(let paragraph) = self else { return false }
    let others = paragraph.content.filter { inline in
      switch inline {
      case .link(let destination, _, _): PageAddress(parsing: destination) == nil
      case .text(let text): text.contains { $0.isLetter || $0.isNumber }
      default: true
      }
    }
    return others.isEmpty && !paragraph.content.isEmpty
  }
}
