import Foundation

/// How well the weights of the schedule predict the learner's reviews, before and after they were fitted.
public struct ReviewFit: Hashable, Sendable {
  /// How many reviews count.
  public var reviews: Int
  /// The mean log-loss of the weights until now.
  public var before: Double
  /// That of the weights that were kept; `before` where none were better.
  public var after: Double
}

extension Record {
  /// Whether there are enough reviews to fit the weights, and a fifth more than at the last fit.
  public func isFittingDue(book: String) throws(RecordError) -> Bool {
    let count = ReviewOptimizer(try reviews(book: book)).countedReviews
    let last = try preference(Self.fitted, as: Int.self, book: book) ?? 0
    return count >= ReviewOptimizer.leastReviews && Double(count) >= Double(last) * 1.2
  }

  /// Fits the weights to the learner's own reviews and keeps them where they predict better; all cards follow. Takes a
  /// second or so for ten thousand reviews: call it beside the reading.
  ///
  /// - Returns: nil when there are fewer than 512 reviews that count, or when it was cancelled.
  public func fitReviews(
    book: String, at time: Date = Date(), isCancelled: () -> Bool = { false }
  ) throws(RecordError) -> ReviewFit? {
    let present = try reviewParameters(book: book)
    let optimizer = ReviewOptimizer(try reviews(book: book))
    guard let parameters = optimizer.optimized(isCancelled: isCancelled),
      let before = optimizer.logLoss(of: present), let after = optimizer.logLoss(of: parameters)
    else { return nil }
    if after < before { try save(parameters, book: book, at: time) }
    try setPreference(Self.fitted, to: optimizer.countedReviews, book: book, at: time)
    return ReviewFit(reviews: optimizer.countedReviews, before: before, after: min(before, after))
  }

  /// The preference that says how many reviews counted at the last fit.
  private static let fitted = "review.fitted"
}
