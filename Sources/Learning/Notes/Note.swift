import Foundation

/// What the learner wrote beside a place of the book.
public struct Note: Hashable, Sendable, Identifiable {
  /// The longest quote, in characters.
  public static let quoteLimit = 200

  public var id: String
  /// The chapter's id.
  public var chapter: String
  /// The section's id.
  public var section: String?
  /// The index of the block, among the chapter's blocks, when the note was written.
  public var block: Int
  /// The words of the book that it is about; they find the place again after the chapter was edited.
  public var quote: String?
  public var text: String
  public var created: Date
  public var changed: Date

  public init(
    id: String = UUID().uuidString, chapter: String, section: String? = nil, block: Int = 0,
    quote: String? = nil, text: String, created: Date = Date(), changed: Date? = nil
  ) {
    self.id = id
    self.chapter = chapter
    self.section = section
    self.block = block
    self.quote = quote
    self.text = text
    self.created = Date(milliseconds: created.milliseconds)
    self.changed = Date(milliseconds: (changed ?? created).milliseconds)
  }
}
