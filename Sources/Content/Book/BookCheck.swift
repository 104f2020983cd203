import Engine

/// Everything that is wrong with a book: files, ids, references, calculators, questions.
public struct BookCheck: Sendable {
  /// All findings, by file and place.
  public let findings: [Finding]
  /// How many checks of calculators were evaluated.
  public let checkCount: Int
  /// How many calculators carry a note on a value that the source printed otherwise.
  public let noteCount: Int
  /// How many checks have a tolerance.
  public let toleranceCount: Int

  /// Checks all that is read of the book, with the author's values.
  public init(_ book: Book) {
    let context = CheckContext(book)
    let calculators = CalculatorCheck(context)
    var findings = book.findings
    for chapter in context.chapters { findings += chapter.findings }
    findings += StructureCheck.findings(in: context)
    findings += ReferenceCheck.findings(in: context)
    findings += FigureCheck.findings(in: context)
    findings += calculators.findings
    findings += PlotCheck.findings(in: context)
    findings += QuestionCheck.findings(in: context)
    findings += ProseCheck.findings(in: context)
    self.findings = Self.sorted(findings)
    checkCount = calculators.checkCount
    noteCount = context.calculators.count { !$0.notes.isEmpty }
    toleranceCount = context.calculators.reduce(0) { $0 + $1.checks.count { $0.expected.contains("±") } }
  }

  /// By file and place, each once.
  static func sorted(_ findings: [Finding]) -> [Finding] {
    var seen: Set<Finding> = []
    return findings.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
      if left.element.file != right.element.file { return left.element.file < right.element.file }
      if left.element.position != right.element.position {
        return left.element.position < right.element.position
      }
      return left.offset < right.offset
    }.map(\.element)
  }
}
