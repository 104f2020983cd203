import Foundation
import Testing

@testable import Learning

@Suite struct ReviewSchedulerTests {
  struct History: Sendable {
    /// Ratings by their first letter with the seconds at which they were given.
    var reviews: String
    var phase: ReviewCard.Phase
    var stability: Double
    var difficulty: Double
    /// Seconds.
    var due: Double
    /// Thirty days after the last review.
    var retrievability: Double
  }

  /// PyPI fsrs 6.3.2 with its defaults and fuzz off.
  static let histories = [
    History(
      reviews: "g@0 g@600 g@172800 g@2000000", phase: .review, stability: 55.9447840351,
      difficulty: 2.0974554288, due: 6_838_400, retrievability: 0.9369337506),
    History(
      reviews: "a@0 a@60 h@120 g@400 g@1000 e@90000", phase: .review, stability: 1.1366150739,
      difficulty: 8.8710538605, due: 176_400, retrievability: 0.6019957339),
    History(
      reviews: "e@0 a@800000 g@800600 g@1000000 a@1000060 h@1000700", phase: .relearning,
      stability: 1.6249893304, difficulty: 9.3215594696, due: 1_001_600, retrievability: 0.6345542840),
    History(
      reviews: "h@0 h@330 g@86400 h@172799 g@3000000 g@20000000 a@40000000", phase: .relearning,
      stability: 3.6518280998, difficulty: 9.2583539449, due: 40_000_600, retrievability: 0.7119640915),
  ]

  let start = Date(timeIntervalSince1970: 1_767_225_600)

  @Test(arguments: histories) func agreesWithTheReference(_ history: History) throws {
    let scheduler = ReviewScheduler()
    var card = ReviewCard(due: start)
    for review in history.reviews.split(separator: " ") {
      let parts = review.split(separator: "@")
      let rating = try #require(ReviewRating.allCases.first { "\($0)".hasPrefix(parts[0]) })
      card = scheduler.review(card, rating, at: start + (try #require(Double(parts[1]))))
    }
    #expect(card.phase == history.phase)
    #expect(abs((card.stability ?? 0) - history.stability) < 1e-9)
    #expect(abs((card.difficulty ?? 0) - history.difficulty) < 1e-9)
    #expect(card.due == start + history.due)
    let later = try #require(card.lastReview) + 30 * 86_400
    #expect(abs(scheduler.retrievability(of: card, at: later) - history.retrievability) < 1e-9)
  }

  /// Days and the reference's range around them.
  @Test(arguments: [
    (1, 1...1), (2, 2...2), (3, 2...4), (5, 4...6), (7, 5...9), (10, 8...12), (20, 17...23), (50, 46...54),
    (100, 93...107), (365, 345...385), (36_500, 34_673...36_500),
  ])
  func fuzzRange(days: Int, range: ClosedRange<Int>) {
    #expect(ReviewScheduler().fuzzRange(days: days) == range)
  }

  @Test func fuzzStaysInItsRange() {
    let scheduler = ReviewScheduler()
    let learned = scheduler.review(ReviewCard(due: start), .easy, at: start)
    var found: Set<Int> = []
    for seed in 0..<200 as Range<UInt64> {
      let card = scheduler.review(ReviewCard(due: start), .easy, at: start, fuzz: seed)
      found.insert(Int(card.due.timeIntervalSince(start) / 86_400))
    }
    #expect(learned.due == start + 8 * 86_400)
    #expect(found == [6, 7, 8, 9, 10])
  }

  @Test(arguments: [
    (0.0, false, false, ReviewRating.again), (0, true, true, .again), (0.5, false, false, .hard),
    (1, true, false, .hard), (1, false, true, .hard), (1, false, false, .good),
  ])
  func ratingOfAnAnswer(credit: Double, usedHint: Bool, isSecondTry: Bool, rating: ReviewRating) {
    let grade = Grade(credit: credit, verdict: "")
    #expect(ReviewRating(grade, usedHint: usedHint, isSecondTry: isSecondTry) == rating)
  }

  @Test func weightsOutsideTheirBoundsAreRefused() throws {
    var weights = ReviewParameters.standard.weights
    #expect(ReviewParameters(weights) == .standard)
    #expect(ReviewParameters(Array(weights.dropLast())) == nil)
    weights[4] = 11
    #expect(ReviewParameters(weights) == nil)
    let json = try JSONEncoder().encode(ReviewParameters.standard)
    #expect(try JSONDecoder().decode(ReviewParameters.self, from: json) == .standard)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ReviewParameters.self, from: Data("[1, 2]".utf8))
    }
  }

  @Test func brokenCardsDoNotStopTheProgram() {
    var card = ReviewCard(due: start)
    card.phase = .review
    card.stability = .nan
    card.difficulty = .infinity
    for rating in ReviewRating.allCases {
      #expect(ReviewScheduler().review(card, rating, at: start + 1e9).due > start)
    }
    card.phase = .relearning
    card.step = -4
    #expect(ReviewScheduler(relearningSteps: []).review(card, .hard, at: start).due > start)
  }
}
