/// What the record knows about the work with a book: all that its progress needs beside the book.
public struct LearningHistory: Hashable, Sendable {
  /// The earliest first.
  public var attempts: [Attempt]
  /// The ids of sections that were read, by chapter.
  public var sectionsRead: [String: Set<String>]
  public var calculatorsUsed: Set<String>
  public var sessions: [SessionSummary]
  public var readingTimes: [ReadingTime]
  public var reviews: [Review]
  /// How the learner wants to review.
  public var settings = ReviewSettings.standard
  /// The last fit of the schedule to the reviews.
  public var fit: ReviewFit?

  public init(
    attempts: [Attempt] = [], sectionsRead: [String: Set<String>] = [:], calculatorsUsed: Set<String> = [],
    sessions: [SessionSummary] = [], readingTimes: [ReadingTime] = [], reviews: [Review] = []
  ) {
    self.attempts = attempts
    self.sectionsRead = sectionsRead
    self.calculatorsUsed = calculatorsUsed
    self.sessions = sessions
    self.readingTimes = readingTimes
    self.reviews = reviews
  }
}

extension Record {
  public func learningHistory(book: String) throws(RecordError) -> LearningHistory {
    var history = LearningHistory(
      attempts: try attempts(book: book), sectionsRead: try sectionsRead(book: book),
      calculatorsUsed: try calculatorsUsed(book: book), sessions: try sessions(book: book),
      readingTimes: try readingTimes(book: book), reviews: try reviews(book: book))
    history.settings = try reviewSettings(book: book)
    history.fit = try lastFit(book: book)
    return history
  }
}
