import Engine

/// Everything that is wrong with a book: files, ids, references, calculators, questions.
public struct BookCheck: Sendable {
  /// All findings, by file and place.
  public let findings: [Finding]
  public let calculatorCount: Int
  /// How many checks of calculators were evaluated.
  public let checkCount: Int
  /// How many calculators carry a note on a value that the source printed otherwise.
  public let noteCount: Int
  /// How many checks have a tolerance.
  public let toleranceCount: Int

  /// What is wrong with a formula in LaTeX, in words: setting formulas is not the content's business.
  public typealias Mathematics = (_ tex: String) -> [String]

  /// Checks all that is read of the book, with the author's values.
  public init(_ book: Book, mathematics: @escaping Mathematics = { _ in [] }) {
    self.init(CheckContext(book, mathematics: mathematics))
  }

  /// - Parameter renamed: how findings name the one file that is checked.
  init(_ context: CheckContext, renamed name: String? = nil) {
    let calculators = CalculatorCheck(context)
    var findings = context.book.findings
    findings += context.others.flatMap(\.contents.findings)
    let store = FileStore(folder: context.book.folder)
    for chapter in context.chapters where context.extent != .book || store.exists(chapter.file) {
      findings += chapter.findings
    }
    findings += ManifestCheck.findings(in: context)
    findings += ReachCheck.findings(in: context)
    findings += StructureCheck.findings(in: context)
    findings += TableCheck.findings(in: context)
    findings += LabelCheck.findings(in: context)
    findings += ReferenceCheck.findings(in: context)
    findings += FigureCheck.findings(in: context)
    findings += calculators.findings
    findings += PlotCheck.findings(in: context)
    findings += QuestionCheck.findings(in: context)
    findings += PoolCheck.findings(in: context)
    findings += TermCheck.findings(in: context)
    findings += LiveValueCheck.findings(in: context)
    findings += ImageCheck.findings(in: context)
    findings += MathematicsCheck.findings(in: context)
    findings += ProseCheck.findings(in: context)
    if let name { for index in findings.indices { findings[index].file = name } }
    self.findings = Self.sorted(findings)
    calculatorCount = context.calculators.count
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
