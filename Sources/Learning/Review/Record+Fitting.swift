import Foundation
import GRDB

/// How well the weights of the schedule predict the learner's reviews, before and after they were fitted.
public struct ReviewFit: Hashable, Sendable, Codable {
  /// How many reviews count.
  public var reviews: Int
  /// The mean log-loss of the weights until now.
  public var before: Double
  /// That of the weights that were kept; `before` where none were better.
  public var after: Double
  /// To the millisecond.
  public var time: Date

  public init(reviews: Int, before: Double, after: Double, time: Date) {
    self.reviews = reviews
    self.before = before
    self.after = after
    self.time = Date(milliseconds: time.milliseconds)
  }
}

extension Record {
  /// The last fit of the weights to the learner's own reviews; nil where there was none.
  public func lastFit(book: String) throws(RecordError) -> ReviewFit? {
    try preference(Self.fit, book: book)
  }

  /// Whether there are enough reviews to fit the weights, and a fifth more than at the last fit.
  public func isFittingDue(book: String) throws(RecordError) -> Bool {
    let all = try read { database in
      try Int.fetchOne(database, sql: "SELECT count(*) FROM review WHERE book = ?", arguments: [book]) ?? 0
    }
    let earlier = try preference(Self.fittedCount, as: Int.self, book: book)
    let wanted = Double(try lastFit(book: book)?.reviews ?? earlier ?? 0) * 1.2
    // Not all of them count, so that most starts need not read them.
    guard all >= ReviewOptimizer.leastReviews, Double(all) >= wanted else { return false }
    let count = ReviewOptimizer(try reviews(book: book)).countedReviews
    return count >= ReviewOptimizer.leastReviews && Double(count) >= wanted
  }

  /// Fits the weights to the learner's own reviews and keeps them where they predict better; all cards follow. Weights,
  /// cards and what is known of the fit are kept together or not at all. Takes a second or so for ten thousand reviews:
  /// call it beside the reading, as `ReviewFitter` does.
  ///
  /// - Returns: nil when there are fewer than 512 reviews that count, or when it was cancelled.
  public func fitReviews(
    book: String, at time: Date = Date(), isCancelled: () -> Bool = { false }
  ) throws(RecordError) -> ReviewFit? {
    let present = try reviewParameters(book: book)
    let optimizer = ReviewOptimizer(try reviews(book: book))
    guard let parameters = optimizer.optimized(isCancelled: isCancelled),
      let before = optimizer.logLoss(of: present), let after = optimizer.logLoss(of: parameters),
      !isCancelled()
    else { return nil }
    let fit = ReviewFit(
      reviews: optimizer.countedReviews, before: before, after: min(before, after), time: time)
    try write { database in
      try Self.setPreference(Self.fit, to: fit, book: book, at: time, in: database)
      guard after < before else { return }
      try Self.setPreference(ReviewParameters.preference, to: parameters, book: book, at: time, in: database)
      try CardTable(book: book, database: database).rebuild()
    }
    return fit
  }

  /// The preference that holds the last fit.
  private static let fit = "review.fit"
  /// Under which earlier programs kept how many reviews counted.
  private static let fittedCount = "review.fitted"
}
