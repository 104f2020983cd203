import Engine

/// Reads the bibliography and the glossary.
struct ReferenceReader {
  let store: FileStore
  let units: UnitTable
  private(set) var findings: [Finding] = []

  init(store: FileStore, units: UnitTable) {
    self.store = store
    self.units = units
  }

  /// `references.yaml`, by key.
  mutating func bibliography() -> [String: BibliographyEntry] {
    var reader = LibraryReader(store: store)
    let result = entries(reader.entries(of: Self.file))
    findings += reader.findings
    return result
  }

  private static let file = "references.yaml"

  /// The entries of some keys, as far as they can be read.
  mutating func bibliography(of keys: Set<String>) -> [String: BibliographyEntry] {
    guard !keys.isEmpty, let text = try? store.text(Self.file),
      let entries = try? YAMLNode.parse(LibraryNeeds.entries(of: text) { keys.contains($0) })?.entries
    else { return [:] }
    return self.entries(entries)
  }

  private mutating func entries(_ entries: [YAMLEntry]) -> [String: BibliographyEntry] {
    let file = Self.file
    var result: [String: BibliographyEntry] = [:]
    for entry in entries {
      guard let title = entry.value["title"]?.text else {
        findings.append(
          Finding(
            .error, file: file, at: entry.position, "the source `\(entry.key)` has no title",
            advice: "add `title: …`"))
        continue
      }
      result[entry.key] = BibliographyEntry(
        key: entry.key, author: entry.value["author"]?.text, year: entry.value["year"]?.text, title: title,
        container: entry.value["where"]?.text, url: entry.value["url"]?.text)
    }
    return result
  }

  /// `glossary.md`: a heading for each term, and what it means below.
  mutating func glossary() -> [Term] {
    let file = "glossary.md"
    guard store.exists(file) else { return [] }
    let contents: FileContents
    do {
      contents = FileReader.read(LinePass.scan(try store.text(file), file: file), units: units)
    } catch {
      findings.append(
        Finding(.error, file: file, at: SourcePosition(line: 1), error.message, advice: error.advice))
      return []
    }
    findings += contents.findings
    var terms: [Term] = []
    var places: [SourcePosition] = []
    for block in contents.blocks {
      guard case .heading(let heading) = block, heading.level == 2 else {
        if case .heading = block { continue }
        if !terms.isEmpty { terms[terms.count - 1].definition.append(block) }
        continue
      }
      guard let id = heading.attributes.id, id.hasPrefix("term-") else {
        findings.append(
          Finding(
            .error, file: file, at: heading.range.start,
            "the term `\(heading.content.plainText)` has no id", advice: "add {#term-…} to its heading"))
        continue
      }
      places.append(heading.range.start)
      terms.append(
        Term(
          id: id, name: heading.content.plainText,
          synonyms: FileReader.list(heading.attributes.values["also"]), definition: []))
    }
    for (term, place) in zip(terms, places) where term.definition.isEmpty {
      findings.append(
        Finding(
          .warning, file: file, at: place, "the term `\(term.name)` is not explained",
          advice: "write a paragraph below its heading"))
    }
    return terms
  }
}
