/// How long work takes, in seconds.
struct Measurement {
  var median: Double
  /// What a busy machine disturbed least.
  var quickest: Double

  private init(_ seconds: [Double]) {
    let sorted = seconds.sorted()
    median = sorted[sorted.count / 2]
    quickest = sorted[0]
  }

  /// Runs work `rounds` times, after once to warm up.
  init(rounds: Int = 31, _ work: () throws -> Void) rethrows {
    self = try Self.alternating(rounds: rounds, among: 1) { _ in try work() }[0]
  }

  /// Runs each of `count` works in turn, so that whatever else the machine does meets all of them.
  static func alternating(rounds: Int, among count: Int, _ work: (Int) throws -> Void) rethrows -> [Self] {
    var seconds: [[Double]] = Array(repeating: [], count: count)
    for round in 0...rounds {
      for index in 0..<count {
        let start = ContinuousClock.now
        try work(index)
        if round > 0 { seconds[index].append((ContinuousClock.now - start) / .seconds(1)) }
      }
    }
    return seconds.map(Self.init)
  }
}
