/// Where a reader is in a book.
public struct ReadingPlace: Hashable, Sendable {
  /// The chapter's id.
  public var chapter: String
  /// The section's id.
  public var section: String?
  /// The index of the block at the top of the screen, among the chapter's blocks.
  public var block: Int
  /// How much of that block is above the screen, from 0 to 1.
  public var fraction: Double
  /// The first words of the block, to find it again after the chapter was edited.
  public var text: String?

  public init(chapter: String, section: String? = nil, block: Int, fraction: Double = 0, text: String? = nil)
  {
    self.chapter = chapter
    self.section = section
    self.block = block
    self.fraction = fraction
    self.text = text
  }
}
