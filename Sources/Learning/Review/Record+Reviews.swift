import Foundation
import GRDB

extension Record {
  /// Keeps a review of a term or an equation, and moves its card. Answers to questions are reviews by themselves:
  /// `add(_:rating:)` keeps both.
  public func add(_ review: Review, book: String) throws(RecordError) {
    try write { database in try CardTable(book: book, database: database).add(review) }
  }

  /// Rates a review that is kept otherwise; its card is what it had become by that rating.
  ///
  /// - Returns: the review and its card; nil where there is no such review.
  public func rerate(
    _ review: String, as rating: ReviewRating, book: String
  ) throws(RecordError) -> (review: Review, card: ReviewCard)? {
    var result: (review: Review, card: ReviewCard)?
    try write { database in
      result = try CardTable(book: book, database: database).rerate(review, as: rating)
    }
    return result
  }

  /// All reviews of the book, or of one card; the earliest first.
  public func reviews(book: String, card: String? = nil) throws(RecordError) -> [Review] {
    try read { database in try CardTable(book: book, database: database).reviews(of: card) }
  }

  /// The cards of the book by their ids.
  public func cards(book: String) throws(RecordError) -> [String: ScheduledCard] {
    try read { database in
      let cards = try CardTable(book: book, database: database).cards()
      return Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  public func reviewSettings(book: String) throws(RecordError) -> ReviewSettings {
    try preference(ReviewSettings.preference, book: book) ?? .standard
  }

  /// Keeps how the learner wants to review; all cards follow.
  public func save(_ settings: ReviewSettings, book: String, at time: Date = Date()) throws(RecordError) {
    let before = try reviewSettings(book: book)
    try write { database in
      try Self.setPreference(ReviewSettings.preference, to: settings, book: book, at: time, in: database)
      guard settings.desiredRetention != before.desiredRetention else { return }
      try CardTable(book: book, database: database).rebuild()
    }
  }

  /// The weights of the learner's schedule: their own once they were optimised, else those published.
  public func reviewParameters(book: String) throws(RecordError) -> ReviewParameters {
    try preference(ReviewParameters.preference, book: book) ?? .standard
  }

  /// Keeps weights; all cards follow.
  public func save(_ parameters: ReviewParameters, book: String, at time: Date = Date()) throws(RecordError) {
    try write { database in
      try Self.setPreference(ReviewParameters.preference, to: parameters, book: book, at: time, in: database)
      try CardTable(book: book, database: database).rebuild()
    }
  }

  /// What schedules the learner's cards.
  public func scheduler(book: String) throws(RecordError) -> ReviewScheduler {
    try read { database in try CardTable(book: book, database: database).scheduler() }
  }
}

extension ReviewParameters {
  /// The name under which the record keeps them.
  static let preference = "review.parameters"
}
