/// The 21 weights of FSRS-6, each inside the bounds that the reference optimiser keeps to.
public struct ReviewParameters: Hashable, Sendable, Codable {
  public let weights: [Double]

  /// The defaults published for FSRS-6 by the Open Spaced Repetition project.
  public static let standard = ReviewParameters(
    unchecked: [
      0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614,
      0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ])

  /// Nil unless there are 21 weights, all inside their bounds.
  public init?(_ weights: [Double]) {
    guard weights.count == Self.bounds.count, zip(weights, Self.bounds).allSatisfy({ $1.contains($0) }) else {
      return nil
    }
    self.weights = weights
  }

  private init(unchecked weights: [Double]) { self.weights = weights }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let parameters = ReviewParameters(try container.decode([Double].self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected \(Self.bounds.count) weights inside the bounds of FSRS-6")
    }
    self = parameters
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(weights)
  }

  static let bounds: [ClosedRange<Double>] = [
    0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4, 0.001...0.75, 0...4.5,
    0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4, 0...1, 1...6, 0...2, 0...2, 0...0.8,
    0.1...0.8,
  ]
}
