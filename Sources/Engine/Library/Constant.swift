/// A named physical or economic figure of a book.
public struct Constant: Hashable, Sendable {
  public var name: String
  public var figure: Figure
  /// What it is, in words: `Energy of a read from DRAM`.
  public var label: String?
  /// What one of it is for: `32-bit word`.
  public var per: String?
  public var topic: String?

  /// The label; without one the words of the name.
  public var title: String { label ?? name.split(separator: "_").joined(separator: " ") }

  public init(name: String, figure: Figure, label: String? = nil, per: String? = nil, topic: String? = nil) {
    self.name = name
    self.figure = figure
    self.label = label
    self.per = per
    self.topic = topic
  }
}
