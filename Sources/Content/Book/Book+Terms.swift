extension Book {
  /// The book with the terms of its glossary recognised in the prose: the first use of each in a section leads to its
  /// definition. Nothing changes its width, so that a page that is on the screen keeps its lines.
  public func linkingTerms() -> Book {
    let finder = TermFinder(glossary)
    if finder.isEmpty { return self }
    var book = self
    for (id, chapter) in chapters where chapter.extent == .whole {
      book.chapters[id]?.blocks = finder.linked(chapter.blocks)
    }
    return book
  }
}

extension Term {
  /// How the destination of a link to a term's definition begins.
  public static let linkPrefix = "#term-"
}

/// Finds the names of terms among words, without regard to capitals and a plural's s.
struct TermFinder: Sendable {

  private struct Name: Sendable {
    var words: [String]
    var id: String
  }

  /// By their first word; longer names before shorter ones.
  private var names: [String: [Name]] = [:]

  var isEmpty: Bool { names.isEmpty }

  init(_ glossary: [Term]) {
    for term in glossary {
      for (index, name) in ([term.name] + term.synonyms).enumerated() {
        let words = Self.words(of: name).map { Self.folded($0.text) }
        guard let first = words.first else { continue }
        // A synonym of one common word, such as “unit”, means other things, too.
        let isTelling = index == 0 || words.count > 1 || name.contains(where: \.isUppercase)
        if isTelling { names[first, default: []].append(Name(words: words, id: term.id)) }
      }
    }
    for (first, found) in names { names[first] = found.sorted { $0.words.count > $1.words.count } }
  }

  /// Blocks of a chapter, with links at the first use of each term in each section.
  func linked(_ blocks: [Block]) -> [Block] {
    var used: Set<String> = []
    return blocks.map { block in
      switch block {
      case .heading(let heading):
        if heading.level <= 2 { used = [] }
        return block
      case .paragraph, .list, .quote:
        return block.mapInlines { linked($0, used: &used) }
      case .division(var division):
        let title = division.title
        guard case .division(let mapped) = block.mapInlines({ linked($0, used: &used) }) else { return block }
        division = mapped
        division.title = title
        return .division(division)
      default: return block
      }
    }
  }

  private func linked(_ inlines: [Inline], used: inout Set<String>) -> [Inline] {
    var result: [Inline] = []
    for inline in inlines {
      switch inline {
      case .text(let text): result += linked(text, used: &used)
      case .link(let destination, _, _):
        // A term that was linked before was used here.
        if destination.hasPrefix(Term.linkPrefix) { used.insert(String(destination.dropFirst())) }
        result.append(inline)
      default: result.append(inline)
      }
    }
    return result
  }

  private func linked(_ text: String, used: inout Set<String>) -> [Inline] {
    let words = Self.words(of: text)
    var result: [Inline] = []
    var start = text.startIndex
    var index = 0
    while index < words.count {
      guard let (name, count) = match(words[index...]), used.insert(name).inserted else {
        index += 1
        continue
      }
      let range = words[index].range.lowerBound..<words[index + count - 1].range.upperBound
      if start < range.lowerBound { result.append(.text(String(text[start..<range.lowerBound]))) }
      result.append(.link(destination: "#" + name, title: nil, content: [.text(String(text[range]))]))
      start = range.upperBound
      index += count
    }
    if result.isEmpty { return [.text(text)] }
    if start < text.endIndex { result.append(.text(String(text[start...]))) }
    return result
  }

  /// The term that begins here, and how many words its name has.
  private func match(_ words: ArraySlice<Word>) -> (id: String, count: Int)? {
    guard let first = words.first, let candidates = names[Self.folded(first.text)] else { return nil }
    for name in candidates where words.count >= name.words.count {
      let isThere = zip(words, name.words).enumerated().allSatisfy { index, pair in
        // Between the words of a name stands one space and nothing else.
        (index == 0 || pair.0.isJoined) && Self.folded(pair.0.text) == pair.1
      }
      if isThere { return (name.id, name.words.count) }
    }
    return nil
  }

  private struct Word {
    var text: Substring
    var range: Range<String.Index>
    /// Whether one space parts it from the word before.
    var isJoined: Bool
  }

  private static func words(of text: String) -> [Word] {
    var words: [Word] = []
    var index = text.startIndex
    while index < text.endIndex {
      guard isPart(text[index]) else {
        index = text.index(after: index)
        continue
      }
      let start = index
      while index < text.endIndex, isPart(text[index]) { index = text.index(after: index) }
      let gap = words.last.map { text[$0.range.upperBound..<start] }
      words.append(Word(text: text[start..<index], range: start..<index, isJoined: gap == " "))
    }
    return words
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-"
  }

  private static func folded(_ word: Substring) -> String {
    let lower = word.lowercased()
    return lower.count > 3 && lower.hasSuffix("s") && !lower.hasSuffix("ss")
      ? String(lower.dropLast()) : lower
  }

  private static func folded(_ word: String) -> String { folded(word[...]) }
}
