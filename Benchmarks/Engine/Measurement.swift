/// How long work takes.
enum Measurement {
  /// The median of what `rounds` runs take, in seconds, after one that warms up.
  static func median(rounds: Int = 31, _ work: () throws -> Void) rethrows -> Double {
    var seconds: [Double] = []
    for round in 0...rounds {
      let start = ContinuousClock.now
      try work()
      if round > 0 { seconds.append((ContinuousClock.now - start) / .seconds(1)) }
    }
    return seconds.sorted()[rounds / 2]
  }
}
