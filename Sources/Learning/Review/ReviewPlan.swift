import Foundation

/// What to review today, in the order of asking.
public struct ReviewPlan: Hashable, Sendable {
  /// Why something is asked today.
  public enum Reason: String, Hashable, Sendable, Codable {
    /// It was learned or forgotten a short time ago, and its next step falls on today.
    case learning
    /// Its chance of recall has fallen to what the learner wants to keep.
    case due
    /// The author changed it since it was last answered.
    case edited
    /// It was never answered.
    case new
  }

  public struct Entry: Hashable, Sendable, Identifiable {
    public var subject: ReviewSubject
    public var reason: Reason
    /// When it came or comes due; a learning step may be minutes away.
    public var due: Date
    /// The chance that it is recalled now, from 0 to 1; nil for what was never answered.
    public var retrievability: Double?
    /// How long an answer is expected to take.
    public var seconds: Double

    public var id: String { subject.id }

    public init(
      subject: ReviewSubject, reason: Reason, due: Date, retrievability: Double? = nil, seconds: Double
    ) {
      self.subject = subject
      self.reason = reason
      self.due = due
      self.retrievability = retrievability
      self.seconds = seconds
    }
  }

  /// The learner's day that it is for.
  public var day: Day
  public var entries: [Entry]
  /// How many entries there are without a limit of minutes.
  public var total: Int
  /// How many cards come due on each of the coming days, the day after `day` first; reviews that come of these reviews
  /// are not counted.
  public var forecast: [Int]
  /// Cards that come due today, whose subject is no longer in the book.
  public var missing: Set<String>
  /// Cards whose subject was edited since it was last answered.
  public var edited: Set<String>

  public init(
    day: Day, entries: [Entry] = [], total: Int = 0, forecast: [Int] = [], missing: Set<String> = [],
    edited: Set<String> = []
  ) {
    self.day = day
    self.entries = entries
    self.total = total
    self.forecast = forecast
    self.missing = missing
    self.edited = edited
  }

  public func count(_ reason: Reason) -> Int { entries.count { $0.reason == reason } }

  /// How many days away the next card of the forecast comes due, 1 for tomorrow; nil where none does.
  public var daysToNext: Int? { forecast.firstIndex { $0 > 0 }.map { $0 + 1 } }

  /// How long the entries are expected to take, at least one minute unless there are none.
  public var minutes: Int {
    entries.isEmpty ? 0 : max(1, Int((entries.reduce(0) { $0 + $1.seconds } / 60).rounded()))
  }
}

extension ReviewPlan {
  /// That nothing is due, when something will be, and what brings questions.
  public var emptyWords: String {
    let next =
      switch daysToNext {
      case nil: ""
      case 1?: " The next come tomorrow."
      case let days?: " The next come in \(days) days."
      }
    return "Nothing is due today.\(next) \(Self.sourceOfQuestions)"
  }

  /// Where questions of a review come from.
  public static let sourceOfQuestions =
    "Questions come from sections that you have read, ten new ones a day: read on, or take a quiz of a chapter."
}
