/// A named physical or economic figure of a book.
public struct Constant: Hashable, Sendable {
  public var name: String
  public var figure: Figure
  /// What one of it is for: `32-bit word`.
  public var per: String?
  public var topic: String?

  public init(name: String, figure: Figure, per: String? = nil, topic: String? = nil) {
    self.name = name
    self.figure = figure
    self.per = per
    self.topic = topic
  }
}
