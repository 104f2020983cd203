import Foundation

/// A quiz, review or exam that the learner began.
public struct SessionSummary: Hashable, Sendable, Identifiable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case quiz, review, exam
  }

  public var id: String
  public var kind: Kind
  /// The chapter's id, or the exam's.
  public var chapter: String?
  /// From 0 to 1, what is not answered counting 0; of a review the share that was recalled at once.
  public var credit: Double
  /// Whether it is finished and passes: for a quiz, the chapter's.
  public var isPassed: Bool
  public var started: Date
  /// Nil while it is not finished.
  public var ended: Date?
}
