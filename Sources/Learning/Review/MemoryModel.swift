import Foundation

/// The formulas of FSRS-6: how stability and difficulty change with a review, and how recall fades between reviews.
///
/// Source: Open Spaced Repetition, "The Algorithm", FSRS-6. Weights are named by their index there, `w[0]` to `w[20]`.
struct MemoryModel: Hashable {
  private let w: [Double]

  init(_ parameters: ReviewParameters) { w = parameters.weights }

  /// Chosen so that the chance of recall is 90 % when as many days have gone by as the stability says.
  private var factor: Double { pow(0.9, -1 / w[20]) - 1 }

  /// The chance of recall after whole days.
  func retrievability(days: Int, stability: Double) -> Double {
    pow(1 + factor * Double(max(0, days)) / stability, -w[20])
  }

  /// The days after which the chance of recall has fallen to `retention`.
  func interval(stability: Double, retention: Double) -> Double {
    stability / factor * (pow(retention, -1 / w[20]) - 1)
  }

  func initialStability(_ rating: ReviewRating) -> Double {
    max(w[rating.rawValue - 1], Self.minimumStability)
  }

  func initialDifficulty(_ rating: ReviewRating) -> Double {
    Self.clamped(unclampedInitialDifficulty(rating))
  }

  /// Damped towards 10 and drawn a little to the difficulty of an easy card.
  func nextDifficulty(_ difficulty: Double, _ rating: ReviewRating) -> Double {
    let change = -w[6] * Double(rating.rawValue - 3)
    let damped = difficulty + (10 - difficulty) * change / 9
    return Self.clamped(w[7] * unclampedInitialDifficulty(.easy) + (1 - w[7]) * damped)
  }

  /// After a review on the same day.
  func shortTermStability(_ stability: Double, _ rating: ReviewRating) -> Double {
    let increase = exp(w[17] * (Double(rating.rawValue - 3) + w[18])) * pow(stability, -w[19])
    return max(stability * (rating == .again ? increase : max(increase, 1)), Self.minimumStability)
  }

  /// After a review on a later day.
  func nextStability(_ stability: Double, difficulty: Double, retrievability: Double, _ rating: ReviewRating)
    -> Double
  {
    let next =
      rating == .again
      ? forgetStability(stability, difficulty: difficulty, retrievability: retrievability)
      : recallStability(stability, difficulty: difficulty, retrievability: retrievability, rating)
    return max(next, Self.minimumStability)
  }

  private func forgetStability(_ stability: Double, difficulty: Double, retrievability: Double) -> Double {
    let longTerm =
      w[11] * pow(difficulty, -w[12]) * (pow(stability + 1, w[13]) - 1) * exp((1 - retrievability) * w[14])
    return min(longTerm, stability / exp(w[17] * w[18]))
  }

  private func recallStability(
    _ stability: Double, difficulty: Double, retrievability: Double, _ rating: ReviewRating
  ) -> Double {
    let growth =
      exp(w[8]) * (11 - difficulty) * pow(stability, -w[9]) * (exp((1 - retrievability) * w[10]) - 1)
    return stability * (1 + growth * (rating == .hard ? w[15] : 1) * (rating == .easy ? w[16] : 1))
  }

  private func unclampedInitialDifficulty(_ rating: ReviewRating) -> Double {
    w[4] - exp(w[5] * Double(rating.rawValue - 1)) + 1
  }

  private static func clamped(_ difficulty: Double) -> Double { min(max(difficulty, 1), 10) }

  private static let minimumStability = 0.001
}
