/// What the learner did on a day.
public struct DayActivity: Hashable, Sendable {
  public var day: Day
  public var readingSeconds: Double = 0
  /// Answers to questions and reviews of terms and equations.
  public var answers: Int = 0

  public var isActive: Bool { answers > 0 || readingSeconds >= 60 }

  /// All days on which something was done, the earliest first.
  static func all(in history: LearningHistory, calendar: LearnerCalendar) -> [DayActivity] {
    var days: [Day: DayActivity] = [:]
    for time in history.readingTimes {
      days[time.day, default: DayActivity(day: time.day)].readingSeconds += time.seconds
    }
    let attempts = Set(history.attempts.map(\.id))
    let times =
      history.attempts.map(\.time) + history.reviews.filter { !attempts.contains($0.id) }.map(\.time)
    for time in times {
      let day = calendar.day(of: time)
      days[day, default: DayActivity(day: day)].answers += 1
    }
    return days.values.sorted { $0.day < $1.day }
  }

  /// The days in a row with activity that end today or yesterday, and the most there ever were.
  static func streaks(_ days: [DayActivity], today: Day) -> (present: Int, longest: Int) {
    var longest = 0
    var run = 0
    var last: Day?
    for day in days where day.isActive && day.day <= today {
      run = last.map { $0 + 1 == day.day } == true ? run + 1 : 1
      last = day.day
      longest = max(longest, run)
    }
    let isPresent = last.map { $0 >= today - 1 } ?? false
    return (isPresent ? run : 0, longest)
  }
}
