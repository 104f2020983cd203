import Content
import Learning

/// Questions that are asked one after the other: a quiz of a chapter.
struct Sitting: Hashable, Sendable {
  var quiz: QuizSession
  /// The item that is asked or whose result is shown; nil for the results of all.
  var index: Int?
  /// Where the reader came from.
  var origin: Destination
  /// When the question came on the screen, on `ReaderState.now`.
  var shownAt: Double = 0
  /// Whether the learner asked for another quiz and is to confirm that this one is dropped.
  var isConfirming = false
  /// Seconds for all of it; nil without a limit.
  var limit: Double?
  /// When it began, on `ReaderState.now`.
  var beganAt: Double = 0

  init(quiz: QuizSession, origin: Destination) {
    self.quiz = quiz
    self.origin = origin
    index = quiz.nextIndex
  }

  /// The address of its page.
  static let address = PageAddress("quiz")

  /// How many more right answers pass; 0 where it is passed, nil where it can be passed no longer.
  var stillNeeded: Int? {
    let wanted = quiz.plan.passMark * Double(quiz.items.count)
    let had = quiz.items.reduce(0) { $0 + ($1.credit ?? 0) }
    let open = quiz.items.count { $0.credit == nil }
    let missing = max(0, Int((wanted - had - 1e-9).rounded(.up)))
    return missing <= open ? missing : nil
  }

  /// Seconds that are left of the limit.
  func secondsLeft(at now: Double) -> Double? { limit.map { max(0, $0 - (now - beganAt)) } }
}

/// How a quiz is asked for.
public struct QuizRequest: Hashable, Sendable {
  /// The chapter's id.
  public var chapter: String
  /// What it asks; nil for the one that was left, or five questions.
  public var plan: QuizPlan?
  /// Decides what is drawn; nil for another draw each time.
  public var seed: UInt64?
  /// Whether one that was left goes on: of this plan and seed, where they are given.
  public var continues: Bool
  /// Minutes for all of it; nil without a limit.
  public var minutes: Double?

  public init(
    chapter: String, plan: QuizPlan? = nil, seed: UInt64? = nil, continues: Bool = true,
    minutes: Double? = nil
  ) {
    self.chapter = chapter
    self.plan = plan
    self.seed = seed
    self.continues = continues
    self.minutes = minutes
  }

  /// The quiz with which it goes on; nil for a new one.
  ///
  /// - Parameters:
  ///   - left: what was left, the last one first.
  ///   - known: the ids of the questions that can be asked.
  func quiz(among left: [QuizSession], known: Set<String>) -> QuizSession? {
    guard continues else { return nil }
    let fitting = left.filter { quiz in
      (plan == nil || quiz.plan == plan) && (seed == nil || quiz.seed == seed)
        && quiz.items.contains { known.contains($0.question) }
    }
    return fitting.first { $0.answered > 0 } ?? fitting.first
  }
}
