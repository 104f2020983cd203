/// Names of the glossary that two terms share: a name in the prose leads to one of them only.
enum TermCheck {
  static func findings(in context: CheckContext) -> [Finding] {
    let file = "glossary.md"
    let notes = context.others.first { $0.file == file }?.contents.notes
    let places = Dictionary(
      (notes?.declarations ?? []).map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    var owners: [String: Term] = [:]
    var findings: [Finding] = []
    for term in context.book.glossary {
      for name in [term.name] + term.synonyms {
        guard let other = owners.updateValue(term, forKey: name.lowercased()) else { continue }
        findings.append(
          Finding(
            .warning, file: file, at: places[term.id] ?? SourcePosition(line: 1),
            other.id == term.id
              ? "the term `\(term.name)` has the name `\(name)` twice"
              : "the terms `\(other.name)` and `\(term.name)` share the name `\(name)`",
            advice: "keep it with one of them"))
      }
    }
    return findings
  }
}
