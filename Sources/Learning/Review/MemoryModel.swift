import Foundation

/// The formulas of FSRS-6: how stability and difficulty change with a review, and how recall fades between reviews.
///
/// Source: Open Spaced Repetition, "The Algorithm", FSRS-6. Weights are named by their index there, `w[0]` to `w[20]`.
struct MemoryModel<Scalar: MemoryScalar> {
  private let w: [Scalar]
  /// Chosen so that the chance of recall is 90 % when as many days have gone by as the stability says.
  private let factor: Scalar
  private let decay: Scalar

  /// - Parameter weights: the 21 of `ReviewParameters`.
  init(weights: [Scalar]) {
    w = weights
    decay = -w[20]
    factor = Scalar.power(Scalar(0.9), Scalar(1) / decay) - Scalar(1)
  }

  /// The chance of recall after whole days.
  func retrievability(days: Int, stability: Scalar) -> Scalar {
    Scalar.power(Scalar(1) + factor * Scalar(Double(max(0, days))) / stability, decay)
  }

  /// The days after which the chance of recall has fallen to `retention`.
  func interval(stability: Scalar, retention: Double) -> Double {
    stability.value / factor.value * (pow(retention, 1 / decay.value) - 1)
  }

  func initialStability(_ rating: ReviewRating) -> Scalar { Self.bounded(w[rating.rawValue - 1]) }

  func initialDifficulty(_ rating: ReviewRating) -> Scalar {
    Self.clamped(unclampedInitialDifficulty(rating))
  }

  /// Damped towards 10 and drawn a little to the difficulty of an easy card.
  func nextDifficulty(_ difficulty: Scalar, _ rating: ReviewRating) -> Scalar {
    let change = -(w[6] * Self.step(rating))
    let damped = difficulty + (Scalar(10) - difficulty) * change / Scalar(9)
    return Self.clamped(w[7] * unclampedInitialDifficulty(.easy) + (Scalar(1) - w[7]) * damped)
  }

  /// After a review on the same day.
  func shortTermStability(_ stability: Scalar, _ rating: ReviewRating) -> Scalar {
    let increase =
      Scalar.exponential(w[17] * (Self.step(rating) + w[18])) * Scalar.power(stability, -w[19])
    return Self.bounded(stability * (rating == .again ? increase : Scalar.larger(increase, 1)))
  }

  /// After a review on a later day.
  func nextStability(_ stability: Scalar, difficulty: Scalar, retrievability: Scalar, _ rating: ReviewRating)
    -> Scalar
  {
    Self.bounded(
      rating == .again
        ? forgetStability(stability, difficulty: difficulty, retrievability: retrievability)
        : recallStability(stability, difficulty: difficulty, retrievability: retrievability, rating))
  }

  private func forgetStability(_ stability: Scalar, difficulty: Scalar, retrievability: Scalar) -> Scalar {
    let longTerm =
      w[11] * Scalar.power(difficulty, -w[12]) * (Scalar.power(stability + Scalar(1), w[13]) - Scalar(1))
      * Scalar.exponential((Scalar(1) - retrievability) * w[14])
    let shortTerm = stability / Scalar.exponential(w[17] * w[18])
    return longTerm.value <= shortTerm.value ? longTerm : shortTerm
  }

  private func recallStability(
    _ stability: Scalar, difficulty: Scalar, retrievability: Scalar, _ rating: ReviewRating
  ) -> Scalar {
    let forgotten = Scalar.exponential((Scalar(1) - retrievability) * w[10]) - Scalar(1)
    var growth =
      Scalar.exponential(w[8]) * (Scalar(11) - difficulty) * Scalar.power(stability, -w[9]) * forgotten
    if rating == .hard { growth = growth * w[15] }
    if rating == .easy { growth = growth * w[16] }
    return stability * (Scalar(1) + growth)
  }

  private func unclampedInitialDifficulty(_ rating: ReviewRating) -> Scalar {
    w[4] - Scalar.exponential(w[5] * Scalar(Double(rating.rawValue - 1))) + Scalar(1)
  }

  /// How far a rating is above Good.
  private static func step(_ rating: ReviewRating) -> Scalar { Scalar(Double(rating.rawValue - 3)) }

  private static func clamped(_ difficulty: Scalar) -> Scalar {
    Scalar.smaller(Scalar.larger(difficulty, 1), 10)
  }

  private static func bounded(_ stability: Scalar) -> Scalar { Scalar.larger(stability, 0.001) }
}

extension MemoryModel where Scalar == Double {
  init(_ parameters: ReviewParameters) { self.init(weights: parameters.weights) }
}
