import Foundation

/// Plans a day's reviews. Pure: the same history, book and time give the same plan.
///
/// ```swift
/// let planner = ReviewPlanner(settings: try record.reviewSettings(book: id), scheduler: try record.scheduler(book: id))
/// let plan = planner.plan(
///   ReviewSubject.all(in: book), history: try record.reviewHistory(book: id), at: Date(), minutes: 10)
/// for entry in plan.entries { ask(entry.subject) }
/// ```
///
/// Learning steps come first, the earliest first; then what is due, what is most likely forgotten first, with the
/// new spread evenly between. New is what was never answered in sections that the learner has read, in the order of the
/// book, questions, terms and equations in turn. What is suspended or gone from the book is not asked.
public struct ReviewPlanner: Sendable {
  public var settings: ReviewSettings
  public var scheduler: ReviewScheduler
  public var calendar: LearnerCalendar

  public init(
    settings: ReviewSettings = .standard, scheduler: ReviewScheduler = ReviewScheduler(),
    calendar: LearnerCalendar = .local
  ) {
    self.settings = settings
    self.scheduler = scheduler
    self.calendar = calendar
  }

  /// - Parameters:
  ///   - subjects: in the order of the book.
  ///   - minutes: ends the plan where it would take longer, after one entry at the earliest.
  ///   - days: how far the forecast goes.
  public func plan(
    _ subjects: [ReviewSubject], history: ReviewHistory, at time: Date, minutes: Double? = nil,
    days: Int = 14
  ) -> ReviewPlan {
    let today = calendar.day(of: time)
    let end = calendar.start(of: today + 1)
    let pace = ReviewPace(history.reviews)
    var plan = ReviewPlan(day: today, forecast: [Int](repeating: 0, count: max(0, days)))
    var seen: Set<String> = []
    let asked = subjects.filter { seen.insert($0.id).inserted }
    plan.missing = Set(history.cards.values.filter { $0.card.due < end && !seen.contains($0.id) }.map(\.id))
    var learning: [ReviewPlan.Entry] = []
    var due: [ReviewPlan.Entry] = []
    var new: [ReviewPlan.Entry] = []
    for subject in asked where history.marks[subject.id]?.isSuspended != true {
      func entry(_ reason: ReviewPlan.Reason, due: Date, retrievability: Double? = nil) -> ReviewPlan.Entry {
        ReviewPlan.Entry(
          subject: subject, reason: reason, due: due, retrievability: retrievability,
          seconds: pace.seconds(of: subject, isNew: reason == .new))
      }
      guard let scheduled = history.cards[subject.id] else {
        if isOpen(subject, history: history) { new.append(entry(.new, due: time)) }
        continue
      }
      let card = scheduled.card
      let recall = scheduler.retrievability(of: card, at: time)
      if scheduled.version != subject.version {
        plan.edited.insert(subject.id)
        due.append(entry(.edited, due: min(card.due, time), retrievability: recall))
      } else if card.due >= end {
        let distance = calendar.day(of: card.due).number - today.number - 1
        if plan.forecast.indices.contains(distance) { plan.forecast[distance] += 1 }
      } else if card.phase == .review {
        due.append(entry(.due, due: card.due, retrievability: recall))
      } else {
        learning.append(entry(.learning, due: card.due, retrievability: recall))
      }
    }
    learning.sort { ($0.due, $0.id) < ($1.due, $1.id) }
    due.sort { ($0.retrievability ?? 0, $0.due, $0.id) < ($1.retrievability ?? 0, $1.due, $1.id) }
    let left = max(0, settings.newPerDay - introduced(on: today, reviews: history.reviews))
    let entries = learning + Self.spread(Array(Self.inTurn(new).prefix(left)), among: due)
    plan.total = entries.count
    plan.entries = minutes.map { Self.prefix(of: entries, minutes: $0) } ?? entries
    return plan
  }

  /// Whether something that was never answered may be asked: its section was read. Terms and equations are asked once
  /// the learner wants them.
  private func isOpen(_ subject: ReviewSubject, history: ReviewHistory) -> Bool {
    guard settings.subjects.contains(subject.kind) else { return false }
    guard let chapter = subject.chapter else { return true }
    guard let read = history.sectionsRead[chapter], !read.isEmpty else { return false }
    return subject.section.map(read.contains) ?? true
  }

  /// How many cards were seen for the first time on a day.
  private func introduced(on day: Day, reviews: [Review]) -> Int {
    var firsts: [String: Date] = [:]
    for review in reviews { firsts[review.card] = min(firsts[review.card] ?? review.time, review.time) }
    return firsts.values.count { calendar.day(of: $0) == day }
  }

  /// Questions, terms and equations in turn, so that many new questions do not keep the others away for weeks.
  private static func inTurn(_ new: [ReviewPlan.Entry]) -> [ReviewPlan.Entry] {
    let kinds = ReviewSubject.Kind.allCases.map { kind in new.filter { $0.subject.kind == kind } }
    return (0..<(kinds.map(\.count).max() ?? 0)).flatMap { place in
      kinds.compactMap { $0.indices.contains(place) ? $0[place] : nil }
    }
  }

  /// Puts the new ones at even distances between the others, one of the others first.
  private static func spread(_ new: [ReviewPlan.Entry], among due: [ReviewPlan.Entry]) -> [ReviewPlan.Entry] {
    var entries: [ReviewPlan.Entry] = []
    var taken = 0
    for (index, entry) in due.enumerated() {
      entries.append(entry)
      let wanted = (index + 1) * new.count / due.count
      entries += new[taken..<wanted]
      taken = wanted
    }
    return entries + new[taken...]
  }

  private static func prefix(of entries: [ReviewPlan.Entry], minutes: Double) -> [ReviewPlan.Entry] {
    var seconds = 0.0
    let count = entries.prefix { entry in
      seconds += entry.seconds
      return seconds <= minutes * 60
    }.count
    return Array(entries.prefix(max(1, count)))
  }
}
