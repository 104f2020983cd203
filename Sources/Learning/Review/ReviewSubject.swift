import Content

/// Something that can be asked in a review: a question of the book, a term of its glossary, or an equation.
public struct ReviewSubject: Hashable, Sendable, Identifiable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case question, term, equation
  }

  /// The question's id, the term's, or the equation's after `equation/`.
  public var id: String
  public var kind: Kind
  /// Changes when the author edits what is asked or what is right.
  public var version: String
  /// The chapter's id; nil for terms and equations, which belong to the whole book.
  public var chapter: String?
  public var section: String?
  public var objective: String?

  public init(
    id: String, kind: Kind = .question, version: String, chapter: String? = nil, section: String? = nil,
    objective: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.version = version
    self.chapter = chapter
    self.section = section
    self.objective = objective
  }

  /// All that can be asked, in the order of the book.
  ///
  /// - Parameter kinds: `.question` alone, unless the learner asked for terms or equations.
  public static func all(in book: Book, kinds: Set<Kind> = [.question]) -> [ReviewSubject] {
    var subjects: [ReviewSubject] = []
    if kinds.contains(.question) {
      for chapter in book.manifest.chapterIDs.compactMap({ book.chapters[$0] }) {
        subjects += chapter.questions.map { question in
          ReviewSubject(
            id: question.id, version: question.version, chapter: chapter.id, section: question.section,
            objective: question.objective)
        }
      }
    }
    let plain = PlainText(keepsTeX: true)
    if kinds.contains(.term) {
      subjects += book.glossary.map { term in
        ReviewSubject(
          id: term.id, kind: .term, version: Fingerprint.text(of: [term.name, plain.text(term.definition)]))
      }
    }
    if kinds.contains(.equation) {
      let equations = book.workbook.library.equations
      subjects += equations.values.sorted { $0.id < $1.id }.map { equation in
        ReviewSubject(
          id: equationPrefix + equation.id, kind: .equation,
          version: Fingerprint.text(of: [equation.name, equation.tex]))
      }
    }
    return subjects
  }

  /// What stands before an equation's id in its card's.
  public static let equationPrefix = "equation/"
}
