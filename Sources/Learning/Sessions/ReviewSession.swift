import Foundation

/// A review session: the plan of a day with what was answered. What was forgotten comes back when its learning step is
/// due. A value, which the record keeps after every answer.
///
/// ```swift
/// var session = ReviewSession(plan, seed: 7)
/// while let index = session.nextIndex(at: Date()) {
///   let item = session.items[index]  // ask it, drawn with session.drawSeed(at: index)
///   session.record(rating, card: card, at: index, until: calendar.start(of: plan.day + 1))
/// }
/// ```
public struct ReviewSession: Hashable, Sendable, Codable, Identifiable {
  public struct Item: Hashable, Sendable, Codable, Identifiable {
    /// `ReviewSubject.id`.
    public let id: String
    public let kind: ReviewSubject.Kind
    public let reason: ReviewPlan.Reason
    /// How it went, once for each time that it was asked.
    public internal(set) var ratings: [ReviewRating] = []
    /// When it is to be asked again in this session; nil when it is not.
    public internal(set) var due: Date?
  }

  public let id: String
  public let seed: UInt64
  public private(set) var items: [Item]

  /// A learning step that is no more than so many seconds away is asked before the session ends.
  public static let patience: Double = 20 * 60

  public init(_ plan: ReviewPlan, seed: UInt64, id: String = UUID().uuidString) {
    self.id = id
    self.seed = seed
    items = plan.entries.map { entry in
      Item(id: entry.id, kind: entry.subject.kind, reason: entry.reason, due: entry.due)
    }
  }

  /// What to ask now: a learning step that has come due, else the next of the plan, else a step that is a few minutes
  /// away; nil when the session is over.
  public func nextIndex(at time: Date) -> Int? {
    func earliest(_ isWanted: (Item, Date) -> Bool) -> Int? {
      items.indices.filter { index in items[index].due.map { isWanted(items[index], $0) } ?? false }
        .min { (items[$0].due ?? .distantFuture) < (items[$1].due ?? .distantFuture) }
    }
    return earliest { item, due in !item.ratings.isEmpty && due <= time }
      ?? items.firstIndex { item in
        item.ratings.isEmpty && item.due.map { $0 <= time || item.reason != .learning } ?? false
      }
      ?? earliest { _, due in due <= time.addingTimeInterval(Self.patience) }
  }

  /// For `QuestionDraw`: another one each time that an item is asked.
  public func drawSeed(at index: Int) -> UInt64 {
    guard items.indices.contains(index) else { return seed }
    return Fingerprint.number(of: "\(seed)/\(items[index].id)/\(items[index].ratings.count)")
  }

  /// The id of the attempt at an item, or of its review: another one each time that it is asked, and the same one
  /// however often that is kept.
  public func attemptID(at index: Int) -> String {
    guard items.indices.contains(index) else { return "\(id)/\(index)" }
    return "\(id)/\(index)/\(items[index].ratings.count)"
  }

  /// Keeps how an item went.
  ///
  /// - Parameters:
  ///   - card: the card after the review; nil asks the item no more.
  ///   - end: the end of the learner's day, after which a step belongs to another session.
  public mutating func record(_ rating: ReviewRating, card: ReviewCard?, at index: Int, until end: Date) {
    guard items.indices.contains(index) else { return }
    items[index].ratings.append(rating)
    items[index].due = card.flatMap { $0.phase != .review && $0.due < end ? $0.due : nil }
  }

  /// Takes another rating in place of the last one of an item.
  ///
  /// - Parameters: as those of `record`.
  public mutating func amend(_ rating: ReviewRating, card: ReviewCard?, at index: Int, until end: Date) {
    guard items.indices.contains(index), !items[index].ratings.isEmpty else { return }
    items[index].ratings.removeLast()
    record(rating, card: card, at: index, until: end)
  }

  /// How many items were answered at least once.
  public var answered: Int { items.count { !$0.ratings.isEmpty } }

  /// The share of items that were recalled at once, from 0 to 1.
  public var recalled: Double {
    answered == 0 ? 0 : Double(items.count { ($0.ratings.first ?? .again) != .again }) / Double(answered)
  }
}
