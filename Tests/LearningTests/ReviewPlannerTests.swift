import Foundation
import Learning
import Testing

@Suite struct ReviewPlannerTests {
  /// Noon of a day in Berlin.
  static let noon = Date(timeIntervalSince1970: 1_763_722_800)  // 2025-11-21T11:00:00Z
  static let hour = 3600.0
  static let day = 86_400.0

  let planner: ReviewPlanner

  init() throws {
    planner = ReviewPlanner(
      settings: ReviewSettings(newPerDay: 2),
      calendar: LearnerCalendar(timeZone: try #require(TimeZone(identifier: "Europe/Berlin"))))
  }

  static func subject(_ id: String, section: String = "sec-a", chapter: String = "05") -> ReviewSubject {
    ReviewSubject(id: id, version: "v", chapter: chapter, section: section)
  }

  /// A card that was last seen `ago` days before noon with that stability, due in `due` hours.
  static func card(
    _ id: String, due hours: Double, stability: Double = 5, ago: Double = 5,
    phase: ReviewCard.Phase = .review,
    version: String = "v"
  ) -> ScheduledCard {
    var card = ReviewCard(due: noon + hours * hour)
    card.phase = phase
    card.step = phase == .review ? nil : 0
    card.stability = stability
    card.difficulty = 5
    card.lastReview = noon - ago * day
    return ScheduledCard(id: id, version: version, card: card)
  }

  static func history(_ cards: ScheduledCard..., reviews: [Review] = []) -> ReviewHistory {
    ReviewHistory(
      cards: Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      reviews: reviews, sectionsRead: ["05": ["sec-a"]])
  }

  /// With many new questions, the terms and equations that the learner wants come all the same.
  @Test func newQuestionsTermsAndEquationsComeInTurn() {
    var subjects = (1...9).map { Self.subject("q-\($0)") }
    subjects += (1...2).map { ReviewSubject(id: "term-\($0)", kind: .term, version: "v") }
    subjects += (1...3).map { ReviewSubject(id: "equation/\($0)", kind: .equation, version: "v") }
    var planner = planner
    planner.settings = ReviewSettings(newPerDay: 8, subjects: [.term, .equation])
    let plan = planner.plan(subjects, history: Self.history(), at: Self.noon)
    #expect(
      plan.entries.map(\.id) == [
        "q-1", "term-1", "equation/1", "q-2", "term-2", "equation/2", "q-3", "equation/3",
      ])
    planner.settings.subjects = [.question]
    #expect(
      planner.plan(subjects, history: Self.history(), at: Self.noon).entries.map(\.subject.kind)
        == Array(repeating: .question, count: 8))
  }

