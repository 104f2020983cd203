/// A calculator of the book, read from the text of its cell. A cell with mistakes still is one: what could be read
/// works, and `diagnostics` says the rest.
public struct Calculator: Sendable {
  /// Where a cell's numbers stand.
  public enum Display: String, Hashable, Sendable {
    /// A box with inputs and outputs.
    case panel
    /// In sentences only.
    case inline
    /// Folded under "more numbers" at the end of the section.
    case none
  }

  public let id: String
  public let title: String
  public let display: Display
  public let covers: [Cover]
  public let body: String
  public let inputs: [Input]
  public let outputs: [Output]
  public let checks: [Check]
  public let notes: [String]
  /// Mistakes that reading found; spans count from the start of `body`.
  public let diagnostics: [Diagnostic]

  public init(
    id: String, title: String, display: Display = .panel, covers: [Cover] = [], body: String, units: UnitTable
  ) {
    self.id = id
    self.title = title
    self.display = display
    self.covers = covers
    self.body = body
    inputs = []
    outputs = []
    checks = []
    notes = []
    diagnostics = []
  }
}
