import Foundation

/// Adam (Kingma and Ba, 2015) with a cosine that takes the rate to 0, kept inside the bounds of the weights.
struct Descent {
  private(set) var weights: [Double]
  private let rate: Double
  private let steps: Int
  private var taken = 0
  private var means: [Double]
  private var squares: [Double]

  private static let meanDecay = 0.9
  private static let squareDecay = 0.999
  private static let tiny = 1e-8

  init(weights: [Double], rate: Double, steps: Int) {
    self.weights = weights
    self.rate = rate
    self.steps = max(1, steps)
    means = [Double](repeating: 0, count: weights.count)
    squares = means
  }

  var scalars: [Slope] { weights.enumerated().map { Slope($1, weight: $0) } }

  /// One step down the slopes of a loss.
  mutating func step(_ slopes: SIMD32<Double>) {
    let present = rate * (1 + cos(.pi * Double(min(taken, steps)) / Double(steps))) / 2
    taken += 1
    let meanScale = 1 - pow(Self.meanDecay, Double(taken))
    let squareScale = 1 - pow(Self.squareDecay, Double(taken))
    for index in weights.indices where slopes[index].isFinite {
      means[index] = Self.meanDecay * means[index] + (1 - Self.meanDecay) * slopes[index]
      squares[index] =
        Self.squareDecay * squares[index] + (1 - Self.squareDecay) * slopes[index] * slopes[index]
      let change = present * (means[index] / meanScale) / (sqrt(squares[index] / squareScale) + Self.tiny)
      let bounds = ReviewParameters.bounds[index]
      weights[index] = min(max(weights[index] - change, bounds.lowerBound), bounds.upperBound)
    }
  }
}