  @Test func orderAndReasons() {
    let ids = ["q-new-1", "q-due", "q-new-2", "q-forgotten", "q-learning", "q-edited", "q-later", "q-new-3"]
    let history = Self.history(
      Self.card("q-due", due: -1, stability: 5, ago: 5),
      Self.card("q-forgotten", due: -48, stability: 1, ago: 9),
      Self.card("q-learning", due: 0.1, ago: 0, phase: .learning),
      Self.card("q-edited", due: 500, stability: 40, ago: 1, version: "old"), Self.card("q-later", due: 48))
    let plan = planner.plan(ids.map { Self.subject($0) }, history: history, at: Self.noon)
    #expect(
      plan.entries.map(\.id) == ["q-learning", "q-forgotten", "q-due", "q-new-1", "q-edited", "q-new-2"])
    #expect(plan.entries.map(\.reason) == [.learning, .due, .due, .new, .edited, .new])
    #expect(plan.total == 6)
    #expect(plan.edited == ["q-edited"])
    #expect(plan.count(.new) == 2, "the limit of a day")
    #expect(plan.day.description == "2025-11-21")
  }

  /// Hours from noon at which a card is due, and whether that is today: the day turns at four in the morning.
  @Test(arguments: [(-200.0, true), (0, true), (11.9, true), (15.9, true), (16.0, false), (24, false)])
  func today(hours: Double, isToday: Bool) {
    let plan = planner.plan(
      [Self.subject("q-1")], history: Self.history(Self.card("q-1", due: hours)), at: Self.noon)
    #expect(plan.entries.count == (isToday ? 1 : 0))
    #expect(plan.forecast.first == (isToday ? 0 : 1))
  }

  @Test func newOnesAreOfSectionsRead() {
    let subjects = [
      Self.subject("q-1"), Self.subject("q-2", section: "sec-b"), Self.subject("q-3", chapter: "06"),
      ReviewSubject(id: "term-hbm", kind: .term, version: "v"),
    ]
    #expect(planner.plan(subjects, history: Self.history(), at: Self.noon).entries.map(\.id) == ["q-1"])
    var asking = planner
    asking.settings = ReviewSettings(newPerDay: 10, subjects: [.term])
    let plan = asking.plan(subjects, history: Self.history(), at: Self.noon)
    #expect(plan.entries.map(\.id) == ["q-1", "term-hbm"])
  }

  /// What was seen for the first time today counts against the day's new ones, what came back does not.
  @Test func newOnesOfTheDay() {
    func review(_ card: String, _ time: Date) -> Review { Review(card: card, rating: .good, time: time) }
    let subjects = ["q-1", "q-2", "q-3"].map { Self.subject($0) }
    let yesterday = Self.noon - Self.day
    var history = Self.history(reviews: [
      review("q-8", yesterday), review("q-9", Self.noon - 8 * Self.hour - 1), review("q-8", Self.noon - 60),
    ])
    #expect(planner.plan(subjects, history: history, at: Self.noon).entries.count == 2, "3:00 was yesterday")
    history.reviews.append(review("q-7", Self.noon - 7 * Self.hour))
    #expect(planner.plan(subjects, history: history, at: Self.noon).entries.count == 1)
  }

  @Test func suspendedAndMissing() {
    var history = Self.history(
      Self.card("q-1", due: -1), Self.card("q-gone", due: -1), Self.card("q-away", due: 100))
    history.marks = ["q-1": QuestionMark(isSuspended: true), "q-2": QuestionMark(flag: "Unclear.")]
    let plan = planner.plan(
      [Self.subject("q-1"), Self.subject("q-2"), Self.subject("q-2")], history: history, at: Self.noon)
    #expect(plan.entries.map(\.id) == ["q-2"], "flagged is not suspended")
    #expect(plan.missing == ["q-gone"])
  }

  @Test func forecast() {
    let history = Self.history(
      Self.card("q-1", due: 16), Self.card("q-2", due: 39.9), Self.card("q-3", due: 40),
      Self.card("q-4", due: 24 * 14), Self.card("q-5", due: 24 * 15))
    let subjects = (1...5).map { Self.subject("q-\($0)") }
    let plan = planner.plan(subjects, history: history, at: Self.noon)
    #expect(plan.forecast == [2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    #expect(planner.plan(subjects, history: history, at: Self.noon, days: 2).forecast == [2, 1])
  }

  /// The clock goes back between the 24th and the 25th of October: the day has 25 hours.
  @Test func dayOfTheChangedClock() throws {
    let night = try Date("2026-10-25T02:30:00Z", strategy: .iso8601)  // 3:30, an hour after the change
    var card = ReviewCard(due: try Date("2026-10-25T02:59:59Z", strategy: .iso8601))
    card.phase = .review
    let history = ReviewHistory(cards: ["q-1": ScheduledCard(id: "q-1", version: "v", card: card)])
    let plan = planner.plan([Self.subject("q-1")], history: history, at: night)
    #expect(plan.day.description == "2026-10-24")
    #expect(plan.entries.count == 1)
    #expect(planner.plan([Self.subject("q-1")], history: history, at: night - 7200).entries.count == 1)
  }

  @Test func minutes() {
    let ids = (0..<8).map { "q-\($0)" }
    var history = Self.history()
    for id in ids { history.cards[id] = Self.card(id, due: -1) }
    for number in 0..<10 {
      history.reviews.append(
        Review(
          card: "q-other", rating: .good, seconds: [20, 40, 40, 3000][number % 4],
          time: Self.noon - 100 * Self.day + Double(number)))
    }
    let subjects = ids.map { Self.subject($0) }
    let whole = planner.plan(subjects, history: history, at: Self.noon)
    #expect(whole.minutes == 5, "eight of forty seconds")
    let short = planner.plan(subjects, history: history, at: Self.noon, minutes: 2)
    #expect(short.entries == Array(whole.entries.prefix(3)))
    #expect(short.total == 8)
    #expect(planner.plan(subjects, history: history, at: Self.noon, minutes: 0.1).entries.count == 1)
  }

  @Test func emptyBook() {
    let plan = planner.plan([], history: ReviewHistory(), at: Self.noon, minutes: 10)
    #expect(plan.entries.isEmpty)
    #expect(plan.minutes == 0)
  }
}
