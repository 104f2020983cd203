import Foundation
import GRDB

/// The cards of a book as its reviews make them. The table of cards only spares reckoning them anew: it always holds
/// what `ScheduledCard.init(reviews:scheduler:)` gives, so that two machines with the same reviews have the same cards.
struct CardTable {
  var book: String
  var database: Database

  /// By the learner's settings and weights.
  func scheduler() throws -> ReviewScheduler {
    let settings: ReviewSettings? = try Record.preference(
      ReviewSettings.preference, book: book, in: database)
    let parameters: ReviewParameters? = try Record.preference(
      ReviewParameters.preference, book: book, in: database)
    return ReviewScheduler(
      parameters: parameters ?? .standard,
      desiredRetention: (settings ?? .standard).desiredRetention)
  }

  /// Keeps a review and moves its card. A review that is there already changes nothing.
  func add(_ review: Review) throws {
    try database.execute(
      sql: """
        INSERT INTO review (id, book, card, version, rating, seconds, time) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """,
      arguments: [
        review.id, book, review.card, review.version, review.rating.rawValue, review.seconds,
        review.time.milliseconds,
      ])
    guard database.changesCount > 0 else { return }
    let scheduler = try scheduler()
    guard var card = try card(review.card), let last = card.card.lastReview, last < review.time else {
      let reviews = try reviews(of: review.card)
      if let card = ScheduledCard(reviews: reviews, scheduler: scheduler) { try save(card) }
      return
    }
    card.add(review, scheduler: scheduler)
    try save(card)
  }

  /// Gives a review another rating and reckons its card anew; nil where there is no such review.
  func rerate(_ id: String, as rating: ReviewRating) throws -> (review: Review, card: ReviewCard)? {
    try database.execute(
      sql: "UPDATE review SET rating = ? WHERE book = ? AND id = ?", arguments: [rating.rawValue, book, id])
    guard database.changesCount > 0,
      let name = try String.fetchOne(
        database, sql: "SELECT card FROM review WHERE book = ? AND id = ?", arguments: [book, id])
    else { return nil }
    let reviews = try reviews(of: name)
    guard let review = reviews.first(where: { $0.id == id }),
      let card = ScheduledCard(reviews: reviews, scheduler: try scheduler())
    else { return nil }
    try save(card)
    return (review, card.card)
  }

  /// Reckons every card anew.
  func rebuild() throws {
    let scheduler = try scheduler()
    try database.execute(sql: "DELETE FROM card WHERE book = ?", arguments: [book])
    for reviews in Dictionary(grouping: try reviews(), by: \.card).values {
      if let card = ScheduledCard(reviews: reviews, scheduler: scheduler) { try save(card) }
    }
  }

  /// Reckons the cards of every book anew.
  static func rebuildAll(in database: Database) throws {
    try database.execute(sql: "DELETE FROM card")
    for book in try String.fetchAll(database, sql: "SELECT DISTINCT book FROM review") {
      try CardTable(book: book, database: database).rebuild()
    }
  }

  /// The earliest first.
  func reviews(of card: String? = nil) throws -> [Review] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT * FROM review WHERE book = ?1 AND card = ifnull(?2, card) AND rating BETWEEN 1 AND 4
        ORDER BY time, id
        """,
      arguments: [book, card]
    ).compactMap { row in
      try ReviewRating(rawValue: row.decode(forColumn: "rating")).map { rating in
        Review(
          id: try row.decode(forColumn: "id"), card: try row.decode(forColumn: "card"),
          version: try row.decode(forColumn: "version"), rating: rating,
          seconds: try row.decode(Double?.self, forColumn: "seconds"),
          time: Date(milliseconds: try row.decode(forColumn: "time")))
      }
    }
  }

  func cards() throws -> [ScheduledCard] {
    try Row.fetchAll(database, sql: "SELECT * FROM card WHERE book = ?", arguments: [book])
      .map(Self.card)
  }

  private func card(_ id: String) throws -> ScheduledCard? {
    try Row.fetchOne(
      database, sql: "SELECT * FROM card WHERE book = ? AND id = ?", arguments: [book, id]
    ).map(Self.card)
  }

  private static func card(_ row: Row) throws -> ScheduledCard {
    let due: Int64 = try row.decode(forColumn: "due")
    let last = try row.decode(Int64?.self, forColumn: "last_review")
    let state: String = try row.decode(forColumn: "state")
    var card = ReviewCard(due: Date(milliseconds: due))
    card.phase = ReviewCard.Phase(rawValue: state) ?? .review
    card.step = try row.decode(Int?.self, forColumn: "step")
    card.stability = try row.decode(Double?.self, forColumn: "stability")
    card.difficulty = try row.decode(Double?.self, forColumn: "difficulty")
    card.lastReview = last.map { Date(milliseconds: $0) }
    return ScheduledCard(
      id: try row.decode(forColumn: "id"), version: try row.decode(forColumn: "version"), card: card)
  }

  private func save(_ scheduled: ScheduledCard) throws {
    let card = scheduled.card
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO card
          (book, id, version, state, step, stability, difficulty, due, last_review, changed)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ifnull(?9, ?8))
        """,
      arguments: [
        book, scheduled.id, scheduled.version, card.phase.rawValue, card.step, card.stability,
        card.difficulty, card.due.milliseconds, card.lastReview?.milliseconds,
      ])
  }
}
