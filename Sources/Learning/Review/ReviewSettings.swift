/// How the learner wants to review.
public struct ReviewSettings: Hashable, Sendable, Codable {
  /// The chance of recall at which a card comes due, from 0.7 to 0.99.
  public var desiredRetention: Double
  /// Questions that were never answered and that a day brings at most.
  public var newPerDay: Int
  /// What is asked beside questions.
  public var subjects: Set<ReviewSubject.Kind>

  public static let standard = ReviewSettings()

  /// The name under which the record keeps them.
  static let preference = "review"

  public init(
    desiredRetention: Double = 0.9, newPerDay: Int = 10, subjects: Set<ReviewSubject.Kind> = [.question]
  ) {
    self.desiredRetention = desiredRetention.isFinite ? min(max(desiredRetention, 0.7), 0.99) : 0.9
    self.newPerDay = min(max(newPerDay, 0), 1000)
    self.subjects = subjects.union([.question])
  }

  private enum Key: String, CodingKey { case desiredRetention, newPerDay, subjects }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let names = try container.decodeIfPresent([String].self, forKey: .subjects) ?? []
    self.init(
      desiredRetention: try container.decodeIfPresent(Double.self, forKey: .desiredRetention) ?? 0.9,
      newPerDay: try container.decodeIfPresent(Int.self, forKey: .newPerDay) ?? 10,
      subjects: Set(names.compactMap(ReviewSubject.Kind.init)))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(desiredRetention, forKey: .desiredRetention)
    try container.encode(newPerDay, forKey: .newPerDay)
    try container.encode(subjects.map(\.rawValue).sorted(), forKey: .subjects)
  }
}
