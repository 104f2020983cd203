/// A table of GitHub's kind, with a caption where one follows it.
public struct Table: Hashable, Sendable {
  /// One for each column; nil where the author gave none.
  public var alignments: [Alignment?]
  public var header: [[Inline]]
  /// Rows of cells; each row has as many as the header.
  public var rows: [[[Inline]]]
  public var id: String?
  /// `5.2`
  public var number: String?
  public var caption: [Inline]
  /// What of the library its rows show; nil for a table that an author wrote.
  public var selection: LibrarySelection?
  /// Columns that each column is wide at least, where there is room; empty for what its cells need.
  public var leastWidths: [Int] = []
  public var range: SourceRange

  /// How a column is set.
  public enum Alignment: Hashable, Sendable { case left, center, right }

  public init(
    alignments: [Alignment?], header: [[Inline]], rows: [[[Inline]]], id: String? = nil,
    number: String? = nil, caption: [Inline] = [], range: SourceRange
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.id = id
    self.number = number
    self.caption = caption
    self.range = range
  }
}
