import Content
import Foundation

/// How far the learner is with a book. Pure: the same book, history, plan and time give the same progress.
///
/// ```swift
/// let progress = LearningProgress(book, history: try record.learningHistory(book: id), plan: plan, at: Date())
/// for chapter in progress.chapters { draw(chapter.share, chapter.marks) }
/// ```
public struct LearningProgress: Hashable, Sendable {
  public var today: Day
  /// Chapters with a number or with questions, in the order of the book: front matter makes no progress.
  public var chapters: [ChapterProgress]
  /// Objectives that have questions, the weakest first; those without an answer yet last, in the order of the book.
  public var objectives: [ObjectiveProgress]
  /// Days on which something was done, the earliest first.
  public var days: [DayActivity]
  /// Days in a row up to today or yesterday.
  public var streak: Int
  public var longestStreak: Int
  /// Cards that come due today.
  public var due: Int
  /// What was never answered and may be asked today.
  public var new: Int
  /// How many come due on each of the coming days, tomorrow first.
  public var forecast: [Int]
  /// The last fit of the schedule to the learner's own reviews; nil while it is the published one.
  public var fit: ReviewFit?
  /// How many reviews there are that count for a fit.
  public var countedReviews: Int
  /// What reviews ask.
  public var subjects: Set<ReviewSubject.Kind>

  /// - Parameter plan: that of the whole day, without a limit of minutes.
  public init(
    _ book: Book, history: LearningHistory, plan: ReviewPlan, at time: Date,
    calendar: LearnerCalendar = .local
  ) {
    let latest = Dictionary(history.attempts.map { ($0.question, $0.credit) }, uniquingKeysWith: { $1 })
    let chapters = book.manifest.chapterIDs.compactMap { book.chapters[$0] }
    today = calendar.day(of: time)
    self.chapters = chapters.map { ChapterProgress($0, history: history, latest: latest) }
      .filter { $0.number != nil || $0.questions > 0 }
    objectives = Self.objectives(of: chapters, latest: latest)
    days = DayActivity.all(in: history, calendar: calendar)
    (streak, longestStreak) = DayActivity.streaks(days, today: today)
    new = plan.count(.new)
    due = plan.total - new
    forecast = plan.forecast
    fit = history.fit
    countedReviews = ReviewOptimizer(history.reviews).countedReviews
    subjects = history.settings.subjects
  }

  /// The day of the last fit, as the learner's calendar names it.
  public func fitDay(calendar: LearnerCalendar = .local) -> Day? { fit.map { calendar.day(of: $0.time) } }

  private static func objectives(of chapters: [Chapter], latest: [String: Double]) -> [ObjectiveProgress] {
    let all = chapters.flatMap { chapter in
      chapter.objectives.compactMap { objective -> ObjectiveProgress? in
        let questions = chapter.questions.filter { $0.objective == objective.id }
        guard !questions.isEmpty else { return nil }
        let credits = questions.compactMap { latest[$0.id] }
        return ObjectiveProgress(
          chapter: chapter.id, id: objective.id, text: objective.text, questions: questions.count,
          answered: credits.count, credit: credits.reduce(0, +))
      }
    }
    let answered = all.enumerated().filter { $1.answered > 0 }
      .sorted { ($0.element.strength, $0.offset) < ($1.element.strength, $1.offset) }
    return answered.map(\.element) + all.filter { $0.answered == 0 }
  }
}

extension LearningProgress {
  /// What reviews ask today: `1 due for review today, 9 new beside it`.
  public var todayWords: String {
    let words = due == 0 ? "Nothing is due today" : "\(due) due for review today"
    if new == 0 { return words }
    return words + (due == 0 ? ", \(new) new to review" : ", \(new) new beside \(due == 1 ? "it" : "them")")
  }

  /// Whose memory the schedule follows.
  public var scheduleWords: String {
    guard let fit, let day = fitDay() else {
      return "The schedule is the published one. It is fitted to your own memory once there are "
        + "\(ReviewOptimizer.leastReviews) reviews that come a day or more after the one before; there are "
        + "\(countedReviews)."
    }
    return "The schedule was fitted to your own memory on \(day), with \(fit.reviews) reviews."
  }
}
