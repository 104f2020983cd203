/// One sourced number: a field of a profile or a constant.
public struct Figure: Hashable, Sendable {
  /// Where a figure comes from.
  public enum Kind: String, Hashable, Sendable { case datasheet, paper, estimate }

  /// As the author wrote it: `3.35 TB/s`, `NVLink 4`.
  public var text: String
  public var value: Value
  /// A key of `references.yaml`.
  public var source: String?
  public var kind: Kind?
  public var year: Int?
  public var note: String?

  public init(
    text: String, value: Value, source: String? = nil, kind: Kind? = nil, year: Int? = nil,
    note: String? = nil
  ) {
    self.text = text
    self.value = value
    self.source = source
    self.kind = kind
    self.year = year
    self.note = note
  }
}
