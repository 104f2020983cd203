/// A date of the calendar, without a time and a zone: `2026-11-21`.
public struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Days since 1 January 1970.
  public var number: Int

  public init(number: Int) { self.number = number }

  /// A date as it is written in ISO 8601; nil when it is none of the Gregorian calendar.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard description == text else { return nil }
  }

  /// From the civil date, by Hinnant's `days_from_civil`: March begins the year, so that the leap day ends it.
  private init(year: Int, month: Int, day: Int) {
    let year = month <= 2 ? year - 1 : year
    let era = Day.quotient(year, 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var year: Int { civil.year }
  /// 1 to 12.
  public var month: Int { civil.month }
  /// 1 to 31.
  public var dayOfMonth: Int { civil.day }
  /// 1 Monday to 7 Sunday.
  public var weekday: Int { (number % 7 + 7 + 3) % 7 + 1 }

  public var description: String {
    func digits(_ value: Int, _ width: Int) -> String {
      let text = String(value)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let (year, month, day) = civil
    return "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
  }

  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = Day.quotient(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func quotient(_ value: Int, _ divisor: Int) -> Int {
    (value >= 0 ? value : value - divisor + 1) / divisor
  }
}
