import Foundation
import Learning
import Testing

@Suite struct RecordReviewTests {
  let record: Record
  let start = Date(timeIntervalSince1970: 1_763_722_800)  // 2025-11-21T11:00:00Z
  let calendar = LearnerCalendar(timeZone: .gmt)
  static let day = 86_400.0

  init() throws { record = try Record(path: ":memory:") }

  private func answer(
    _ question: String, _ credit: Double, after seconds: Double, usedHint: Bool = false,
    rating: ReviewRating? = nil
  ) throws {
    try record.add(
      Attempt(
        book: "mlsys", question: question, version: "v", answer: .truth(true), credit: credit, seconds: 20,
        usedHint: usedHint, time: start + seconds), rating: rating)
  }

  @Test func answersAreReviews() throws {
    try answer("q-1", 0, after: 0)
    try answer("q-1", 1, after: 60)
    try answer("q-2", 0.5, after: 120)
    try answer("q-3", 1, after: 180, usedHint: true)
    try answer("q-4", 1, after: 240)
    try answer("q-5", 1, after: 300, rating: .easy)
    try answer("q-1", 1, after: 2 * Self.day)
    #expect(
      try record.reviews(book: "mlsys").map(\.rating) == [.again, .hard, .hard, .hard, .good, .easy, .good])
    let cards = try record.cards(book: "mlsys")
    #expect(cards["q-4"]?.card.phase == .learning)
    #expect(cards["q-4"]?.card.due == start + 840, "the second step is ten minutes")
    #expect(cards["q-5"]?.card.phase == .review)
    #expect(cards["q-5"]?.card.stability == 8.2956)
  }

  /// The card is what an Easy in the first place would have made of it, and there is one review.
  @Test func aReviewIsRatedOtherwise() throws {
    try answer("q-1", 1, after: 0)
    try answer("q-1", 1, after: 3 * Self.day)
    let last = try #require(try record.reviews(book: "mlsys").last)
    let (review, card) = try #require(try record.rerate(last.id, as: .easy, book: "mlsys"))
    #expect(review.rating == .easy && review.id == last.id)
    #expect(try record.reviews(book: "mlsys").map(\.rating) == [.good, .easy])
    #expect(try record.cards(book: "mlsys")["q-1"]?.card == card)
    let other = try Record(path: ":memory:")
    for (index, review) in try record.reviews(book: "mlsys").enumerated() {
      try other.add(review, book: "mlsys")
      if index == 0 { #expect(try other.cards(book: "mlsys")["q-1"]?.card.due ?? card.due < card.due) }
    }
    #expect(try other.cards(book: "mlsys") == record.cards(book: "mlsys"))
    let back = try #require(try record.rerate(last.id, as: .good, book: "mlsys"))
    #expect(back.card.due < card.due)
    #expect(try record.rerate("r-nowhere", as: .easy, book: "mlsys") == nil)
    #expect(try record.attempts(book: "mlsys").map(\.credit) == [1, 1], "the answers stay")
  }

  @Test func aRatingIsAmendedInItsSession() throws {
    let plan = ReviewPlan(
      day: Day(number: 20_000),
      entries: [
        .init(subject: ReviewSubject(id: "q-1", version: "v"), reason: .due, due: start, seconds: 30)
      ])
    var session = ReviewSession(plan, seed: 1)
    var card = ReviewCard(due: start + 600)
    session.record(.good, card: card, at: 0, until: start + Self.day)
    #expect(session.items[0].due == start + 600, "a learning step of today")
    card.phase = .review
    card.due = start + 9 * Self.day
    session.amend(.easy, card: card, at: 0, until: start + Self.day)
    #expect(session.items[0].ratings == [.easy])
    #expect(session.items[0].due == nil && session.nextIndex(at: start + 3600) == nil)
  }

  @Test func sameAttemptTwice() throws {
    let attempt = Attempt(
      book: "mlsys", question: "q-1", version: "v", answer: .truth(true), credit: 1, time: start)
    try record.add(attempt)
    let cards = try record.cards(book: "mlsys")
    try record.add(attempt)
    #expect(try record.cards(book: "mlsys") == cards)
    #expect(try record.reviews(book: "mlsys").count == 1)
  }

  /// Reviews that are added in any order give the same cards.
  @Test func orderOfAddingDoesNotMatter() throws {
    let reviews = (0..<12).map { number in
      Review(
        id: "r-\(number)", card: "term-hbm", rating: ReviewRating(rawValue: number % 4 + 1) ?? .good,
        time: start + Double(number * number) * Self.day / 3)
    }
    for review in reviews { try record.add(review, book: "mlsys") }
    let other = try Record(path: ":memory:")
    for index in [3, 11, 0, 5, 4, 10, 1, 7, 9, 2, 8, 6] { try other.add(reviews[index], book: "mlsys") }
    #expect(try other.cards(book: "mlsys") == record.cards(book: "mlsys"))
    #expect(try other.reviews(book: "mlsys") == reviews)
  }

  @Test func settingsMoveTheCards() throws {
    for seconds in [0, 600, 3 * Self.day] {
      try record.add(Review(card: "q-1", rating: .good, time: start + seconds), book: "mlsys")
    }
    let before = try #require(try record.cards(book: "mlsys")["q-1"]?.card.due)
    try record.save(ReviewSettings(desiredRetention: 0.97, newPerDay: 4, subjects: [.term]), book: "mlsys")
    let after = try #require(try record.cards(book: "mlsys")["q-1"]?.card.due)
    #expect(after < before)
    let settings = try record.reviewSettings(book: "mlsys")
    #expect(settings.newPerDay == 4)
    #expect(settings.subjects == [.question, .term])
    #expect(try record.scheduler(book: "mlsys").desiredRetention == 0.97)
    #expect(try record.scheduler(book: "other").desiredRetention == 0.9)
  }

  @Test func dueCountWithoutTheBook() throws {
    for question in ["q-1", "q-2", "q-3", "q-4"] { try answer(question, 1, after: 0, rating: .easy) }
    func count(_ days: Double) throws -> Int {
      try record.dueCount(book: "mlsys", at: start + days * Self.day, calendar: calendar)
    }
    #expect(try count(0) == 0)
    #expect(try count(15) == 4)
    try record.setSuspended(true, question: "q-1", book: "mlsys")
    #expect(try count(15) == 3)
    // The book lost a question and edited another: known from the next plan on.
    let subjects = [("q-1", "v"), ("q-2", "new"), ("q-3", "v")].map { ReviewSubject(id: $0, version: $1) }
    let planner = ReviewPlanner(calendar: calendar)
    let time = start + 15 * Self.day
    let plan = planner.plan(subjects, history: try record.reviewHistory(book: "mlsys"), at: time)
    try record.note(plan, book: "mlsys")
    #expect(plan.entries.map(\.id).sorted() == ["q-2", "q-3"])
    #expect(try count(15) == 2)
    #expect(try count(0) == 1, "what was edited asks again")
    try record.add(Review(card: "q-2", version: "new", rating: .good, time: time), book: "mlsys")
    #expect(try count(15) == 1)
  }

  @Test func learningStepsComeBackInTheSession() throws {
    let subjects = ["q-1", "q-2"].map { ReviewSubject(id: $0, version: "v", chapter: "05") }
    let history = ReviewHistory(sectionsRead: ["05": ["sec-a"]])
    let plan = ReviewPlanner(calendar: calendar).plan(subjects, history: history, at: start)
    var session = ReviewSession(plan, seed: 7)
    let end = calendar.start(of: plan.day + 1)
    var time = start
    var asked: [String] = []
    while let index = session.nextIndex(at: time), asked.count < 20 {
      let id = session.items[index].id
      let rating: ReviewRating = asked.isEmpty ? .again : (id == "q-2" ? .easy : .good)
      try record.add(Review(card: id, version: "v", rating: rating, time: time), book: "mlsys")
      session.record(rating, card: try record.cards(book: "mlsys")[id]?.card, at: index, until: end)
      asked.append(id)
      time += 30
    }
    #expect(asked == ["q-1", "q-2", "q-1", "q-1"])
    #expect(session.items.map(\.ratings) == [[.again, .good, .good], [.easy]])
    #expect(session.recalled == 0.5)
    try record.save(session, isFinished: false, book: "mlsys", at: start)
    #expect(try record.unfinishedReview(book: "mlsys", at: start + 3600, calendar: calendar) == session)
    #expect(try record.unfinishedReview(book: "mlsys", at: start + Self.day, calendar: calendar) == nil)
    #expect(session.drawSeed(at: 0) != session.drawSeed(at: 1))
  }
}
