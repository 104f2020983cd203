import Dispatch
import Foundation
import Testing

@testable import Learning

/// Losses are those of PyPI `fsrs` 6.3.2 with its optimiser (torch 2, float64) on the same reviews.
@Suite struct ReviewOptimizerTests {
  static let start = Date(timeIntervalSince1970: 1_767_254_400)

  static func reviews(_ name: String) throws -> [Review] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/reviews-\(name).txt")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    return try lines.enumerated().flatMap { card, line in
      var time = start
      return try line.split(separator: " ").map { entry in
        let parts = entry.split(separator: ":").compactMap { Int($0) }
        time += Double(try #require(parts.first))
        return Review(
          card: "q-\(card)", rating: try #require(parts.last.flatMap(ReviewRating.init(rawValue:))),
          time: time)
      }
    }
  }

  @Test(arguments: [
    ("forgetful", 3138, 0.5208226001215471, 0.4946636908951154),
    ("steady", 1814, 0.2539271910600264, 0.25282407638172294),
  ])
  func lossesOfTheReference(name: String, count: Int, published: Double, optimised: Double) throws {
    let reviews = try Self.reviews(name)
    #expect(reviews.count == count)
    let optimizer = ReviewOptimizer(reviews.reversed())
    let loss = try #require(optimizer.logLoss(of: .standard))
    #expect(abs(loss - published) < 1e-9)
    let parameters = try #require(optimizer.optimized())
    let best = try #require(optimizer.logLoss(of: parameters))
    #expect(best < optimised * 1.01)
    #expect(best < loss && best > optimised * 0.95)
  }

  @Test func fewReviewsSayTooLittle() throws {
    let reviews = try Self.reviews("forgetful")
    #expect(ReviewOptimizer([]).optimized() == nil)
    #expect(ReviewOptimizer([]).logLoss(of: .standard) == nil)
    let few = ReviewOptimizer(Array(reviews.prefix(600)))
    #expect(few.countedReviews < 512)
    #expect(few.optimized() == nil)
  }

  /// Reviews on the same day do not count, nor do those of a card after its 64th.
  @Test func whatCounts() {
    let sameDay = (0..<100).map { Review(card: "q-1", rating: .good, time: Self.start + Double($0) * 600) }
    #expect(ReviewOptimizer(sameDay).countedReviews == 0)
    let daily = (0..<100).map { Review(card: "q-1", rating: .good, time: Self.start + Double($0) * 86_400) }
    #expect(ReviewOptimizer(daily).countedReviews == 63)
  }

  @Test func canBeCancelled() throws {
    #expect(ReviewOptimizer(try Self.reviews("steady")).optimized(isCancelled: { true }) == nil)
  }

  /// Keeps all reviews of the forgetful learner at once.
  private static func fill(_ record: Record) throws {
    var archive = RecordArchive(tables: [:])
    archive.tables["review"] = try Self.reviews("forgetful").enumerated().map { number, review in
      RecordRow(values: [
        "id": .text("r-\(number)"), "book": .text("mlsys"), "card": .text(review.card), "version": .text("v"),
        "rating": .integer(Int64(review.rating.rawValue)), "seconds": .null,
        "time": .integer(review.time.milliseconds),
      ])
    }
    try record.merge(archive)
  }

  @Test func theFitterFitsBesideAndOnce() throws {
    let record = try Record(path: ":memory:")
    try Self.fill(record)
    let fitter = ReviewFitter(book: "mlsys") { record }
    fitter.consider()
    fitter.consider()
    fitter.finish()
    let fit = try #require(try record.lastFit(book: "mlsys"))
    #expect(fit.reviews > 512 && fit.after < fit.before)
    #expect(try record.reviewParameters(book: "mlsys") != .standard)
    fitter.consider()
    fitter.finish()
    #expect(try record.lastFit(book: "mlsys") == fit, "not again before there are a fifth more")
  }

  @Test func whatWasStoppedIsNotKept() throws {
    let record = try Record(path: ":memory:")
    try Self.fill(record)
    let gate = DispatchSemaphore(value: 0)
    let fitter = ReviewFitter(book: "mlsys") {
      gate.wait()
      return record
    }
    fitter.consider()
    let stopping = Thread { fitter.stop() }
    stopping.start()
    while !fitter.isStopped { Thread.sleep(forTimeInterval: 0.001) }
    gate.signal()
    fitter.finish()
    fitter.consider()
    fitter.finish()
    #expect(try record.lastFit(book: "mlsys") == nil)
    #expect(try record.reviewParameters(book: "mlsys") == .standard)
    #expect(try record.isFittingDue(book: "mlsys"), "it is done at the next start")
  }

  @Test func fittingKeepsWhatIsBetter() throws {
    let record = try Record(path: ":memory:")
    #expect(try record.fitReviews(book: "mlsys") == nil)
    #expect(try !record.isFittingDue(book: "mlsys"))
    try Self.fill(record)
    #expect(try record.isFittingDue(book: "mlsys"))
    let fit = try #require(try record.fitReviews(book: "mlsys"))
    #expect(abs(fit.before - 0.5208226001215471) < 1e-9)
    #expect(fit.after < 0.4996)
    #expect(try record.reviewParameters(book: "mlsys") != .standard)
    #expect(try !record.isFittingDue(book: "mlsys"))
    #expect(try record.lastFit(book: "mlsys") == fit)
    let again = try #require(try record.fitReviews(book: "mlsys"))
    #expect(again.before == fit.after && again.after == fit.after, "the same reviews give the same weights")
  }

  @Test func optimisedWeightsMoveTheCards() throws {
    let record = try Record(path: ":memory:")
    for review in try Self.reviews("steady").prefix(40) { try record.add(review, book: "mlsys") }
    var weights = ReviewParameters.standard.weights
    weights[2] = 20
    let parameters = try #require(ReviewParameters(weights))
    try record.save(parameters, book: "mlsys")
    #expect(try record.reviewParameters(book: "mlsys") == parameters)
    for (id, card) in try record.cards(book: "mlsys") {
      let reviews = try record.reviews(book: "mlsys", card: id)
      #expect(
        ScheduledCard(reviews: reviews, scheduler: ReviewScheduler(parameters: parameters))?.card.stability
          == card.card.stability)
    }
  }
}
