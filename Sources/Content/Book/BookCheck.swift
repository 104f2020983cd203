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

  public init(_ book: Book) {
    findings = []
    checkCount = 0
    noteCount = 0
    toleranceCount = 0
  }
}
