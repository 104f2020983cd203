/// How long each chapter is on the screen while somebody reads: a pause of two minutes and more is none.
struct ReadingClock {
  private var last: Double?
  private(set) var seconds: [String: Double] = [:]
  /// Seconds that are gathered before they are kept.
  private static let portion = 30.0
  private static let longestPause = 120.0

  /// Notes that a key was pressed while a chapter was on the screen.
  ///
  /// - Returns: the time to keep now, by chapter; mostly nothing.
  mutating func note(_ chapter: String, at now: Double) -> [String: Double] {
    if let last, now - last < Self.longestPause { seconds[chapter, default: 0] += now - last }
    last = now
    return seconds.values.reduce(0, +) < Self.portion ? [:] : take()
  }

  mutating func take() -> [String: Double] {
    defer { seconds = [:] }
    return seconds
  }
}
