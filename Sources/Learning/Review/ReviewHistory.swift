import Foundation

/// What the record knows about reviews of a book: all that a plan needs beside the book.
public struct ReviewHistory: Hashable, Sendable {
  /// By id.
  public var cards: [String: ScheduledCard]
  /// The earliest first.
  public var reviews: [Review]
  /// By card.
  public var marks: [String: QuestionMark]
  /// The ids of sections that were read, by chapter.
  public var sectionsRead: [String: Set<String>]

  public init(
    cards: [String: ScheduledCard] = [:], reviews: [Review] = [], marks: [String: QuestionMark] = [:],
    sectionsRead: [String: Set<String>] = [:]
  ) {
    self.cards = cards
    self.reviews = reviews
    self.marks = marks
    self.sectionsRead = sectionsRead
  }
}

extension Record {
  public func reviewHistory(book: String) throws(RecordError) -> ReviewHistory {
    ReviewHistory(
      cards: try cards(book: book), reviews: try reviews(book: book), marks: try questionMarks(book: book),
      sectionsRead: try sectionsRead(book: book))
  }
}
