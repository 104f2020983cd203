import Foundation

/// One recall of a card and how it went, as it is kept.
public struct Review: Hashable, Sendable, Identifiable {
  /// That of the attempt, where an answer to a question was the review.
  public var id: String
  /// A question's id, a glossary term's, or an equation's: `ReviewSubject.id`.
  public var card: String
  /// `ReviewSubject.version` of what was asked.
  public var version: String
  public var rating: ReviewRating
  public var seconds: Double?
  /// To the millisecond.
  public var time: Date

  public init(
    id: String = UUID().uuidString, card: String, version: String = "", rating: ReviewRating,
    seconds: Double? = nil, time: Date = Date()
  ) {
    self.id = id
    self.card = card
    self.version = version
    self.rating = rating
    self.seconds = seconds
    self.time = Date(milliseconds: time.milliseconds)
  }
}

/// A card with the name of what was last asked on it.
public struct ScheduledCard: Hashable, Sendable, Identifiable {
  public var id: String
  /// `ReviewSubject.version` at the last review.
  public var version: String
  public var card: ReviewCard

  public init(id: String, version: String, card: ReviewCard) {
    self.id = id
    self.version = version
    self.card = card
  }

  /// The card after all its reviews, the earliest first; nil when there are none. The same reviews give the same card
  /// on every machine, fuzz included.
  public init?(reviews: [Review], scheduler: ReviewScheduler) {
    guard let first = reviews.first else { return nil }
    self.init(id: first.card, version: first.version, card: ReviewCard(due: first.time))
    for review in reviews { add(review, scheduler: scheduler) }
  }

  /// Takes a review in that is later than all before.
  mutating func add(_ review: Review, scheduler: ReviewScheduler) {
    card = scheduler.review(card, review.rating, at: review.time, fuzz: review.fuzz)
    version = review.version
  }
}

extension Review {
  /// Its own seed: the same on every machine.
  var fuzz: UInt64 { Fingerprint.number(of: "\(card)\u{1F}\(time.milliseconds)") }
}
