/// A thing that was found.
public struct SearchHit: Hashable, Sendable {
  public var kind: SearchEntry.Kind
  /// Where it stands: `5.2 Model size`, `Glossary`.
  public var place: String
  /// Its title, in pieces of which those that were searched for are marked; empty where it has none.
  public var title: [Piece]
  /// The words around what was searched for.
  public var snippet: [Piece]
  /// A chapter's id, or the address of a page that the program writes.
  public var page: String
  /// The index of its block in the chapter.
  public var block: Int
  public var id: String?

  /// Words of a hit.
  public struct Piece: Hashable, Sendable {
    public var text: String
    /// Whether it was searched for.
    public var isMatch: Bool

    public init(_ text: String, isMatch: Bool) {
      self.text = text
      self.isMatch = isMatch
    }
  }
}

extension [SearchHit.Piece] {
  /// Their text.
  public var text: String { map(\.text).joined() }
}
