import Foundation
import Learning
import Testing

@Suite struct LearnerCalendarTests {
  static func time(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// A zone, a time, and the learner's day.
  @Test(arguments: [
    ("UTC", "2026-11-21T03:59:59Z", "2026-11-20"),
    ("UTC", "2026-11-21T04:00:00Z", "2026-11-21"),
    ("Europe/Berlin", "2026-01-15T02:59:59Z", "2026-01-14"),
    ("Europe/Berlin", "2026-01-15T03:00:00Z", "2026-01-15"),
    ("Europe/Berlin", "2026-07-15T02:00:00Z", "2026-07-15"),
    ("Asia/Kolkata", "2026-03-01T22:29:59Z", "2026-03-01"),
    ("Asia/Kolkata", "2026-03-01T22:30:00Z", "2026-03-02"),
    ("America/Los_Angeles", "2026-12-31T11:59:00Z", "2026-12-30"),
    ("America/Los_Angeles", "2027-01-01T12:00:00Z", "2027-01-01"),
    ("Pacific/Kiritimati", "2026-02-28T14:00:00Z", "2026-03-01"),
  ])
  func day(zone: String, time: String, day: String) throws {
    let calendar = LearnerCalendar(timeZone: try #require(TimeZone(identifier: zone)))
    #expect(calendar.day(of: try Self.time(time)).description == day)
  }

  /// Days around changes of the clock: when they begin and how long they are.
  @Test(arguments: [
    ("Europe/Berlin", "2026-03-28", "2026-03-28T03:00:00Z", 23.0),
    ("Europe/Berlin", "2026-03-29", "2026-03-29T02:00:00Z", 24),
    ("Europe/Berlin", "2026-10-24", "2026-10-24T02:00:00Z", 25),
    ("Europe/Berlin", "2026-10-25", "2026-10-25T03:00:00Z", 24),
    ("America/New_York", "2026-03-07", "2026-03-07T09:00:00Z", 23),
    ("America/New_York", "2026-10-31", "2026-10-31T08:00:00Z", 25),
    ("Australia/Lord_Howe", "2026-04-04", "2026-04-03T17:00:00Z", 24.5),
    ("UTC", "2024-02-29", "2024-02-29T04:00:00Z", 24),
    // Samoa left out 30 December 2011.
    ("Pacific/Apia", "2011-12-29", "2011-12-29T14:00:00Z", 20),
  ])
  func start(zone: String, day text: String, start: String, hours: Double) throws {
    let calendar = LearnerCalendar(timeZone: try #require(TimeZone(identifier: zone)))
    let day = try #require(Day(text))
    #expect(calendar.start(of: day) == (try Self.time(start)))
    let next = calendar.start(of: day + 1)
    #expect(next.timeIntervalSince(calendar.start(of: day)) == hours * 3600)
    #expect(calendar.day(of: calendar.start(of: day)) == day)
    #expect(calendar.day(of: next.addingTimeInterval(-1)) == day)
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2026-11-21", 20_778, 6),
    ("2100-03-01", 47_541, 1), ("0001-01-01", -719_162, 1),
  ])
  func dates(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(Day(number: number).description == text)
    #expect(day.weekday == weekday)
  }

  @Test(arguments: [
    "", "2026-02-29", "2026-13-01", "2026-1-1", "2026-00-10", "2026-04-31", "+026-01-01", "x",
  ])
  func noDates(text: String) { #expect(Day(text) == nil) }

  @Test func farTimesDoNotStopTheProgram() {
    for calendar in [LearnerCalendar.local, LearnerCalendar(timeZone: .gmt)] {
      for time in [Date.distantPast, .distantFuture, Date(timeIntervalSince1970: 1e300)] {
        _ = calendar.start(of: calendar.day(of: time))
      }
    }
  }
}
