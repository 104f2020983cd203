import Foundation

/// What the schedule knows about one thing to recall.
public struct ReviewCard: Hashable, Sendable, Codable {
  /// Which steps it goes through.
  public enum Phase: String, Hashable, Sendable, Codable {
    case learning, review, relearning
  }

  public var phase: Phase
  /// The index of the present learning step; nil in `review`.
  public var step: Int?
  /// Days until the chance of recall is 90 %; nil before the first review.
  public var stability: Double?
  /// From 1 to 10; nil before the first review.
  public var difficulty: Double?
  public var due: Date
  public var lastReview: Date?

  /// A new card, due at once.
  public init(due: Date) {
    phase = .learning
    step = 0
    self.due = due
  }
}
