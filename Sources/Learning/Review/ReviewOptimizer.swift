import Foundation

/// Fits the weights of FSRS-6 to the learner's own reviews: same loss, same choice of reviews, same steps as the
/// `Optimizer` of the reference implementation (PyPI `fsrs`).
///
/// ```swift
/// let optimizer = ReviewOptimizer(try record.reviews(book: "mlsys"))
/// if let parameters = optimizer.optimized() { try record.save(parameters, book: "mlsys") }
/// ```
///
/// What is minimised is the mean log-loss of predicted against actual recall, over reviews a day or more after the one
/// before; of each card the first 64 reviews count. Ten thousand reviews take less than a second in a release build.
public struct ReviewOptimizer: Sendable {
  /// Fewer reviews that count say too little.
  public static let leastReviews = 512

  /// How many reviews count for the loss.
  public let countedReviews: Int

  private struct Step {
    var rating: ReviewRating
    /// Full days since the review before; nil at the first.
    var days: Int?
    var counts: Bool { (days ?? 0) > 0 }
  }

  private let histories: [[Step]]

  private static let longestHistory = 64
  private static let epochs = 5
  private static let batch = 512
  private static let rate = 0.04

  public init(_ reviews: [Review]) {
    let cards = Dictionary(grouping: reviews, by: \.card)
    histories = cards.keys.sorted().map { card in
      let sorted = (cards[card] ?? []).sorted { ($0.time, $0.id) < ($1.time, $1.id) }
      var last: Date?
      return sorted.prefix(Self.longestHistory).map { review in
        defer { last = review.time }
        return Step(rating: review.rating, days: last.map { ReviewScheduler.days(from: $0, to: review.time) })
      }
    }
    countedReviews = histories.reduce(0) { $0 + $1.count(where: \.counts) }
  }

  /// The mean log-loss of the weights over these reviews, in nats; nil when none counts.
  public func logLoss(of parameters: ReviewParameters) -> Double? {
    guard countedReviews > 0 else { return nil }
    let model = MemoryModel<Double>(weights: parameters.weights)
    var sum = 0.0
    for history in histories {
      var memory = Memory<Double>()
      for step in history {
        if let recall = memory.recall(after: step.days, model: model), step.counts {
          sum += Self.loss(of: recall, recalled: step.rating != .again)
        }
        memory.review(step.rating, days: step.days, model: model)
      }
    }
    return sum / Double(countedReviews)
  }

  /// The weights that fit best, never worse than the published ones; nil when fewer than 512 reviews count, or when
  /// `isCancelled` said so.
  public func optimized(isCancelled: () -> Bool = { false }) -> ReviewParameters? {
    guard countedReviews >= Self.leastReviews else { return nil }
    var descent = Descent(
      weights: ReviewParameters.standard.weights, rate: Self.rate,
      steps: (countedReviews + Self.batch - 1) / Self.batch * Self.epochs)
    var best = ReviewParameters.standard
    var lowest = logLoss(of: best) ?? .infinity
    var random = SplitMix64(seed: 42)
    var order = Array(histories.indices)
    for _ in 0..<Self.epochs {
      order = random.shuffled(order)
      guard runEpoch(order, descent: &descent, isCancelled: isCancelled) else { return nil }
      guard let parameters = ReviewParameters(descent.weights), let loss = logLoss(of: parameters) else {
        continue
      }
      if loss < lowest { (best, lowest) = (parameters, loss) }
    }
    return best
  }

  /// - Returns: false when it was cancelled.
  private func runEpoch(_ order: [Int], descent: inout Descent, isCancelled: () -> Bool) -> Bool {
    var model = MemoryModel<Slope>(weights: descent.scalars)
    var slopes = SIMD32<Double>(repeating: 0)
    var count = 0
    for index in order {
      if isCancelled() { return false }
      var memory = Memory<Slope>()
      for step in histories[index] {
        if let recall = memory.recall(after: step.days, model: model), step.counts {
          slopes += Self.slopes(of: recall, recalled: step.rating != .again)
          count += 1
        }
        memory.review(step.rating, days: step.days, model: model)
        if count == Self.batch {
          descent.step(slopes)
          model = MemoryModel<Slope>(weights: descent.scalars)
          memory.forgetSlopes()
          slopes = SIMD32(repeating: 0)
          count = 0
        }
      }
    }
    if count > 0 { descent.step(slopes) }
    return true
  }

  /// Binary cross-entropy; a logarithm is no lower than -100.
  private static func loss(of recall: Double, recalled: Bool) -> Double {
    -max(log(recalled ? recall : 1 - recall), -100)
  }

  private static func slopes(of recall: Slope, recalled: Bool) -> SIMD32<Double> {
    let chance = recalled ? recall.value : recall.value - 1
    return abs(chance) < 1e-12 ? SIMD32(repeating: 0) : recall.slopes * (-1 / chance)
  }

  /// What the model knows of one card.
  private struct Memory<Scalar: MemoryScalar> {
    var stability: Scalar?
    var difficulty: Scalar?

    func recall(after days: Int?, model: MemoryModel<Scalar>) -> Scalar? {
      guard let days, let stability else { return nil }
      return model.retrievability(days: days, stability: stability)
    }

    mutating func review(_ rating: ReviewRating, days: Int?, model: MemoryModel<Scalar>) {
      guard let stability, let difficulty, let days else {
        stability = model.initialStability(rating)
        difficulty = model.initialDifficulty(rating)
        return
      }
      if days < 1 {
        self.stability = model.shortTermStability(stability, rating)
      } else {
        self.stability = model.nextStability(
          stability, difficulty: difficulty,
          retrievability: model.retrievability(days: days, stability: stability), rating)
      }
      self.difficulty = model.nextDifficulty(difficulty, rating)
    }

    mutating func forgetSlopes() {
      stability = stability.map { Scalar($0.value) }
      difficulty = difficulty.map { Scalar($0.value) }
    }
  }
}
