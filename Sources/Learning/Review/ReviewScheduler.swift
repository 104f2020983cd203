import Foundation

/// Schedules reviews by FSRS-6, with the numbers of the reference implementation (PyPI `fsrs`).
///
/// ```swift
/// var card = ReviewCard(due: now)
/// card = ReviewScheduler().review(card, .good, at: now)
/// card.due  // when to ask again
/// ```
public struct ReviewScheduler: Hashable, Sendable {
  public var parameters: ReviewParameters
  /// The chance of recall at which a card comes due, between 0 and 1.
  public var desiredRetention: Double
  /// Seconds between the first reviews of a new card.
  public var learningSteps: [Double]
  /// Seconds between the reviews after a card was forgotten.
  public var relearningSteps: [Double]
  /// The longest interval in days.
  public var maximumInterval: Int

  public init(
    parameters: ReviewParameters = .standard, desiredRetention: Double = 0.9,
    learningSteps: [Double] = [60, 600], relearningSteps: [Double] = [600], maximumInterval: Int = 36_500
  ) {
    self.parameters = parameters
    self.desiredRetention = min(max(desiredRetention, 0.01), 0.9999)
    self.learningSteps = learningSteps
    self.relearningSteps = relearningSteps
    self.maximumInterval = max(1, maximumInterval)
  }

  /// The chance that the card is recalled at a time; 0 for one that was never reviewed.
  public func retrievability(of card: ReviewCard, at time: Date) -> Double {
    guard let stability = card.stability, let last = card.lastReview else { return 0 }
    return MemoryModel<Double>(parameters).retrievability(
      days: Self.days(from: last, to: time), stability: stability)
  }

  /// The card after a review.
  ///
  /// - Parameter fuzz: a seed that moves intervals of three days and more a little, so that cards learned together do
  ///   not stay together; nil for none.
  public func review(_ card: ReviewCard, _ rating: ReviewRating, at time: Date, fuzz: UInt64? = nil)
    -> ReviewCard
  {
    var card = card
    remember(&card, rating, at: time)
    let seconds = Self.secondsPerDay * Double(days(stability: card.stability ?? 0))
    var interval = seconds
    switch card.phase {
    case .learning: interval = advance(&card, rating, steps: learningSteps) ?? seconds
    case .relearning: interval = advance(&card, rating, steps: relearningSteps) ?? seconds
    case .review:
      if rating == .again, let first = relearningSteps.first {
        card.phase = .relearning
        card.step = 0
        interval = first
      }
    }
    if card.phase == .review, let fuzz {
      interval = Double(fuzzed(days: Int(interval / Self.secondsPerDay), seed: fuzz)) * Self.secondsPerDay
    }
    card.due = time.addingTimeInterval(interval)
    card.lastReview = time
    return card
  }

  /// Stability and difficulty after a review.
  private func remember(_ card: inout ReviewCard, _ rating: ReviewRating, at time: Date) {
    let model = MemoryModel<Double>(parameters)
    guard let stability = card.stability, let difficulty = card.difficulty else {
      card.stability = model.initialStability(rating)
      card.difficulty = model.initialDifficulty(rating)
      return
    }
    if let last = card.lastReview, Self.days(from: last, to: time) < 1 {
      card.stability = model.shortTermStability(stability, rating)
    } else {
      card.stability = model.nextStability(
        stability, difficulty: difficulty, retrievability: retrievability(of: card, at: time), rating)
    }
    card.difficulty = model.nextDifficulty(difficulty, rating)
  }

  /// Moves through the learning steps; nil when the card leaves them.
  private func advance(_ card: inout ReviewCard, _ rating: ReviewRating, steps: [Double]) -> Double? {
    let step = max(0, card.step ?? 0)
    let isPastLast = steps.isEmpty || (step >= steps.count && rating != .again)
    if isPastLast || rating == .easy || (rating == .good && step + 1 == steps.count) {
      card.phase = .review
      card.step = nil
      return nil
    }
    switch rating {
    case .again: card.step = 0
    case .good: card.step = step + 1
    case .hard where step == 0: return steps.count == 1 ? steps[0] * 1.5 : (steps[0] + steps[1]) / 2
    case .hard, .easy: break
    }
    return steps[card.step ?? 0]
  }

  /// Whole days, at least one.
  private func days(stability: Double) -> Int {
    let days = MemoryModel<Double>(parameters).interval(stability: stability, retention: desiredRetention)
    guard !days.isNaN else { return 1 }
    return Int(min(max(days.rounded(.toNearestOrEven), 1), Double(maximumInterval)))
  }

  /// The reference implementation's range around an interval.
  func fuzzRange(days: Int) -> ClosedRange<Int> {
    guard days >= 3 else { return days...days }
    let days = Double(days)
    var delta = 1.0
    for (start, end, factor) in [(2.5, 7.0, 0.15), (7, 20, 0.1), (20, .infinity, 0.05)] {
      delta += factor * max(min(days, end) - start, 0)
    }
    let high = min(Int((days + delta).rounded(.toNearestOrEven)), maximumInterval)
    return min(max(2, Int((days - delta).rounded(.toNearestOrEven))), high)...high
  }

  private func fuzzed(days: Int, seed: UInt64) -> Int {
    let range = fuzzRange(days: days)
    var random = SplitMix64(seed: seed)
    return range.lowerBound + random.next(below: range.count)
  }

  /// Full days of 24 hours that went by.
  static func days(from start: Date, to end: Date) -> Int {
    Int((Double(end.milliseconds - start.milliseconds) / (secondsPerDay * 1000)).rounded(.down))
  }

  private static let secondsPerDay = 86_400.0
}
