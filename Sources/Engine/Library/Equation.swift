/// A law of the field, written once and called by calculators.
public struct Equation: Sendable {
  public var id: String
  public var name: String
  public var topic: String?
  /// LaTeX, for typesetting.
  public var tex: String
  /// Symbols with their meanings, in the author's order.
  public var symbols: [(symbol: String, meaning: String)]
  public var assumes: String?
  public var source: String?
  public var covers: [String]
  /// The text of its `fn` statement; nil for an equation that is only set.
  public var body: String?

  public init(
    id: String, name: String, topic: String? = nil, tex: String,
    symbols: [(symbol: String, meaning: String)] = [],
    assumes: String? = nil, source: String? = nil, covers: [String] = [], body: String? = nil
  ) {
    self.id = id
    self.name = name
    self.topic = topic
    self.tex = tex
    self.symbols = symbols
    self.assumes = assumes
    self.source = source
    self.covers = covers
    self.body = body
  }
}
