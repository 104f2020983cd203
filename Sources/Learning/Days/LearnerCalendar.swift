import Foundation

/// The learner's days. A day turns at four in the morning, local time: who studies until two has studied today.
///
/// ```swift
/// let calendar = LearnerCalendar.local
/// let today = calendar.day(of: Date())
/// let tomorrow = calendar.start(of: today + 1)  // four in the morning
/// ```
public struct LearnerCalendar: Sendable {
  /// The hour at which the day turns.
  public static let turn = 4

  /// Seconds east of Greenwich at a time.
  private let offset: @Sendable (Date) -> Int

  public init(timeZone: TimeZone) { offset = { timeZone.secondsFromGMT(for: $0) } }

  private init(offset: @escaping @Sendable (Date) -> Int) { self.offset = offset }

  /// The machine's time zone. Asks the C library, which a shell prompt need not wait for.
  public static let local = LearnerCalendar { date in
    var seconds = time_t(max(min(date.timeIntervalSince1970, 1e11), -1e11))
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts.tm_gmtoff
  }

  public func day(of time: Date) -> Day {
    let bounded = max(min(time.timeIntervalSince1970, 1e11), -1e11)
    let wall = bounded + Double(offset(time)) - Self.turnSeconds
    return Day(number: Int((wall / Self.secondsPerDay).rounded(.down)))
  }

  /// When a day begins. Where the clock skips four o'clock, it begins at the skip; where there are two, with the first.
  public func start(of day: Day) -> Date {
    let wall = Double(day.number) * Self.secondsPerDay + Self.turnSeconds
    func instant(_ offset: Int) -> Date { Date(timeIntervalSince1970: wall - Double(offset)) }
    let greenwich = Date(timeIntervalSince1970: wall)
    let before = offset(greenwich.addingTimeInterval(-1.5 * Self.secondsPerDay))
    let after = offset(greenwich.addingTimeInterval(1.5 * Self.secondsPerDay))
    for candidate in [max(before, after), min(before, after)] where offset(instant(candidate)) == candidate {
      return instant(candidate)
    }
    // The clock skipped this time: the skip lies between the two readings.
    var (low, high) = (instant(max(before, after)), instant(min(before, after)))
    while high.timeIntervalSince(low) > 0.5 {
      let middle = low.addingTimeInterval(high.timeIntervalSince(low) / 2)
      if offset(middle) == after { high = middle } else { low = middle }
    }
    return Date(timeIntervalSince1970: high.timeIntervalSince1970.rounded())
  }

  private static let secondsPerDay = 86_400.0
  private static let turnSeconds = Double(turn) * 3600
}
